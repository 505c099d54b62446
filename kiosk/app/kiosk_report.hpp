// SPDX-License-Identifier: Apache-2.0
// What a kiosk tells its desk about itself, in the words of its content.
#pragma once

#include "app/options.hpp"
#include "app/print_service.hpp"
#include "app/shelf.hpp"
#include "content/content.hpp"
#include "desk/exchange.hpp"
#include "mailbox/mailbox.hpp"
#include "views/wording.hpp"

#include <initializer_list>
#include <map>
#include <memory>
#include <string>

namespace kiosk::app {

/// Every word of the desk page by its name, "coming" for desk.coming, in the clinic's language.
std::map<std::string, std::string> desk_words(const content::Content&);

class KioskReport {
public:
    /// The mailbox must outlive it. It speaks before anything is asked of it.
    explicit KioskReport(mailbox::Service& mailbox) : m_mailbox(mailbox) {}

    /// In the words of this content from now on.
    void speak(std::shared_ptr<const Stock> stock) { m_stock = std::move(stock); }

    /// What the mailbox does not tell.
    struct Else {
        int wrong_pins = 0;  ///< since the last right one
        const std::optional<PrintService::TestPage>& test_page;
        std::vector<desk::Drill> drills;
        const desk::Usage& usage;
    };
    desk::About about(Instant now, Else);

private:
    bool screen_answers(Instant now);
    std::vector<desk::Fact> facts(const mailbox::Facts& screen, const mailbox::Facts& service, bool screen_runs) const;
    desk::Fact fact_of(const PrintService::TestPage&) const;
    std::string word(const std::string& name, std::initializer_list<views::Filling> = {}) const;
    desk::Fact approval(const mailbox::Facts& screen) const;
    desk::Fact printer(const mailbox::Facts& service) const;

    mailbox::Service& m_mailbox;
    std::shared_ptr<const Stock> m_stock;
};

}  // namespace kiosk::app
