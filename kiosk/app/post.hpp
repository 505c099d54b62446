// SPDX-License-Identifier: Apache-2.0
// The screen's half of the mailbox: carries a visit's effects out, and brings back what the service reports as events.
#pragma once

#include "app/mailbox_trouble.hpp"
#include "content/content.hpp"
#include "mailbox/mailbox.hpp"
#include "visit/effect.hpp"

#include <string>
#include <vector>

namespace kiosk::app {

class Post {
public:
    Post(const content::Content&, mailbox::Screen&);

    /// What the world answers at once: a job withdrawn before anybody took it, or that could not be written down.
    std::vector<visit::Event> carry_out(const visit::Effects&);
    /// What was written down for those who have left. Wiping takes a disk long, and nobody waits for it: call it once
    /// the glass shows the next screen; what cannot be wiped yet is tried again. What a crash leaves behind is wiped at
    /// the next start.
    void forget();
    /// New reports of the service, and printer and desk where they have changed.
    std::vector<visit::Event> collect(Instant now);
    /// The copy of a content that the service offers for the next visit; empty: none was.
    const std::string& offered() const { return m_offered; }
    /// Staff asked for it at the glass.
    bool restart_asked() const { return m_restart; }
    /// Orders are of this content from now on. It must outlive the next call.
    void show(const content::Content& content) { m_content = &content; }
    /// Whoever is at the glass is gone: nothing comes out any more, and nothing of the visit stays in the mailbox.
    void leave();

private:
    std::vector<visit::Event> print(const visit::PrintOrder&);
    std::vector<visit::Event> cancel(visit::Ticket, visit::JobNumber);
    std::vector<visit::Event> call(visit::Ticket, mailbox::Kind, visit::CallNumber, std::string payload = {});
    void look_at_service(Instant now);

    const content::Content* m_content;
    mailbox::Screen& m_mailbox;
    std::vector<visit::Ticket> m_have_left;
    std::string m_offered;
    visit::PrinterKind m_printer = visit::PrinterKind::none, m_told_printer = visit::PrinterKind::none;
    bool m_staff_pin = false, m_told_staff_pin = false, m_restart = false;
    std::string m_status, m_told_status;
    int m_drills = 0, m_updates = 0;  ///< how many were asked for
    visit::Desk m_desk = visit::Desk::none, m_told_desk = visit::Desk::none;
    Instant m_service_seen{-1'000'000};
    MailboxTrouble m_trouble;
};

}  // namespace kiosk::app
