// SPDX-License-Identifier: Apache-2.0
#include "app/kiosk_report.hpp"

#include "app/approval_text.hpp"

#include <cstdlib>
#include <string_view>

namespace kiosk::app {

namespace {

using mailbox::Fact, mailbox::value_of;

constexpr Duration screen_silent_after{25'000};
constexpr int many_wrong_pins = 10;
constexpr std::string_view prefix = "desk.", of_the_glass = "desk.glass.";

std::string languages_of(const content::Content& content) {
    std::string names;
    for (const auto& language : content.languages) names += (names.empty() ? "" : ", ") + language.name;
    return names;
}

}  // namespace

std::map<std::string, std::string> desk_words(const content::Content& content) {
    std::map<std::string, std::string> words;
    for (const auto& [name, text] : content.interface)
        if (name.starts_with(prefix) && !name.starts_with(of_the_glass))
            words[name.substr(prefix.size())] = text(content::LanguageId{0});
    return words;
}

std::string KioskReport::word(const std::string& name, std::initializer_list<views::Filling> with) const {
    return views::say(m_stock->content, content::LanguageId{0}, std::string(prefix) + name, with);
}

/// Within 30 s staff must know that it does not.
bool KioskReport::screen_answers(Instant now) {
    if (!m_mailbox.screen_is_there()) return false;
    const auto screen = m_mailbox.facts(mailbox::Side::screen);
    if (!screen) return false;
    const auto beat = value_of(*screen, Fact::heartbeat);
    return !beat.empty() && now.ms - std::atoll(beat.c_str()) <= screen_silent_after.count();
}

desk::Fact KioskReport::approval(const mailbox::Facts& screen) const {
    const auto by = read_sign_off(value_of(screen, Fact::approval));
    const auto is = by ? word("glass.approved-by", {{"name", by->by}, {"date", by->on}}) : word("glass.not-approved");
    return {word("fact-approval"), is};
}

desk::Fact KioskReport::printer(const mailbox::Facts& service) const {
    return {word("fact-printer"), views::printer_words(m_stock->content, value_of(service, Fact::printer_state)),
            !value_of(service, Fact::printer_trouble).empty()};
}

std::vector<desk::Fact> KioskReport::facts(const mailbox::Facts& screen, const mailbox::Facts& service,
                                           bool runs) const {
    const auto content = value_of(screen, Fact::content).substr(0, 12),
               problems = value_of(service, Fact::content_trouble);
    std::vector<desk::Fact> found{{word("fact-screen"), word(runs ? "screen-runs" : "screen-stopped"), !runs}};
    if (runs) {
        found.push_back({word("fact-content"),
                         word("since", {{"content", content}, {"time", value_of(screen, Fact::content_since)}})});
        found.push_back(approval(screen));
    }
    found.push_back({word("fact-languages"), languages_of(m_stock->content)});
    found.push_back(printer(service));
    if (auto printed = value_of(service, Fact::last_printed); !printed.empty())
        found.push_back({word("fact-last-printed"), std::move(printed)});
    if (const auto sound = value_of(screen, Fact::sound); runs && !sound.empty() && sound != "ready")
        found.push_back({word("fact-sound"), sound, true});
    if (!problems.empty()) found.push_back({word("fact-problems"), problems, true});
    if (const auto lost = value_of(service, Fact::mailbox_trouble); !lost.empty())
        found.push_back({word("fact-mailbox"), word("mailbox-damaged", {{"time", lost}}), true});
    return found;
}

/// How far the test page has come that the desk asked for.
desk::Fact KioskReport::fact_of(const PrintService::TestPage& page) const {
    using printer::Stage;
    const auto* is = page.stage == Stage::printed      ? "page-printed"
                     : page.stage == Stage::saved      ? "page-saved"
                     : printer::is_final(page.stage)   ? "page-not-printed"
                     : page.stage == Stage::needs_hand ? "page-waits"
                                                       : "page-sent";
    return {word("test-page-title"), page.begun + ": " + word(is)};
}

desk::About KioskReport::about(Instant now, Else other) {
    const auto screen = m_mailbox.facts(mailbox::Side::screen), service = m_mailbox.facts(mailbox::Side::service);
    const bool runs = screen_answers(now);
    desk::About about{.facts = {}, .alarm = runs ? std::string() : word("screen-lost"), .health = {}};
    about.drills = std::move(other.drills);
    about.usage = other.usage;
    if (other.test_page) about.test_page = other.test_page->number;
    if (!screen || !service) return about;
    about.facts = facts(*screen, *service, runs);
    if (other.wrong_pins >= many_wrong_pins)
        about.facts.push_back({word("fact-wrong-pins"), std::to_string(other.wrong_pins), true});
    if (other.test_page && other.test_page->number != 0) about.facts.push_back(fact_of(*other.test_page));
    about.health = {.content = runs ? value_of(*screen, Fact::content) : std::string(),
                    .screen_runs = runs,
                    .printer_trouble = !value_of(*service, Fact::printer_trouble).empty()};
    return about;
}

}  // namespace kiosk::app
