// SPDX-License-Identifier: Apache-2.0
// What a kiosk tells its desk about itself, in the words of its content.
#pragma once

#include "app/options.hpp"
#include "content/content.hpp"
#include "desk/exchange.hpp"
#include "mailbox/mailbox.hpp"

#include <map>
#include <string>

namespace kiosk::app {

/// Every word of the desk page by its name, "coming" for desk.coming, in the clinic's language.
std::map<std::string, std::string> desk_words(const content::Content&);

class KioskReport {
public:
    /// The mailbox must outlive it.
    KioskReport(const content::Content&, mailbox::Service&);

    /// As the mailbox has it. `wrong_pins`: since the last right one.
    desk::About about(Instant now, int wrong_pins);

private:
    bool screen_answers(Instant now);
    std::vector<desk::Fact> facts(const mailbox::Facts& screen, const mailbox::Facts& service, bool screen_runs) const;
    const std::string& word(const std::string& name) const { return m_words.at(name); }

    std::map<std::string, std::string> m_words;
    std::string m_languages;
    mailbox::Service& m_mailbox;
};

}  // namespace kiosk::app
