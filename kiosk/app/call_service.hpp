// SPDX-License-Identifier: Apache-2.0
// The service's half of calling staff: carries what the screen asks from the mailbox to the desk, and puts into the
// mailbox what people at the desk do. A request is finished only once the desk has it on its disk, and tried again
// until then; a desk that is told twice was told once.
#pragma once

#include "app/mailbox_trouble.hpp"
#include "desk/desk.hpp"
#include "mailbox/mailbox.hpp"

#include <deque>
#include <string>

namespace kiosk::app {

class CallService {
public:
    /// `desk` is nothing where the clinic has none: requests left over from when there was one are finished unread.
    CallService(mailbox::Service&, desk::Desk* desk, std::string kiosk_name);

    /// A request of any kind but printing.
    void take(const mailbox::Request&);
    /// What could not be told before, what the desk has to say, and whether it listens.
    void turn();
    /// Readable while a page has done something; -1 without a desk.
    int descriptor() const { return m_desk != nullptr ? m_desk->descriptor() : -1; }

private:
    bool tell(const mailbox::Request&);
    bool report(const desk::Call&);
    void publish_line();

    mailbox::Service& m_mailbox;
    desk::Desk* m_desk;
    std::string m_kiosk_name;
    MailboxTrouble m_trouble;
    std::deque<mailbox::Request> m_untold;  ///< in their order
    std::int64_t m_heard = 0;               ///< revision of the book
    std::string m_line;
};

}  // namespace kiosk::app
