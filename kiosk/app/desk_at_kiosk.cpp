// SPDX-License-Identifier: Apache-2.0
#include "app/desk_at_kiosk.hpp"

#include "app/clock.hpp"
#include "app/kiosk_report.hpp"
#include "app/state.hpp"
#include "desk/secret_file.hpp"
#include "log/log.hpp"
#include "views/wording.hpp"

#include <algorithm>
#include <filesystem>

namespace kiosk::app {

namespace {

constexpr Duration look_every{2'000}, try_again_every{15'000}, tidy_every{3'600'000};
constexpr std::int64_t closed_calls_stay_ms = std::int64_t{7} * 24 * 3'600'000;
desk::PageText page_text(const content::Content& content) {
    const auto& language = content.languages.front();
    return {.words = desk_words(content),
            .language = language.code,
            .right_to_left = language.right_to_left,
            .shown_within = content.clinic.timing.call_shown_within,
            .answered_within = content.clinic.timing.call_answered_within};
}

}  // namespace

std::filesystem::path secrets_file(const Machine& machine) {
    return book(machine, "secrets.sqlite");
}

desk::BrokerAddress broker_of(const Machine& machine, const std::string& url) {
    return {url, machine.broker_authority, machine.broker_certificate, machine.broker_key};
}

std::filesystem::path keys_file(const Machine& machine) {
    return book(machine, "kiosks.sqlite");
}

DeskAtKiosk::DeskAtKiosk(const Machine& machine, const content::Content& content, mailbox::Service& mailbox,
                         desk::CallBook book, desk::KioskKeys keys)
    : m_machine(machine),
      m_text(page_text(content)),
      m_keys(std::move(keys)),
      m_mailbox(mailbox),
      m_desk(
          std::move(book), [] { return desk::WallTime{static_cast<std::int64_t>(wall_milliseconds())}; }, now),
      m_paging(machine, m_desk, mailbox, {m_text.shown_within, m_text.answered_within}) {}

Result<std::unique_ptr<DeskAtKiosk>> DeskAtKiosk::open(const Machine& machine, const content::Content& content,
                                                       mailbox::Service& mailbox) {
    auto calls = desk::CallBook::open(book(machine, "calls.sqlite"));
    if (!calls) return calls.failure();
    auto keys = desk::KioskKeys::open(keys_file(machine));
    if (!keys) return keys.failure();
    std::unique_ptr<DeskAtKiosk> made(new DeskAtKiosk(machine, content, mailbox, std::move(*calls), std::move(*keys)));
    if (machine.broker.empty()) return made;
    auto intake = desk::MqttIntake::open(broker_of(machine, machine.broker), made->m_desk);
    if (!intake) return intake.failure();
    made->m_intake = std::move(*intake);
    return made;
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
    return desk::FrontPage::open(m_desk, *listen, m_text, *guarded, &m_keys);
}

void DeskAtKiosk::speak(const content::Content& content) {
    m_text = page_text(content);
    m_paging.count_by({m_text.shown_within, m_text.answered_within});
    if (m_page != nullptr) m_page->say(m_text);
}

/// Files that were replaced: the page opens anew with them, its streams come back within a second. Nothing where they
/// are not all there, as while they are being replaced.
void DeskAtKiosk::look_at_certificate() {
    std::error_code error;
    const auto written = std::max(std::filesystem::last_write_time(m_machine.certificate, error),
                                  std::filesystem::last_write_time(m_machine.certificate_key, error));
    if (error || written == m_certificate_written) return;
    m_certificate_written = written;
    m_certificate_ends = desk::last_day(m_machine.certificate);
    m_page.reset();
    m_tried = {-1'000'000};
}

std::optional<desk::Fact> DeskAtKiosk::certificate_fact() const {
    const auto day = desk::read_day(today());
    if (!m_certificate_ends || !day) return {};
    const auto lasts = desk::how_long(*m_certificate_ends, *day);
    const auto* name = lasts == desk::Lasts::long_enough ? "certificate-until"
                       : lasts == desk::Lasts::not_long  ? "certificate-ends"
                                                         : "certificate-over";
    const auto words = views::fill(m_text.words.at(name), {{"date", desk::write_day(*m_certificate_ends)}});
    return desk::Fact{m_text.words.at("fact-certificate"), words, lasts != desk::Lasts::long_enough};
}

/// Without it calls are kept all the same, and the glass sends people to the desk.
void DeskAtKiosk::keep_page(Instant now) {
    if (m_page != nullptr && !m_page->is_open()) m_page.reset();
    if (m_page == nullptr && now - m_tried >= try_again_every) {
        m_tried = now;
        auto opened = open_page();
        if (opened) m_page = std::move(*opened);
        const auto address = m_page ? desk::address_of(m_page->listens(), m_secrets.has_value()) : std::string();
        const auto trouble = opened ? std::string() : opened.failure().sentence;
        mailbox::Facts about{
            {mailbox::Fact::desk_page, address},
            {mailbox::Fact::desk_trouble, trouble},
            {mailbox::Fact::metrics_trouble, m_metrics_trouble},
            {mailbox::Fact::desk_certificate, m_certificate_ends ? desk::write_day(*m_certificate_ends) : ""}};
        if (about == m_about) return;
        if (!opened) log::write(log::fact::Failed{log::Code::desk_page_not_open, 0});
        m_about = m_untold = std::move(about);
    }
    if (!m_untold.empty() && m_mailbox.publish(m_untold)) m_untold.clear();
}

/// This kiosk and those that have a key.
void DeskAtKiosk::look_for_kiosks() {
    auto names = m_keys.names();
    if (!names) return m_desk.look();
    std::set<std::string> all(names->begin(), names->end());
    if (!m_machine.no_screen) all.insert(m_machine.name);
    if (m_intake != nullptr) all.merge(m_intake->names());
    m_desk.expect(all);
    m_desk.look();
}

std::vector<desk::Fact> DeskAtKiosk::own_facts() const {
    std::vector<desk::Fact> facts;
    if (auto paging = m_paging.fact(m_text)) facts.push_back(std::move(*paging));
    if (auto certificate = certificate_fact()) facts.push_back(std::move(*certificate));
    if (m_intake == nullptr) return facts;
    const auto trouble = m_intake->trouble();
    facts.push_back({m_text.words.at("fact-broker"), trouble.empty() ? m_text.words.at("broker-heard") : trouble,
                     !trouble.empty()});
    return facts;
}

void DeskAtKiosk::turn(Instant now) {
    if (!m_machine.certificate.empty() && now - m_looked_at_certificate >= try_again_every) {
        m_looked_at_certificate = now;
        look_at_certificate();
    }
    keep_page(now);
    m_paging.turn(now);
    if (now - m_looked >= look_every) {
        m_looked = now;
        look_for_kiosks();
        m_desk.tell(m_paging.health());
        m_desk.show(own_facts());
    }
    if (now - m_tidied < tidy_every) return;
    m_tidied = now;
    m_desk.write(
        [](desk::CallBook& book, desk::WallTime at) { return book.forget_closed({at.ms - closed_calls_stay_ms}); });
}

}  // namespace kiosk::app
