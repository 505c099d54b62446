// SPDX-License-Identifier: Apache-2.0
#include "app/post.hpp"

#include "app/order_text.hpp"
#include "log/log.hpp"

#include <utility>

namespace kiosk::app {

namespace {

using namespace visit;

constexpr Duration service_may_be_away{5'000};  // while it starts again, the Print keys stay

Event said(Ticket ticket, JobNumber job, PrintStage stage, Trouble trouble) {
    return event::PrintReported{ticket, job, stage, trouble, 0, 0};
}

Event to_event(const mailbox::Report& r) {
    return event::PrintReported{
        {r.ticket}, {r.number}, static_cast<PrintStage>(r.stage), static_cast<Trouble>(r.trouble), r.page, r.pages};
}

std::string fact(const mailbox::Facts& facts, mailbox::Fact which) {
    const auto at = facts.find(which);
    return at == facts.end() ? std::string() : at->second;
}

/// A service that does not have the content on the glass refuses every order: as good as no printer.
PrinterKind kind(const mailbox::Facts& facts, const content::Content& content) {
    if (fact(facts, mailbox::Fact::content).find(content.hash) == std::string::npos) return PrinterKind::none;
    const auto is = fact(facts, mailbox::Fact::printer_kind);
    if (is == "real") return PrinterKind::real;
    return is == "demonstration" ? PrinterKind::demonstration : PrinterKind::none;
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
        // Nothing takes calls yet: without a desk the page itself sends the patient there, and no answer is written
        // down.
        std::vector<Event> operator()(const effect::RaiseCall&) const {
            return log::write(log::fact::CallRaised{}), std::vector<Event>{};
        }
        std::vector<Event> operator()(const effect::CloseCall&) const {
            return log::write(log::fact::CallClosed{}), std::vector<Event>{};
        }
        std::vector<Event> operator()(const effect::CancelCall&) const {
            return log::write(log::fact::CallClosed{}), std::vector<Event>{};
        }
        std::vector<Event> operator()(const effect::RepeatCall&) const { return {}; }
        std::vector<Event> operator()(const effect::TellDesk&) const { return {}; }
        std::vector<Event> operator()(const effect::TellStopped&) const { return {}; }
    };
    std::vector<Event> answers;
    for (const auto& effect : effects)
        for (auto& event : std::visit(Visitor{*this}, effect)) answers.push_back(std::move(event));
    return answers;
}

void Post::forget() {
    while (!m_have_left.empty() && m_trouble.fine(m_mailbox.forget(m_have_left.back().number))) m_have_left.pop_back();
}

PrinterKind Post::printer(Instant now) {
    if (m_mailbox.service_is_there()) m_service_seen = now;
    if (now - m_service_seen > service_may_be_away) return PrinterKind::none;
    const auto facts = m_mailbox.facts(mailbox::Side::service);
    if (!m_trouble.fine(facts)) return PrinterKind::none;
    m_offered = fact(*facts, mailbox::Fact::content_ready);
    return kind(*facts, *m_content);
}

std::vector<Event> Post::collect(Instant now) {
    std::vector<Event> events;
    m_mailbox.quiet();
    const auto reports = m_mailbox.reports();
    if (m_trouble.fine(reports))
        for (const auto& report : *reports)
            if (report.about == mailbox::Subject::print) events.push_back(to_event(report));
    if (const auto is = printer(now); is != m_printer) {
        m_printer = is;
        events.push_back(event::PrinterIs{is});
    }
    return events;
}

}  // namespace kiosk::app
