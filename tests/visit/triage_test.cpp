// SPDX-License-Identifier: Apache-2.0
#include "small_clinic.hpp"

#include "visit/triage.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

namespace {

struct Said {
    QuestionId question;
    std::optional<Answer> answer;
};

Answer yes(std::vector<SignId> ticked = {}) {
    return {Reply::yes, std::move(ticked)};
}
const Answer no{Reply::no, {}}, not_sure{Reply::not_sure, {}}, tell_staff{Reply::tell_staff, {}};

Answers answers(const std::vector<Said>& said, std::optional<std::size_t> amber_after = {}) {
    Answers all;
    for (const auto& one : said) all.given.push_back({one.question, one.answer, {}});
    all.amber_after = amber_after;
    return all;
}

/// No to everything, then what is said.
Answers no_but(const std::vector<Said>& said) {
    Answers all;
    for (std::size_t i = 0; i < question_count; ++i) all.given.push_back({{i}, no, {}});
    for (const auto& one : said) all.given.push_back({one.question, one.answer, {}});
    return all;
}

/// The same, where the amber page was shown after the first `more` of what is said.
Answers amber_after(std::size_t more, const std::vector<Said>& said) {
    auto all = no_but(said);
    all.amber_after = question_count + more;
    return all;
}

const Topic back = topic();

}  // namespace

TEST_CASE("how urgent the answers are") {
    const auto none = Urgency::none, mention = Urgency::mention, today = Urgency::today, emergency = Urgency::emergency;
    struct Row {
        std::string sentence;
        Answers answers;
        Urgency urgency;
    };
    const std::vector<Row> rows{
        {"nothing is answered", {}, none},
        {"no to everything", no_but({}), none},
        {"a choice of an emergency question", no_but({{chest, yes({breathless})}}), emergency},
        {"yes to an emergency question", no_but({{fall, yes()}}), emergency},
        {"not sure about an emergency question", no_but({{fall, not_sure}}), emergency},
        {"not sure about emergency choices", no_but({{chest, not_sure}}), emergency},
        {"rather tells staff about an emergency question", no_but({{numb, tell_staff}}), emergency},
        {"rather tells staff about a question of today", no_but({{germs, tell_staff}}), today},
        {"yes to a question of today", no_but({{fever, yes()}}), today},
        {"not sure about a question of today", no_but({{fever, not_sure}}), today},
        {"a choice that says its own lower urgency", no_but({{flags, yes({night_pain})}}), mention},
        {"a choice that says its own higher urgency", no_but({{flags, yes({weak_arm})}}), emergency},
        {"not sure counts as every choice, the emergency one too", no_but({{flags, not_sure}}), emergency},
        {"not sure raises the question's own urgency", no_but({{germs, not_sure}}), today},
        {"the most urgent of two choices", no_but({{flags, yes({weight_loss, night_pain})}}), today},
        {"only something to mention", no_but({{weeks, yes()}}), mention},
        {"about you raises nothing", no_but({{about, yes({blood_thinner, kidney})}}), none},
        {"not sure about you raises nothing", no_but({{about, not_sure}}), none},
        {"fever with needles", no_but({{fever, yes()}, {germs, yes({needles})}}), emergency},
        {"fever with the other of any", no_but({{fever, yes()}, {germs, yes({weak_immune})}}), emergency},
        {"perhaps fever, perhaps weak", no_but({{fever, not_sure}, {germs, not_sure}}), emergency},
        {"fever and rather tells staff about germs", no_but({{fever, yes()}, {germs, tell_staff}}), emergency},
        {"weak defence without fever", no_but({{germs, yes({weak_immune})}}), mention},
        {"both of a rule of all", no_but({{flags, yes({night_pain})}, {weeks, yes()}}), today},
        {"corrected before any outcome", no_but({{fall, yes()}, {fall, no}}), none},
        {"taken back", no_but({{fall, yes()}, {fall, {}}}), none},
        {"taken back and said again", no_but({{fall, yes()}, {fall, {}}, {fall, yes()}}), emergency},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        CHECK(urgency(back, row.answers) == row.urgency);
    }
}

TEST_CASE("after amber nothing falls") {
    struct Row {
        std::string sentence;
        Answers answers;
        Urgency urgency;
    };
    const auto today = Urgency::today, emergency = Urgency::emergency, mention = Urgency::mention;
    const std::vector<Row> rows{
        {"the flag is changed to no", amber_after(1, {{fever, yes()}, {fever, no}}), today},
        {"what was corrected before amber stays corrected",
         amber_after(3, {{germs, not_sure}, {germs, yes({weak_immune})}, {weeks, yes()}, {germs, no}}), mention},
        {"a flag of after amber is changed to no",
         amber_after(1, {{fever, yes()}, {flags, yes({weight_loss})}, {flags, no}}), today},
        {"the flag changed to no still counts together with a later one",
         amber_after(1, {{fever, yes()}, {fever, no}, {germs, yes({needles})}}), emergency},
        {"an emergency of after amber, taken back, leaves amber",
         amber_after(1, {{fever, yes()}, {fall, yes()}, {fall, {}}}), today},
        {"taking back takes back one answer alone",
         amber_after(1, {{flags, yes({weight_loss})}, {flags, yes({weak_arm})}, {flags, {}}}), today},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        CHECK(urgency(back, row.answers) == row.urgency);
    }
    CHECK(raised(back, amber_after(1, {{fever, yes()}, {fever, no}}), has_fever));
    CHECK(raised_urgency(back, amber_after(1, {{fever, yes()}, {fever, no}}), fever) == today);
    CHECK_FALSE(raised(back, no_but({{fever, yes()}, {fever, no}}), has_fever));
}

TEST_CASE("what is asked next") {
    struct Row {
        std::string sentence;
        Answers answers;
        std::optional<QuestionId> next;
    };
    const std::vector<Row> rows{
        {"the first", {}, chest},
        {"the second", answers({{chest, no}}), fall},
        {"one taken back comes again", no_but({{fall, yes()}, {fall, {}}}), fall},
        {"nothing after the last", no_but({}), {}},
        {"nothing in an emergency", answers({{chest, yes({chest_pain})}}), {}},
        {"nothing after a child", answers({{chest, no}, {fall, no}, {numb, no}, {under_18, yes()}}), {}},
        {"nothing after perhaps a child", answers({{chest, no}, {fall, no}, {numb, no}, {under_18, not_sure}}), {}},
        {"the emergencies before a child", answers({{chest, no}, {numb, no}, {under_18, yes()}}), fall},
        {"the rest for who is no child after all",
         answers({{chest, no}, {fall, no}, {numb, no}, {under_18, yes()}, {under_18, no}}, 4), fever},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        CHECK(next_question(back, row.answers) == row.next);
    }
}

TEST_CASE("what is cleared") {
    struct Row {
        std::string sentence;
        Answers answers;
        Release release;
        bool cleared, tell_first;
    };
    const std::vector<Row> rows{
        {"nothing answered", {}, Release::none, false, false},
        {"nothing answered, even released", {}, Release::by_staff, false, false},
        {"one question short", answers({{chest, no}}), Release::by_staff, false, false},
        {"no to all", no_but({}), Release::none, true, false},
        {"something to mention", no_but({{weeks, yes()}}), Release::none, true, false},
        {"a release that was not needed", no_but({}), Release::by_staff, true, false},
        {"a flag", no_but({{fever, yes()}}), Release::none, false, false},
        {"a flag released by staff", no_but({{fever, yes()}}), Release::by_staff, true, true},
        {"a flag released by the note", no_but({{fever, yes()}}), Release::by_note, true, true},
        {"an emergency is never released", no_but({{fall, yes()}}), Release::by_staff, false, false},
        {"a child, released", answers({{chest, no}, {fall, no}, {numb, no}, {under_18, yes()}}), Release::by_staff,
         true, true},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        const auto cleared = clear(back, row.answers, row.release);
        CHECK(cleared.has_value() == row.cleared);
        CHECK((cleared && cleared->tell_clinician_first()) == row.tell_first);
    }
}

TEST_CASE("how a handout stands") {
    const Answers child = answers({{chest, no}, {fall, no}, {numb, no}, {under_18, yes()}});
    struct Row {
        std::string sentence;
        Answers answers;
        Release release;
        HandoutId handout;
        Standing standing;
        bool opens;
    };
    using enum Standing;
    const auto unreleased = Release::none, by_staff = Release::by_staff;
    const std::vector<Row> rows{
        {"open after no to all", no_but({}), unreleased, warm_bath, open, true},
        {"withheld for a sign", no_but({{about, yes({kidney})}}), unreleased, warm_bath, withheld, false},
        {"withheld for the second rule", no_but({{about, yes({pregnant})}}), unreleased, warm_bath, withheld, false},
        {"ask first", no_but({{about, yes({blood_thinner})}}), unreleased, oils, ask_first, true},
        {"not sure withholds", no_but({{about, not_sure}}), unreleased, warm_bath, withheld, false},
        {"not sure asks first", no_but({{about, not_sure}}), unreleased, oils, ask_first, true},
        {"other signs change nothing", no_but({{about, yes({kidney})}}), unreleased, walking, open, true},
        {"after staff, with a flag", no_but({{fever, yes()}}), unreleased, walking, after_staff, false},
        {"always open, with a flag", no_but({{fever, yes()}}), unreleased, see_clinician, open, true},
        {"open once released", no_but({{fever, yes()}}), by_staff, walking, open, true},
        {"withheld stays withheld when released", no_but({{fever, yes()}, {about, yes({kidney})}}), by_staff, warm_bath,
         withheld, false},
        {"ask first stays when released", no_but({{fever, yes()}, {about, yes({blood_thinner})}}), by_staff, oils,
         ask_first, true},
        {"nothing in an emergency", no_but({{fall, yes()}}), by_staff, see_clinician, withheld, false},
        {"nothing before the check is finished", answers({{chest, no}}), by_staff, see_clinician, after_staff, false},
        {"never asked withholds", child, by_staff, warm_bath, withheld, false},
        {"never asked asks first", child, by_staff, oils, ask_first, true},
        {"always open for a child", child, unreleased, what_to_ask, open, true},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        CHECK(standing(back, row.answers, row.release, row.handout) == row.standing);
        const auto opened = visit::open(back, row.answers, row.release, row.handout);
        CHECK(opened.has_value() == row.opens);
        if (opened) CHECK(opened->id() == row.handout);
    }
}

TEST_CASE("an always-open handout with a caution that holds waits for staff") {
    auto cautious = back;
    cautious.handouts[see_clinician.index].ask_first = {{{blood_thinner}, {}, {}}};
    const auto said = no_but({{fever, yes()}, {about, yes({blood_thinner})}});
    CHECK(standing(cautious, said, Release::none, see_clinician) == Standing::after_staff);
    CHECK(standing(cautious, said, Release::by_staff, see_clinician) == Standing::ask_first);
}

TEST_CASE("what is past its review-by is offered to nobody, whoever released it; the others stay") {
    auto late = back;
    late.handouts[walking.index].expired = true;
    for (const auto release : {Release::none, Release::by_staff, Release::by_note}) {
        CHECK(standing(late, no_but({}), release, walking) == Standing::expired);
        CHECK_FALSE(visit::open(late, no_but({}), release, walking));
        CHECK(standing(late, no_but({}), release, oils) == Standing::open);
    }
    CHECK(standing(late, no_but({{fall, yes()}}), Release::by_staff, walking) == Standing::expired);
}

TEST_CASE("the cautions and parts of a handout") {
    const auto& bath = back.handouts[warm_bath.index];
    const auto& oil = back.handouts[oils.index];
    CHECK(cautions(back, no_but({}), warm_bath).empty());
    CHECK(cautions(back, no_but({{about, yes({kidney, pregnant})}}), warm_bath) ==
          std::vector{&bath.withhold[0], &bath.withhold[1]});
    CHECK(cautions(back, no_but({{about, yes({blood_thinner})}}), oils) == std::vector{&oil.ask_first[0]});
    CHECK_MESSAGE((cautions(back, {}, warm_bath).empty()), "nobody told us, so nothing is said to have been told");

    CHECK(parts(back, no_but({}), oils) == std::vector{&oil.parts[0], &oil.parts[1]});
    CHECK(parts(back, no_but({{about, yes({kidney})}}), oils) == std::vector{&oil.parts[0]});
    CHECK(parts(back, no_but({{about, yes({pregnant})}}), oils) ==
          std::vector{&oil.parts[0], &oil.parts[1], &oil.parts[2]});
    CHECK_MESSAGE((parts(back, {}, oils) == std::vector{&oil.parts[0]}), "not asked counts as raised for withholding");
}

TEST_CASE("more said is never less urgent") {
    // Every answer to every question, on top of every pair of answers: no single yes may lower anything.
    std::vector<Said> all;
    for (const auto question : {fall, under_18, fever, weeks})
        all.insert(all.end(), {{question, yes()}, {question, not_sure}});
    for (const auto question : {chest, numb, germs, flags, about}) {
        all.push_back({question, not_sure});
        if (back[question].is_private) all.push_back({question, tell_staff});
        for (const auto sign : back[question].signs) all.push_back({question, yes({sign})});
    }
    for (const auto& first : all) {
        for (const auto& second : all) {
            if (first.question == second.question) continue;
            const auto one = urgency(back, no_but({first}));
            const auto both = urgency(back, no_but({first, second}));
            CHECK(both >= one);
            CHECK(both >= urgency(back, no_but({second})));
        }
        if (first.answer != tell_staff)
            CHECK(urgency(back, no_but({{first.question, not_sure}})) >= urgency(back, no_but({first})));
    }
}

TEST_CASE("the answer that counts now, and the one before") {
    const auto said = answers({{fall, no}, {fall, yes()}, {chest, no}, {fall, no}, {weeks, yes()}, {weeks, {}}});
    REQUIRE(said.now(fall));
    CHECK(*said.now(fall) == no);
    REQUIRE(said.before(fall));
    CHECK(*said.before(fall) == yes());
    CHECK(said.before(chest) == nullptr);
    CHECK(said.now(fever) == nullptr);
    CHECK(said.before(fever) == nullptr);
    CHECK(said.now(weeks) == nullptr);
    REQUIRE(said.before(weeks));
    CHECK(*said.before(weeks) == yes());
}
