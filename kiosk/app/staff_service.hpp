// SPDX-License-Identifier: Apache-2.0
// The service's half of staff at the glass: judges the PIN, keeps the log of drills, and tells what staff see behind
// the PIN. The screen never has more of the PIN than the digits just typed.
#pragma once

#include "app/mailbox_trouble.hpp"
#include "app/options.hpp"
#include "app/stick.hpp"
#include "desk/drill_book.hpp"
#include "desk/exchange.hpp"
#include "desk/secrets.hpp"
#include "desk/usage.hpp"
#include "mailbox/mailbox.hpp"
#include "visit/event.hpp"

#include <memory>
#include <optional>

namespace kiosk::app {

class StaffService {
public:
    /// Both must outlive it. What cannot be opened is tried again.
    StaffService(const Machine&, mailbox::Service&);

    static bool is_for_staff(mailbox::Kind);
    void take(const mailbox::Request&);
    /// `today`: what the desk has of this kiosk.
    void turn(Instant now, const desk::Usage&, const desk::Heard::Today& today);
    /// Wrong PINs since the last right one.
    int wrong_pins() const { return m_wrong; }
    /// The newest first.
    std::vector<desk::Drill> drills() const;

private:
    void open();
    void look(Instant now, const desk::Usage&, const desk::Heard::Today&);
    bool judge(const mailbox::Request&);
    bool note_drill(const mailbox::Request&);
    bool handle(const mailbox::Request&);
    visit::KioskStatus status(Instant now, const desk::Usage&, const desk::Heard::Today&);

    const Machine& m_machine;
    mailbox::Service& m_mailbox;
    std::optional<desk::Secrets> m_secrets;
    mutable std::optional<desk::DrillBook> m_drills;
    StickDesk m_stick;
    std::vector<mailbox::Request> m_open;
    mailbox::Facts m_told;
    Instant m_looked{-1'000'000};
    int m_wrong = 0;
    MailboxTrouble m_trouble;
};

}  // namespace kiosk::app
