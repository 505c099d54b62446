// SPDX-License-Identifier: Apache-2.0
#include "app/desk_at_kiosk.hpp"

#include "app/clock.hpp"
#include "desk/secret_file.hpp"
#include "log/log.hpp"
#include "views/wording.hpp"

#include <cstdlib>
#include <filesystem>

namespace kiosk::app {

namespace {

using mailbox::value_of;

constexpr Duration look_every{2'000}, try_again_every{15'000}, tidy_every{3'600'000}, screen_silent_after{25'000};
constexpr std::int64_t closed_calls_stay_ms = std::int64_t{7} * 24 * 3'600'000;
constexpr int many_wrong_pins = 10;
constexpr std::string_view prefix = "desk.", of_the_glass = "desk.glass.";

std::map<std::string, std::string> words_of(const content::Content& content) {
    std::map<std::string, std::string> words;
    for (const auto& [name, text] : content.interface)
        if (name.starts_with(prefix) && !name.starts_with(of_the_glass))
            words[name.substr(prefix.size())] = text(content::LanguageId{0});
    return words;
}

desk::PageText page_text(const Machine& machine, const content::Content& content) {
    const auto& language = content.languages.front();
    return {.words = words_of(content),
            .language = language.code,
            .kiosk = machine.name,
            .right_to_left = language.right_to_left,
            .shown_within = content.clinic.timing.call_shown_within,
            .answered_within = content.clinic.timing.call_answered_within};
}

std::string languages_of(const content::Content& content) {
    std::string names;
    for (const auto& language : content.languages) names += (names.empty() ? "" : ", ") + language.name;
    return names;
}

}  // namespace

std::filesystem::path secrets_file(const Machine& machine) {
    return std::filesystem::path(state_folder(machine)) / "secrets.sqlite";
}

DeskAtKiosk::DeskAtKiosk(const Machine& machine, const content::Content& content, mailbox::Service& mailbox,
                         desk::CallBook book)
    : m_machine(machine),
      m_text(page_text(machine, content)),
      m_languages(languages_of(content)),
      m_mailbox(mailbox),
      m_desk(
          std::move(book), [] { return desk::WallTime{static_cast<std::int64_t>(wall_milliseconds())}; }, now),
      m_paging(machine, m_desk, mailbox, {m_text.shown_within, m_text.answered_within}) {}

Result<std::unique_ptr<DeskAtKiosk>> DeskAtKiosk::open(const Machine& machine, const content::Content& content,
                                                       mailbox::Service& mailbox) {
    auto book = desk::CallBook::open(std::filesystem::path(state_folder(machine)) / "calls.sqlite");
    if (!book) return book.failure();
    return std::unique_ptr<DeskAtKiosk>(new DeskAtKiosk(machine, content, mailbox, std::move(*book)));
}

/// Needed on a network; had on this machine alone where a certificate is named.
Result<std::optional<desk::Door>> DeskAtKiosk::door(const desk::Listen& listen) {
    if (m_machine.certificate.empty() && desk::is_of_this_machine(listen)) return std::optional<desk::Door>();
    if (m_machine.certificate.empty() || m_machine.certificate_key.empty())
        return Failure{
            "On a network the desk page needs a certificate: name certificate and certificate-key, or "
            "listen on 127.0.0.1 alone."};
    auto secrets = desk::Secrets::open(secrets_file(m_machine));
    if (!secrets) return secrets.failure();
    const auto has_password = secrets->has(desk::Secrets::Door::desk);
    if (!has_password) return has_password.failure();
    if (!*has_password) return Failure{"On a network the desk page needs a staff password. Set it: kiosk password"};
    m_secrets.emplace(std::move(*secrets));
    return std::optional(desk::Door{m_machine.certificate, m_machine.certificate_key, &*m_secrets, metrics_token()});
}

/// Empty: nobody reads metrics over the network. A token that cannot be used takes no page from the desk.
std::string DeskAtKiosk::metrics_token() {
    if (m_machine.metrics_token.empty()) return {};
    const auto token = desk::read_secret(m_machine.metrics_token, "metrics-token");
    m_metrics_trouble = token ? std::string() : token.failure().sentence;
    return token ? *token : std::string();
}

Result<std::unique_ptr<desk::FrontPage>> DeskAtKiosk::open_page() {
    const auto listen = desk::parse_listen(m_machine.listen);
    if (!listen) return listen.failure();
    const auto guarded = door(*listen);
    if (!guarded) return guarded.failure();
    return desk::FrontPage::open(m_desk, *listen, m_text, *guarded);
}

/// Without it calls are kept all the same, and the glass sends people to the desk.
void DeskAtKiosk::keep_page(Instant now) {
    if (m_page == nullptr && now - m_tried >= try_again_every) {
        m_tried = now;
        auto opened = open_page();
        if (opened) m_page = std::move(*opened);
        const auto address = m_page ? desk::address_of(m_page->listens(), m_secrets.has_value()) : std::string();
        const auto trouble = opened ? std::string() : opened.failure().sentence;
        mailbox::Facts about{{mailbox::Fact::desk_page, address},
                             {mailbox::Fact::desk_trouble, trouble},
                             {mailbox::Fact::metrics_trouble, m_metrics_trouble}};
        if (about == m_about) return;
        if (!opened) log::write(log::fact::Failed{log::Code::desk_page_not_open, 0});
        m_about = m_untold = std::move(about);
    }
    if (!m_untold.empty() && m_mailbox.publish(m_untold)) m_untold.clear();
}

/// Within 30 s staff must know that it does not.
bool DeskAtKiosk::screen_answers(Instant now) {
    if (!m_mailbox.screen_is_there()) return false;
    const auto screen = m_mailbox.facts(mailbox::Side::screen);
    if (!screen) return false;
    const auto beat = value_of(*screen, mailbox::Fact::heartbeat);
    return !beat.empty() && now.ms - std::atoll(beat.c_str()) <= screen_silent_after.count();
}

/// Of the last days; empty: there was none.
std::string DeskAtKiosk::last_test() {
    const auto calls = m_desk.calls({m_desk.now().ms - closed_calls_stay_ms});
    if (!calls) return {};
    const desk::Call* last = nullptr;
    for (const auto& call : *calls)
        if (call.id.kind == desk::Kind::test && (last == nullptr || call.raised_at > last->raised_at)) last = &call;
    if (last == nullptr) return {};
    const auto time = minute_of(last->raised_at.ms);
    if (last->closed != desk::Closed::seen) return views::fill(word("test-unanswered"), {{"time", time}});
    const auto seconds = std::to_string((last->closed_at.ms - last->raised_at.ms + 500) / 1'000);
    return views::fill(word("test-answered"), {{"time", time}, {"seconds", seconds}});
}

std::vector<desk::Fact> DeskAtKiosk::facts(bool runs) {
    using mailbox::Fact;
    const auto screen = m_mailbox.facts(mailbox::Side::screen), service = m_mailbox.facts(mailbox::Side::service);
    if (!screen || !service) return {};
    const auto content = value_of(*screen, Fact::content).substr(0, 12),
               problems = value_of(*service, Fact::content_trouble);
    std::vector<desk::Fact> found{{word("fact-screen"), word(runs ? "screen-runs" : "screen-stopped"), !runs}};
    if (runs) {
        found.push_back(
            {word("fact-content"),
             views::fill(word("since"), {{"content", content}, {"time", value_of(*screen, Fact::content_since)}})});
        found.push_back({word("fact-approval"), value_of(*screen, Fact::approval)});
    }
    found.push_back({word("fact-languages"), m_languages});
    if (auto test = last_test(); !test.empty()) found.push_back({word("fact-last-test"), std::move(test)});
    found.push_back({word("fact-printer"), value_of(*service, Fact::printer_condition),
                     !value_of(*service, Fact::printer_trouble).empty()});
    if (auto printed = value_of(*service, Fact::last_printed); !printed.empty())
        found.push_back({word("fact-last-printed"), std::move(printed)});
    if (auto paging = m_paging.fact(m_text)) found.push_back(std::move(*paging));
    if (!problems.empty()) found.push_back({word("fact-problems"), problems, true});
    return found;
}

desk::Health DeskAtKiosk::health(bool runs) {
    using mailbox::Fact;
    const auto screen = m_mailbox.facts(mailbox::Side::screen), service = m_mailbox.facts(mailbox::Side::service);
    return {.kiosk = m_machine.name,
            .content = screen && runs ? value_of(*screen, Fact::content) : std::string(),
            .screen_runs = runs,
            .printer_trouble = service && !value_of(*service, Fact::printer_trouble).empty(),
            .paging = m_paging.health()};
}

void DeskAtKiosk::turn(Instant now, StaffService& staff) {
    keep_page(now);
    m_paging.turn(now);
    if (now - m_looked >= look_every) {
        m_looked = now;
        const bool answers = screen_answers(now);
        m_desk.tell(health(answers));
        auto known = facts(answers);
        if (staff.wrong_pins() >= many_wrong_pins)
            known.push_back({word("fact-wrong-pins"), std::to_string(staff.wrong_pins()), true});
        m_desk.show_drills(staff.drills());
        m_desk.show(std::move(known), answers ? std::string() : word("screen-lost"));
    }
    if (now - m_tidied < tidy_every) return;
    m_tidied = now;
    m_desk.write(
        [](desk::CallBook& book, desk::WallTime at) { return book.forget_closed({at.ms - closed_calls_stay_ms}); });
}

}  // namespace kiosk::app
