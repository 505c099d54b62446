// SPDX-License-Identifier: Apache-2.0
// The service's half of calling staff: carries what the screen asks from the mailbox to the desk, and puts into the
// mailbox what people at the desk do. A request is finished only once the desk has it on its disk, and said again until
// then; a desk that is told twice was told once.
#pragma once

#include "app/mailbox_trouble.hpp"
#include "desk/line.hpp"
#include "mailbox/mailbox.hpp"

#include <deque>
#include <map>
#include <memory>
#include <string>

namespace kiosk::app {

class CallService {
public:
    /// A desk that was not heard for longer is deaf: with the time its own end takes, staff or patient know within 30
    /// s.
    static constexpr Duration heard_within{12'000};

    /// `line` is nothing where the clinic has no desk: requests left over from when there was one are finished unread.
    /// `address`: of a desk of another machine, for the status; else empty.
    CallService(mailbox::Service&, std::unique_ptr<desk::Line>, std::string address = {});

    /// A request of any kind but printing.
    void take(const mailbox::Request&);
    /// How this kiosk is, for the desk.
    void tell(desk::About about) { m_about = std::move(about); }
    /// What is not taken yet is said, what the desk answers is carried on, and whether it listens.
    void turn(Instant now);
    /// The newest answer of the desk.
    const desk::Heard& heard() const { return m_heard; }
    /// Readable while the line has something; -1 without a desk.
    int descriptor() const { return m_line != nullptr ? m_line->descriptor() : -1; }

private:
    struct Open {
        mailbox::Request request;
        desk::Telling telling;
    };
    desk::Said said() const;
    void finish(const desk::Telling::Key&);
    void report(const std::vector<desk::Progress>&);
    void publish_line(Instant now);

    mailbox::Service& m_mailbox;
    std::unique_ptr<desk::Line> m_line;
    std::string m_address;
    MailboxTrouble m_trouble;
    std::deque<Open> m_open;  ///< in their order
    desk::About m_about;
    desk::Heard m_heard;
    Instant m_heard_at{-1'000'000};
    std::vector<desk::Progress> m_reported;
    mailbox::Facts m_told;
};

}  // namespace kiosk::app
