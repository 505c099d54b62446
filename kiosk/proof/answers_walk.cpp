// SPDX-License-Identifier: Apache-2.0
#include "proof/oracle.hpp"
#include "proof/space.hpp"
#include "proof/told.hpp"
#include "proof/walks.hpp"

#include <algorithm>

namespace kiosk::proof {

namespace {

using Signs = std::vector<SignId>;

Signs signs_of(const std::vector<content::Caution>& cautions) {
    Signs all;
    for (const auto& caution : cautions) all.insert(all.end(), caution.signs.begin(), caution.signs.end());
    return all;
}

std::string wrong_urgency(const Topic& topic, const Answers& answers) {
    const auto least = least_urgency(topic, answers);
    if (urgency(topic, answers) < least) return "the urgency is less than what was answered";
    const bool over = least == Urgency::emergency || check_is_finished(topic, answers);
    if (next_question(topic, answers).has_value() == over) return "the check does not end where it should";
    for (const auto release : {Release::none, Release::by_staff, Release::by_note}) {
        const bool may = over && least < (release == Release::none ? Urgency::today : Urgency::emergency);
        if (clear(topic, answers, release).has_value() != may)
            return may ? "handouts stay closed although nothing was raised"
                       : "handouts open although something was raised";
    }
    return {};
}

std::string wrong_handout(const Topic& topic, const Answers& answers, HandoutId id) {
    const auto least = least_urgency(topic, answers);
    for (const auto release : {Release::none, Release::by_staff}) {
        const bool blocked =
            least == Urgency::emergency || !check_is_finished(topic, answers) || is_withheld(topic, answers, id);
        const bool waits = least == Urgency::today && release == Release::none;
        const bool early = waits && topic[id].always_open && !asks_first(topic, answers, id);
        const bool may = !blocked && (!waits || early);
        if (open(topic, answers, release, id).has_value() != may)
            return may ? "a handout stays closed although nothing holds it back" : "a withheld handout opens";
        const bool asks = standing(topic, answers, release, id) == Standing::ask_first;
        if (may && asks != asks_first(topic, answers, id)) return "a handout opens without: ask first";
    }
    return {};
}

/// Whoever gave one of the answers that hold it back, or was not asked, never reads it; of the others, all for whom it
/// is do.
std::string wrong_part(const Topic& topic, const Answers& answers, HandoutId id, const content::Part& part) {
    const auto said = [&](SignId sign) { return said_yes(topic, answers, sign); };
    const auto possible = [&](SignId sign) { return said(sign) || !is_answered(topic, answers, sign); };
    const bool is_held_back = std::any_of(part.withhold.begin(), part.withhold.end(), possible);
    const bool is_for_them = part.only_if.empty() || std::any_of(part.only_if.begin(), part.only_if.end(), said);
    const auto shown = parts(topic, answers, id);
    const bool is_shown = std::find(shown.begin(), shown.end(), &part) != shown.end();
    if (is_shown == (!is_held_back && is_for_them)) return {};
    if (!is_shown) return "a part is not shown to those it is for";
    return is_held_back ? "a part that is held back is shown" : "a part is shown to others than those it is for";
}

/// What one combination of answers does to one handout.
struct Opened {
    Combination by;
    bool early = false, released = false;

    bool operator<=(const Opened& other) const { return early <= other.early && released <= other.released; }
};

struct Walker {
    Subject& subject;
    const Topic& topic;

    void tell(std::string rule, const Answers& answers, int line) {
        if (!rule.empty()) subject.broken(std::move(rule), told(subject.real, subject.topic, answers), line);
    }

    void handout(HandoutId id) {
        const Space space(topic, {signs_of(topic[id].withhold), signs_of(topic[id].ask_first)});
        if (!space.fits()) return subject.too_much("its rules about answers together name too many answers");
        std::vector<Opened> all;
        for (const auto& combination : space.combinations()) {
            const auto answers = space.answers(combination);
            ++subject.verdict.states;
            tell(wrong_handout(topic, answers, id), answers, topic[id].line);
            if (!subject.verdict.broken.empty()) return;
            all.push_back({combination, opens(answers, Release::none, id), opens(answers, Release::by_staff, id)});
        }
        for (const auto& less : all)
            for (const auto& more : all)
                if (!(more <= less) && space.normal(less.by.raised | more.by.raised) == more.by.raised)
                    return tell("saying more opens a handout", space.answers(more.by), topic[id].line);
    }

    void part(HandoutId id, const content::Part& part) {
        const Space space(topic, {part.withhold, part.only_if});
        if (!space.fits()) return subject.too_much("its rules about answers together name too many answers");
        for (const auto& combination : space.combinations()) {
            const auto answers = space.answers(combination);
            ++subject.verdict.states;
            tell(wrong_part(topic, answers, id, part), answers, topic[id].line);
            if (!subject.verdict.broken.empty()) return;
        }
    }

    bool opens(const Answers& answers, Release release, HandoutId id) const {
        return open(topic, answers, release, id).has_value();
    }

    /// Once amber was shown, another answer to any question takes nothing back.
    void after_amber(const Space& space, Answers answers) {
        answers.amber_after = answers.given.size();
        const auto before = urgency(topic, answers);
        for (std::size_t i = 0; i < topic.questions.size(); ++i)
            for (const auto& other : space.classes({i})) {
                auto changed = answers;
                changed.given.push_back({{i}, other.answer, {}});
                ++subject.verdict.steps;
                if (urgency(topic, changed) < before || clear(topic, changed, Release::none))
                    return tell("after amber another answer lowers the urgency", changed, topic.questions[i].line);
            }
    }

    /// `more` instead of `less`, whatever else was said.
    void compare(const Answers& others, QuestionId id, const Answer& less, const Answer& more) {
        const auto with = [&](const Answer& answer) {
            auto answers = others;
            const auto at = std::find_if(answers.given.begin(), answers.given.end(),
                                         [&](const Given& g) { return id < g.question; });
            answers.given.insert(at, {id, answer, {}});
            return answers;
        };
        const auto before = with(less), after = with(more);
        ++subject.verdict.steps;
        if (urgency(topic, after) < urgency(topic, before))
            tell("saying more makes the visit less urgent", after, topic[id].line);
        for (const auto release : {Release::none, Release::by_staff})
            if (clear(topic, after, release) && !clear(topic, before, release))
                tell("saying more opens the handouts", after, topic[id].line);
    }

    void more_is_more(const Space& space, QuestionId id) {
        const auto& question = topic[id];
        std::vector<std::pair<Answer, Answer>> pairs;
        const Answer no, not_sure{Reply::not_sure, {}};
        if (question.kind == Kind::yes_no)
            pairs = {{no, {Reply::yes, {}}}, {{Reply::yes, {}}, not_sure}};
        else
            for (const auto& one : space.classes(id)) add_pairs(question, one.answer, pairs);
        if (question.is_private) pairs.emplace_back(not_sure, Answer{Reply::tell_staff, {}});
        for (const auto& combination : space.combinations(id)) {
            const auto others = space.answers(combination, id);
            for (const auto& [less, more] : pairs) compare(others, id, less, more);
            if (!subject.verdict.broken.empty()) return;
        }
    }

    /// One choice more; or unsure of all instead.
    void add_pairs(const content::Question& question, const Answer& less,
                   std::vector<std::pair<Answer, Answer>>& pairs) {
        if (less.reply != Reply::no && less.reply != Reply::yes) return;
        pairs.emplace_back(less, Answer{Reply::not_sure, {}});
        for (const auto sign : question.signs) {
            if (std::find(less.ticked.begin(), less.ticked.end(), sign) != less.ticked.end()) continue;
            auto more = Answer{Reply::yes, less.ticked};
            more.ticked.insert(std::lower_bound(more.ticked.begin(), more.ticked.end(), sign), sign);
            pairs.emplace_back(less, std::move(more));
        }
    }

    void all() {
        const auto rules = rules_of_questions(topic);
        subject.once("answers " + rules, [&] { answers(); });
        for (std::size_t i = 0; i < topic.handouts.size() && subject.verdict.is == Verdict::Is::proved; ++i) {
            subject.once("handout " + rules + rules_of(topic.handouts[i]), [&] { handout({i}); });
            for (const auto& one : topic.handouts[i].parts)
                if (!one.withhold.empty() || !one.only_if.empty())
                    subject.once("part " + rules + rules_of(one), [&] { part({i}, one); });
        }
    }

    void answers() {
        const Space space(topic);
        if (!space.fits()) return subject.too_much("its rules about answers together name too many answers");
        for (const auto& combination : space.combinations()) {
            const auto said = space.answers(combination);
            ++subject.verdict.states;
            tell(wrong_urgency(topic, said), said, topic.check_line);
            if (least_urgency(topic, said) == Urgency::today) after_amber(space, said);
            if (!subject.verdict.broken.empty()) return;
        }
        for (std::size_t i = 0; i < topic.questions.size() && subject.verdict.broken.empty(); ++i)
            more_is_more(space, {i});
    }
};

}  // namespace

void walk_answers(Subject& subject) {
    Walker{subject, subject.lean_topic()}.all();
}

}  // namespace kiosk::proof
