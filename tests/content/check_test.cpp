// SPDX-License-Identifier: Apache-2.0
// What check finds in a clinic whose form is sound.
#include "content/found.hpp"

namespace kiosk::content {

namespace {

std::string thirty_times(const std::string& sentence) {
    std::string all;
    for (int i = 0; i < 30; ++i) all += sentence;
    return all;
}

}  // namespace

TEST_CASE("the small clinic only waits for a clinician's review") {
    CHECK(in_lines(check(fixtures::small_clinic(), "2026-11-22")) == not_reviewed + not_asked);
}

TEST_CASE("what a clinic must keep up is told with what to write instead") {
    const std::vector<Broken> rows = {
        {"a row of the evidence is neither asked nor excused", evidence_xml, R"(<row id="E2" )",
         R"(<row id="E3" least="emergency"/><row id="E2" )",
         "screens/small.xml:16: error: evidence row \"E3\" is neither asked nor excused (ask it, or write <not-asked "
         "row=\"E3\">because ...</not-asked>)\n"},
        {"a row of the evidence is lowered", evidence_xml, R"(<row id="E2" least="emergency")",
         R"(<row id="E2" least="today")",
         "screens/small.xml:24: warning: \"hard-to-breathe\" raises emergency, and its evidence only today (have a "
         "clinician mend least in screens/small.evidence.xml, or name the row that is meant)\n"},
        {"a question is deleted", topic_xml,
         R"(<choice id="hard-to-breathe" evidence="E2" note="Hard to breathe" told="Hard to breathe">Hard to breathe</choice>)",
         "",
         "screens/small.evidence.xml:5: error: \"hard-to-breathe\" is not asked any more, and row \"E2\" counts on it "
         "(put it back, or have a clinician take it out of asked-by)\n"},
        {"a row that is asked is not listed", evidence_xml,
         R"(<row id="E2" least="emergency" asked-by="hard-to-breathe"/>)", "",
         "screens/small.xml:24: error: evidence row \"E2\" is asked, but not listed in screens/small.evidence.xml "
         "(mend "
         "the name, or add it there)\n"},
        {"a row that is excused is not listed", topic_xml, R"(<not-asked row="E14">)",
         R"(<not-asked row="E15">no</not-asked><not-asked row="E14">)",
         "screens/small.xml:66: error: evidence row \"E15\" is excused, but not listed in screens/small.evidence.xml "
         "(mend the name, or add it there)\n"},
        {"a row is asked and excused", topic_xml, R"(<not-asked row="E14">)",
         R"(<not-asked row="R1">no</not-asked><not-asked row="E14">)",
         "screens/small.xml:66: error: evidence row \"R1\" is asked and excused (delete this <not-asked>)\n"},
        {"a row is excused twice", topic_xml, R"(<not-asked row="E14">)",
         R"(<not-asked row="E14">because this clinic for tests has no pathway for it</not-asked><not-asked row="E14">)",
         "screens/small.xml:66: error: evidence row \"E14\" is excused twice (delete one <not-asked>)\n"},
        {"a sign names no row", topic_xml, R"(<choice id="needle-drugs" evidence="U4">)",
         R"(<choice id="needle-drugs">)",
         "screens/small.evidence.xml:9: error: \"needle-drugs\" does not name row \"U4\" any more, which counts on it "
         "(write it into its evidence=\"...\" again, or have a clinician take it out of asked-by)\n"
         "screens/small.xml:52: warning: sign \"needle-drugs\" names no row of the evidence file (write "
         "evidence=\"...\")\n"},
        {"a choice that another row's choice could stand for is gone", evidence_xml, R"(asked-by="weak-immune )",
         R"(asked-by="old-infection weak-immune )",
         "screens/small.evidence.xml:9: error: \"old-infection\" is not asked any more, and row \"U4\" counts on it "
         "(put "
         "it back, or have a clinician take it out of asked-by)\n"},
        {"a sign asks a row that does not list it", topic_xml, R"(<choice id="kidney" evidence="G-kidney")",
         R"(<choice id="kidney" evidence="G-kidney U12")",
         "screens/small.xml:57: error: \"kidney\" asks row \"U12\", which does not list it (write kidney into asked-by "
         "of "
         "that row in screens/small.evidence.xml, or mend the row)\n"},
        {"two choices look the same", topic_xml, ">Hard to breathe</choice>", ">pain in your chest.</choice>",
         "screens/small.xml:24: error: choice \"hard-to-breathe\" reads like the one in line 23 (write how the two "
         "differ)\n"},
        {"a choice looks like None of these", topic_xml, ">Hard to breathe</choice>", ">Answer none</choice>",
         "screens/small.xml:24: error: choice \"hard-to-breathe\" reads like the key \"answer.none\" (delete it, every "
         "such "
         "question has this key)\n"},
        {"a choice looks like I'm not sure", topic_xml, ">Hard to breathe</choice>", ">ANSWER.NOT-SURE</choice>",
         "screens/small.xml:24: error: choice \"hard-to-breathe\" reads like the key \"answer.not-sure\" (delete it, "
         "every "
         "such question has this key)\n"},
        {"the same words in two questions", topic_xml, ">Hard to breathe</choice>", ">You have kidney disease</choice>",
         ""},
        {"a question has no sources", topic_xml, R"(urgency="mention" sources="S1")", R"(urgency="mention")",
         "screens/small.xml:60: error: question \"long\" has no sources (write sources=\"...\")\n"},
        {"a question does not say why", topic_xml, "<why>Fever can be a sign of infection.</why>", "",
         "screens/small.xml:41: error: question \"fever\" does not say why it is asked (write <why>)\n"},
        {"no question ends the check", topic_xml, R"( ends-check="yes")", "",
         "screens/small.xml:4: error: no question ends the check (ask whether the person is under 18, with "
         "ends-check=\"yes\")\n"},
        {"a handout has no sources", topic_xml, R"(evidence="moderate" sources="S1")", R"(evidence="moderate")",
         "screens/small.xml:118: error: handout \"walking\" has no sources (write sources=\"...\")\n"},
        {"a handout does not say how sure we are", topic_xml, "<how-sure>Good studies found that it helps.</how-sure>",
         "", "screens/small.xml:118: error: handout \"walking\" does not say how sure we are (write <how-sure>)\n"},
        {"a handout does not say when to stop", topic_xml, "<stop-if>Your chest hurts.</stop-if>", "",
         "screens/small.xml:118: error: handout \"walking\" does not say when to stop (write <stop-if>)\n"},
        {"a handout that is always open need not", topic_xml, "<stop-if>You feel very ill.</stop-if>", "", ""},
        {"a handout does not say what not to do", topic_xml, "<do-not>Do not run.</do-not>", "",
         "screens/small.xml:118: warning: handout \"walking\" does not say what to do and what not to (write <do> and "
         "<do-not>)\n"},
        {"a handout is withheld with nothing instead", topic_xml,
         R"(<instead see="walking">Walk a little, or ask your kidney team.</instead>)", "",
         "screens/small.xml:73: error: handout \"warm-bath\" is withheld and says nothing to do instead (write "
         "<instead>)\n"},
        {"who is held back is sent to what is held back", topic_xml, R"(<stop-if>Your chest hurts.</stop-if>)",
         R"(<stop-if>Your chest hurts.</stop-if>
             <withhold if="kidney"><because>B.</because><reason>R.</reason></withhold><instead>I.</instead>)",
         "screens/small.xml:73: warning: handout \"warm-bath\" sends those with \"kidney\" to \"walking\", which is "
         "withheld from them too (name another handout in see)\n"},
        {"no handout is always open", topic_xml, R"(always-open="yes")", "",
         "screens/small.xml:4: warning: no handout is always open, so who must see staff today has nothing to read "
         "(write always-open=\"yes\" on one)\n"},
        {"a group is empty", topic_xml, R"(<group id="move">)", R"(<group id="food">Food</group><group id="move">)",
         "screens/small.xml:4: warning: group \"food\" has no handout (delete it, or put one in it)\n"},
        {"a source is never used", topic_xml, R"(<source id="S1")",
         R"(<source id="S0" title="T" organisation="O" checked="2026-11"/><source id="S1")",
         "screens/small.xml:147: warning: source \"S0\" is never used (name it where it is used, or delete it)\n"},
        {"a source was never looked at", topic_xml, R"( checked="2026-11-20")", "",
         "screens/small.xml:148: warning: source \"S2\" does not say when it was last looked at (write "
         "checked=\"2026-11\")\n"},
        {"a sentence is long", topic_xml, "Good studies found that it helps.",
         "This is short. One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
         "sixteen seventeen eighteen nineteen twenty more.",
         "screens/small.xml:118: warning: a sentence of 21 words: \"One two three four five ...\" (make two of it, 20 "
         "words at most)\n"},
        {"a sentence of 20 words is not", topic_xml, "Good studies found that it helps.",
         "One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
         "eighteen nineteen twenty.",
         ""},
        {"a handout is hard to read", topic_xml, "A little more every day.",
         "Musculoskeletal rehabilitation interventions, notwithstanding considerable heterogeneity, demonstrate "
         "effectiveness. "
         "Physiotherapeutic evaluation necessitates multidisciplinary communication. Individualised recommendations "
         "facilitate considerable functional improvement.",
         "screens/small.xml:118: warning: handout \"walking\" reads at school grade 17.0; hardest: \"Physiotherapeutic "
         "evaluation necessitates multidisciplinary communication.\" (write shorter words and sentences, grade 6 at "
         "most)\n"},
        {"thirty sentences of long words", topic_xml, "A little more every day.",
         thirty_times("The dog understands everything. "),
         "screens/small.xml:118: warning: handout \"walking\" is understood at SMOG grade 10.4; hardest: \"The dog "
         "understands everything.\" (write shorter words and sentences, grade 8 at most)\n"
         "screens/small.xml:118: warning: handout \"walking\" reads at school grade 10.0; hardest: \"The dog "
         "understands "
         "everything.\" (write shorter words and sentences, grade 6 at most)\n"},
        {"text cannot be read on its ground", theme_xml, R"(<colour name="on-amber" value="#15292E"/>)",
         R"(<colour name="on-amber" value="#FFFFFF"/>)",
         "screens/theme.xml: error: in normal, text in on-amber on amber has a contrast of 1.6 to 1 (choose colours "
         "further apart, 7 to 1 or more)\n"},
    };
    check_found(rows);
}

TEST_CASE("what every handout must tell is told, as urgent as the evidence says") {
    const std::string chest = R"(<get-help when="now" evidence="E1">You have chest pain.</get-help>)";
    const std::vector<Broken> rows = {
        {"it is told as less urgent", topic_xml, chest, R"(<get-help when="now">You cannot breathe.</get-help>
  <get-help when="soon" evidence="E1">You have chest pain.</get-help>)",
         "screens/small.xml:12: error: this <get-help> names no row of the evidence (write evidence=\"...\", so that "
         "it "
         "cannot be lost or told as less urgent)\n"
         "screens/small.xml:13: error: this <get-help> tells row \"E1\" of the evidence, which is emergency, as less "
         "urgent (write when=\"now\")\n"
         "screens/small.xml:67: note: row \"E14\" of the evidence, which is emergency, is not asked: because this "
         "clinic "
         "for tests has no pathway for it\n"},
        {"it is lost", topic_xml, chest, R"(<get-help when="now" evidence="E2">You cannot breathe.</get-help>)",
         "screens/small.evidence.xml:4: error: no <get-help> tells row \"E1\" any more, which counts on it (put it "
         "back, "
         "or have a clinician take out get-help=\"yes\")\n"
         "screens/small.xml:12: error: this <get-help> tells row \"E2\", which does not say so (write "
         "get-help=\"yes\" at that row in screens/small.evidence.xml)\n"},
        {"it names a row that is not there", topic_xml, R"(evidence="U19">You have a fever)",
         R"(evidence="U19 U99">You have a fever)",
         "screens/small.xml:13: error: evidence row \"U99\" is not listed in screens/small.evidence.xml (mend the "
         "name, or "
         "add it there)\n"},
    };
    check_found(rows);
}

TEST_CASE("answers that read alike are told in every language") {
    auto content = fixtures::small_clinic();
    content.languages.push_back({"es", "Español", false, false});
    content.interface.at("answer.no").in = {"No", "Claro"};
    content.interface.at("answer.yes").in = {"Yes", "claro."};
    auto& signs = content.topics[0].signs;
    signs[1].label.in = {signs[1].label({}), "Dolor"};
    signs[0].label.in = {signs[0].label({}), "dolor"};
    auto told = in_lines(check(content, "2026-11-22"));
    CHECK(told.substr(told.find('\n') + 1, told.find(not_asked) - told.find('\n') - 1) ==
          "screens/small.xml:16: error: the keys answer.yes and answer.no read alike in Español (write two different "
          "answers in the interface)\n"
          "screens/small.xml:24: error: choice \"hard-to-breathe\" reads in Español like the one in line 23 (write how "
          "the "
          "two differ)\n");
}

TEST_CASE("two yes-no questions that ask the same are told in every language") {
    auto content = fixtures::small_clinic();
    content.languages.push_back({"es", "Español", false, false});
    std::vector<Question*> asked;
    for (auto& question : content.topics[0].questions)
        if (question.kind == Kind::yes_no) asked.push_back(&question);
    REQUIRE(asked.size() >= 2);
    asked[0]->ask.in = {asked[0]->ask({}), "¿Dolor?"};
    asked[1]->ask.in = {asked[1]->ask({}), "¿Dolor hoy?"};
    CHECK(in_lines(check(content, "2026-11-22")).find(" asks ") == std::string::npos);
    asked[1]->ask.in[1] = "¿dolor?";
    CHECK(in_lines(check(content, "2026-11-22"))
              .find("screens/small.xml:" + std::to_string(asked[1]->line) + ": error: question \"" + asked[1]->id +
                    "\" asks in Español the same as the one in line " + std::to_string(asked[0]->line) +
                    " (write what it has to ask)\n") != std::string::npos);
}

TEST_CASE("yes and no on each other's keys are told in every language") {
    auto content = fixtures::small_clinic();
    for (const auto* language : {"es", "zh-Hans", "x-own"})
        content.languages.push_back({language, language, false, false});
    content.interface.at("answer.yes").in = {"No", "Sí", "没有", "Ne"};
    content.interface.at("answer.no").in = {"Yes", "No", "有", "Jo"};
    const auto told = in_lines(check(content, "2026-11-22"));
    const std::string at = "screens/small.xml:16: error: the key answer.";
    const std::string mend = " (write the words of yes and no on their own keys)\n";
    CHECK(told.substr(told.find(at), told.find(not_asked) - told.find(at)) ==
          at + "no reads \"Yes\", the word for yes" + mend + at + "no reads in zh-Hans \"有\", the word for yes" +
              mend + at + "yes reads \"No\", the word for no" + mend + at +
              "yes reads in zh-Hans \"没有\", the word for no" + mend);
}

TEST_CASE("none of these on the key of who is not sure is told in every language") {
    auto content = fixtures::small_clinic();
    content.languages.push_back({"es", "Español", false, false});
    content.interface.at("answer.none").in = {"I'm not sure", "No lo sé"};
    content.interface.at("answer.not-sure").in = {"None of these", "Ninguno de estos"};
    const auto told = in_lines(check(content, "2026-11-22"));
    const std::string at = "screens/small.xml:16: error: the key answer.";
    const std::string mend = "\", the words for none of these (write each answer on its own key)\n";
    CHECK(told.substr(told.find(at), told.find(not_asked) - told.find(at)) ==
          at + "not-sure reads \"None of these" + mend + at + "not-sure reads in Español \"Ninguno de estos" + mend);
}

TEST_CASE("dates are held against today") {
    struct Row {
        const char* sentence;
        std::string today, attributes, problems;
    };
    const std::string reviewed = R"(reviewed="2026-12-01" review-by="2027-11-22" author="" reviewer="A. Nurse")";
    const std::vector<Row> rows = {
        {"a review is 184 days off", "2027-05-22", reviewed, ""},
        {"a review is 183 days off", "2027-05-23", reviewed,
         "screens/small.xml:4: warning: topic \"small\" is to be reviewed by 2027-11-22 (plan the review)\n"},
        {"a review is today", "2027-11-22", reviewed,
         "screens/small.xml:4: warning: topic \"small\" is to be reviewed by 2027-11-22 (plan the review)\n"},
        {"a review is overdue", "2027-11-23", reviewed,
         "screens/small.xml:4: warning: topic \"small\" was to be reviewed by 2027-11-22; its handouts of the same day "
         "are no longer offered, the safety check goes on (review it, then set a new review-by)\n"},
        {"the clock of the machine stands before the day of writing", "2026-11-21", reviewed,
         "screens/small.xml:4: error: topic \"small\" was reviewed on 2026-12-01, a day that is still to come (write "
         "the "
         "day of the review)\n"
         "screens/small.xml:4: warning: topic \"small\" was written on 2026-11-22, a day that is still to come (mend "
         "the day)\n"},
        {"a review is of tomorrow", "2026-11-30", reviewed,
         "screens/small.xml:4: error: topic \"small\" was reviewed on 2026-12-01, a day that is still to come (write "
         "the "
         "day of the review)\n"},
        {"the words are newer than their review", "2026-12-01",
         R"(reviewed="2026-11-01" review-by="2027-11-22" author="" reviewer="A. Nurse")",
         "screens/small.xml:4: error: topic \"small\" was written on 2026-11-22, after its review on 2026-11-01 (have "
         "it reviewed again, or empty reviewer and reviewed)\n"},
        {"nobody is to look again for years", "2026-12-01",
         R"(reviewed="2026-12-01" review-by="2029-12-02" author="" reviewer="A. Nurse")",
         "screens/small.xml:4: warning: topic \"small\" is to be reviewed by 2029-12-02, more than 2 years after "
         "2026-12-01 "
         "(write an earlier review-by)\n"},
        {"today is not known", "", reviewed, ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        const Broken broken{row.sentence, topic_xml, R"(reviewed="" review-by="2027-11-22" author="" reviewer="")",
                            row.attributes, ""};
        CHECK(found(broken, row.today) == row.problems);
    }
}

TEST_CASE("a handout with dates of its own is told by itself") {
    const Broken own{"", topic_xml, R"(<handout id="heat")", R"(<handout review-by="2026-12-01" id="heat")", ""};
    CHECK(
        found(own, "2026-12-02") ==
        "screens/small.xml:96: warning: handout \"heat\" was to be reviewed by 2026-12-01 and is no longer offered "
        "(review it, then set a new review-by)\n"
        "screens/small.xml:96: todo: handout \"heat\" is not yet reviewed by a clinician (when one has read it, write "
        "reviewer=\"...\" and reviewed=\"...\", then: kiosk approve)\n");
}

TEST_CASE("a topic that asks for no emergency is an error") {
    auto content = fixtures::small_clinic();
    for (auto& question : content.topics[0].questions) question.urgency = Urgency::today;
    const auto lines = in_lines(check(content, "2026-11-22"));
    CHECK(lines.find(
              "screens/small.xml:4: error: no question of this topic is an emergency (ask for what cannot wait)\n") ==
          0);
}

}  // namespace kiosk::content
