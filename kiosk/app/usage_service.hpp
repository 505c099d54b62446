// SPDX-License-Identifier: Apache-2.0
// The service's half of counting: carries what the screen asks to count from the mailbox to the book of usage, and
// counts the handouts that a printer has printed. A request is finished only once it is counted; told again after a
// kill it counts nothing. A book that cannot be had holds nothing up: the requests are finished uncounted.
#pragma once

#include "app/mailbox_trouble.hpp"
#include "desk/usage_book.hpp"
#include "mailbox/mailbox.hpp"

#include <deque>
#include <functional>
#include <optional>
#include <string>

namespace kiosk::app {

class UsageService {
public:
    using Clock = std::function<desk::Day()>;
    UsageService(mailbox::Service&, Result<desk::UsageBook>, Clock today);

    /// A request of kind tally.
    void take(const mailbox::Request&);
    /// Of a print, before its request is finished.
    void printed(const mailbox::Key& print, int handouts);
    /// What could not be counted before; forgets the tickets of what is done, and days of long ago.
    void turn();

    /// As it may be shown.
    const desk::Usage& usage() const { return m_usage; }

private:
    struct Untold {
        mailbox::Key key;
        std::optional<desk::Tally> tally;  ///< nothing: handouts
        int handouts = 0;
    };
    void tell(Untold);
    /// Whether it is done with.
    bool count(const Untold&);
    bool settle();
    void look(desk::Day);

    mailbox::Service& m_mailbox;
    std::optional<desk::UsageBook> m_book;
    Clock m_today;
    MailboxTrouble m_trouble;
    std::deque<Untold> m_untold;
    bool m_is_settled = false, m_is_new = true;
    std::optional<desk::Day> m_day;
    desk::Usage m_usage;
    std::string m_told;
};

}  // namespace kiosk::app
