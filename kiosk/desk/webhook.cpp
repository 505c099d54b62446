// SPDX-License-Identifier: Apache-2.0
#include "desk/webhook.hpp"

#include "desk/https.hpp"

#include <sodium.h>

#include <array>
#include <new>

namespace kiosk::desk {

namespace {

void make_ready() {
    static const bool ready = sodium_init() >= 0;
    if (!ready) throw std::bad_alloc();
}

std::string refusal(long status) {
    const auto answered = " answered " + std::to_string(status);
    if (status >= 300 && status < 400) return answered + ", which leads elsewhere and is not followed.";
    if (status == 401 || status == 403) return answered + ": does it have the same secret?";
    return answered + '.';
}

}  // namespace

std::string webhook_trouble(const std::string& url) {
    return address_trouble(url, {"A webhook", "https://paging.example.org/kiosk",
                                 "messages are signed with webhook-secret", "http", "https"});
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
    const auto trouble = webhook_trouble(receiver.url);
    if (!trouble.empty()) return Failure{trouble};
    Poster poster({"The paging system", receiver.url, receiver.authority, "webhook-authority", webhook_patience});
    const auto answer = poster.post({"Content-Type: application/json", "Idempotency-Key: " + message.key,
                                     "X-Kiosk-Signature: " + signature(receiver.secret, now, message.body)},
                                    message.body, 0, stop);
    if (!answer) return answer.failure();
    if (answer->status < 200 || answer->status >= 300) return Failure{poster.name() + refusal(answer->status)};
    return std::monostate{};
}

}  // namespace kiosk::desk
