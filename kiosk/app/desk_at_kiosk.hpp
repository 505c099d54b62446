// SPDX-License-Identifier: Apache-2.0
// The front desk that `kiosk serve` keeps itself: its book in the state folder, its page, and what the page says of
// this kiosk.
#pragma once

#include "app/options.hpp"
#include "app/second_channel.hpp"
#include "app/staff_service.hpp"
#include "content/content.hpp"
#include "desk/front_page.hpp"
#include "mailbox/mailbox.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace kiosk::app {

/// Of the desk's password and sessions.
std::filesystem::path secrets_file(const Machine&);

class DeskAtKiosk {
public:
    /// Failure: the book cannot be used. The machine and the mailbox must outlive it.
    static Result<std::unique_ptr<DeskAtKiosk>> open(const Machine&, const content::Content&, mailbox::Service&);

    desk::Desk& desk() { return m_desk; }
    /// Now and then: the page is opened where it is not, or why not is told; what staff should know of the kiosk; and
    /// calls closed long ago are forgotten.
    void turn(Instant now, StaffService&);

private:
    DeskAtKiosk(const Machine&, const content::Content&, mailbox::Service&, desk::CallBook);
    Result<std::optional<desk::Door>> door(const desk::Listen&);
    Result<std::unique_ptr<desk::FrontPage>> open_page();
    void keep_page(Instant now);
    bool screen_answers(Instant now);
    std::string last_test();
    std::vector<desk::Fact> facts(bool screen_answers);
    desk::Health health(bool screen_answers);
    std::string metrics_token();
    const std::string& word(const std::string& name) const { return m_text.words.at(name); }

    const Machine& m_machine;
    desk::PageText m_text;
    std::string m_languages;
    std::optional<desk::Secrets> m_secrets;
    mailbox::Service& m_mailbox;
    desk::Desk m_desk;
    SecondChannel m_paging;
    std::unique_ptr<desk::FrontPage> m_page;  ///< the last: its threads use the others
    mailbox::Facts m_about, m_untold;         ///< of the page, as last found; and what the mailbox did not take yet
    std::string m_metrics_trouble;            ///< why nobody reads metrics over the network; usually empty
    Instant m_tried{-1'000'000}, m_looked, m_tidied;
};

}  // namespace kiosk::app
