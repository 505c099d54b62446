// SPDX-License-Identifier: Apache-2.0
#include "proof/moves.hpp"
#include "proof/oracle.hpp"
#include "proof/space.hpp"
#include "proof/told.hpp"
#include "proof/walks.hpp"
#include "visit/outcomes.hpp"

#include <algorithm>

namespace kiosk::proof {

namespace {

constexpr std::size_t most_taps_back = 1'000;

/// One visit, played through step, every rule held against every step.
struct Play {
    Subject& subject;
    Visit visit = fresh({7}, {PrinterKind::real, Desk::listens}, walked_at);
    std::string rule{};
    bool printed = false;

    const Topic& topic() const { return subject.lean_topic(); }
    void hear(const Event& event) {
        if (!rule.empty()) return;
        ++subject.verdict.steps;
        auto next = subject.step(subject.lean, visit, event, walked_at);
        rule = broken_rule({subject.lean, visit, event, walked_at, next});
        for (const auto& effect : next.effects) printed = printed || as<effect::Print>(effect);
        visit = std::move(next.visit);
    }
    void tap(const Action& action) { hear(event::Tapped{action}); }
    void answer(const place::Asking& here, const Answer& answer) {
        for (const auto& event : answering(topic(), here, answer).events) hear(event);
    }
    void begin() {
        for (const auto& move : to_the_questions(subject.lean))
            for (const auto& event : move.events) hear(event);
    }
    /// Answers what is asked, as the list says; "no" where it says nothing, and to the one that is kept for last.
    void go_through(const Answers& answers, std::optional<QuestionId> last) {
        for (std::size_t taps = 0; taps <= topic().questions.size(); ++taps) {
            const auto* here = as<place::Asking>(visit.place);
            if (!here) return;
            const auto* given = last == here->question ? nullptr : answers.now(here->question);
            answer(place::Asking{*here}, given ? *given : Answer{});
        }
    }
    /// Back to a question that was answered before, which then gets another answer.
    void change(QuestionId id, const Answer& to) {
        for (std::size_t taps = 0; taps < most_taps_back; ++taps) {
            const auto* here = as<place::Asking>(visit.place);
            if (here && here->question == id) return answer(place::Asking{*here}, to);
            if (as<place::Welcome>(visit.place)) return;
            tap(action::Back{});
        }
    }
};

std::vector<Given> all_but_no(const Answers& answers) {
    std::vector<Given> said;
    for (const auto& given : answers.given)
        if (given.answer->reply != Reply::no) said.push_back(given);
    return said;
}

struct Walker {
    Subject& subject;
    const Topic& topic;

    bool finish(Play& play, const Answers& answers, bool reached, const std::string& what, int line) {
        if (play.rule.empty() && reached) return true;
        subject.broken(play.rule.empty() ? what : play.rule, told(subject.real, subject.topic, answers), line);
        return false;
    }

    bool is_emergency(const Given& given) const {
        Answers alone;
        alone.given.push_back(given);
        return least_urgency(topic, alone) == Urgency::emergency;
    }

    /// Of several, an answer that alone ends the check is given last.
    std::optional<QuestionId> for_last(const std::vector<Given>& said) const {
        if (said.size() < 2) return {};
        for (const auto& given : said)
            if (topic[given.question].ends_check || is_emergency(given)) return given.question;
        return {};
    }

    bool leads_to_its_page(const Play& play, const Answers& answers) const {
        const auto most = least_urgency(topic, answers);
        if (most == Urgency::emergency) return as<place::Emergency>(play.visit.place);
        if (most == Urgency::today) return as<place::SeeStaff>(play.visit.place);
        return as<place::Library>(play.visit.place);
    }

    void said(const Answers& answers) {
        Play play{subject};
        play.begin();
        const auto said = all_but_no(answers);
        const auto last = for_last(said);
        play.go_through(answers, last);
        if (last) play.change(*last, *answers.now(*last));
        const auto line = said.empty() ? topic.check_line : topic[said.front().question].line;
        const bool all = std::all_of(said.begin(), said.end(), [&](const Given& one) {
            const auto* now = play.visit.answers.now(one.question);
            return now && *now == *one.answer;
        });
        finish(play, answers, all && leads_to_its_page(play, answers),
               "these answers cannot be given, or lead elsewhere", line);
    }

    void handout(HandoutId id) {
        Play play{subject};
        play.begin();
        play.go_through({}, {});
        play.tap(action::Read{id});
        if (as<place::HeldBack>(play.visit.place)) play.tap(action::ReadWithCare{id});
        const auto* reading = as<place::Reading>(play.visit.place);
        const bool read = reading && reading->handout.id() == id;
        play.tap(action::PrintThis{});
        finish(play, {}, read && play.printed, "no answers lead to this handout, or it cannot be printed",
               topic[id].line);
    }

    /// Some answers show it, in a handout that is open to them.
    void part(HandoutId id, std::size_t index) {
        const auto& part = topic[id].parts[index];
        if (part.only_if.empty()) return;
        std::vector<SignId> handout_closes;
        for (const auto& caution : topic[id].withhold)
            handout_closes.insert(handout_closes.end(), caution.signs.begin(), caution.signs.end());
        const Space space(topic, {handout_closes, part.withhold, part.only_if});
        if (!space.fits()) return subject.too_much("its rules about answers together name too many answers");
        const auto shows = [&](const Answers& answers) {
            const auto shown = parts(topic, answers, id);
            return open(topic, answers, Release::by_staff, id) &&
                   std::find(shown.begin(), shown.end(), &part) != shown.end();
        };
        for (const auto sign : part.only_if)
            if (const auto alone = answers(topic, {{topic[sign].id, topic[topic[sign].question].id, Reply::yes}});
                alone && shows(*alone))
                return;
        for (const auto& combination : space.combinations())
            if (shows(space.answers(combination))) return;
        const auto& heading = subject.topic[id].parts[index].heading;
        subject.broken("no answers show the part \"" + heading({}) + "\" of this handout", {}, topic[id].line);
    }

    /// Two answers that each are an emergency are never given in one visit.
    bool can_be_given(const Answers& answers) const {
        const auto said = all_but_no(answers);
        return std::count_if(said.begin(), said.end(), [&](const Given& given) { return is_emergency(given); }) < 2;
    }

    void rule(const content::Together& together) {
        const auto cases = least_cases(topic, together);
        const auto can_be = [&](const Case& one) { return can_be_given(*answers(topic, one)); };
        if (std::none_of(cases.begin(), cases.end(), can_be))
            subject.broken("no visit can give the answers of a <together>: each alone is an emergency", {},
                           topic.check_line);
    }

    /// A choice that raises nothing has to matter to some handout.
    bool matters(SignId sign) const {
        const auto in = [&](const std::vector<SignId>& signs) {
            return std::find(signs.begin(), signs.end(), sign) != signs.end();
        };
        if (topic[sign].urgency != Urgency::none) return true;
        for (const auto& rule : topic.together)
            if (in(rule.all) || in(rule.any)) return true;
        for (const auto& handout : topic.handouts) {
            for (const auto* list : {&handout.withhold, &handout.ask_first})
                for (const auto& caution : *list)
                    if (in(caution.signs)) return true;
            for (const auto& one : handout.parts)
                if (in(one.withhold) || in(one.only_if)) return true;
        }
        return false;
    }

    void choice(SignId sign) {
        if (matters(sign)) return;
        Answers answers;
        const auto question = topic[sign].question;
        answers.given.push_back({question, Answer{Reply::yes, {}}, {}});
        if (topic[question].kind == Kind::any_of) answers.given.back().answer->ticked = {sign};
        subject.broken("this answer changes nothing: no urgency, no rule and no handout looks at it",
                       told(subject.real, subject.topic, answers), topic[sign].line);
    }

    /// Whoever stops half-way was asked what is most dangerous; whom the check is not for is asked nothing else.
    void order() {
        bool calmer = false, ended = false, of_today = false;
        for (const auto& question : topic.questions) {
            const bool emergency = question.urgency == Urgency::emergency;
            if (emergency && calmer)
                subject.broken("an emergency question is asked after a less urgent one", {}, question.line);
            if (emergency && ended) subject.broken("the check can end before an emergency question", {}, question.line);
            if (question.ends_check && (emergency || of_today))
                subject.broken(
                    "the check ends at the wrong question: the one that ends it comes right after the"
                    " emergencies, and is none of them",
                    {}, question.line);
            calmer = calmer || !emergency;
            ended = ended || question.ends_check;
            of_today = of_today || (!emergency && !question.ends_check);
        }
    }

    void all() {
        order();
        for (std::size_t i = 0; i < topic.signs.size(); ++i) choice({i});
        said(*answers(topic, {}));
        for (const auto& one : least_cases(topic, topic))
            if (const auto given = answers(topic, one); given && can_be_given(*given)) said(*given);
        for (const auto& together : topic.together) rule(together);
        for (std::size_t i = 0; i < topic.handouts.size(); ++i) {
            handout({i});
            for (std::size_t p = 0; p < topic.handouts[i].parts.size(); ++p) part({i}, p);
        }
    }
};

}  // namespace

void walk_to_everything(Subject& subject) {
    Walker{subject, subject.lean_topic()}.all();
}

}  // namespace kiosk::proof
