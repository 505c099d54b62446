// SPDX-License-Identifier: Apache-2.0
#include "desk/pager.hpp"

#include <algorithm>
#include <csignal>
#include <set>

namespace kiosk::desk {

namespace {

constexpr Duration look_every{1'000}, first_wait{1'000};
constexpr std::int64_t closed_stays_ms = 3'600'000;

/// A receiver that hangs up in the middle of TLS must not end the service; libcurl leaves that to who calls it.
void block_pipe_signal() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

Duration wait_after(int tries) {
    return std::min(first_wait * (1 << std::min(tries - 1, 10)), Pager::longest_wait);
}

}  // namespace

Pager::Pager(Desk& desk, const AnswerTimes& times, Receiver receiver, NoticeBook book, Sendings sendings)
    : m_desk(desk),
      m_receiver(std::move(receiver)),
      m_book(std::move(book)),
      m_sendings(std::move(sendings)),
      m_times(times),
      m_thread([this](const std::stop_token& stop) { run(stop); }) {}

Result<std::unique_ptr<Pager>> Pager::open(Desk& desk, const AnswerTimes& times, Receiver receiver,
                                           const std::filesystem::path& file) {
    auto book = NoticeBook::open(file);
    if (!book) return book.failure();
    auto sendings = book->sendings();
    if (!sendings) return sendings.failure();
    return std::unique_ptr<Pager>(new Pager(desk, times, std::move(receiver), std::move(*book), std::move(*sendings)));
}

Pager::State Pager::state() const {
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void Pager::count_by(const AnswerTimes& times) {
    const std::lock_guard lock(m_mutex);
    m_times = times;
}

AnswerTimes Pager::times() const {
    const std::lock_guard lock(m_mutex);
    return m_times;
}

void Pager::run(const std::stop_token& stop) {
    block_pipe_signal();
    while (!stop.stop_requested()) {
        const auto revision = m_desk.wait(-1, Duration{0}, stop);
        if (const auto ready = next())
            send(*ready, stop);
        else
            m_desk.wait(revision, look_every, stop);
    }
}

/// The wall clock counts once for each step of a call: set back or forward afterwards, it makes no page late.
std::vector<Standing> Pager::standings(const std::vector<Call>& calls, Instant now, WallTime wall) {
    std::map<CallId, Seen> seen;
    std::vector<Standing> found;
    for (const auto& call : calls) {
        const Duration ago{std::max<std::int64_t>(wall.ms - stands_since(call).ms, 0)};
        Seen is{call.stage, call.again_at, now - ago};
        const auto before = m_seen.find(call.id);
        if (before != m_seen.end() && before->second.stage == is.stage && before->second.again_at == is.again_at)
            is.since = before->second.since;
        seen.emplace(call.id, is);
        found.push_back({call, is.since});
    }
    m_seen = std::move(seen);
    return found;
}

void Pager::forget_all_but(const std::vector<Call>& calls) {
    std::set<CallId> there, gone;
    for (const auto& call : calls) there.insert(call.id);
    for (const auto& [notice, sent] : m_sendings)
        if (!there.contains(notice.call)) gone.insert(notice.call);
    for (const auto& id : gone)
        if (m_book.forget(id)) std::erase_if(m_sendings, [&](const auto& one) { return one.first.call == id; });
    std::erase_if(m_tries, [&](const auto& one) { return !there.contains(one.first.call); });
}

/// What was tried least comes first: a new page does not wait behind old ones. The clocks are read before the calls: by
/// a clock that is read after them an old page could be due before a call that is not in them.
std::optional<Pager::Ready> Pager::next() {
    const auto now = m_desk.ticks();
    const auto wall = m_desk.now();
    const auto calls = m_desk.calls({wall.ms - closed_stays_ms});
    if (!calls) return {};
    forget_all_but(*calls);
    const Notice* chosen = nullptr;
    const auto all = due(standings(*calls, now, wall), m_sendings, now, times());
    for (const auto& notice : all)
        if (m_tries[notice].next <= now && (chosen == nullptr || m_tries[notice].count < m_tries[*chosen].count))
            chosen = &notice;
    if (chosen == nullptr) return {};
    const auto call =
        std::find_if(calls->begin(), calls->end(), [&](const Call& one) { return one.id == chosen->call; });
    return Ready{*chosen, *call};
}

/// A disk that cannot be written keeps no page from being sent; after a restart it may be sent once more.
void Pager::remember(const Notice& notice, Sent sent) {
    auto& known = m_sendings.try_emplace(notice, sent).first->second;
    known = std::max(known, sent);
    static_cast<void>(m_book.note(notice, sent));
}

void Pager::send(const Ready& ready, const std::stop_token& stop) {
    auto& tries = m_tries[ready.notice];
    if (!m_sendings.contains(ready.notice)) remember(ready.notice, Sent::tried);
    const Message message{write_notice(ready.notice, ready.call), key_of(ready.notice)};
    const auto sent = post(m_receiver, message, m_desk.now(), stop);
    if (stop.stop_requested() && !sent) return;
    if (sent) remember(ready.notice, Sent::delivered);
    tries.next = m_desk.ticks() + wait_after(++tries.count);
    count(sent);
}

void Pager::count(const Result<std::monostate>& sent) {
    const std::lock_guard lock(m_mutex);
    if (sent) {
        ++m_state.delivered;
        m_state.delivered_at = m_desk.now();
        m_state.failing_since = {};
        m_state.why.clear();
        return;
    }
    ++m_state.failed;
    if (m_state.failing_since.ms == 0) m_state.failing_since = m_desk.now();
    m_state.why = sent.failure().sentence;
}

}  // namespace kiosk::desk
