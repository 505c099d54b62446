// SPDX-License-Identifier: Apache-2.0
// What the screen keeps behind the glass: its end of the mailbox, and the service where it runs its own.
#pragma once

#include "app/aloud.hpp"
#include "app/post.hpp"
#include "app/service_process.hpp"
#include "app/signals.hpp"

#include <optional>
#include <string>

namespace kiosk::app {

/// What stands behind the glass. However the screen ends: nobody gets paper any more, and nothing of a visit stays.
class Backstage {
public:
    Backstage(const content::Content& content, mailbox::Screen& mailbox)
        : m_mailbox(mailbox), m_post(content, mailbox) {}
    ~Backstage() { clear(); }
    Backstage(const Backstage&) = delete;
    Backstage& operator=(const Backstage&) = delete;

    Post& post() { return m_post; }
    int descriptor() const { return m_mailbox.descriptor(); }
    /// Whether anything can be read aloud, once that is known.
    void tell_sound(const Aloud&);
    Result<mailbox::Done> publish(const mailbox::Facts& facts) { return m_mailbox.publish(facts); }
    void run_service(const Machine& machine, const StopSignals& signals) {
        m_service.emplace(machine, signals.before());
    }
    void keep_service();
    /// The mailbox must be opened anew.
    bool is_lost() const { return m_mailbox.is_lost(); }
    /// Tells the service that this screen still turns: a frozen one keeps its end of the mailbox.
    void beat(Instant at);
    /// Nobody gets paper any more, nothing of a visit stays, and the service of this screen ends.
    void clear();

private:
    mailbox::Screen& m_mailbox;
    Post m_post;
    std::optional<ServiceProcess> m_service;
    std::string m_trouble, m_sound;
    Instant m_beat{};
};

}  // namespace kiosk::app
