// SPDX-License-Identifier: Apache-2.0
// A paging system on loopback that is fine, slow, broken or down, and writes down what it got.
#pragma once

#include <doctest/doctest.h>
#include <httplib.h>

#include <algorithm>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace kiosk::desk {

class PagingSystem {
public:
    /// changing: fine, but broken for every third that is new.
    enum class Mood { fine, broken, elsewhere, slow, changing };
    struct Got {
        std::string key, signature, body;
        Mood mood;  ///< only what was got in a fine mood was delivered
    };
    static constexpr const char* path = "/kiosk";

    /// Where it will be; down until start().
    PagingSystem() : PagingSystem(std::make_unique<httplib::Server>(), "http") {}
    PagingSystem(std::unique_ptr<httplib::Server> server, const std::string& scheme)
        : m_server(std::move(server)), m_scheme(scheme) {
        m_server->Post(
            path, [this](const httplib::Request& request, httplib::Response& response) { answer(request, response); });
        m_port = m_server->bind_to_any_port("127.0.0.1");
        REQUIRE(m_port > 0);
    }
    ~PagingSystem() {
        wake();
        m_server->stop();
        if (m_thread.joinable()) m_thread.join();
    }
    void start() {
        m_thread = std::thread([this] { m_server->listen_after_bind(); });
        while (!m_server->is_running()) std::this_thread::yield();
    }
    std::string url() const { return m_scheme + "://127.0.0.1:" + std::to_string(m_port) + path; }
    int port() const { return m_port; }

    void is(Mood mood) {
        const std::lock_guard lock(m_mutex);
        m_mood = mood;
    }
    /// Those who are waited for hear 503 now.
    void wake() {
        const std::lock_guard lock(m_mutex);
        m_awake = true;
        m_change.notify_all();
    }
    std::vector<Got> got() const {
        const std::lock_guard lock(m_mutex);
        return m_got;
    }
    /// Waits for it, at most 30 s; what was got then.
    std::vector<Got> got(std::size_t count) const {
        std::unique_lock lock(m_mutex);
        m_change.wait_for(lock, std::chrono::seconds{30}, [&] { return m_got.size() >= count; });
        REQUIRE(m_got.size() >= count);
        return m_got;
    }
    /// How often it said that it has this.
    static std::ptrdiff_t deliveries(const std::vector<Got>& got, const std::string& key) {
        return std::count_if(got.begin(), got.end(),
                             [&](const Got& one) { return one.key == key && one.mood == Mood::fine; });
    }

private:
    void answer(const httplib::Request& request, httplib::Response& response) {
        std::unique_lock lock(m_mutex);
        const auto key = request.get_header_value("Idempotency-Key");
        const bool is_new = std::none_of(m_got.begin(), m_got.end(), [&](const Got& one) { return one.key == key; });
        const auto changed = is_new && m_got.size() % 3 == 0 ? Mood::broken : Mood::fine;
        const auto mood = m_mood == Mood::changing ? changed : m_mood;
        m_got.push_back({key, request.get_header_value("X-Kiosk-Signature"), request.body, mood});
        m_change.notify_all();
        response.status = mood == Mood::fine ? 204 : mood == Mood::broken ? 500 : 302;
        if (mood == Mood::elsewhere) response.set_header("Location", path);
        if (mood != Mood::slow) return;
        m_change.wait_for(lock, std::chrono::seconds{30}, [&] { return m_awake; });
        response.status = 503;
    }

    std::unique_ptr<httplib::Server> m_server;
    std::string m_scheme;
    int m_port = 0;
    mutable std::mutex m_mutex;
    mutable std::condition_variable m_change;
    Mood m_mood = Mood::fine;
    bool m_awake = false;
    std::vector<Got> m_got;
    std::thread m_thread;
};

}  // namespace kiosk::desk
