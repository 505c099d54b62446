// SPDX-License-Identifier: Apache-2.0
#include "printer/resolve.hpp"

#include <netdb.h>
#include <sys/socket.h>

#include <array>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace kiosk::printer {

namespace {

using Numbers = std::vector<std::string>;

/// Outlives whoever gave up on it.
struct Question {
    std::mutex mutex;
    std::condition_variable answered;
    bool done = false;
    Numbers numbers;
};

Numbers look_up(const std::string& host, int flags) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = flags;
    addrinfo* found = nullptr;
    Numbers numbers;
    if (getaddrinfo(host.c_str(), nullptr, &hints, &found) != 0) return numbers;
    for (const addrinfo* one = found; one; one = one->ai_next) {
        std::array<char, NI_MAXHOST> text{};
        if (getnameinfo(one->ai_addr, one->ai_addrlen, text.data(), static_cast<socklen_t>(text.size()), nullptr, 0,
                        NI_NUMERICHOST) == 0)
            numbers.emplace_back(text.data());
    }
    freeaddrinfo(found);
    return numbers;
}

Numbers ask(const std::string& host, Duration limit, const std::function<bool()>& given_up) {
    auto question = std::make_shared<Question>();
    std::thread([question, host] {
        Numbers numbers = look_up(host, 0);
        const std::lock_guard lock(question->mutex);
        question->numbers = std::move(numbers);
        question->done = true;
        question->answered.notify_one();
    }).detach();
    const auto until = std::chrono::steady_clock::now() + limit;
    std::unique_lock lock(question->mutex);
    while (!question->done && !given_up() && std::chrono::steady_clock::now() < until)
        question->answered.wait_for(lock, Duration{50});
    return question->numbers;
}

}  // namespace

Addresses resolve(const std::string& host, int port, Duration limit, const std::function<bool()>& given_up) {
    Numbers numbers = look_up(host, AI_NUMERICHOST);
    if (numbers.empty()) numbers = ask(host, limit, given_up);
    Addresses all;
    http_addrlist_t** end = nullptr;
    const std::string service = std::to_string(port);
    for (const std::string& number : numbers) {
        http_addrlist_t* one = httpAddrGetList(number.c_str(), AF_UNSPEC, service.c_str());
        if (!one) continue;
        if (end) *end = one;
        if (!end) all.reset(one);
        while (one->next) one = one->next;
        end = &one->next;
    }
    return all;
}

}  // namespace kiosk::printer
