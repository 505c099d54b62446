// SPDX-License-Identifier: Apache-2.0
#include "desk/https.hpp"

#include <curl/curl.h>
#include <openssl/x509_vfy.h>

#include <algorithm>
#include <new>

namespace kiosk::desk {

namespace {

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Parts = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void make_ready() {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    if (!ready) throw std::bad_alloc();
}

/// Empty where it has none.
std::string part(CURLU* of, CURLUPart what) {
    char* found = nullptr;
    if (curl_url_get(of, what, &found, 0) != CURLUE_OK) return {};
    std::string text = found;
    curl_free(found);
    return text;
}

/// Where an answer goes.
struct Body {
    std::string text;
    std::size_t longest = 0;
};

std::size_t keep(char* bytes, std::size_t size, std::size_t count, void* to) {
    auto& body = *static_cast<Body*>(to);
    body.text.append(bytes, std::min(size * count, body.longest - body.text.size()));
    return size * count;
}

/// libcurl asks it about once a second.
int is_stopped(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

List list_of(const std::vector<std::string>& headers) {
    List all(nullptr, curl_slist_free_all);
    for (const auto& line : headers) {
        auto* longer = curl_slist_append(all.get(), line.c_str());
        if (longer == nullptr) throw std::bad_alloc();
        static_cast<void>(all.release());
        all.reset(longer);
    }
    return all;
}

void set_guards(CURL* easy, const Peer& peer, bool is_plain) {
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(peer.patience.count()));
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!peer.authority.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, peer.authority.c_str());
    // What is unencrypted does not leave this machine by a proxy either.
    if (is_plain) curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, is_stopped);
    curl_easy_setopt(easy, CURLOPT_URL, peer.url.c_str());
}

std::string why_not_trusted(CURL* easy, const Peer& peer) {
    long result = X509_V_OK;
    curl_easy_getinfo(easy, CURLINFO_SSL_VERIFYRESULT, &result);
    if (result == X509_V_ERR_CERT_HAS_EXPIRED)
        return " shows a certificate that has ended: a new one must be put there.";
    if (result == X509_V_OK) return " shows a certificate for another name than the one in its address.";
    return " shows a certificate that is not trusted here. Name who vouches for it: " + peer.authority_option;
}

std::string why(CURL* easy, CURLcode code, const Peer& peer) {
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return " did not answer within " + std::to_string(peer.patience.count() / 1'000) + " s.";
        case CURLE_COULDNT_RESOLVE_HOST:
            return " is not found: its name is not known here.";
        case CURLE_COULDNT_CONNECT:
            return " is not reached: nothing takes the connection.";
        case CURLE_PEER_FAILED_VERIFICATION:
            return why_not_trusted(easy, peer);
        case CURLE_SSL_CACERT_BADFILE:
            return " is not asked: the file of " + peer.authority_option + " cannot be used.";
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_WEIRD_SERVER_REPLY:
            return " answers, but not as it should at this address. Look at its port, and whether it is http or https.";
        case CURLE_GOT_NOTHING:
        case CURLE_RECV_ERROR:
        case CURLE_PARTIAL_FILE:
            return " broke off before it had answered.";
        case CURLE_ABORTED_BY_CALLBACK:
            return " was not waited for: the service stops.";
        default:
            return std::string(" is not reached: ") + curl_easy_strerror(code) + '.';
    }
}

}  // namespace

std::optional<Url> parse_url(const std::string& url) {
    const Parts parts(curl_url(), curl_url_cleanup);
    if (!parts || curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME) != CURLUE_OK)
        return {};
    auto* of = parts.get();
    return Url{part(of, CURLUPART_SCHEME), part(of, CURLUPART_HOST), part(of, CURLUPART_PORT),
               part(of, CURLUPART_PATH),   part(of, CURLUPART_USER), part(of, CURLUPART_PASSWORD)};
}

std::string address_trouble(const std::string& url, const AddressWords& of) {
    const auto is = parse_url(url);
    const std::string what = of.what, plain = of.plain, encrypted = of.encrypted;
    if (!is || (is->scheme != plain && is->scheme != encrypted) || is->host.empty())
        return what + " is an address like " + of.example + '.';
    if (!is->user.empty() || !is->password.empty())
        return what + " has no name and password in its address: " + of.known_by + '.';
    const bool is_here = is->host == "127.0.0.1" || is->host == "localhost" || is->host == "[::1]";
    if (is->scheme == encrypted || is_here) return {};
    return what + " on a network is encrypted: write " + encrypted + "://. Plain " + plain +
           ":// is for this machine alone (127.0.0.1).";
}

struct Poster::Handle {
    Easy easy{curl_easy_init(), curl_easy_cleanup};
    std::string host;
};

Poster::Poster(Peer peer) : m_peer(std::move(peer)) {
    make_ready();
    m_handle = std::make_unique<Handle>();
    const auto address = parse_url(m_peer.url);
    if (!m_handle->easy || !address) throw std::bad_alloc();
    m_handle->host = address->host;
    set_guards(m_handle->easy.get(), m_peer, address->scheme == "http");
}

Poster::~Poster() = default;

std::string Poster::name() const {
    return m_peer.what + " at " + m_handle->host;
}

Result<Poster::Answer> Poster::post(const std::vector<std::string>& headers, const std::string& body,
                                    std::size_t longest_answer, const std::stop_token& stop) {
    auto* easy = m_handle->easy.get();
    curl_easy_setopt(easy, CURLOPT_POST, 1L);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE, static_cast<long>(body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.data());
    return perform(headers, longest_answer, stop);
}

Result<Poster::Answer> Poster::get(const std::vector<std::string>& headers, std::size_t longest_answer,
                                   const std::stop_token& stop) {
    curl_easy_setopt(m_handle->easy.get(), CURLOPT_HTTPGET, 1L);
    return perform(headers, longest_answer, stop);
}

Result<Poster::Answer> Poster::perform(const std::vector<std::string>& headers, std::size_t longest_answer,
                                       const std::stop_token& stop) {
    auto* easy = m_handle->easy.get();
    const auto lines = list_of(headers);
    Body answer{.text = {}, .longest = longest_answer};
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &answer);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, const_cast<std::stop_token*>(&stop));
    const auto code = curl_easy_perform(easy);
    if (code != CURLE_OK) return Failure{name() + why(easy, code, m_peer)};
    Answer answered{.status = 0, .body = std::move(answer.text), .etag = {}};
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answered.status);
    curl_header* etag = nullptr;
    if (curl_easy_header(easy, "etag", 0, CURLH_HEADER, -1, &etag) == CURLHE_OK) answered.etag = etag->value;
    return answered;
}

}  // namespace kiosk::desk
