// SPDX-License-Identifier: Apache-2.0
// The front desk that `kiosk serve` keeps itself: its book in the state folder, its page, and what the page says of
// this kiosk.
#pragma once

#include "app/options.hpp"
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
    /// The mailbox must outlive it.
    static Result<std::unique_ptr<DeskAtKiosk>> open(const Machine&, const content::Content&, mailbox::Service&);

    desk::Desk& desk() { return m_desk; }
    /// "http://127.0.0.1:8080/"
    const std::string& address() const { return m_address; }
    /// Now and then: what staff should know of the kiosk, and calls closed long ago are forgotten.
    void turn(Instant now);

private:
    DeskAtKiosk(const content::Content&, mailbox::Service&, desk::CallBook);
    std::vector<desk::Fact> facts();

    std::string word(const std::string& name) const;
    Result<std::optional<desk::Door>> door(const Machine&, const desk::Listen&);

    std::map<std::string, std::string> m_words;  ///< of the desk page, without "desk."
    std::string m_languages, m_address;
    std::optional<desk::Secrets> m_secrets;
    mailbox::Service& m_mailbox;
    desk::Desk m_desk;
    std::unique_ptr<desk::FrontPage> m_page;  ///< the last: its threads use the desk
    Instant m_looked, m_tidied;
};

}  // namespace kiosk::app
