// SPDX-License-Identifier: Apache-2.0
// When patients are offered a language, and what is told where they are not.
#include "content/translations.hpp"

#include <functional>

using namespace kiosk;
using namespace kiosk::content;

namespace {

struct Row {
    std::string sentence, state, attributes;
    std::function<void(FilesByPath&)> change;
    std::string offered, problems;
};

void check_offers(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        auto files = in_spanish(row.state, row.attributes);
        row.change(files);
        const auto loaded = load(from_memory(files));
        CHECK(offered(loaded) == row.offered);
        CHECK('\n' + in_lines(loaded.problems) == '\n' + counted(row.problems));
    }
}

void nothing(FilesByPath&) {}

}  // namespace

TEST_CASE("a language is offered when every text is current and far enough") {
    check_offers({
        {"reviewed", "reviewed", "", nothing, "en es", ""},
        {"final", "final", "", nothing, "en es", ""},
        {"translated, and the clinic waits for a review", "translated", "", nothing, "en",
         "content.xml:7: warning: Español (es) is not offered to patients: of 500 texts 500 not reviewed (`kiosk "
         "translate es` marks in its files what is left to do)\n"
         "screens/interface.es.xlf: todo: all of it: 400 not reviewed (have them reviewed)\n"
         "screens/small.es.xlf: todo: all of it: 100 not reviewed (have them reviewed)\n"},
        {"translated, and the clinic takes drafts", "translated", R"(accept="translated")", nothing, "en es",
         "screens/interface.es.xlf: todo: of 400 texts 400 not reviewed (have them reviewed; until then they are shown "
         "as a draft)\n"
         "screens/small.es.xlf: todo: of 100 texts 100 not reviewed (have them reviewed; until then they are shown as "
         "a draft)\n"},
        {"begun", "initial", R"(accept="translated")", nothing, "en",
         "content.xml:7: warning: Español (es) is not offered to patients: of 500 texts 500 begun (`kiosk translate "
         "es` marks in its files what is left to do)\n"
         "screens/interface.es.xlf: todo: all of it: 400 begun (translate them)\n"
         "screens/small.es.xlf: todo: all of it: 100 begun (translate them)\n"},
        {"one choice is only translated", "reviewed", "",
         [](FilesByPath& files) {
             auto& xlf = files[topic_es];
             const auto at = xlf.find("state=\"reviewed\"", xlf.find("id=\"choice.chest-pain\""));
             xlf.replace(at, 16, "state=\"translated\"");
         },
         "en",
         "content.xml:7: warning: Español (es) is not offered to patients: of 500 texts 1 not reviewed (`kiosk "
         "translate es` marks in its files what is left to do)\n"
         "screens/small.es.xlf:148: todo: question \"chest\": 1 not reviewed (have them reviewed)\n"},
        {"a choice has other words", "reviewed", "",
         [](FilesByPath& files) { replace(files["screens/small.xml"], "Pain in your chest", "Pain in the chest"); },
         "en",
         "content.xml:7: warning: Español (es) is not offered to patients: of 500 texts 1 stale (`kiosk translate es` "
         "marks in its files what is left to do)\n"
         "screens/small.es.xlf:148: todo: question \"chest\": 1 stale (translate them, and have them reviewed)\n"},
        {"a key of the interface has no words", "reviewed", "",
         [](FilesByPath& files) { replace(files[interface_es], "<target>«key.back»</target>", ""); }, "en",
         "content.xml:7: warning: Español (es) is not offered to patients: of 500 texts 1 missing (`kiosk translate "
         "es` marks in its files what is left to do)\n"
         "screens/interface.es.xlf:4: todo: interface \"key\": 1 missing (translate them, and have them reviewed)\n"},
        {"a file is not there", "reviewed", "", [](FilesByPath& files) { files.erase(interface_es); }, "en",
         "content.xml:7: warning: Español (es) is not offered to patients: of 500 texts 400 missing (`kiosk translate "
         "es` marks in its files what is left to do)\n"
         "screens/interface.es.xlf: warning: the file does not exist (run: kiosk translate es)\n"},
        {"a file is broken", "reviewed", "", [](FilesByPath& files) { replace(files[interface_es], "</source>", ""); },
         "en",
         "content.xml:7: warning: Español (es) is not offered to patients: its files have errors (mend them)\n"
         "screens/interface.es.xlf:12: error: </segment> stands where <source> of line 10 is still open (write "
         "</source> first)\n"},
        {"a file lost a place", "reviewed", "",
         [](FilesByPath& files) { replace(files[interface_es], "«page.count {page} ", "«"); }, "en",
         "content.xml:7: warning: Español (es) is not offered to patients: its files have errors (mend them)\n"
         "screens/interface.es.xlf:93: error: \"page.count\" lacks {page} (its places are {page}, {pages})\n"},
        {"a file is into another language", "reviewed", "",
         [](FilesByPath& files) { replace(files[interface_es], "trgLang=\"es\"", "trgLang=\"fr\""); }, "en",
         "content.xml:7: warning: Español (es) is not offered to patients: its files have errors (mend them)\n"
         "screens/interface.es.xlf:2: error: trgLang=\"fr\" is not the language of this file (write trgLang=\"es\")\n"},
        {"a state is mistyped", "reviewed", "",
         [](FilesByPath& files) { replace(files[interface_es], "state=\"reviewed\"", "state=\"review\""); }, "en",
         "content.xml:7: warning: Español (es) is not offered to patients: its files have errors (mend them)\n"
         "screens/interface.es.xlf:9: error: state=\"review\" is not known (did you mean \"reviewed\"?)\n"},
        {"a mark of direction stands in a target", "reviewed", "",
         [](FilesByPath& files) { replace(files[interface_es], "«key.back»", "\u2067key.back"); }, "en",
         "content.xml:7: warning: Español (es) is not offered to patients: its files have errors (mend them)\n"
         "screens/interface.es.xlf:4: error: the character U+2067 cannot be shown (delete it, or write the letter that "
         "was meant)\n"},
        {"the file is XLIFF 1.2", "reviewed", "",
         [](FilesByPath& files) {
             files[interface_es] = R"(<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>)";
         },
         "en",
         "content.xml:7: warning: Español (es) is not offered to patients: its files have errors (mend them)\n"
         "screens/interface.es.xlf:1: error: this is XLIFF 1 (save it as XLIFF 2.0)\n"},
    });
}

TEST_CASE("what patients read in it") {
    const auto loaded = load(from_memory(in_spanish("translated", R"(accept="translated")")));
    REQUIRE(loaded.content);
    const auto& content = *loaded.content;
    const LanguageId es{1};
    CHECK(content.languages[1] == Language{"es", "Español", false, true});
    CHECK(content.clinic.desk(es) == "la recepción");
    CHECK(content.words("key.back")(es) == "«key.back»");
    const auto& topic = content.topics.front();
    CHECK(topic[QuestionId{0}].ask(es) == "«Do you have any of these right now?»");
    CHECK(topic[QuestionId{0}].picture.alt(es) == "«A chest with a ringed dot»");
    CHECK(topic.signs.front().label(es) == "«Pain in your chest»");
    CHECK(topic.signs.front().note(es) == "Chest pain now");  // for staff
    const auto* where = where_written(loaded.written, "«Pain in your chest»");
    REQUIRE(where);
    CHECK(where->file == topic_es);
}

TEST_CASE("every text of a topic is translated, or is for staff and sources") {
    const auto loaded = load(from_memory(in_spanish("reviewed")));
    REQUIRE(loaded.content);
    const auto& topic = loaded.content->topics.front();
    const auto all_in = [](const std::vector<Text>& texts) {
        for (const auto& text : texts) CHECK(text.in.size() == 2);
    };
    for (const auto& entry : loaded.content->interface) {
        const auto& name = entry.first;
        CHECK_MESSAGE(entry.second.in.size() == (name.starts_with("desk.") ? 1 : 2), name);
    }
    all_in(
        {topic.title, topic.welcome, topic.lead, topic.tell_clinician, topic.picture.alt, topic.welcome_picture.alt});
    for (const auto* texts : {&topic.help_now, &topic.help_today, &topic.help_soon}) all_in(*texts);
    for (const auto& group : topic.groups) all_in({group.title});
    for (const auto& question : topic.questions) {
        all_in({question.ask});
        all_in(question.why);
        if (!question.private_note.empty()) all_in({question.private_note});
    }
    for (const auto& sign : topic.signs) {
        if (!sign.label.empty()) all_in({sign.label});
        if (!sign.told.empty()) all_in({sign.told});
    }
    for (const auto& handout : topic.handouts) {
        all_in({handout.title, handout.summary, handout.picture.alt});
        for (const auto* texts :
             {&handout.dos, &handout.do_nots, &handout.stop_if, &handout.how_sure, &handout.instead})
            all_in(*texts);
        for (const auto& part : handout.parts) {
            all_in({part.heading});
            for (const auto* texts : {&part.paragraphs, &part.steps, &part.points}) all_in(*texts);
        }
        for (const auto* cautions : {&handout.withhold, &handout.ask_first})
            for (const auto& caution : *cautions) all_in({caution.because, caution.reason});
    }
}

TEST_CASE("a text from right to left is taken as it was written; its numbers are set in order where it is shaped") {
    auto files = in_spanish("reviewed", R"(right-to-left="yes")");
    replace(files[interface_es], "«key.back»", "«2–4 · 555-0142 · 600 mg»");
    const auto loaded = load(from_memory(files));
    CHECK(loaded.content->words("key.back")(LanguageId{1}) == "«2–4 · 555-0142 · 600 mg»");
    CHECK(loaded.content->words("page.count")(LanguageId{1}) == "«page.count {page} {pages}»");
}
