// SPDX-License-Identifier: Apache-2.0
// What a desk knows of its kiosks.
#include "desk/desk.hpp"

#include <algorithm>
#include <ctime>

namespace kiosk::desk {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr Duration page_wanted_for{60'000};

}  // namespace

WallTime midnight_before(WallTime now) {
    const std::time_t seconds = now.ms / 1'000;
    std::tm parts{};
    localtime_r(&seconds, &parts);
    parts.tm_hour = parts.tm_min = parts.tm_sec = 0;
    parts.tm_isdst = -1;
    return {static_cast<std::int64_t>(std::mktime(&parts)) * 1'000};
}

void Desk::expect(const std::set<std::string>& names) {
    const std::lock_guard lock(m_mutex);
    auto changes = std::erase_if(m_kiosks, [&](const auto& kiosk) { return !names.contains(kiosk.first); });
    for (const auto& name : names) {
        const auto [kiosk, is_new] = m_kiosks.try_emplace(name);
        if (!is_new) continue;
        kiosk->second.heard_at = m_ticks();
        ++changes;
    }
    if (changes > 0) kiosks_changed();
}

void Desk::hear_kiosk(const std::string& name, const About& about) {
    const std::lock_guard lock(m_mutex);
    auto& kiosk = m_kiosks[name];
    kiosk.heard_at = m_ticks();
    if (kiosk.about == about && !kiosk.is_silent) return;
    kiosk.about = about;
    kiosk.is_silent = false;
    kiosks_changed();
}

void Desk::lose_kiosk(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    const auto kiosk = m_kiosks.find(name);
    if (kiosk == m_kiosks.end() || kiosk->second.is_silent) return;
    kiosk->second.is_silent = true;
    kiosks_changed();
}

void Desk::look() {
    const std::lock_guard lock(m_mutex);
    const auto now = m_ticks();
    bool is_other = false;
    for (auto& [name, kiosk] : m_kiosks) {
        if (kiosk.is_silent || now - kiosk.heard_at <= silent_after) continue;
        kiosk.is_silent = is_other = true;
    }
    if (is_other) kiosks_changed();
}

bool Desk::knows_kiosk(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    return m_kiosks.contains(name);
}

bool Desk::hears_kiosk(const std::string& name) {
    const std::lock_guard lock(m_mutex);
    const auto kiosk = m_kiosks.find(name);
    return kiosk != m_kiosks.end() && !kiosk->second.is_silent;
}

std::int64_t Desk::kiosks_revision() {
    const std::lock_guard lock(m_mutex);
    return m_kiosks_revision;
}

Kiosks Desk::kiosks() {
    const std::lock_guard lock(m_mutex);
    Kiosks kiosks{.all = {}, .facts = m_facts, .revision = m_kiosks_revision};
    std::map<std::string, Call> tests;
    if (auto last = m_book.last_tests())
        for (auto& test : *last) tests.insert_or_assign(test.id.kiosk, std::move(test));
    for (const auto& [name, kiosk] : m_kiosks) {
        const auto test = tests.find(name);
        kiosks.all.push_back({name, kiosk.about, kiosk.is_silent,
                              test == tests.end() ? std::nullopt : std::optional(std::move(test->second))});
    }
    return kiosks;
}

std::optional<About> Desk::about(const std::string& kiosk) {
    const std::lock_guard lock(m_mutex);
    const auto known = m_kiosks.find(kiosk);
    return known == m_kiosks.end() ? std::nullopt : std::optional(known->second.about);
}

bool Desk::ask_for_test_page(const std::string& kiosk) {
    const std::lock_guard lock(m_mutex);
    const auto known = m_kiosks.find(kiosk);
    if (known == m_kiosks.end() || known->second.is_silent || !known->second.about.test_page) return false;
    auto& [about, heard_at, is_silent, page, page_at] = known->second;
    page = std::max(m_clock().ms, std::max(page, *about.test_page) + 1);
    page_at = m_ticks();
    changed();
    return true;
}

Result<Heard> Desk::heard_by(const std::string& kiosk) {
    const std::lock_guard lock(m_mutex);
    const auto now = m_clock();
    const auto midnight = midnight_before(now);
    const auto calls = m_book.calls_of(kiosk, {now.ms - hour_ms});
    const auto raised = m_book.count(kiosk, Kind::call, midnight), today = m_book.count(kiosk, Kind::today, midnight);
    if (!calls || !raised || !today) return (!calls ? calls.failure() : !raised ? raised.failure() : today.failure());
    Heard heard{
        .taken = {}, .calls = {}, .is_watched = is_watched_now() && m_trouble.empty(), .today = {*raised, *today}};
    if (const auto known = m_kiosks.find(kiosk); known != m_kiosks.end()) {
        const auto& [about, heard_at, is_silent, page, page_at] = known->second;
        const bool is_wanted = about.test_page && page > *about.test_page && m_ticks() - page_at <= page_wanted_for;
        if (is_wanted) heard.test_page = page;
    }
    for (const auto& call : *calls)
        heard.calls.push_back({call.id.ticket, call.id.kind, call.id.number, call.stage, {call.again_kiosk_ms}});
    return heard;
}

}  // namespace kiosk::desk
