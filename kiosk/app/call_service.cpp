// SPDX-License-Identifier: Apache-2.0
#include "app/call_service.hpp"

#include "app/call_text.hpp"
#include "app/clock.hpp"
#include "log/log.hpp"
#include "visit/event.hpp"

#include <algorithm>

namespace kiosk::app {

namespace {

using desk::CallBook, desk::CallId, desk::WallTime;
using mailbox::Kind;

desk::Kind kind(Kind of) {
    if (of == Kind::tell_desk) return desk::Kind::today;
    if (of == Kind::test_call || of == Kind::end_test_call) return desk::Kind::test;
    return of == Kind::stopped ? desk::Kind::stopped : desk::Kind::call;
}

visit::DeskStage stage(const desk::Call& call) {
    switch (call.stage) {
        case desk::Stage::taken:
            return visit::DeskStage::taken;
        case desk::Stage::shown:
            return visit::DeskStage::shown;
        case desk::Stage::coming:
            return visit::DeskStage::acknowledged;
        case desk::Stage::closed:
            break;
    }
    return visit::DeskStage::closed;
}

Result<desk::Done> write_down(CallBook& book, const CallId& id, const mailbox::Request& request, WallTime at) {
    switch (request.key.kind) {
        case Kind::call:
        case Kind::tell_desk:
        case Kind::stopped: {
            // A text that cannot be read still is a call.
            const auto text = read_call(request.payload).value_or(CallText{{desk::Level::emergency, {}, {}}, now()});
            const auto ago = std::max(now() - text.at, Duration{0});
            return book.take({.id = id, .told = text.told, .raised_at = {at.ms - ago.count()}});
        }
        case Kind::repeat_call:
            return book.again(id, at);
        case Kind::cancel_call:
            return book.cancel(id);
        case Kind::test_call:
            return book.take({.id = id, .told = {}, .raised_at = at});
        case Kind::close_call:
        case Kind::end_test_call:
            return book.close(id, desk::Closed::at_kiosk, {}, at);
        case Kind::print:
        case Kind::cancel_print:
        case Kind::forget:
        case Kind::try_pin:
        case Kind::log_drill:
        case Kind::tally:
            break;
    }
    return desk::Done{};
}

}  // namespace

CallService::CallService(mailbox::Service& mailbox, desk::Desk* desk, std::string kiosk_name)
    : m_mailbox(mailbox), m_desk(desk), m_kiosk_name(std::move(kiosk_name)), m_line("not told yet") {}

/// Whether it is done with.
bool CallService::tell(const mailbox::Request& request) {
    if (m_desk != nullptr) {
        const CallId id{m_kiosk_name, request.key.ticket, kind(request.key.kind), request.key.number};
        const auto told = m_desk->write([&](CallBook& book, WallTime at) { return write_down(book, id, request, at); });
        if (!told) return false;
        if (request.key.kind == Kind::call) log::write(log::fact::CallRaised{});
    }
    return m_trouble.fine(m_mailbox.finish(request.key));
}

void CallService::take(const mailbox::Request& request) {
    m_untold.push_back(request);
    if (m_untold.size() == 1 && tell(request)) m_untold.pop_front();
}

/// Whether the mailbox has it.
bool CallService::report(const desk::Call& call) {
    const bool is_test = call.id.kind == desk::Kind::test;
    if ((call.id.kind != desk::Kind::call && !is_test) || call.id.kiosk != m_kiosk_name) return true;
    return m_trouble.fine(
        m_mailbox.report({call.id.ticket, is_test ? mailbox::Subject::test_call : mailbox::Subject::call,
                          call.id.number, static_cast<int>(stage(call)), 0, 0, 0}));
}

void CallService::publish_line() {
    const std::string line = m_desk == nullptr ? "none" : m_desk->is_watched() ? "listens" : "deaf";
    if (line == m_line) return;
    if (m_trouble.fine(m_mailbox.publish({{mailbox::Fact::desk, line}}))) m_line = line;
}

void CallService::turn() {
    while (!m_untold.empty() && tell(m_untold.front())) m_untold.pop_front();
    publish_line();
    if (m_desk == nullptr) return;
    m_desk->quiet();
    const auto changed = m_desk->changed_after(m_heard);
    if (!changed) return;
    for (const auto& call : *changed) {
        if (!report(call)) return;
        m_heard = call.revision;
    }
}

}  // namespace kiosk::app
