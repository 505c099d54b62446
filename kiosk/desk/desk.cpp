// SPDX-License-Identifier: Apache-2.0
#include "desk/desk.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>

namespace kiosk::desk {

namespace {

constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::size_t most_pages = 200;

}  // namespace

Desk::Desk(CallBook book, Clock clock, Ticks ticks)
    : m_book(std::move(book)),
      m_clock(std::move(clock)),
      m_ticks(std::move(ticks)),
      m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Desk::~Desk() {
    close(m_event);
}

/// With the mutex.
void Desk::changed() {
    ++m_revision;
    m_change.notify_all();
    eventfd_write(m_event, 1);
}

/// With the mutex. No kiosk has to hear of it.
void Desk::kiosks_changed() {
    ++m_kiosks_revision;
    ++m_revision;
    m_change.notify_all();
}

Result<Done> Desk::write(const std::function<Result<Done>(CallBook&, WallTime)>& action) {
    const std::lock_guard lock(m_mutex);
    auto done = action(m_book, m_clock());
    const auto trouble = done ? std::string() : done.failure().sentence;
    const bool is_new = done && *done != Done::same;
    if (trouble == m_trouble && !is_new) return done;
    m_trouble = trouble;
    changed();
    return done;
}

Result<std::vector<Call>> Desk::changed_after(std::int64_t revision) {
    const std::lock_guard lock(m_mutex);
    return m_book.changed_after(revision);
}

Result<std::vector<Call>> Desk::calls(WallTime closed_since) {
    const std::lock_guard lock(m_mutex);
    return m_book.calls(closed_since);
}

Result<int> Desk::open_calls_but(const CallId& id) {
    const std::lock_guard lock(m_mutex);
    return m_book.count_open_but(id);
}

bool Desk::knows(const std::string& person) {
    const std::lock_guard lock(m_mutex);
    const auto people = m_book.people();
    return people && std::find(people->begin(), people->end(), person) != people->end();
}

void Desk::show(std::vector<Fact> facts) {
    const std::lock_guard lock(m_mutex);
    if (facts == m_facts) return;
    m_facts = std::move(facts);
    kiosks_changed();
}

void Desk::tell(std::optional<Paging> paging) {
    const std::lock_guard lock(m_mutex);
    m_paging = paging;
}

std::optional<Paging> Desk::paging() {
    const std::lock_guard lock(m_mutex);
    return m_paging;
}

void Desk::hear(const std::string& page) {
    const std::lock_guard lock(m_mutex);
    const auto now = m_ticks();
    std::erase_if(m_heard, [&](const auto& heard) { return now - heard.second > heard_within; });
    const bool was_watched = !m_heard.empty();
    if (m_heard.size() < most_pages || m_heard.contains(page)) m_heard[page] = now;
    if (!was_watched) eventfd_write(m_event, 1);
}

/// With the mutex.
bool Desk::is_watched_now() const {
    const auto now = m_ticks();
    return std::any_of(m_heard.begin(), m_heard.end(),
                       [&](const auto& heard) { return now - heard.second <= heard_within; });
}

bool Desk::is_watched() {
    const std::lock_guard lock(m_mutex);
    return is_watched_now();
}

Board Desk::board() {
    const std::lock_guard lock(m_mutex);
    Board board{
        .calls = {}, .alarms = {}, .people = {}, .trouble = m_trouble, .revision = m_revision, .now = m_clock()};
    auto calls = m_book.calls({board.now.ms - hour_ms});
    auto people = m_book.people();
    if (calls)
        board.calls = std::move(*calls);
    else
        board.trouble = calls.failure().sentence;
    if (people) board.people = std::move(*people);
    for (const auto& [name, kiosk] : m_kiosks)
        if (kiosk.is_silent || !kiosk.about.alarm.empty())
            board.alarms.push_back({name, kiosk.is_silent ? std::string() : kiosk.about.alarm});
    std::stable_partition(board.calls.begin(), board.calls.end(),
                          [](const Call& call) { return call.stage != Stage::closed; });
    return board;
}

std::int64_t Desk::wait(std::int64_t revision, Duration longest, const std::stop_token& stop) {
    std::unique_lock lock(m_mutex);
    m_change.wait_for(lock, stop, longest, [&] { return m_revision != revision; });
    return m_revision;
}

void Desk::quiet() const {
    eventfd_t count = 0;
    eventfd_read(m_event, &count);
}

}  // namespace kiosk::desk
