// SPDX-License-Identifier: Apache-2.0
// What the evidence list binds: how urgent a sign is, alone and with others, and what holds back a handout.
#include "content/found.hpp"

namespace kiosk::content {

TEST_CASE("no sign is less urgent than the evidence it asks, unless somebody says why") {
    const std::string choice = R"(<choice id="chest-pain" evidence="E1" )";
    const std::vector<Broken> rows = {
        {"a choice of an emergency question is made less urgent", topic_xml, choice, choice + R"(urgency="today" )",
         "screens/small.xml:23: error: \"chest-pain\" asks row \"E1\" of the evidence, which is emergency, and raises "
         "only today (write urgency=\"emergency\", or say why not: lowered=\"...\")\n"},
        {"a question is made less urgent", topic_xml, R"(<question id="long" kind="yes-no" urgency="mention")",
         R"(<question id="long" kind="yes-no" urgency="none")",
         "screens/small.xml:60: error: \"long\" asks row \"R1\" of the evidence, which is mention, and raises only "
         "none (write urgency=\"mention\", or say why not: lowered=\"...\")\n"},
        {"a rule does not stand for the urgency of a row of its own", topic_xml,
         R"(<choice id="weak-immune" evidence="U4" )", R"(<choice id="weak-immune" evidence="U4" urgency="none" )",
         "screens/small.xml:51: error: \"weak-immune\" asks row \"U4\" of the evidence, which is today, and raises "
         "only "
         "none (write urgency=\"today\", or say why not: lowered=\"...\")\n"},
        {"a choice is lowered and says why", topic_xml, choice,
         choice + R"(urgency="today" lowered="A nurse sits here." )",
         "screens/small.xml:23: warning: \"chest-pain\" asks row \"E1\" of the evidence, which is emergency, and "
         "raises "
         "only today: A nurse sits here. (have a clinician agree, or delete lowered)\n"},
        {"a question is lowered and says why", topic_xml, R"(<question id="long" kind="yes-no" urgency="mention")",
         R"(<question id="long" kind="yes-no" urgency="none" lowered="A nurse asks again.")",
         "screens/small.xml:60: note: \"long\" asks row \"R1\" of the evidence, which is mention, and raises only "
         "none: A nurse asks again.\n"},
        {"a choice says why it is lowered and is not", topic_xml, choice, choice + R"(lowered="A nurse sits here." )",
         "screens/small.xml:23: error: \"chest-pain\" is as urgent as its evidence and says why it is lowered (delete "
         "lowered)\n"},
        {"an emergency choice is lowered without a reason", topic_xml, choice,
         choice + R"(urgency="today" lowered="see Ann" )",
         "screens/small.xml:23: error: \"chest-pain\" asks row \"E1\" of the evidence, which is emergency, and raises "
         "only today, and lowered=\"see Ann\" does not say why (write a sentence that a clinician can judge)\n"},
    };
    check_found(rows);
}

TEST_CASE("what answers raise with each other is held to the evidence, whichever rule raises it") {
    const std::string u4 = R"(<row id="U4" least="today" asked-by="weak-immune needle-drugs"/>)";
    const auto e11b = [&](const std::string& rule) {
        return u4 + R"(<row id="E11b" least="emergency" asked-by="fever">)" + rule + "</row>";
    };
    const std::string fever = R"(evidence="U3")", both = R"(<together all="fever" any="weak-immune needle-drugs"/>)";
    const std::string by_rule = R"(any="weak-immune needle-drugs" urgency="emergency")";
    struct Row {
        const char* sentence;
        std::string rule, in_topic, instead, problems;
    };
    const std::vector<Row> rows = {
        {"a rule raises it", both, "", "", ""},
        {"a rule that needs less raises it too", R"(<together all="fever weak-immune chest-pain"/>)", "", "", ""},
        {"an answer of it raises it", R"(<together all="fever accident"/>)", "", "", ""},
        {"one answer of a rule is taken out", both, by_rule, R"(any="weak-immune" urgency="emergency")",
         "screens/small.xml:41: error: \"fever\" and \"needle-drugs\" together raise only today, and are row \"E11b\" "
         "of the "
         "evidence, which is emergency (write a <together> for these answers again, urgency=\"emergency\")\n"},
        {"a rule is made harder", both, R"(<together all="fever" any)", R"(<together all="fever long" any)",
         "screens/small.xml:41: error: \"fever\" and \"needle-drugs\" together raise only today, and are row \"E11b\" "
         "of the "
         "evidence, which is emergency (write a <together> for these answers again, urgency=\"emergency\")\n"
         "screens/small.xml:41: error: \"fever\" and \"weak-immune\" together raise only today, and are row \"E11b\" "
         "of the "
         "evidence, which is emergency (write a <together> for these answers again, urgency=\"emergency\")\n"},
        {"a rule is made less urgent", R"(<together all="fever weak-immune"/>)", by_rule,
         R"(any="weak-immune needle-drugs" urgency="today")",
         "screens/small.xml:41: error: \"fever\" and \"weak-immune\" together raise only today, and are row \"E11b\" "
         "of the "
         "evidence, which is emergency (write a <together> for these answers again, urgency=\"emergency\")\n"},
        {"it names a sign that nobody asks", R"(<together all="fever chills" any="cough"/>)", "", "",
         "screens/small.evidence.xml:9: error: \"chills\" is not asked any more, and this <together> counts on it (put "
         "it back, or have a clinician take it out here)\n"
         "screens/small.evidence.xml:9: error: \"cough\" is not asked any more, and this <together> counts on it (put "
         "it back, or have a clinician take it out here)\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        auto files = small_files();
        auto& evidence = files[evidence_xml];
        evidence.replace(evidence.find(u4), u4.size(), e11b(row.rule));
        auto& topic = files[topic_xml];
        topic.replace(topic.find(fever), fever.size(), R"(evidence="U3 E11b")");
        if (!row.in_topic.empty()) topic.replace(topic.find(row.in_topic), row.in_topic.size(), row.instead);
        const auto loaded = load(from_memory(files));
        REQUIRE(loaded.content);
        auto told = in_lines(check(*loaded.content, "2026-11-22"));
        for (const auto& known : {not_reviewed, not_asked}) {
            const auto at = told.find(known);
            REQUIRE(at != std::string::npos);
            told.erase(at, known.size());
        }
        CHECK('\n' + told == '\n' + row.problems);
    }
}

TEST_CASE("a handout and its parts are held back for all whom the evidence holds back") {
    const std::vector<Broken> rows = {
        {"a withheld sign is taken out", topic_xml, R"(<withhold if="kidney">)", R"(<withhold if="blood-thinner">)",
         "screens/small.xml:73: error: handout \"warm-bath\" is not withheld for \"kidney\", as the evidence wants it "
         "(write kidney into the if=\"...\" of a <withhold> again)\n"},
        {"withheld becomes ask first", topic_xml, R"(  <withhold if="kidney">
      <because>You told us you have kidney disease.</because>
      <reason>Salt baths can harm you.</reason>
    </withhold>)",
         R"(  <ask-first if="kidney">
      <because>You told us you have kidney disease.</because>
      <reason>Salt baths can harm you.</reason>
    </ask-first>)",
         "screens/small.xml:73: error: handout \"warm-bath\" is not withheld for \"kidney\", as the evidence wants it "
         "(write kidney into the if=\"...\" of a <withhold> again)\n"},
        {"ask first names another sign", topic_xml, R"(<ask-first if="blood-thinner">)", R"(<ask-first if="kidney">)",
         "screens/small.xml:96: error: handout \"heat\" does not ask first for \"blood-thinner\", as the evidence "
         "wants "
         "it (write blood-thinner into the if=\"...\" of an <ask-first> again)\n"},
        {"a part is opened to all", topic_xml, R"(<part id="rub" withhold="blood-thinner">)", R"(<part id="rub">)",
         "screens/small.xml:96: error: part \"rub\" of handout \"heat\" is not withheld for \"blood-thinner\", as the "
         "evidence wants it (write blood-thinner into its withhold=\"...\" again)\n"},
        {"a part loses its id", topic_xml, R"(<part id="rub" withhold)", R"(<part withhold)",
         "screens/small.xml:96: error: handout \"heat\" has no part \"rub\" any more, and the evidence guards it "
         "(write "
         "id=\"rub\" at that <part> again, or have a clinician delete its gate)\n"},
        {"a part is no longer shown to those who must see it", evidence_xml, R"(part="rub" withhold="blood-thinner")",
         R"(part="rub" only-if="kidney blood-thinner")",
         "screens/small.xml:96: error: part \"rub\" of handout \"heat\" is not shown for \"blood-thinner\", as the "
         "evidence wants it (write blood-thinner into its only-if=\"...\" again)\n"},
        {"a gate guards a handout that there is not", evidence_xml, R"(<gate handout="walking"/>)",
         R"(<gate handout="walking"/><gate handout="running"/>)",
         "screens/small.evidence.xml:17: warning: there is no handout \"running\" any more (have a clinician delete "
         "this "
         "<gate>)\n"},
        {"a handout has no gate", evidence_xml, R"(<gate handout="walking"/>)", "",
         "screens/small.xml:118: error: handout \"walking\" has no <gate> in screens/small.evidence.xml (have a "
         "clinician write there which answers hold it back: <gate handout=\"walking\" withhold=\"...\" "
         "ask-first=\"...\"/>)\n"},
        {"a gate names a sign that nobody asks", evidence_xml, R"(<gate handout="walking"/>)",
         R"(<gate handout="walking" withhold="gout"/>)",
         "screens/small.evidence.xml:17: error: \"gout\" is not asked any more, and this <gate> counts on it (put it "
         "back, or have a clinician take it out here)\n"},
        {"a whole handout has only-if", evidence_xml, R"(<gate handout="walking"/>)",
         R"(<gate handout="walking" only-if="kidney"/>)",
         "screens/small.evidence.xml:17: error: only-if is for a part of a handout (name the part: part=\"...\")\n"},
        {"a part has ask-first", evidence_xml, R"(part="rub" withhold)", R"(part="rub" ask-first="kidney" withhold)",
         "screens/small.evidence.xml:16: error: ask-first is for a whole handout (leave out part, or write "
         "withhold=\"...\")\n"},
    };
    check_found(rows);
}

}  // namespace kiosk::content
