// SPDX-License-Identifier: Apache-2.0
#include "app/backstage.hpp"

#include "app/clock.hpp"

namespace kiosk::app {

namespace {

constexpr Duration heartbeat{10'000};

}  // namespace

void Backstage::clear() {
    m_post.leave();
    m_service.reset();  // its last reports come now
    m_post.leave();
}

void Backstage::beat(Instant at) {
    if (at - m_beat < heartbeat) return;
    m_beat = at;
    // What cannot be written now is written with the next beat.
    m_mailbox.publish({{mailbox::Fact::heartbeat, std::to_string(at.ms)}});
}

void Backstage::keep_service() {
    if (!m_service) return;
    m_service->keep(m_mailbox.service_is_there(), now());
    if (m_trouble == m_service->trouble()) return;
    if (m_mailbox.publish({{mailbox::Fact::service_trouble, m_service->trouble()}})) m_trouble = m_service->trouble();
}

void Backstage::tell_sound(const Aloud& aloud) {
    const auto sound = aloud.condition();
    if (sound != m_sound && m_mailbox.publish({{mailbox::Fact::sound, sound}})) m_sound = sound;
}

}  // namespace kiosk::app
