// SPDX-License-Identifier: Apache-2.0
#include "printer/link.hpp"

#include "printer/resolve.hpp"

#include <cups/cups.h>
#include <poll.h>

#include <array>
#include <atomic>
#include <cerrno>

namespace kiosk::printer {

namespace {

constexpr Duration slice{100};
constexpr Duration between_stalls{1'000};

std::string fingerprint(const http_credential_t& certificate) {
    std::array<unsigned char, 32> hash{};
    if (cupsHashData("sha2-256", certificate.data, certificate.datalen, hash.data(), hash.size()) != 32) return {};
    std::string text;
    for (const unsigned char byte : hash) {
        text += "0123456789abcdef"[byte >> 4];
        text += "0123456789abcdef"[byte & 15];
    }
    return text;
}

}  // namespace

bool Link::interrupted() const {
    return std::atomic_ref(m_interrupt).load() != 0;
}

bool Link::keep_waiting() {
    m_waited += slice;
    if (interrupted()) m_gave_up = true;
    if (!stalled && m_waited >= m_limits.answer) m_gave_up = true;
    if (stalled && !m_gave_up && m_waited.count() % between_stalls.count() == 0 && !stalled()) m_gave_up = true;
    return !m_gave_up;
}

int Link::waiting(http_t*, void* link) {
    return static_cast<Link*>(link)->keep_waiting() ? 1 : 0;
}

/// A printer closes an idle connection when it likes; whatever can be read between two requests is its end.
bool Link::usable() const {
    if (!m_http || httpError(m_http.get()) != 0) return false;
    pollfd one{httpGetFd(m_http.get()), POLLIN, 0};
    return poll(&one, 1, 0) == 0;
}

Reach Link::open() {
    m_http.reset();
    const Addresses addresses =
        resolve(m_address.host, m_address.port, m_limits.connect, [this] { return interrupted(); });
    if (!addresses) return Reach::unreachable;
    const http_encryption_t encryption =
        m_address.scheme == Scheme::ipps ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_NEVER;
    // Not connected yet: with a time-out of its own in place, a printer that is mute in the handshake is bounded too.
    m_http.reset(
        httpConnect2(m_address.host.c_str(), m_address.port, addresses.get(), AF_UNSPEC, encryption, 1, 0, nullptr));
    if (!m_http) return Reach::unreachable;
    httpSetTimeout(m_http.get(), static_cast<double>(slice.count()) / 1000.0, waiting, this);
    if (httpReconnect2(m_http.get(), static_cast<int>(m_limits.connect.count()), &m_interrupt) != 0) {
        m_http.reset();
        return m_gave_up ? Reach::no_answer : Reach::unreachable;
    }
    if (m_address.scheme == Scheme::ipps && !right_certificate()) {
        m_http.reset();
        return Reach::wrong_certificate;
    }
    return Reach::reached;
}

/// libcups takes any certificate, even one that changed: the comparison is ours, before anything is sent.
bool Link::right_certificate() {
    cups_array_t* chain = nullptr;
    if (httpCopyCredentials(m_http.get(), &chain) == 0)
        if (const auto* leaf = static_cast<http_credential_t*>(cupsArrayFirst(chain)))
            m_presented_pin = fingerprint(*leaf);
    httpFreeCredentials(chain);
    return m_address.pin.empty() || m_presented_pin == m_address.pin;
}

bool Link::write(std::string_view document) {
    constexpr std::size_t piece = 16'384;
    for (std::size_t at = 0; at < document.size(); at += piece) {
        const std::string_view part = document.substr(at, piece);
        m_waited = Duration{0};
        if (httpWrite2(m_http.get(), part.data(), part.size()) < static_cast<ssize_t>(part.size())) return false;
        m_written = at + part.size();
    }
    return true;
}

bool Link::send(ipp_t* request, std::string_view document) {
    http_t* http = m_http.get();
    httpClearFields(http);
    httpSetField(http, HTTP_FIELD_CONTENT_TYPE, "application/ipp");
    httpSetLength(http, ippLength(request) + document.size());
    if (httpPost(http, m_address.resource.c_str()) != 0) return false;
    ippSetState(request, IPP_STATE_IDLE);
    for (ipp_state_t state = IPP_STATE_IDLE; state != IPP_STATE_DATA;)
        if ((state = ippWrite(http, request)) == IPP_STATE_ERROR) return false;
    return write(document) && httpFlushWrite(http) >= 0;
}

/// After a time-out, silence; after anything that is not HTTP or not IPP, something else than a printer.
Reach Link::failed() const {
    if (m_gave_up) return Reach::no_answer;
    return httpError(m_http.get()) == EINVAL ? Reach::not_a_printer : Reach::no_answer;
}

Answer Link::receive() {
    http_t* http = m_http.get();
    http_status_t status = HTTP_STATUS_CONTINUE;
    while (status == HTTP_STATUS_CONTINUE) status = httpUpdate(http);
    if (status == HTTP_STATUS_ERROR) return {failed(), nullptr};
    if (status == HTTP_STATUS_UNAUTHORIZED || status == HTTP_STATUS_FORBIDDEN || status == HTTP_STATUS_UPGRADE_REQUIRED)
        return {Reach::refused, nullptr};
    if (status == HTTP_STATUS_SERVICE_UNAVAILABLE) return {Reach::no_answer, nullptr};
    if (status != HTTP_STATUS_OK) return {Reach::not_a_printer, nullptr};
    Ipp response(ippNew());
    for (ipp_state_t state = IPP_STATE_IDLE; state != IPP_STATE_DATA;)
        if ((state = ippRead(http, response.get())) == IPP_STATE_ERROR)
            return {m_gave_up ? Reach::no_answer : Reach::not_a_printer, nullptr};
    httpFlush(http);
    m_last = std::string_view(httpGetField(http, HTTP_FIELD_CONNECTION)) == "close";
    return {Reach::reached, std::move(response)};
}

Answer Link::exchange(ipp_t* request, std::string_view document) {
    m_waited = Duration{0};
    m_gave_up = false;
    m_written = 0;
    if (interrupted()) return {Reach::no_answer, nullptr};
    if (!usable())
        if (const Reach reach = open(); reach != Reach::reached) return {reach, nullptr};
    m_dog.watch(httpGetFd(m_http.get()), stalled ? m_limits.longest : m_limits.answer * 2);
    // A printer that refuses early closes its end while we still write: its answer is there to be read all the same.
    const bool sent = send(request, document);
    if (stalled) m_dog.watch(httpGetFd(m_http.get()), m_limits.deadline + m_limits.answer * 2);
    m_waited = Duration{0};
    Answer answer = sent || !m_gave_up ? receive() : Answer{Reach::no_answer, nullptr};
    if (m_dog.release()) answer = {Reach::not_a_printer, nullptr};
    if (!answer || m_last) m_http.reset();
    return answer;
}

Answer Link::ask(Ipp request, std::string_view document) {
    ippSetVersion(request.get(), m_version, m_version == 1 ? 1 : 0);
    Answer answer = exchange(request.get(), document);
    if (answer.status() != IPP_STATUS_ERROR_VERSION_NOT_SUPPORTED || m_version == 1) return answer;
    m_version = 1;  // a printer from before 2009
    return ask(std::move(request), document);
}

}  // namespace kiosk::printer
