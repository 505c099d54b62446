// SPDX-License-Identifier: Apache-2.0
#include "printer/course.hpp"
#include "printer/requests.hpp"

#include <algorithm>

namespace kiosk::printer {

namespace {

auto now() {
    return std::chrono::steady_clock::now();
}

bool is_terminal(ipp_jstate_t state) {
    return state >= IPP_JSTATE_CANCELED;
}

bool has(const Words& list, const char* word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool lacks_document(const Seen& seen) {
    return seen.job < IPP_JSTATE_PROCESSING &&
           (has(seen.job_reasons, "job-incoming") || has(seen.job_reasons, "job-data-insufficient"));
}

}  // namespace

Seen Course::look(Link& link, ipp_t* job) {
    m_heard_at = now();
    const Answer printer = link.ask(get_printer(m_address, Ask::condition));
    return read_seen(job, printer.ok() ? printer.response.get() : nullptr);
}

Verdict Course::verdict(const Seen& seen) {
    const int out = seen.impressions.value_or(-1);
    if (out != m_impressions) m_paged_at = now();
    if (out != m_impressions || seen.job != m_job_state) m_moved_at = now();
    m_impressions = out;
    m_job_state = seen.job;
    return judge(seen, m_now.pages, now() - m_paged_at < m_limits.still ? Moving::yes : Moving::no);
}

/// Nothing while the job goes on.
std::optional<Left> Course::watch_once(const Handle& handle, Arrived arrived) {
    const Answer job = m_link.ask(get_job(m_address, handle.id));
    if (m_desk.heed() != Wish::go_on) return std::nullopt;
    if (job && job.status() == IPP_STATUS_ERROR_NOT_FOUND) return end(Stage::unknown);
    if (!job.ok()) {
        if (now() - m_heard_at > m_limits.still) report(Stage::needs_hand, Trouble::offline, m_now.page);
        m_desk.pause(std::min(m_limits.retry, m_limits.poll * 2));
        return std::nullopt;
    }
    const Seen seen = look(m_link, job.response.get());
    const Verdict found = verdict(seen);
    if (m_desk.heed() != Wish::go_on && !is_final(found.stage)) return std::nullopt;
    if (arrived == Arrived::in_doubt && lacks_document(seen) && now() - m_moved_at > m_limits.still)
        return cancel(handle, Why::refused, Trouble::offline);
    report(found.stage, found.trouble, found.page);
    if (is_final(found.stage)) return Left::nothing;
    m_desk.pause(m_limits.poll);
    return std::nullopt;
}

Left Course::watch(const Handle& handle, Arrived arrived) {
    m_heard_at = m_moved_at = m_paged_at = now();
    while (true) {
        const Wish wish = m_desk.heed();
        if (wish == Wish::stop) return stopped();
        if (wish == Wish::cancel) return cancel(handle, Why::wished);
        if (now() - m_moved_at > m_limits.deadline) return cancel(handle, Why::deadline, m_now.trouble);
        if (const auto left = watch_once(handle, arrived)) return *left;
    }
}

/// What came of a cancel, once the job is at its end; nothing while the printer is still about it.
std::optional<Left> Course::after_cancel(const Handle& handle, Told told, Why why, Trouble trouble) {
    const Answer job = m_link.ask(get_job(m_address, handle.id));
    const Stage gone = why == Why::wished ? Stage::cancelled : Stage::not_printed;
    if (job && job.status() == IPP_STATUS_ERROR_NOT_FOUND)
        return told == Told::yes ? end(gone, trouble) : end(Stage::unknown);
    if (!job.ok()) return std::nullopt;
    const Seen seen = look(m_link, job.response.get());
    if (!is_terminal(seen.job)) return std::nullopt;
    const Verdict found = verdict(seen);
    if (found.stage == Stage::cancelled) return end(gone, trouble);
    if (found.stage == Stage::not_printed && told == Told::yes) return end(gone, trouble);
    return end(found.stage, found.trouble);
}

Left Course::cancel(const Handle& handle, Why why, Trouble trouble) {
    const Time until = now() + m_limits.cancel_wait;
    Told told = Told::no;
    while (now() < until) {
        if (m_desk.heed() == Wish::stop) return stopped();
        if (told == Told::no) {
            const Answer answer = m_link.ask(cancel_job(m_address, handle.id));
            if (answer.ok()) told = Told::yes;
            const bool over = answer && (answer.status() == IPP_STATUS_ERROR_NOT_POSSIBLE ||
                                         answer.status() == IPP_STATUS_ERROR_NOT_FOUND);
            if (over) told = Told::too_late;
        }
        if (told != Told::no)
            if (const auto left = after_cancel(handle, told, why, trouble)) return *left;
        m_desk.pause(told == Told::no ? m_limits.retry : m_limits.poll);
    }
    return end(Stage::unknown, Trouble::none, told == Told::no ? Left::a_cancel : Left::nothing);
}

}  // namespace kiosk::printer
