// SPDX-License-Identifier: Apache-2.0
#include "app/second_channel.hpp"

#include "app/clock.hpp"
#include "app/state.hpp"
#include "desk/secret_file.hpp"
#include "log/log.hpp"
#include "views/wording.hpp"

namespace kiosk::app {

namespace {

constexpr Duration try_again_every{15'000};

bool is_failing(const desk::Pager::State& state) {
    return state.failing_since.ms != 0;
}

std::string sentence(const desk::Pager::State& state) {
    if (is_failing(state)) return "failing since " + minute_of(state.failing_since.ms) + ": " + state.why;
    if (state.delivered == 0) return "set; no page was needed since the service started";
    return "last told " + minute_of(state.delivered_at.ms);
}

}  // namespace

SecondChannel::SecondChannel(const Machine& machine, desk::Desk& desk, mailbox::Service& mailbox,
                             const desk::AnswerTimes& times)
    : m_machine(machine), m_desk(desk), m_mailbox(mailbox), m_times(times) {}

void SecondChannel::open() {
    const auto failed = [&](const Failure& failure) {
        if (!is_failing(m_not_open)) m_not_open.failing_since = m_desk.now();
        m_not_open.why = failure.sentence;
    };
    auto secret = desk::read_secret(m_machine.webhook_secret, "webhook-secret");
    if (!secret) return failed(secret.failure());
    const desk::Receiver receiver{m_machine.webhook, std::move(*secret), m_machine.webhook_authority};
    auto opened = desk::Pager::open(m_desk, m_times, receiver, book(m_machine, "notices.sqlite"));
    if (!opened) return failed(opened.failure());
    m_pager = std::move(*opened);
}

desk::Pager::State SecondChannel::state() const {
    return m_pager != nullptr ? m_pager->state() : m_not_open;
}

void SecondChannel::turn(Instant now) {
    if (m_machine.webhook.empty()) return;
    if (m_pager == nullptr && now - m_tried >= try_again_every) {
        m_tried = now;
        open();
    }
    const auto is = state();
    if (is_failing(is) && !m_was_failing) log::write(log::fact::Failed{log::Code::paging_failing, 0});
    m_was_failing = is_failing(is);
    const auto words = sentence(is);
    if (words != m_told && m_mailbox.publish({{mailbox::Fact::paging, words}})) m_told = words;
}

std::optional<desk::Fact> SecondChannel::fact(const desk::PageText& text) const {
    if (m_machine.webhook.empty()) return {};
    const auto is = state();
    const auto word = [&](const char* name) { return text.words.at(name); };
    const auto& title = text.words.at("fact-paging");
    if (is_failing(is))
        return desk::Fact{
            title, views::fill(word("paging-failing"), {{"time", minute_of(is.failing_since.ms)}, {"reason", is.why}}),
            true};
    if (is.delivered == 0) return desk::Fact{title, word("paging-quiet")};
    return desk::Fact{title, views::fill(word("paging-told"), {{"time", minute_of(is.delivered_at.ms)}})};
}

void SecondChannel::count_by(const desk::AnswerTimes& times) {
    m_times = times;
    if (m_pager != nullptr) m_pager->count_by(times);
}

std::optional<desk::Paging> SecondChannel::health() const {
    if (m_machine.webhook.empty()) return {};
    const auto is = state();
    return desk::Paging{is.delivered, is.failed, is_failing(is)};
}

}  // namespace kiosk::app
