// SPDX-License-Identifier: Apache-2.0
#include "app/usage_service.hpp"

#include "app/usage_text.hpp"

namespace kiosk::app {

namespace {

using desk::UsageBook;

UsageBook::Once once(const mailbox::Key& key) {
    return {key.ticket, static_cast<int>(key.kind), key.number};
}

}  // namespace

UsageService::UsageService(mailbox::Service& mailbox, Result<UsageBook> book, Clock today)
    : m_mailbox(mailbox), m_today(std::move(today)) {
    if (book) m_book.emplace(std::move(*book));
    if (!book) log::write(log::fact::Failed{log::Code::usage_not_counted, 0});
}

bool UsageService::count(const Untold& one) {
    if (m_book && one.tally && !m_book->count(once(one.key), *one.tally, m_today())) return false;
    if (m_book && one.handouts > 0 && !m_book->count_handouts(once(one.key), one.handouts, m_today())) return false;
    m_is_new = true;
    m_is_settled = false;
    // A print is finished by who prints.
    return one.key.kind != mailbox::Kind::tally || m_trouble.fine(m_mailbox.finish(one.key));
}

void UsageService::tell(Untold one) {
    m_untold.push_back(std::move(one));
    if (m_untold.size() == 1 && count(m_untold.front())) m_untold.pop_front();
}

void UsageService::take(const mailbox::Request& request) {
    tell({request.key, read_tally(request.payload)});
}

void UsageService::printed(const mailbox::Key& print, int handouts) {
    if (handouts > 0) tell({print, {}, handouts});
}

/// Only what the mailbox still holds may be told again. Whether nothing is left to forget.
bool UsageService::settle() {
    const auto open = m_mailbox.unfinished();
    if (!m_trouble.fine(open)) return false;
    std::set<UsageBook::Once> may_come;
    for (const auto& one : *open) may_come.insert(once(one.request.key));
    return m_book->settle(may_come) && may_come.empty();
}

void UsageService::look(desk::Day today) {
    const auto totals = m_book->totals(today - std::chrono::days{desk::days_shown});
    if (!totals) return;
    m_usage = desk::shown(*totals, today);
    const auto told = write_week(desk::week(m_usage));
    if (told != m_told && m_trouble.fine(m_mailbox.publish({{mailbox::Fact::usage, told}}))) m_told = told;
    m_is_new = told != m_told;
}

void UsageService::turn() {
    while (!m_untold.empty() && count(m_untold.front())) m_untold.pop_front();
    if (!m_book) return;
    if (!m_is_settled) m_is_settled = settle();
    const auto today = m_today();
    if (m_day != today && m_book->forget_old(today)) m_day = today, m_is_new = true;
    if (m_is_new) look(today);
}

}  // namespace kiosk::app
