// SPDX-License-Identifier: Apache-2.0
#include "desk/https_line.hpp"

#include "desk/https.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace kiosk::desk {

namespace {

constexpr Duration say_every{1'000}, patience{5'000};

class HttpsLine : public Line {
public:
    HttpsLine(DeskAddress address, std::function<Instant()> ticks)
        : m_key(std::move(address.key)),
          m_ticks(std::move(ticks)),
          m_poster({"The desk", std::move(address.url) + "/kiosk", std::move(address.authority), "desk-authority",
                    patience}),
          m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
          m_thread([this](const std::stop_token& stop) { run(stop); }) {}
    ~HttpsLine() override {
        m_thread.request_stop();
        m_thread.join();
        close(m_event);
    }

    void say(const Said& said) override {
        const std::lock_guard lock(m_mutex);
        if (m_said == said) return;
        m_is_new = m_is_new || !m_said || m_said->tellings != said.tellings;
        m_said = said;
        if (m_is_new) m_change.notify_all();
    }
    std::optional<Heard> hear() override {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_answer, std::nullopt);
    }
    std::string trouble() const override {
        const std::lock_guard lock(m_mutex);
        return m_trouble;
    }
    int descriptor() const override { return m_event; }
    void quiet() override {
        eventfd_t count = 0;
        eventfd_read(m_event, &count);
    }

private:
    /// Nothing: it stops.
    std::optional<Said> next(const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        m_change.wait_for(lock, stop, say_every, [&] { return m_is_new; });
        m_is_new = false;
        return stop.stop_requested() ? std::nullopt : std::optional(m_said.value_or(Said{}));
    }

    Result<Heard> ask(const Said& said, const std::stop_token& stop) {
        const auto answer = m_poster.post({"Content-Type: application/json", "Authorization: Bearer " + m_key},
                                          write_said(said_at(m_ticks(), said)), longest_text, stop);
        if (!answer) return answer.failure();
        if (answer->status == 401)
            return Failure{m_poster.name() + " does not know this kiosk: make a key for it there (kiosk desk-key)."};
        if (answer->status == 500)
            return Failure{m_poster.name() + " cannot read or write its book: see the desk page."};
        auto heard = answer->status == 200 ? read_heard(answer->body) : std::nullopt;
        if (heard) return std::move(*heard);
        return Failure{m_poster.name() + " answered " + std::to_string(answer->status) +
                       ": is it a kiosk with a desk page, of the same version?"};
    }

    void run(const std::stop_token& stop) {
        while (const auto said = next(stop)) {
            auto heard = ask(*said, stop);
            const std::lock_guard lock(m_mutex);
            m_trouble = heard ? std::string() : heard.failure().sentence;
            if (heard) m_answer = std::move(*heard);
            eventfd_write(m_event, 1);
        }
    }

    std::string m_key;
    std::function<Instant()> m_ticks;
    Poster m_poster;  ///< of the thread
    int m_event;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_change;
    std::optional<Said> m_said;
    bool m_is_new = false;  ///< and was not said yet
    std::optional<Heard> m_answer;
    std::string m_trouble;
    std::jthread m_thread;  ///< the last: it uses the others
};

}  // namespace

std::string desk_trouble(const std::string& url) {
    const auto trouble =
        address_trouble(url, {"A desk", "https://10.0.0.5:8443", "it knows this kiosk by desk-key", "http", "https"});
    if (!trouble.empty() || !url.ends_with('/')) return trouble;
    return "Write the address of the desk without the / at its end.";
}

Result<std::unique_ptr<Line>> line_to(DeskAddress address, std::function<Instant()> ticks) {
    if (auto trouble = desk_trouble(address.url); !trouble.empty()) return Failure{std::move(trouble)};
    return std::unique_ptr<Line>(std::make_unique<HttpsLine>(std::move(address), std::move(ticks)));
}

}  // namespace kiosk::desk
