// SPDX-License-Identifier: Apache-2.0
// The clinic's paging system as `kiosk serve` keeps it: opened where it can be, and how it stands in words.
#pragma once

#include "app/options.hpp"
#include "desk/front_page.hpp"
#include "desk/pager.hpp"
#include "mailbox/mailbox.hpp"

#include <memory>
#include <optional>
#include <string>

namespace kiosk::app {

class SecondChannel {
public:
    /// The machine, the desk and the mailbox must outlive it.
    SecondChannel(const Machine&, desk::Desk&, mailbox::Service&, const desk::AnswerTimes&);

    /// Now and then: opened where it is not; whoever asks for the status is told what has changed.
    void turn(Instant now);
    /// For the desk page, in its words; nothing where the clinic has none.
    std::optional<desk::Fact> fact(const desk::PageText&) const;
    std::optional<desk::Paging> health() const;
    /// The clinic has changed its times.
    void count_by(const desk::AnswerTimes&);

private:
    void open();
    desk::Pager::State state() const;

    const Machine& m_machine;
    desk::Desk& m_desk;
    mailbox::Service& m_mailbox;
    desk::AnswerTimes m_times;
    desk::Pager::State m_not_open;  ///< why, and since when
    std::unique_ptr<desk::Pager> m_pager;
    std::string m_told;
    bool m_was_failing = false;
    Instant m_tried{-1'000'000};
};

}  // namespace kiosk::app
