// SPDX-License-Identifier: Apache-2.0
#include "views/note_lines.hpp"
#include "views/paper_content.hpp"
#include "views/views.hpp"

#include <doctest/doctest.h>

namespace {

using namespace kiosk;
using namespace paper_test;
using visit::Reply;

constexpr std::int64_t minute = 60'000;

/// The paper is printed at 10:44, ten minutes after the start of the machine's clock.
views::Stamp stamp() {
    return {"2026-11-22", "10:44", Instant{10 * minute}, "Waiting room 1"};
}

/// Words of the whole note: header, flow, footer.
std::string note_words(const visit::Record& record, const views::Stamp& when = stamp()) {
    const auto content = small_content();
    const auto document = views::note(content, record, when);
    return words_of(document.header) + words_of(document.flow) + words_of(document.footer);
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

visit::Record started() {
    return all_no(Instant{4 * minute});
}

}  // namespace

TEST_CASE("an answer is said on the note without saying too much") {
    struct Row {
        const char* sentence;
        visit::NoteLine line;
        const char *means, *asked, *answer, *in_short;
    };
    const Row rows[] = {
        {"yes to a yes-no question",
         {fever, has_fever, Reply::yes, {}, false},
         "Fever with back pain",
         "note.asked Have you had a fever or chills with this pain?",
         "note.yes",
         "Fever with back pain"},
        {"a choice says the words that were ticked",
         {chest, chest_pain, Reply::yes, {}, false},
         "Chest pain or pressure now",
         "note.asked Do you have any of these right now? Pain or heavy pressure in your chest.",
         "note.yes",
         "Chest pain or pressure now"},
        {"not sure of a whole screen says every sign of it",
         {chest, {}, Reply::not_sure, {}, false},
         "Chest pain or pressure now; Nausea or sweating",
         "note.asked Do you have any of these right now? Pain or heavy pressure in your chest; Feeling sick or sweaty.",
         "note.not-sure",
         "note.with-answer Chest pain or pressure now; Nausea or sweating note.not-sure"},
        {"a change of mind says both answers",
         {fever, has_fever, Reply::yes, Reply::no, false},
         "Fever with back pain",
         "note.asked Have you had a fever or chills with this pain?",
         "note.changed note.no note.yes",
         "note.with-answer Fever with back pain note.changed note.no note.yes"},
        {"taken back by mistake says so",
         {fever, has_fever, Reply::yes, {}, true},
         "Fever with back pain",
         "note.asked Have you had a fever or chills with this pain?",
         "note.taken-back note.yes",
         "note.with-answer Fever with back pain note.taken-back note.yes"},
        {"a private yes keeps to its general words",
         {needle, {}, Reply::yes, {}, false},
         "Infection risk",
         "",
         "note.yes",
         "Infection risk"},
        {"a private choice is never named, even where a line holds it",
         {needle, needle_drugs, Reply::yes, {}, false},
         "Infection risk",
         "",
         "note.yes",
         "Infection risk"},
        {"a private answer kept for staff",
         {needle, {}, Reply::tell_staff, {}, false},
         "Infection risk",
         "",
         "note.tell-staff",
         "note.with-answer Infection risk note.tell-staff"},
    };
    const auto content = small_content();
    const views::paper::Print print{content, english};
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        const auto said = views::note_said(print, content.topics[0], row.line);
        CHECK(said.means == row.means);
        CHECK(said.asked == row.asked);
        CHECK(said.answer == row.answer);
        CHECK(views::note_short(print, content.topics[0], row.line) == row.in_short);
    }
}

TEST_CASE("a screen with short words is listed by them; what was said about it keeps its full words") {
    auto content = small_content();
    content.topics[0].questions[chest.index].in_short = {{"Chest signs", "Chest signs"}};
    content.topics[0].questions[needle.index].in_short = {{"Asked in private", "Asked in private"}};
    const views::paper::Print print{content, english};
    const auto& topic_said = content.topics[0];
    CHECK(views::note_question(print, topic_said, chest) == "Chest signs");
    CHECK(views::note_short(print, topic_said, {chest, {}, Reply::no, {}, false}) == "Chest signs");
    const auto unsure = views::note_said(print, topic_said, {chest, {}, Reply::not_sure, {}, false});
    CHECK(unsure.means == "Chest signs");
    CHECK(unsure.asked ==
          "note.asked Do you have any of these right now? Pain or heavy pressure in your chest; Feeling "
          "sick or sweaty.");
    CHECK(views::note_short(print, topic_said, {needle, {}, Reply::no, {}, false}) == "Asked in private");
    CHECK(views::note_said(print, topic_said, {needle, {}, Reply::yes, {}, false}).means == "Infection risk");
}

TEST_CASE("the band says how urgent it is") {
    struct Row {
        const char* sentence;
        content::QuestionId question;
        Reply reply;
        std::vector<content::SignId> ticked;
        const char* level;
    };
    const Row rows[] = {
        {"all no", fever, Reply::no, {}, "note.level-routine\n"},
        {"only a weak sign", night, Reply::yes, {}, "note.level-routine\n"},
        {"a flag of today", fever, Reply::yes, {}, "note.level-today\n"},
        {"not sure of a flag of today", fever, Reply::not_sure, {}, "note.level-today\n"},
        {"an emergency", chest, Reply::yes, {sweaty}, "note.level-emergency\n"},
        {"a private answer kept for staff", needle, Reply::tell_staff, {}, "note.level-today\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        auto record = started();
        answer(record, row.question, row.reply, row.ticked);
        CHECK(holds(note_words(record), row.level));
    }
}

TEST_CASE("the help key alone makes an emergency, and the note says how it was raised") {
    auto record = started();
    record.help_key = true;
    record.emergency_at = Instant{9 * minute};
    const auto words = note_words(record);
    CHECK(holds(words, "note.level-emergency\n"));
    CHECK(holds(words, "note.help-key\nnote.help-key-how\n"));
    CHECK(holds(words, "note.emergency-shown 10:43\n"));
}

TEST_CASE("two answers that weigh more together stand on the note together") {
    auto record = started();
    answer(record, fever, Reply::yes);
    answer(record, needle, Reply::yes, {needle_drugs});
    CHECK(holds(note_words(record), "[flag] Fever with infection risk\nnote.together\n"));
    answer(record, needle, Reply::tell_staff);
    CHECK(holds(note_words(record), "[flag] Fever with infection risk\nnote.maybe\n"));
}

TEST_CASE("no private choice and no private question is ever printed") {
    for (const auto reply : {Reply::yes, Reply::no, Reply::not_sure, Reply::tell_staff}) {
        auto record = started();
        answer(record, needle, reply,
               reply == Reply::yes ? std::vector{needle_drugs, weak_immune} : std::vector<content::SignId>{});
        record.language = spanish;
        const auto words = note_words(record);
        CHECK(holds(words, "Infection risk"));
        for (const char* secret : {"Needle", "needle", "HIV", "transplant", "Are any of these true for you?"}) {
            CAPTURE(secret);
            CHECK_FALSE(holds(words, secret));
        }
    }
}

TEST_CASE("what was not reached is listed as not asked, and not as No") {
    visit::Record record;
    record.topic = topic;
    record.started = Instant{4 * minute};
    answer(record, chest, Reply::yes, {chest_pain});
    record.emergency_at = Instant{5 * minute};
    const auto words = note_words(record);
    CHECK(holds(words,
                "note.not-asked Fever with back pain. Infection risk. Kidney disease; Diabetes. "
                "Pain wakes the patient at night.\n"));
    CHECK_FALSE(holds(words, "note.answered-no Fever"));
}

TEST_CASE("the patient's own words stand beneath where another language was used") {
    auto record = started();
    answer(record, chest, Reply::yes, {chest_pain});
    CHECK_FALSE(holds(note_words(record), "¿Tiene algo de esto ahora?"));
    record.language = spanish;
    const auto words = note_words(record);
    CHECK(holds(words,
                "note.asked Do you have any of these right now? Pain or heavy pressure in your chest.\n"
                "note.patients-words ¿Tiene algo de esto ahora? Dolor o presión en el pecho. note.yes\n"));
    CHECK(holds(words, "note.language Español\n"));
}

TEST_CASE("the note itself is in the clinic's language") {
    auto record = started();
    record.language = spanish;
    const auto content = small_content();
    const auto document = views::note(content, record, stamp());
    CHECK(document.language == "en");
    CHECK(document.large_print == false);
}

TEST_CASE("times are times of day") {
    auto record = started();
    answer(record, fever, Reply::yes);
    record.amber_at = Instant{8 * minute};
    const auto words = note_words(record);
    CHECK(holds(words, "note.started 10:38\n"));
    CHECK(holds(words, "note.told-to-see-staff 10:42\n"));
    CHECK(holds(words, "note.date-time 22 November 2026 10:44\n"));
}

TEST_CASE("what happened before midnight says the day before") {
    auto when = stamp();
    when.time = "00:02";
    CHECK(holds(note_words(started(), when), "note.started note.day-before 23:56\n"));
}

TEST_CASE("a red page left as a mistake is still on the note") {
    auto record = started();
    record.emergency_at = Instant{9 * minute};
    CHECK(holds(note_words(record), "note.emergency-shown note.by-mistake 10:43\n"));
}

TEST_CASE("whom it is about, and who opened the handouts") {
    auto record = started();
    CHECK(holds(note_words(record), "note.who note.who-me\n"));
    CHECK_FALSE(holds(note_words(record), "note.handouts"));
    record.who = visit::Who::someone_with_me;
    record.release = visit::Release::by_staff;
    CHECK(holds(note_words(record), "note.who note.who-other\n"));
    CHECK(holds(note_words(record), "note.handouts note.released-by-staff\n"));
    record.who = std::nullopt;
    record.release = visit::Release::by_note;
    CHECK(holds(note_words(record), "note.who note.who-not-said\n"));
    CHECK(holds(note_words(record), "note.handouts note.released-by-note\n"));
}

TEST_CASE("every note says that it is no diagnosis, and has lines to fill by hand") {
    const auto words = note_words(started());
    for (const char* part : {"note.made\n", "note.name\n", "note.birth-date\n", "note.staff-notes\n", "note.seen-by\n",
                             "note.version 2026.09. paper.not-reviewed\n", "note.kiosk Waiting room 1\n"}) {
        CAPTURE(part);
        CHECK(holds(words, part));
    }
}
