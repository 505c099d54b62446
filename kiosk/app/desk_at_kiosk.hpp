// SPDX-License-Identifier: Apache-2.0
// The front desk that `kiosk serve` keeps itself: its book in the state folder, its page, and its kiosks.
#pragma once

#include "app/options.hpp"
#include "app/second_channel.hpp"
#include "content/content.hpp"
#include "desk/certificate.hpp"
#include "desk/front_page.hpp"
#include "desk/mqtt_intake.hpp"
#include "mailbox/mailbox.hpp"

#include <filesystem>
#include <memory>
#include <optional>

namespace kiosk::app {

/// Of the desk's password and sessions.
std::filesystem::path secrets_file(const Machine&);
/// With the files that belong to it.
desk::BrokerAddress broker_of(const Machine&, const std::string& url);
/// Of the keys of other kiosks.
std::filesystem::path keys_file(const Machine&);

class DeskAtKiosk {
public:
    /// Failure: the book cannot be used. The machine and the mailbox must outlive it.
    static Result<std::unique_ptr<DeskAtKiosk>> open(const Machine&, const content::Content&, mailbox::Service&);

    desk::Desk& desk() { return m_desk; }
    /// The page is in the words of this content from now on, and counts by its times.
    void speak(const content::Content&);
    /// Now and then: the page is opened where it is not, or why not is told; which kiosks are silent; and calls closed
    /// long ago are forgotten.
    void turn(Instant now);

private:
    DeskAtKiosk(const Machine&, const content::Content&, mailbox::Service&, desk::CallBook, desk::KioskKeys);
    Result<std::optional<desk::Door>> door(const desk::Listen&);
    Result<std::unique_ptr<desk::FrontPage>> open_page();
    void keep_page(Instant now);
    void look_for_kiosks();
    std::vector<desk::Fact> own_facts() const;
    std::optional<desk::Fact> certificate_fact() const;
    void look_at_certificate();
    std::string metrics_token();

    const Machine& m_machine;
    desk::PageText m_text;
    desk::KioskKeys m_keys;
    std::optional<desk::Secrets> m_secrets;
    mailbox::Service& m_mailbox;
    desk::Desk m_desk;
    SecondChannel m_paging;
    std::unique_ptr<desk::MqttIntake> m_intake;  ///< nothing: no broker is named
    std::unique_ptr<desk::FrontPage> m_page;     ///< the last: its threads use the others
    mailbox::Facts m_about, m_untold;            ///< of the page, as last found; and what the mailbox did not take yet
    std::string m_metrics_trouble;               ///< why nobody reads metrics over the network; usually empty
    std::filesystem::file_time_type m_certificate_written{};  ///< of the two files, the newer one, as the page has them
    std::optional<desk::Day> m_certificate_ends;
    Instant m_tried{-1'000'000}, m_looked, m_tidied, m_looked_at_certificate{-1'000'000};
};

}  // namespace kiosk::app
