// SPDX-License-Identifier: Apache-2.0
#include "printer/course.hpp"

#include "printer/condition.hpp"
#include "printer/pwg_raster.hpp"
#include "printer/requests.hpp"

namespace kiosk::printer {

namespace {

auto now() {
    return std::chrono::steady_clock::now();
}

/// What a printer that answers, but not yes, means for a job that has not begun.
Trouble why_not(int status) {
    switch (status) {
        case IPP_STATUS_ERROR_BUSY:
        case IPP_STATUS_ERROR_TOO_MANY_JOBS:
            return Trouble::busy;
        case IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS:
        case IPP_STATUS_ERROR_SERVICE_UNAVAILABLE:
        case IPP_STATUS_ERROR_TEMPORARY:
        case IPP_STATUS_ERROR_DEVICE:
        case IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED:
            return Trouble::attention;
        default:
            return Trouble::none;
    }
}

bool has(const Words& list, const char* word) {
    for (const std::string& one : list)
        if (one == word) return true;
    return false;
}

}  // namespace

Course::Course(const Address& address, const Limits& limits, const Desk& desk, JobKey key, int pages)
    : m_address(address),
      m_limits(limits),
      m_desk(desk),
      m_now{.key = key, .pages = pages},
      m_link(address, limits, *desk.interrupt),
      m_side(address, limits, *desk.interrupt),
      m_began(now()),
      m_heard_at(m_began),
      m_moved_at(m_began),
      m_paged_at(m_began) {}

void Course::report(Stage stage, Trouble trouble, int page) {
    Report next = m_now;
    next.stage = stage;
    next.trouble = trouble;
    next.page = page;
    if (m_any_told && (next == m_now || is_final(m_now.stage))) return;
    m_any_told = true;
    m_now = next;
    m_desk.tell(news::Reported{next});
}

Left Course::end(Stage stage, Trouble trouble, Left left) {
    report(stage, trouble, m_now.page);
    return left;
}

Left Course::print(const Document& document) {
    report(Stage::queued);
    const auto can = reach();
    if (!can) return Left::nothing;
    const Choice choice = choose(*can, document);
    if (choice.format == Format::none) return end(Stage::not_printed, Trouble::attention);
    const std::string bytes = draw(document, choice);
    if (bytes.empty()) return end(Stage::not_printed, Trouble::attention);
    const auto handle = create(*can, choice);
    if (!handle) return Left::nothing;
    m_desk.tell(news::Created{m_now.key, *handle});
    if (m_desk.may_send() == Permission::granted)
        return handle->id == 0 ? send_blind(*handle, choice, bytes) : send(*handle, choice, bytes);
    if (m_desk.heed() == Wish::stop) return stopped();
    const Stage outcome = m_desk.heed() == Wish::cancel ? Stage::cancelled : Stage::not_printed;
    end(outcome, outcome == Stage::cancelled ? Trouble::none : Trouble::attention);
    return handle->id == 0 ? Left::nothing : cancel(*handle, Why::refused);
}

/// False when the job is over: too long, or not wished any more.
bool Course::try_again(Trouble trouble, Duration limit, Time since) {
    if (now() - since >= limit) {
        end(Stage::not_printed, trouble);
        return false;
    }
    report(Stage::queued, trouble);
    m_desk.pause(m_limits.retry);
    const Wish wish = m_desk.heed();
    if (wish == Wish::cancel) end(Stage::cancelled);
    return wish == Wish::go_on;
}

std::optional<Capabilities> Course::reach() {
    while (true) {
        const Answer answer = m_link.ask(get_printer(m_address, Ask::everything));
        const bool ok = answer.ok();
        const Capabilities can = ok ? read_capabilities(answer.response.get()) : Capabilities{};
        if (ok || !answer) m_desk.tell(news::ConditionIs{describe(m_address, answer, can, m_link.presented_pin())});
        if (ok && can.accepting) {
            m_heard_at = now();
            return can;
        }
        if (is_hopeless(answer.reach)) {
            end(Stage::not_printed, trouble(answer.reach));
            return std::nullopt;
        }
        Trouble why = answer ? Trouble::attention : trouble(answer.reach);
        if (answer && !ok && why_not(answer.status()) == Trouble::busy) why = Trouble::busy;
        if (m_desk.heed() == Wish::cancel) end(Stage::cancelled);
        if (m_desk.heed() != Wish::go_on) return std::nullopt;
        if (!try_again(why, m_limits.reach, m_heard_at)) return std::nullopt;
    }
}

std::string Course::draw(const Document& document, const Choice& choice) {
    try {
        return choice.format == Format::pdf ? document.pdf() : pwg_raster(document, choice);
    } catch (const std::exception&) {
        return {};  // told as not printed; the drawing's own room says why
    }
}

/// Whether the job is over. `plain` is set where the printer dislikes our wishes for it: then it is asked without them.
bool Course::refused(const Answer& created, bool& plain) {
    if (!created)
        return is_hopeless(created.reach) ? (end(Stage::not_printed, trouble(created.reach)), true)
                                          : !try_again(trouble(created.reach), m_limits.reach, m_heard_at);
    const Trouble why = why_not(created.status());
    if (why == Trouble::busy) return !try_again(why, m_limits.deadline, m_began);
    if (why != Trouble::none) return !try_again(why, m_limits.reach, m_heard_at);
    if (!plain && created.status() == IPP_STATUS_ERROR_ATTRIBUTES_OR_VALUES) {
        plain = true;
        return false;
    }
    end(Stage::not_printed, Trouble::attention);
    return true;
}

std::optional<Handle> Course::create(const Capabilities& can, const Choice& choice) {
    if (!can.creates_jobs) return Handle{uri(m_address), 0};
    for (bool plain = false;;) {
        const Wish wish = m_desk.heed();
        if (wish == Wish::cancel) end(Stage::cancelled);
        if (wish != Wish::go_on) return std::nullopt;
        const JobAttributes attributes = plain ? JobAttributes::none : JobAttributes::chosen;
        const Answer answer = m_link.ask(create_job(m_address, choice, attributes));
        const auto id = answer.ok() ? number(answer.response.get(), "job-id") : std::nullopt;
        if (id) return Handle{uri(m_address), *id};
        if (m_desk.heed() == Wish::go_on && refused(answer, plain)) return std::nullopt;
    }
}

/// The printer takes its time over the document, perhaps for want of paper: ask it on the second link what it does.
bool Course::keep_sending(const Handle& handle) {
    if (m_link.written() != m_written) m_moved_at = now();
    m_written = m_link.written();
    if (now() - m_moved_at > m_limits.deadline) return false;
    if (handle.id == 0) return true;
    const Answer job = m_side.ask(get_job(m_address, handle.id));
    if (!job.ok()) return now() - m_heard_at < m_limits.reach;
    const Verdict seen = verdict(look(m_side, job.response.get()));
    if (is_final(seen.stage)) return false;
    if (seen.stage == Stage::needs_hand || seen.stage == Stage::printing) report(seen.stage, seen.trouble, seen.page);
    return true;
}

Left Course::send(const Handle& handle, const Choice& choice, const std::string& bytes) {
    while (true) {
        m_heard_at = m_moved_at = now();
        m_link.stalled = [&] { return keep_sending(handle); };
        const Answer answer = m_link.ask(send_document(m_address, handle.id, choice.format), bytes);
        m_link.stalled = nullptr;
        if (answer.ok()) {
            report(Stage::sent);
            return watch(handle, Arrived::yes);
        }
        if (!answer && now() - m_moved_at > m_limits.deadline) return cancel(handle, Why::deadline, m_now.trouble);
        if (!answer) return watch(handle, Arrived::in_doubt);
        if (why_not(answer.status()) == Trouble::busy && now() - m_began < m_limits.deadline) {
            report(Stage::queued, Trouble::busy);
            m_desk.pause(m_limits.retry);
            if (m_desk.heed() == Wish::go_on) continue;
        }
        return cancel(handle, Why::refused, Trouble::attention);
    }
}

/// The printer tells the job's id only after it has the document: whatever breaks in between, nobody can know.
Left Course::send_blind(const Handle& handle, const Choice& choice, const std::string& bytes) {
    for (bool plain = false;;) {
        m_moved_at = now();
        m_link.stalled = [&] { return keep_sending(handle); };
        const Answer answer =
            m_link.ask(print_job(m_address, choice, plain ? JobAttributes::none : JobAttributes::chosen), bytes);
        m_link.stalled = nullptr;
        if (!answer)
            return end(answer.reach == Reach::unreachable ? Stage::not_printed : Stage::unknown, trouble(answer.reach));
        const auto id = answer.ok() ? number(answer.response.get(), "job-id") : std::nullopt;
        if (answer.ok() && !id) return end(Stage::unknown);
        if (id) {
            const Handle known{handle.uri, *id};
            m_desk.tell(news::Created{m_now.key, known});
            report(Stage::sent);
            return watch(known, Arrived::yes);
        }
        if (m_desk.heed() == Wish::stop) return stopped();
        if (m_desk.heed() == Wish::cancel) return end(Stage::cancelled);
        if (refused(answer, plain)) return Left::nothing;
    }
}

Left Course::take_up(const Document& document, const Handle& handle) {
    if (handle.id == 0 || handle.uri != uri(m_address)) return end(Stage::unknown);
    const Answer job = m_link.ask(get_job(m_address, handle.id));
    const bool waits_for_document =
        job.ok() && has(words(job.response.get(), "job-state-reasons"), "job-data-insufficient");
    if (!waits_for_document) return watch(handle, Arrived::in_doubt);
    const auto can = reach();
    if (!can) return cancel(handle, Why::refused, Trouble::offline);
    const Choice choice = choose(*can, document);
    const std::string bytes = choice.format == Format::none ? std::string() : draw(document, choice);
    if (bytes.empty() || m_desk.may_send() != Permission::granted)
        return cancel(handle, Why::refused, Trouble::attention);
    return send(handle, choice, bytes);
}

Left Course::cancel_known(const Handle& handle) {
    if (handle.id == 0 || handle.uri != uri(m_address)) return end(Stage::unknown);
    return cancel(handle, Why::wished);
}

}  // namespace kiosk::printer
