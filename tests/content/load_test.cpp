// SPDX-License-Identifier: Apache-2.0
// What a well-formed clinic becomes.
#include "content/load.hpp"

#include "content/broken.hpp"

namespace kiosk::content {

namespace {

const Content& small() {
    static const Content content = fixtures::small_clinic();
    return content;
}

const Topic& topic() {
    return small().topics.front();
}

template <class List>
std::string ids(const List& list) {
    std::string result;
    for (const auto& item : list) result += (result.empty() ? "" : " ") + item.id;
    return result;
}

template <class Refs>
std::string pointed(const Refs& refs) {
    std::string result;
    for (const auto id : refs) result += (result.empty() ? "" : " ") + topic()[id].id;
    return result;
}

const std::string& own(const Text& text) {
    return text(LanguageId{0});
}

}  // namespace

TEST_CASE("the clinic") {
    const auto& clinic = small().clinic;
    CHECK(clinic.name == "Small Clinic");
    CHECK(clinic.address == "1 Test Street, Sampleton");
    CHECK(clinic.phone == "555 0111");
    CHECK(clinic.emergency_number == "911");
    CHECK(own(clinic.desk) == "front desk");
    CHECK(clinic.paper == PaperSize::a4);
    CHECK(clinic.after_today == AfterToday::staff_release);
    CHECK(clinic.timing.idle == Duration{60'000});
    CHECK(clinic.timing.idle_largest == Duration{180'000});
    CHECK(clinic.timing.repeat_guard == Duration{800});
    CHECK(clinic.timing.call_shown_within == Timing{}.call_shown_within);
    CHECK(small().languages == std::vector<Language>{{"en", "English", false}});
}

TEST_CASE("questions and signs stand in the order of the file") {
    CHECK(ids(topic().questions) == "chest accident under-18 fever body-fights about-you long");
    CHECK(ids(topic().signs) ==
          "chest-pain hard-to-breathe accident under-18 fever weak-immune needle-drugs kidney blood-thinner long");
    for (std::size_t q = 0; q < topic().questions.size(); ++q)
        for (const auto sign : topic().questions[q].signs) CHECK(topic()[sign].question == QuestionId{q});
}

TEST_CASE("a question with choices") {
    const auto& chest = topic()[QuestionId{0}];
    CHECK(chest.kind == Kind::any_of);
    CHECK(chest.urgency == Urgency::emergency);
    CHECK(own(chest.ask) == "Do you have any of these right now?");
    CHECK(own(chest.hint) == "Touch all that fit.");
    CHECK(chest.short_hint.empty());
    CHECK(chest.why.size() == 2);
    CHECK(chest.picture.name == "q-chest");
    CHECK(own(chest.picture.alt) == "A chest with a ringed dot");
    CHECK(chest.line == 18);
    CHECK(pointed(chest.signs) == "chest-pain hard-to-breathe");
    CHECK(pointed(chest.sources) == "S1");
    const auto& pain = topic()[chest.signs[0]];
    CHECK(own(pain.label) == "Pain in your chest");
    CHECK(own(pain.note) == "Chest pain now");
    CHECK(pain.urgency == Urgency::emergency);
    CHECK(pain.evidence_rows == std::vector<std::string>{"E1"});
}

TEST_CASE("a question of yes and no is its own sign") {
    const auto& fever = topic()[QuestionId{3}];
    CHECK(fever.kind == Kind::yes_no);
    CHECK(pointed(fever.signs) == "fever");
    CHECK(own(topic()[fever.signs[0]].told) == "Fever with this pain");
    CHECK(topic()[fever.signs[0]].label.empty());
    CHECK(topic()[QuestionId{2}].ends_check);
    CHECK(!fever.ends_check);
}

TEST_CASE("a private answer without a note of its own is told in the general words") {
    const auto& fights = topic()[QuestionId{4}];
    CHECK(fights.is_private);
    CHECK(own(fights.in_short) == "Fighting germs");
    CHECK(own(topic()[fights.signs[0]].note) == "Weak immune system");
    CHECK(own(topic()[fights.signs[1]].note) == "Infection risk");
}

TEST_CASE("what goes together, and what is not asked") {
    REQUIRE(topic().together.size() == 1);
    CHECK(pointed(topic().together[0].all) == "fever");
    CHECK(pointed(topic().together[0].any) == "weak-immune needle-drugs");
    CHECK(topic().together[0].urgency == Urgency::emergency);
    REQUIRE(topic().not_asked.size() == 1);
    CHECK(topic().not_asked[0].row == "E14");
    CHECK(topic().not_asked[0].because == "because this clinic for tests has no pathway for it");
    CHECK(topic().evidence_file == "screens/small.evidence.xml");
    REQUIRE(topic().evidence_rows.size() == 10);
    CHECK(topic().evidence_rows[4] == EvidenceRow{"U3", Urgency::today, {"fever"}, {}, false, 8});
}

TEST_CASE("handouts") {
    CHECK(ids(topic().groups) == "comfort move visit");
    CHECK(ids(topic().handouts) == "warm-bath heat walking see-clinician");
    const auto& bath = topic().handouts[0];
    CHECK(bath.group == GroupId{0});
    CHECK(bath.evidence == Evidence::traditional);
    REQUIRE(bath.parts.size() == 2);
    CHECK(bath.parts[0].steps.size() == 2);
    CHECK(own(bath.parts[0].dose) == "10 minutes, once a day.");
    CHECK(bath.parts[1].is_warning);
    CHECK(pointed(bath.parts[1].only_if) == "blood-thinner");
    REQUIRE(bath.withhold.size() == 1);
    CHECK(pointed(bath.withhold[0].signs) == "kidney");
    CHECK(own(bath.withhold[0].reason) == "Salt baths can harm you.");
    CHECK(pointed(bath.see_also) == "walking");
    CHECK(pointed(topic().handouts[1].ask_first[0].signs) == "blood-thinner");
    CHECK(pointed(topic().handouts[1].parts[1].withhold) == "blood-thinner");
    CHECK(topic().handouts[2].week_chart);
    CHECK(topic().handouts[2].web_page == "https://clinic.example/walking");
    CHECK(topic().handouts[3].always_open);
    CHECK(topic().handouts[3].review_by == "2027-11-22");
    CHECK(topic().handouts[3].reviewer.empty());
}

TEST_CASE("a handout's own dates win over the topic's") {
    const auto loaded = load_broken("screens/small.xml", R"(<handout id="heat")",
                                    R"(<handout reviewed="2026-12-01" reviewer="A. Nurse" id="heat")");
    REQUIRE(loaded.content);
    const auto& handouts = loaded.content->topics[0].handouts;
    CHECK(handouts[1].reviewer == "A. Nurse");
    CHECK(handouts[1].reviewed == "2026-12-01");
    CHECK(handouts[1].written == "2026-11-22");
    CHECK(handouts[0].reviewer.empty());
}

TEST_CASE("sources keep what is known of them") {
    CHECK(topic().sources[0] ==
          Source{"S1", "A page for tests", "Test House", "2024", "https://example.org/one", "2026-11", 147});
    CHECK(topic().sources[1].url.empty());
    CHECK(topic().sources[1].checked == "2026-11-20");
}

TEST_CASE("pictures of topics and of the program are read") {
    CHECK(small().pictures.count("q-chest") == 1);
    CHECK(small().pictures.count("icons/hand") == 1);
    CHECK(small().pictures.at("warm-bath").find("<svg") != std::string::npos);
}

TEST_CASE("the theme of the design guide") {
    const auto& theme = small().theme;
    const auto colour = [&](Palette palette, Colour name) {
        return theme.colours(palette)[static_cast<std::size_t>(name)];
    };
    CHECK(colour(Palette::normal, Colour::petrol) == 0x0B4F5A);
    CHECK(colour(Palette::high_contrast, Colour::petrol) == 0xFFE24A);
    CHECK(colour(Palette::paper, Colour::ink) == 0x000000);
    CHECK(theme.type(Role::title, false) == TypeSize{72, 88, true});
    CHECK(theme.type(Role::title, true) == TypeSize{68, 84, true});
    CHECK(theme.type(Role::answer, true) == TypeSize{56, 68, true});
    CHECK(theme.type(Role::paper_body, true) == TypeSize{14, 20, false});
    CHECK(theme.paper_large == 18.0 / 14.0);
    CHECK(theme.largest == 1.4);
    CHECK(theme.picture_paper.at(0x7DA9AB) == 0xBDBDBD);
    CHECK(small().theme_file == "screens/theme.xml");
}

TEST_CASE("white space is folded, a byte order mark and comments are no matter") {
    auto files = small_files();
    auto& text = files["screens/small.xml"];
    text.replace(text.find("Touch all that fit."), 19,
                 "Touch\r\n\t all <!-- really --> that\n   <![CDATA[fit & go.]]>");
    text.insert(0, "\xEF\xBB\xBF");
    const auto loaded = load(from_memory(files));
    CHECK(in_lines(loaded.problems) == "");
    REQUIRE(loaded.content);
    CHECK(own(loaded.content->topics[0].questions[0].hint) == "Touch all that fit & go.");
}

TEST_CASE("the clinic's own language comes first, and is what a missing one falls back to") {
    const Text text{{"Stop", ""}};
    CHECK(text(LanguageId{0}) == "Stop");
    CHECK(text(LanguageId{1}) == "Stop");
    CHECK(text(LanguageId{7}) == "Stop");
    CHECK(Text{{"Stop", "Alto"}}(LanguageId{1}) == "Alto");
    CHECK(Text{}(LanguageId{0}) == "");
}

TEST_CASE("the same files have the same fingerprint, another letter has another") {
    const auto again = fixtures::small_clinic();
    CHECK(again == small());
    CHECK(again.hash.size() == 64);
    const auto other = load_broken("screens/small.xml", "Touch all that fit.", "Touch all that fits.");
    REQUIRE(other.content);
    CHECK(other.content->hash != small().hash);
}

TEST_CASE("each file is asked for once, and none outside the folder") {
    FilesByPath asked;
    const auto loaded = load([&](const std::string& path) {
        CHECK(asked.emplace(path, "").second);
        CHECK(path.find("..") == std::string::npos);
        return fixtures::small_file(path);
    });
    CHECK(loaded.content);
}

TEST_CASE("content.xml may have another name") {
    auto files = small_files();
    files["clinics/two.xml"] = files["content.xml"];
    CHECK(load(from_memory(files), "clinics/two.xml").content);
}

}  // namespace kiosk::content
