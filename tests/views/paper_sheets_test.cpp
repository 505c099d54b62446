// SPDX-License-Identifier: Apache-2.0
// Paper as it comes out: laid out, page by page, held beside golden dumps; then every shipped handout and notes of all
// lengths, for what must hold on any paper.
#include "fixtures/small.hpp"
#include "golden.hpp"
#include "page/sheet.hpp"
#include "views/note_lines.hpp"
#include "views/paper_content.hpp"
#include "views/views.hpp"

#include <doctest/doctest.h>

#include <sstream>

namespace {

using namespace kiosk;
using namespace paper_test;
using visit::Reply;

const page::Fonts& fonts() {
    static const page::Fonts fonts;
    return fonts;
}

/// A content with its drawings parsed once.
struct Printer {
    content::Content content;
    page::Pictures pictures;
    explicit Printer(content::Content c) : content(std::move(c)), pictures(content.pictures) {}

    std::vector<page::Sheet> sheets(const page::Document& document) const {
        return page::lay_out(document, {content.theme, fonts(), pictures});
    }
    std::string described(const page::Document& document) const {
        std::string text;
        int number = 0;
        for (const auto& sheet : sheets(document)) {
            text += "==== sheet " + std::to_string(++number) + "\n" + page::describe(sheet);
        }
        return text;
    }
};

const content::Content& shipped_content() {
    static const content::Content shipped = [] {
        auto loaded = content::load(
            [](const std::string& path) { return fixtures::read_file(std::string(KIOSK_SOURCE) + "/" + path); });
        REQUIRE(loaded.content);
        return *loaded.content;
    }();
    return shipped;
}

views::Stamp stamp() {
    return {"2026-11-22", "10:44", Instant{600'000}, "Waiting room 1"};
}

std::string misfits(const std::vector<page::Sheet>& sheets) {
    std::string all;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        for (const auto& misfit : sheets[i].misfits)
            all += "sheet " + std::to_string(i + 1) + ": " + misfit.what + "\n";
    }
    return all;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

visit::Record seen_today() {
    auto record = all_no(Instant{240'000});
    answer(record, fever, Reply::yes);
    answer(record, needle, Reply::tell_staff);
    answer(record, night, Reply::yes);
    record.amber_at = Instant{480'000};
    record.language = spanish;
    return record;
}

/// Every question of a topic answered alike; choices all ticked where yes.
visit::Record all_answered(const content::Topic& topic, Reply reply) {
    visit::Record record;
    record.who = visit::Who::me;
    for (std::size_t i = 0; i < topic.questions.size(); ++i) {
        visit::Answer answer{reply, {}};
        if (reply == Reply::yes && topic.questions[i].kind == content::Kind::any_of)
            answer.ticked = topic.questions[i].signs;
        record.answers.given.push_back({{i}, answer, Instant{}});
    }
    return record;
}

}  // namespace

TEST_CASE("paper comes out as it was looked at") {
    struct Row {
        const char *sentence, *golden;
        content::PaperSize paper;
        page::Document (*make)(const content::Content&);
    };
    const Row rows[] = {
        {"two exercises for anyone, on Letter", "paper-exercises-letter.txt", content::PaperSize::letter,
         [](const content::Content& c) { return views::handout(c, topic, chin_tuck, nullptr, english, false, false); }},
        {"two exercises in large print, on A4", "paper-exercises-a4-large.txt", content::PaperSize::a4,
         [](const content::Content& c) { return views::handout(c, topic, chin_tuck, nullptr, english, true, false); }},
        {"a bath for someone with diabetes, released by staff", "paper-bath-released.txt", content::PaperSize::letter,
         [](const content::Content& c) {
             auto record = all_no();
             answer(record, about, Reply::yes, {diabetes});
             return views::handout(c, topic, warm_bath, &record, english, false, true);
         }},
        {"the note: see today, the patient read Spanish", "paper-note-today.txt", content::PaperSize::letter,
         [](const content::Content& c) { return views::note(c, seen_today(), stamp()); }},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        auto content = small_content();
        content.clinic.paper = row.paper;
        const Printer printer(std::move(content));
        const auto document = row.make(printer.content);
        CHECK(misfits(printer.sheets(document)) == "");
        const auto text = printer.described(document);
        CHECK(text == golden::kept("views", row.golden, text));
    }
}

TEST_CASE("the note of a few flags is one sheet, on Letter and A4") {
    for (const auto paper : {content::PaperSize::letter, content::PaperSize::a4}) {
        auto content = small_content();
        content.clinic.paper = paper;
        const Printer printer(std::move(content));
        CHECK(printer.sheets(views::note(printer.content, seen_today(), stamp())).size() == 1);
    }
}

namespace {

enum class Letters { normal, large };

/// Lays out every shipped handout on both papers; none may take more sheets than this.
void check_shipped(const visit::Record* record, Letters letters, std::size_t most_sheets) {
    for (const auto paper : {content::PaperSize::letter, content::PaperSize::a4}) {
        auto content = shipped_content();
        content.clinic.paper = paper;
        const Printer printer(std::move(content));
        const auto& handouts = printer.content.topics[0].handouts;
        for (std::size_t i = 0; i < handouts.size(); ++i) {
            CAPTURE(handouts[i].id);
            const auto sheets = printer.sheets(
                views::handout(printer.content, {0}, {i}, record, english, letters == Letters::large, false));
            CHECK(misfits(sheets) == "");
            CHECK(sheets.size() <= most_sheets);
        }
    }
}

}  // namespace

TEST_CASE("every shipped handout fits its paper") {
    const auto record = all_answered(shipped_content().topics[0], Reply::no);
    SUBCASE("for one person, as chosen on the glass") {
        check_shipped(&record, Letters::normal, 5);
    }
    SUBCASE("for one person in large print") {
        check_shipped(&record, Letters::large, 8);
    }
    SUBCASE("for anyone, with every caution and every part") {
        check_shipped(nullptr, Letters::normal, 9);
    }
    SUBCASE("for anyone in large print") {
        check_shipped(nullptr, Letters::large, 14);
    }
}

TEST_CASE("for whom a part is never stands alone at the foot of a sheet") {
    const Printer printer(shipped_content());
    const auto& shipped_topic = printer.content.topics[0];
    int found = 0;
    for (std::size_t i = 0; i < shipped_topic.handouts.size(); ++i) {
        const auto document = views::handout(printer.content, {0}, {i}, nullptr, english, true, false);
        std::istringstream lines(printer.described(document));
        for (std::string before, line; std::getline(lines, line); before = line) {
            const bool says_for_whom = before.starts_with("Only if") || before.starts_with("Leave this part out");
            found += says_for_whom;
            if (says_for_whom) CHECK(line.find("Version " + shipped_topic.version) == std::string::npos);
        }
    }
    CHECK(found > 10);
}

TEST_CASE("a shipped note is one sheet where nothing is flagged, at the first emergency, and with two flags") {
    const Printer printer(shipped_content());
    const auto& shipped_topic = printer.content.topics[0];
    CHECK(printer.sheets(views::note(printer.content, all_answered(shipped_topic, Reply::no), stamp())).size() == 1);
    visit::Record emergency;
    emergency.answers.given = {{{0}, visit::Answer{Reply::yes, {shipped_topic.questions[0].signs[0]}}, Instant{}}};
    CHECK(printer.sheets(views::note(printer.content, emergency, stamp())).size() == 1);
    auto two_flags = all_answered(shipped_topic, Reply::no);
    int flags = 0;
    for (auto& given : two_flags.answers.given) {
        const auto& signs = shipped_topic[given.question].signs;
        if (flags == 2 || shipped_topic[given.question].urgency != content::Urgency::today || signs.size() < 2)
            continue;
        given.answer = visit::Answer{Reply::yes, {signs.front()}};
        ++flags;
    }
    CHECK(visit::note(shipped_topic, two_flags).flagged.size() == 2);
    CHECK(printer.sheets(views::note(printer.content, two_flags, stamp())).size() == 1);
}

TEST_CASE("what was answered No does not read as a finding") {
    const Printer printer(shipped_content());
    const auto& shipped_topic = printer.content.topics[0];
    const auto text = printer.described(views::note(printer.content, all_answered(shipped_topic, Reply::no), stamp()));
    CHECK(text.find("Worse, or no better with treatment.") != std::string::npos);
    CHECK(text.find("No better after 2 to 4 weeks") == std::string::npos);
}

TEST_CASE("a note with everything flagged loses nothing, and every sheet says what it is") {
    for (const auto reply : {Reply::yes, Reply::not_sure}) {
        const Printer printer(shipped_content());
        const auto& shipped_topic = printer.content.topics[0];
        const auto record = all_answered(shipped_topic, reply);
        const auto sheets = printer.sheets(views::note(printer.content, record, stamp()));
        CHECK(misfits(sheets) == "");
        std::string all;
        for (const auto& sheet : sheets) {
            const auto text = page::describe(sheet);
            CHECK(count(text, printer.content.words("note.made")(english)) == 1);
            all += text;
        }
        const views::paper::Print print{printer.content, english};
        for (const auto& line : visit::note(shipped_topic, record).flagged) {
            const auto said = views::note_said(print, shipped_topic, line);
            CAPTURE(said.means);
            CHECK(count(all, said.means) >= 1);
            CHECK((said.asked.empty() || count(all, said.asked) >= 1));
        }
    }
}
