// SPDX-License-Identifier: Apache-2.0
#include "desk/mqtt_line.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <mutex>
#include <utility>

namespace kiosk::desk {

namespace {

constexpr Duration say_every{5'000}, say_again_every{1'500};  // what is not taken yet

class MqttLine : public Line, private Mqtt::User {
public:
    MqttLine(std::string kiosk, std::function<Instant()> ticks)
        : m_kiosk(std::move(kiosk)), m_ticks(std::move(ticks)), m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    ~MqttLine() override {
        m_mqtt.reset();
        close(m_event);
    }
    Result<std::monostate> open(const BrokerAddress& address) {
        auto opened = Mqtt::open(address, "kiosk-" + m_kiosk, {"state/" + m_kiosk, "lost", true}, *this);
        if (!opened) return opened.failure();
        m_mqtt = std::move(*opened);
        return std::monostate{};
    }

    void say(const Said& said) override {
        const std::lock_guard lock(m_mutex);
        m_is_new = m_is_new || m_said.tellings != said.tellings;
        m_said = said;
        if (m_is_new) m_mqtt->wake();
    }
    std::optional<Heard> hear() override {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_answer, std::nullopt);
    }
    std::string trouble() const override {
        auto trouble = m_mqtt->trouble();
        const std::lock_guard lock(m_mutex);
        return trouble.empty() ? m_trouble : trouble;
    }
    int descriptor() const override { return m_event; }
    void quiet() override {
        eventfd_t count = 0;
        eventfd_read(m_event, &count);
    }

private:
    void connected(Mqtt& mqtt) override {
        mqtt.subscribe("hear/" + m_kiosk);
        mqtt.publish({"state/" + m_kiosk, "here", true});
        m_next = {};
    }
    void heard(Mqtt&, const std::string&, const std::string& payload) override {
        auto heard = read_heard(payload);
        if (!heard) return;
        const std::lock_guard lock(m_mutex);
        // Of two that come together the later has the calls, and either what was taken.
        if (m_answer) heard->taken.insert(heard->taken.end(), m_answer->taken.begin(), m_answer->taken.end());
        m_answer = std::move(*heard);
        m_trouble.clear();
        eventfd_write(m_event, 1);
    }
    void turn(Mqtt& mqtt) override {
        const auto now = m_ticks();
        const std::unique_lock lock(m_mutex);
        if (!m_is_new && now < m_next) return;
        m_is_new = false;
        m_next = now + (m_said.tellings.empty() ? say_every : say_again_every);
        mqtt.publish({"say/" + m_kiosk, write_said(said_at(now, m_said))});
    }
    void taken(const Mqtt& mqtt, Taken how) override {
        const std::lock_guard lock(m_mutex);
        if (how == Taken::no_listener) m_trouble = mqtt.name() + " has no desk that listens to this kiosk.";
        if (how == Taken::refused)
            m_trouble = mqtt.name() + " does not let this kiosk speak as " + m_kiosk + ": see its rights (ACL).";
        eventfd_write(m_event, 1);
    }

    std::string m_kiosk;
    std::function<Instant()> m_ticks;
    int m_event;
    mutable std::mutex m_mutex;
    Said m_said;
    bool m_is_new = false;
    Instant m_next;  ///< of the thread
    std::optional<Heard> m_answer;
    std::string m_trouble;
    std::unique_ptr<Mqtt> m_mqtt;  ///< the last: its thread uses the others
};

}  // namespace

Result<std::unique_ptr<Line>> line_to(const BrokerAddress& address, const std::string& kiosk_name,
                                      std::function<Instant()> ticks) {
    if (!is_topic_level(kiosk_name))
        return Failure{"Through a broker a kiosk needs a name of its own, without + # and /: name=Waiting room 1"};
    auto line = std::make_unique<MqttLine>(kiosk_name, std::move(ticks));
    if (auto opened = line->open(address); !opened) return opened.failure();
    return std::unique_ptr<Line>(std::move(line));
}

}  // namespace kiosk::desk
