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

struct Meaning {
    What what;
    desk::Kind kind;
};

/// Nothing: it is not for the desk.
std::optional<Meaning> meaning(Kind of) {
    switch (of) {
        case Kind::call:
            return Meaning{What::raised, desk::Kind::call};
        case Kind::repeat_call:
            return Meaning{What::again, desk::Kind::call};
        case Kind::cancel_call:
            return Meaning{What::cancelled, desk::Kind::call};
        case Kind::close_call:
            return Meaning{What::closed, desk::Kind::call};
        case Kind::tell_desk:
            return Meaning{What::raised, desk::Kind::today};
        case Kind::stopped:
            return Meaning{What::raised, desk::Kind::stopped};
        case Kind::test_call:
            return Meaning{What::raised, desk::Kind::test};
        case Kind::end_test_call:
            return Meaning{What::closed, desk::Kind::test};
        case Kind::print:
        case Kind::cancel_print:
        case Kind::forget:
        case Kind::try_pin:
        case Kind::log_drill:
        case Kind::tally:
        case Kind::update_from_stick:
            break;
    }
    return {};
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

Telling telling(const Meaning& means, const mailbox::Request& request, Instant now) {
    const auto& key = request.key;
    Telling telling{.key = {means.what, key.ticket, means.kind, key.number, now}};
    if (means.what == What::again) telling.key.at = {std::atoll(request.payload.c_str())};
    if (means.what != What::raised || means.kind == desk::Kind::test) return telling;
    // A text that cannot be read still is a call.
    auto text = read_call(request.payload).value_or(CallText{{desk::Level::emergency, {}, {}}, now});
    telling.told = std::move(text.told);
    telling.key.at = text.at;
    return telling;
}

}  // namespace

CallService::CallService(mailbox::Service& mailbox, std::unique_ptr<desk::Line> line, std::string address)
    : m_mailbox(mailbox), m_line(std::move(line)), m_address(std::move(address)) {}

void CallService::take(const mailbox::Request& request) {
    const auto means = meaning(request.key.kind);
    if (m_line == nullptr || !means) {
        m_trouble.fine(m_mailbox.finish(request.key));
        return;
    }
    m_open.push_back({request, telling(*means, request, now())});
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
        const auto told = m_mailbox.report({call.ticket, is_test ? mailbox::Subject::test_call : mailbox::Subject::call,
                                            call.number, static_cast<int>(stage(call.stage)), 0, 0, 0});
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
        while (auto answer = m_line->hear()) {
            m_heard = std::move(*answer);
            m_heard_at = now;
            const auto before = m_open.size();
            for (const auto& key : m_heard.taken) finish(key);
            report(m_heard.calls);
            if (m_open.size() == before) break;
            m_line->say(said());
        }
    }
    publish_line(now);
}

}  // namespace kiosk::app
