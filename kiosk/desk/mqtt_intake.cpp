// SPDX-License-Identifier: Apache-2.0
#include "desk/mqtt_intake.hpp"

#include "desk/exchange.hpp"

#include <algorithm>

namespace kiosk::desk {

namespace {

constexpr Duration look_every{1'000};

/// What follows "say/" in "say/Waiting room 1"; empty: it is no such topic.
std::string kiosk_in(const std::string& topic, std::string_view below) {
    auto name = topic.starts_with(below) ? topic.substr(below.size()) : std::string();
    return is_topic_level(name) ? name : std::string();
}

void tell(Mqtt& mqtt, const std::string& kiosk, const Heard& heard) {
    mqtt.publish({"hear/" + kiosk, write_heard(heard)});
}

}  // namespace

MqttIntake::MqttIntake(Desk& desk) : m_desk(desk) {}

MqttIntake::~MqttIntake() {
    m_watch.request_stop();
    if (m_watch.joinable()) m_watch.join();
    m_mqtt.reset();
}

Result<std::unique_ptr<MqttIntake>> MqttIntake::open(const BrokerAddress& address, Desk& desk) {
    std::unique_ptr<MqttIntake> intake(new MqttIntake(desk));
    auto opened = Mqtt::open(address, "desk", {"state", "lost", false}, *intake);
    if (!opened) return opened.failure();
    intake->m_mqtt = std::move(*opened);
    intake->m_watch = std::jthread([self = intake.get()](const std::stop_token& stop) {
        std::int64_t revision = 0;
        while (!stop.stop_requested()) {
            revision = self->m_desk.wait(revision, look_every, stop);
            self->m_mqtt->wake();
        }
    });
    return intake;
}

std::set<std::string> MqttIntake::names() const {
    const std::lock_guard lock(m_mutex);
    return m_names;
}

bool MqttIntake::know(const std::string& kiosk) {
    const std::lock_guard lock(m_mutex);
    if (kiosk.empty() || (m_names.size() >= most_kiosks && !m_names.contains(kiosk))) return false;
    m_names.insert(kiosk);
    return true;
}

void MqttIntake::connected(Mqtt& mqtt) {
    mqtt.subscribe("say/+");
    mqtt.subscribe("state/+");
}

/// One whose state was taken from the broker is a kiosk no more.
void MqttIntake::hear_state(const std::string& kiosk, const std::string& state) {
    if (!state.empty()) {
        if (know(kiosk) && state == "lost") m_desk.lose_kiosk(kiosk);
        return;
    }
    const std::lock_guard lock(m_mutex);
    m_names.erase(kiosk);
}

void MqttIntake::heard(Mqtt& mqtt, const std::string& topic, const std::string& payload) {
    if (const auto kiosk = kiosk_in(topic, "state/"); !kiosk.empty()) return hear_state(kiosk, payload);
    const auto kiosk = kiosk_in(topic, "say/");
    const auto said = kiosk.empty() ? std::nullopt : read_said(payload);
    if (!said || !know(kiosk)) return;
    if (const auto answer = exchange(m_desk, kiosk, *said)) tell(mqtt, kiosk, *answer);
}

/// What has changed at the desk is told to whom it concerns.
void MqttIntake::turn(Mqtt& mqtt) {
    const bool is_watched = m_desk.is_watched();
    const auto changed = m_desk.changed_after(m_told);
    if (!changed) return;
    std::set<std::string> concerned;
    for (const auto& call : *changed) {
        m_told = std::max(m_told, call.revision);
        concerned.insert(call.id.kiosk);
    }
    // Only this thread changes the names.
    if (is_watched != m_was_watched) concerned = m_names;
    m_was_watched = is_watched;
    for (const auto& kiosk : concerned)
        if (m_names.contains(kiosk))
            if (const auto heard = m_desk.heard_by(kiosk)) tell(mqtt, kiosk, *heard);
}

}  // namespace kiosk::desk
