// SPDX-License-Identifier: Apache-2.0
#include "app/post.hpp"

#include "app/call_text.hpp"
#include "app/clock.hpp"
#include "app/order_text.hpp"
#include "app/staff_text.hpp"
#include "app/usage_text.hpp"
#include "views/staff_words.hpp"

#include <utility>

namespace kiosk::app {

namespace {

using namespace visit;
using mailbox::value_of;

constexpr Duration service_may_be_away{5'000};  // while it starts again, the Print keys stay

Event said(Ticket ticket, JobNumber job, PrintStage stage, Trouble trouble) {
    return event::PrintReported{ticket, job, stage, trouble, 0, 0};
}

Event to_event(const mailbox::Report& r) {
    if (r.about == mailbox::Subject::pin)
        return event::PinJudged{{r.ticket}, r.number, static_cast<PinVerdict>(r.stage), Duration{r.page * 1'000}};
    if (r.about == mailbox::Subject::test_call)
        return event::TestCallReported{{r.ticket}, {r.number}, static_cast<DeskStage>(r.stage)};
    if (r.about == mailbox::Subject::call)
        return event::DeskReported{{r.ticket}, {r.number}, static_cast<DeskStage>(r.stage)};
    return event::PrintReported{
        {r.ticket}, {r.number}, static_cast<PrintStage>(r.stage), static_cast<Trouble>(r.trouble), r.page, r.pages};
}

/// A service that does not have the content on the glass refuses every order: as good as no printer.
PrinterKind kind(const mailbox::Facts& facts, const content::Content& content) {
    if (value_of(facts, mailbox::Fact::content).find(content.hash) == std::string::npos) return PrinterKind::none;
    const auto is = value_of(facts, mailbox::Fact::printer_kind);
    if (is == "real") return PrinterKind::real;
    return is == "demonstration" ? PrinterKind::demonstration : PrinterKind::none;
}

Desk desk(const mailbox::Facts& facts) {
    const auto is = value_of(facts, mailbox::Fact::desk);
    if (is == "listens") return Desk::listens;
    return is == "deaf" ? Desk::deaf : Desk::none;
}

}  // namespace

Post::Post(const content::Content& content, mailbox::Screen& mailbox) : m_content(&content), m_mailbox(mailbox) {
    // Whoever they were for has left: what has not come out must not come out for the next person.
    for (const auto& left : mailbox.prints_left())
        m_trouble.fine(m_mailbox.put({{left.ticket, mailbox::Kind::cancel_print, left.number}, {}}));
}

std::vector<Event> Post::print(const PrintOrder& order) {
    const auto put =
        m_mailbox.put({{order.ticket.number, mailbox::Kind::print, order.job.number}, write_order(*m_content, order)});
    if (m_trouble.fine(put)) return {};
    return {said(order.ticket, order.job, PrintStage::not_printed, Trouble::attention)};
}

std::vector<Event> Post::cancel(Ticket ticket, JobNumber job) {
    const auto put = m_mailbox.put({{ticket.number, mailbox::Kind::cancel_print, job.number}, {}});
    if (m_trouble.fine(put) && *put == mailbox::Put::withdrawn)
        return {said(ticket, job, PrintStage::cancelled, Trouble::none)};
    return {};
}

/// What cannot be written down is not sent: the patient is shown the way to the desk at once.
std::vector<Event> Post::call(Ticket ticket, mailbox::Kind kind, CallNumber number, std::string payload) {
    const auto put = m_mailbox.put({{ticket.number, kind, number.number}, std::move(payload)});
    if (m_trouble.fine(put)) return {};
    const bool is_call = kind == mailbox::Kind::call || kind == mailbox::Kind::repeat_call;
    return is_call ? std::vector<Event>{event::DeskReported{ticket, number, DeskStage::not_sent}}
                   : std::vector<Event>{};
}

void Post::leave() {
    m_trouble.fine(m_mailbox.leave());
}

std::vector<Event> Post::carry_out(const Effects& effects) {
    struct Visitor {
        Post& post;
        std::vector<Event> operator()(const effect::Print& e) const { return post.print(e.order); }
        std::vector<Event> operator()(const effect::CancelPrint& e) const { return post.cancel(e.ticket, e.job); }
        std::vector<Event> operator()(const effect::Forget& e) const {
            return post.m_have_left.push_back(e.ticket), std::vector<Event>{};
        }
        std::vector<Event> operator()(const effect::Tally& e) const {
            return post.call(e.ticket, mailbox::Kind::tally, {}, write_tally(*post.m_content, e.visit));
        }
        std::vector<Event> operator()(const effect::RaiseCall& e) const {
            return post.call(e.ticket, mailbox::Kind::call, e.call, write_call(*post.m_content, e.record, now()));
        }
        std::vector<Event> operator()(const effect::RepeatCall& e) const {
            return post.call(e.ticket, mailbox::Kind::repeat_call, e.call, std::to_string(now().ms));
        }
        std::vector<Event> operator()(const effect::CancelCall& e) const {
            return post.call(e.ticket, mailbox::Kind::cancel_call, e.call);
        }
        std::vector<Event> operator()(const effect::CloseCall& e) const {
            return post.call(e.ticket, mailbox::Kind::close_call, e.call);
        }
        std::vector<Event> operator()(const effect::TellDesk& e) const {
            return post.call(e.ticket, mailbox::Kind::tell_desk, {}, write_call(*post.m_content, e.record, now()));
        }
        std::vector<Event> operator()(const effect::TellStopped& e) const {
            return post.call(e.ticket, mailbox::Kind::stopped, {}, write_call(*post.m_content, e.record, now()));
        }
        std::vector<Event> operator()(const effect::TryPin& e) const {
            return post.call(e.ticket, mailbox::Kind::try_pin, {e.number}, e.digits);
        }
        std::vector<Event> operator()(const effect::RaiseTestCall& e) const {
            return post.call(e.ticket, mailbox::Kind::test_call, e.call);
        }
        std::vector<Event> operator()(const effect::EndTestCall& e) const {
            return post.call(e.ticket, mailbox::Kind::end_test_call, e.call);
        }
        std::vector<Event> operator()(const effect::LogDrill& e) const {
            const DrillText drill{is_passed(e.drill), views::drill_words(*post.m_content, e.drill),
                                  static_cast<std::int64_t>(wall_milliseconds())};
            return post.call(e.ticket, mailbox::Kind::log_drill, {++post.m_drills}, write_drill(drill));
        }
        std::vector<Event> operator()(const effect::UpdateFromStick& e) const {
            return post.call(e.ticket, mailbox::Kind::update_from_stick, {++post.m_updates});
        }
        std::vector<Event> operator()(const effect::Restart&) const {
            return post.m_restart = true, std::vector<Event>{};
        }
    };
    std::vector<Event> answers;
    for (const auto& effect : effects)
        for (auto& event : std::visit(Visitor{*this}, effect)) answers.push_back(std::move(event));
    return answers;
}

void Post::forget() {
    while (!m_have_left.empty() && m_trouble.fine(m_mailbox.forget(m_have_left.back().number))) m_have_left.pop_back();
}

/// A service that is away longer prints nothing, and a desk behind it hears nothing; the call is kept for it all the
/// same.
void Post::look_at_service(Instant now) {
    if (m_mailbox.service_is_there()) m_service_seen = now;
    if (now - m_service_seen > service_may_be_away) {
        m_printer = PrinterKind::none;
        if (m_desk == Desk::listens) m_desk = Desk::deaf;
        m_staff_pin = false;
        return;
    }
    const auto facts = m_mailbox.facts(mailbox::Side::service);
    if (!m_trouble.fine(facts)) {
        m_printer = PrinterKind::none;
        return;
    }
    m_offered = value_of(*facts, mailbox::Fact::content_ready);
    m_printer = kind(*facts, *m_content);
    m_desk = desk(*facts);
    m_staff_pin = value_of(*facts, mailbox::Fact::staff_pin) == "set";
    m_status = value_of(*facts, mailbox::Fact::status);
}

std::vector<Event> Post::collect(Instant now) {
    std::vector<Event> events;
    m_mailbox.quiet();
    const auto reports = m_mailbox.reports();
    if (m_trouble.fine(reports))
        for (const auto& report : *reports) events.push_back(to_event(report));
    look_at_service(now);
    if (std::exchange(m_told_printer, m_printer) != m_printer) events.push_back(event::PrinterIs{m_printer});
    if (std::exchange(m_told_desk, m_desk) != m_desk) events.push_back(event::DeskIs{m_desk});
    if (std::exchange(m_told_staff_pin, m_staff_pin) != m_staff_pin) events.push_back(event::StaffPinIs{m_staff_pin});
    if (std::exchange(m_told_status, m_status) != m_status)
        if (auto status = read_status(m_status))
            events.push_back(event::StatusIs{std::make_shared<const KioskStatus>(std::move(*status))});
    return events;
}

}  // namespace kiosk::app
