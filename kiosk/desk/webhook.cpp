// SPDX-License-Identifier: Apache-2.0
#include "desk/webhook.hpp"

#include <curl/curl.h>
#include <sodium.h>

#include <array>
#include <memory>
#include <new>
#include <optional>

namespace kiosk::desk {

namespace {

using Easy = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using Parts = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

void make_ready() {
    static const bool ready = sodium_init() >= 0 && curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
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

struct Address {
    std::string scheme, host, user, password;
};

std::optional<Address> parse(const std::string& url) {
    const Parts parts(curl_url(), curl_url_cleanup);
    if (!parts || curl_url_set(parts.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return {};
    return Address{part(parts.get(), CURLUPART_SCHEME), part(parts.get(), CURLUPART_HOST),
                   part(parts.get(), CURLUPART_USER), part(parts.get(), CURLUPART_PASSWORD)};
}

bool is_this_machine(const std::string& host) {
    return host == "127.0.0.1" || host == "localhost" || host == "[::1]";
}

std::size_t discard(char*, std::size_t size, std::size_t count, void*) {
    return size * count;
}

/// libcurl asks it about once a second.
int is_stopped(void* stop, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

List headers(const Receiver& receiver, const Message& message, WallTime now) {
    List all(nullptr, curl_slist_free_all);
    for (const auto& line : {std::string("Content-Type: application/json"), "Idempotency-Key: " + message.key,
                             "X-Kiosk-Signature: " + signature(receiver.secret, now, message.body)}) {
        auto* longer = curl_slist_append(all.get(), line.c_str());
        if (longer == nullptr) throw std::bad_alloc();
        static_cast<void>(all.release());
        all.reset(longer);
    }
    return all;
}

void set_guards(CURL* easy, const Receiver& receiver, bool is_plain, const std::stop_token& stop) {
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(webhook_patience.count()));
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!receiver.authority.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, receiver.authority.c_str());
    // What is unencrypted does not leave this machine by a proxy either.
    if (is_plain) curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, discard);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, is_stopped);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, const_cast<std::stop_token*>(&stop));
}

std::string why(CURLcode code) {
    switch (code) {
        case CURLE_OPERATION_TIMEDOUT:
            return " did not answer within 2 s.";
        case CURLE_COULDNT_RESOLVE_HOST:
            return " is not found: its name is not known here.";
        case CURLE_COULDNT_CONNECT:
            return " is not reached: nothing takes the connection.";
        case CURLE_PEER_FAILED_VERIFICATION:
            return " shows a certificate that is not trusted here. Name who vouches for it: webhook-authority";
        case CURLE_SSL_CACERT_BADFILE:
            return " is not asked: the file of webhook-authority cannot be used.";
        case CURLE_ABORTED_BY_CALLBACK:
            return " was not waited for: the service stops.";
        default:
            return std::string(" is not reached: ") + curl_easy_strerror(code) + '.';
    }
}

std::string refusal(long status) {
    const auto answered = " answered " + std::to_string(status);
    if (status >= 300 && status < 400) return answered + ", which leads elsewhere and is not followed.";
    if (status == 401 || status == 403) return answered + ": does it have the same secret?";
    return answered + '.';
}

}  // namespace

std::string webhook_trouble(const std::string& url) {
    const auto address = parse(url);
    if (!address || (address->scheme != "https" && address->scheme != "http") || address->host.empty())
        return "A webhook is an address like https://paging.example.org/kiosk.";
    if (!address->user.empty() || !address->password.empty())
        return "A webhook has no name and password in its address: messages are signed with webhook-secret.";
    if (address->scheme == "https" || is_this_machine(address->host)) return {};
    return "A webhook on a network is encrypted: write https://. Plain http:// is for this machine alone (127.0.0.1).";
}

std::string signature(const std::string& secret, WallTime now, const std::string& body) {
    make_ready();
    const auto bytes = [](const std::string& text) { return reinterpret_cast<const unsigned char*>(text.data()); };
    const auto at = std::to_string(now.ms / 1'000);
    const auto text = at + '.' + body;
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(secret), secret.size());
    crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> sum{};
    crypto_auth_hmacsha256_final(&state, sum.data());
    std::array<char, crypto_auth_hmacsha256_BYTES * 2 + 1> hex{};
    return "t=" + at + ",v1=" + sodium_bin2hex(hex.data(), hex.size(), sum.data(), sum.size());
}

Result<std::monostate> post(const Receiver& receiver, const Message& message, WallTime now,
                            const std::stop_token& stop) {
    make_ready();
    const auto trouble = webhook_trouble(receiver.url);
    if (!trouble.empty()) return Failure{trouble};
    const auto address = *parse(receiver.url);
    const Easy easy(curl_easy_init(), curl_easy_cleanup);
    if (!easy) throw std::bad_alloc();
    const auto lines = headers(receiver, message, now);
    set_guards(easy.get(), receiver, address.scheme == "http", stop);
    curl_easy_setopt(easy.get(), CURLOPT_URL, receiver.url.c_str());
    curl_easy_setopt(easy.get(), CURLOPT_HTTPHEADER, lines.get());
    curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDSIZE, static_cast<long>(message.body.size()));
    curl_easy_setopt(easy.get(), CURLOPT_POSTFIELDS, message.body.data());
    const auto code = curl_easy_perform(easy.get());
    const auto it = "The paging system at " + address.host;
    if (code != CURLE_OK) return Failure{it + why(code)};
    long status = 0;
    curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
    if (status < 200 || status >= 300) return Failure{it + refusal(status)};
    return std::monostate{};
}

}  // namespace kiosk::desk
