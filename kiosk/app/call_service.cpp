// SPDX-License-Identifier: Apache-2.0
#include "app/call_service.hpp"

#include "app/call_text.hpp"
#include "app/clock.hpp"
#include "log/log.hpp"
#include "visit/event.hpp"

#include <algorithm>
#include <cstdlib>

namespace kiosk::app {

namespace {

using desk::Telling, desk::Progress;
using mailbox::Kind;
using What = Telling::What;

desk::Kind kind(Kind of) {
    if (of == Kind::tell_desk) return desk::Kind::today;
    if (of == Kind::test_call || of == Kind::end_test_call) return desk::Kind::test;
    return of == Kind::stopped ? desk::Kind::stopped : desk::Kind::call;
}

What what(Kind of) {
    if (of == Kind::repeat_call) return What::again;
    if (of == Kind::cancel_call) return What::cancelled;
    return of == Kind::close_call || of == Kind::end_test_call ? What::closed : What::raised;
}

visit::DeskStage stage(desk::Stage of) {
    switch (of) {
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

Telling telling(const mailbox::Request& request, Instant now) {
    const auto& key = request.key;
    Telling telling{.key = {what(key.kind), key.ticket, kind(key.kind), key.number, now}};
    if (key.kind == Kind::repeat_call)
        telling.key.at = {std::atoll(request.payload.c_str())};
    else if (telling.key.what == What::raised && telling.key.kind != desk::Kind::test) {
        // A text that cannot be read still is a call.
        auto text = read_call(request.payload).value_or(CallText{{desk::Level::emergency, {}, {}}, now});
        telling.told = std::move(text.told);
        telling.key.at = text.at;
    }
    return telling;
}

}  // namespace

CallService::CallService(mailbox::Service& mailbox, std::unique_ptr<desk::Line> line, std::string address)
    : m_mailbox(mailbox), m_line(std::move(line)), m_address(std::move(address)) {}

void CallService::take(const mailbox::Request& request) {
    if (m_line == nullptr) {
        m_trouble.fine(m_mailbox.finish(request.key));
        return;
    }
    m_open.push_back({request, telling(request, now())});
    if (m_open.size() == 1) turn(now());
}

desk::Said CallService::said() const {
    desk::Said said{.tellings = {}, .about = m_about};
    for (const auto& open : m_open)
        if (said.tellings.size() < desk::most_tellings) said.tellings.push_back(open.telling);
    return said;
}

void CallService::finish(const Telling::Key& taken) {
    const auto is_it = [&](const Open& open) { return open.telling.key == taken; };
    const auto open = std::find_if(m_open.begin(), m_open.end(), is_it);
    if (open == m_open.end() || !m_trouble.fine(m_mailbox.finish(open->request.key))) return;
    if (open->request.key.kind == Kind::call) log::write(log::fact::CallRaised{});
    m_open.erase(open);
}

void CallService::report(const std::vector<Progress>& calls) {
    for (const auto& call : calls) {
        if (std::find(m_reported.begin(), m_reported.end(), call) != m_reported.end()) continue;
        const bool is_test = call.kind == desk::Kind::test;
        const auto told =
            m_mailbox.report({call.ticket, is_test ? mailbox::Subject::test_call : mailbox::Subject::call, call.number,
                              static_cast<int>(stage(call.stage)), 0, 0, 0});
        if (!m_trouble.fine(told)) return;
    }
    m_reported = calls;
}

void CallService::publish_line(Instant now) {
    const bool hears = m_heard.is_watched && now - m_heard_at <= heard_within;
    mailbox::Facts facts{{mailbox::Fact::desk, m_line == nullptr ? "none" : hears ? "listens" : "deaf"}};
    if (!m_address.empty()) {
        facts[mailbox::Fact::desk_page] = m_address;
        facts[mailbox::Fact::desk_trouble] = m_line->trouble();
    }
    if (facts != m_told && m_trouble.fine(m_mailbox.publish(facts))) m_told = std::move(facts);
}

void CallService::turn(Instant now) {
    if (m_line != nullptr) {
        m_line->quiet();
        m_line->say(said());
        if (auto answer = m_line->hear()) {
            m_heard = std::move(*answer);
            m_heard_at = now;
            for (const auto& key : m_heard.taken) finish(key);
            report(m_heard.calls);
        }
    }
    publish_line(now);
}

}  // namespace kiosk::app
