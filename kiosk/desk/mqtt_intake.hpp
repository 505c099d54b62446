// SPDX-License-Identifier: Apache-2.0
// The desk's end of a broker: hears all kiosks below PREFIX, and answers each. Which kiosk speaks is told by the topic,
// which the broker keeps to who may write there.
#pragma once

#include "desk/desk.hpp"
#include "desk/mqtt.hpp"

#include <set>

namespace kiosk::desk {

class MqttIntake : private Mqtt::User {
public:
    static constexpr std::size_t most_kiosks = 5'000;

    /// Failure: what is wrong with the address. The desk must outlive it.
    static Result<std::unique_ptr<MqttIntake>> open(const BrokerAddress&, Desk&);
    ~MqttIntake() override;
    MqttIntake(const MqttIntake&) = delete;
    MqttIntake& operator=(const MqttIntake&) = delete;

    /// Kiosks that were heard of, here or lost; until an empty state is kept at the broker in place of theirs.
    std::set<std::string> names() const;
    /// Why no kiosk is heard, for staff; empty: they are.
    std::string trouble() const { return m_mqtt->trouble(); }

private:
    explicit MqttIntake(Desk&);
    void connected(Mqtt&) override;
    void heard(Mqtt&, const std::string& topic, const std::string& payload) override;
    void turn(Mqtt&) override;
    void taken(const Mqtt&, Taken) override {}
    bool know(const std::string& kiosk);
    void hear_state(const std::string& kiosk, const std::string& state);

    Desk& m_desk;
    mutable std::mutex m_mutex;
    std::set<std::string> m_names;
    std::int64_t m_told = 0;  ///< revision of the book; of the thread, as what follows
    bool m_was_watched = false;
    std::unique_ptr<Mqtt> m_mqtt;
    std::jthread m_watch;  ///< the last: it uses the others
};

}  // namespace kiosk::desk
