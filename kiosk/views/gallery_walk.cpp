// SPDX-License-Identifier: Apache-2.0
#include "views/gallery_walk.hpp"

#include "visit/triage.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views {
namespace {

constexpr Duration between_touches{2000};
constexpr Instant start{1'000'000};

}  // namespace

Walk::Walk(const content::Content& content, const visit::Surroundings& around)
    : m_content(&content), m_visit(visit::fresh(visit::Ticket{1}, around, start)), m_now(start) {}

Walk& Walk::tell(const visit::Event& event) {
    m_visit = visit::step(*m_content, std::move(m_visit), event, m_now).visit;
    return *this;
}

Walk& Walk::tap(visit::Action action) {
    m_now = m_now + between_touches;
    return tell(visit::event::Tapped{std::move(action)});
}

Walk& Walk::press(visit::Action action) {
    return tell(visit::event::Pressed{std::move(action)});
}

Walk& Walk::wait(Duration duration) {
    const auto end = m_now + duration;
    for (auto wake = visit::wake_at(*m_content, m_visit); wake && *wake <= end;
         wake = visit::wake_at(*m_content, m_visit)) {
        m_now = std::max(m_now, *wake);
        tell(visit::event::Woken{});
        if (visit::wake_at(*m_content, m_visit) == wake) break;
    }
    m_now = end;
    return *this;
}

Walk& Walk::printer(visit::PrintStage stage, visit::Trouble trouble, int page, int pages) {
    const auto job = m_visit.job ? m_visit.job->number : visit::JobNumber{};
    return tell(visit::event::PrintReported{m_visit.ticket, job, stage, trouble, page, pages});
}

Walk& Walk::desk(visit::DeskStage stage) {
    const auto call = m_visit.call ? m_visit.call->number : visit::CallNumber{};
    return tell(visit::event::DeskReported{m_visit.ticket, call, stage});
}

Walk& Walk::type_pin(visit::PinVerdict verdict) {
    for (int i = 0; i < 6; ++i) tap(visit::action::Digit{2 * i % 10, i});
    tap(visit::action::EnterPin{});
    return tell(visit::event::PinJudged{m_visit.ticket, m_visit.pin_tries, verdict, Duration{0}});
}

Walk& Walk::release() {
    if (!visit::may_staff_release(*m_content, m_visit)) return *this;
    return tap(visit::action::StaffKey{}).type_pin().tap(visit::action::Confirm{true});
}

Walk& Walk::to_intro() {
    if (m_content->languages.size() > 1) {
        tap(visit::action::ChooseLanguage{});
    } else {
        tap(visit::action::Start{});
    }
    return is_at<visit::place::Topics>() ? tap(visit::action::ChooseTopic{}) : *this;
}

Walk& Walk::to_who() {
    return to_intro().tap(visit::action::StartQuestions{});
}

Walk& Walk::to_questions(visit::Who who) {
    return to_who().tap(visit::action::ChooseWho{who});
}

content::QuestionId Walk::asked() const {
    return std::get<visit::place::Asking>(m_visit.place).question;
}

Walk& Walk::answer(visit::Reply reply) {
    if (topic()[asked()].kind == content::Kind::yes_no) return tap(visit::action::Say{reply});
    return tap(visit::action::TickReply{reply}).tap(visit::action::Continue{});
}

Walk& Walk::tick(const std::vector<content::SignId>& signs) {
    if (topic()[asked()].kind == content::Kind::yes_no) return tap(visit::action::Say{visit::Reply::yes});
    for (const auto sign : signs) tap(visit::action::Tick{sign});
    return tap(visit::action::Continue{});
}

Walk& Walk::no_to_the_rest() {
    while (is_at<visit::place::Asking>()) answer(visit::Reply::no);
    return *this;
}

bool Walk::reach(content::QuestionId question) {
    while (is_at<visit::place::Asking>() && asked() != question) answer(visit::Reply::no);
    return is_at<visit::place::Asking>();
}

Walk to_questions(const content::Content& content, visit::Who who) {
    return Walk(content, {visit::PrinterKind::real, visit::Desk::none}).to_questions(who);
}

Walk to_library(const content::Content& content, const visit::Surroundings& around) {
    return Walk(content, around).to_questions(visit::Who::me).no_to_the_rest();
}

Walk to_outcome(const content::Content& content, const visit::Surroundings& around, content::Urgency most,
                std::size_t flags) {
    Walk walk = Walk(content, around).to_questions(visit::Who::me);
    while (walk.is_at<visit::place::Asking>()) {
        const auto& question = walk.topic()[walk.asked()];
        bool taken = false;
        for (const auto sign : question.signs) {
            if (taken || flags == 0 || question.ends_check) break;
            Walk tried = walk;
            tried.tick({sign});
            const auto& topic = walk.topic();
            if (visit::urgency(topic, tried.visit().answers) > most) continue;
            if (visit::raised_urgency(topic, tried.visit().answers, sign) != most) continue;
            walk = std::move(tried);
            taken = true;
            --flags;
        }
        if (!taken) walk.answer(visit::Reply::no);
    }
    return walk;
}

}  // namespace kiosk::views
