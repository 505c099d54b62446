// SPDX-License-Identifier: Apache-2.0
// What the readers of a topic say of questions, rules, handouts, dates and pictures.
#include "content/broken.hpp"

namespace kiosk::content {

namespace {

constexpr const char* topic_xml = "screens/small.xml";

}  // namespace

TEST_CASE("a safety check, handout or date that is wrong is told with what to write instead") {
    check_rows({
        {"a question with choices has none", topic_xml,
         R"(      <choice id="kidney" evidence="G-kidney" note="Kidney disease">You have kidney disease</choice>
      <choice id="blood-thinner" evidence="U12" note="Takes a blood thinner">You take a blood thinner</choice>
)",
         "",
         R"(screens/small.xml:54: error: question "about-you" has no choices (write <choice id="..." note="...">...</choice>)
screens/small.xml:80: error: "only-if" names "blood-thinner", which is no sign of this topic (write one of: "accident", "chest-pain", "fever", "hard-to-breathe", "long", "needle-drugs", "under-18", "weak-immune")
screens/small.xml:88: error: "if" names "kidney", which is no sign of this topic (write one of: "accident", "chest-pain", "fever", "hard-to-breathe", "long", "needle-drugs", "under-18", "weak-immune")
screens/small.xml:102: error: "withhold" names "blood-thinner", which is no sign of this topic (write one of: "accident", "chest-pain", "fever", "hard-to-breathe", "long", "needle-drugs", "under-18", "weak-immune")
screens/small.xml:110: error: "if" names "blood-thinner", which is no sign of this topic (write one of: "accident", "chest-pain", "fever", "hard-to-breathe", "long", "needle-drugs", "under-18", "weak-immune"))"},
        {"a question has more choices than rows", topic_xml, R"(<choice id="kidney")",
         R"(<choice id="a" note="a">A</choice><choice id="b" note="b">B</choice><choice id="c" note="c">C</choice><choice id="kidney")",
         R"(screens/small.xml:54: error: question "about-you" has 5 choices, the glass has room for 4 (split it into two questions))"},
        {"a private question has more choices than rows", topic_xml, R"(<choice id="weak-immune")",
         R"(<choice id="a">A</choice><choice id="b">B</choice><choice id="weak-immune")",
         R"(screens/small.xml:47: error: question "body-fights" has 4 choices, the glass has room for 3 (split it into two questions))"},
        {"a yes-no question has a choice", topic_xml, "<note>Under 18</note>",
         R"(<note>Under 18</note><choice id="child" note="Child">Child</choice>)",
         "screens/small.xml:38: error: <question> holds no <choice> (write one of: <ask>, <hint>, <short-hint>, <why>, "
         "<private-note>, <in-short>, <note>, <told>)"},
        {"the kind of a question is unknown", topic_xml, R"(id="fever" kind="yes-no")",
         R"(id="fever" kind="yes-or-no")",
         R"(screens/small.xml:41: error: kind="yes-or-no" is not known (did you mean "yes-no"?))"},
        {"an urgency is mistyped", topic_xml, R"(id="fever" kind="yes-no" urgency="today")",
         R"(id="fever" kind="yes-no" urgency="todya")",
         R"(screens/small.xml:41: error: urgency="todya" is not known (did you mean "today"?))"},
        {"an urgency is left out", topic_xml, R"(id="fever" kind="yes-no" urgency="today")",
         R"(id="fever" kind="yes-no")",
         R"(screens/small.xml:41: error: <question> needs the attribute "urgency" (write urgency="..."))"},
        {"a yes or no is neither", topic_xml, R"(private="yes")", R"(private="true")",
         R"(screens/small.xml:47: error: private="true" is not known (write one of: "yes", "no")
screens/small.xml:47: error: question "body-fights" has a <private-note> and is not private (write private="yes")
screens/small.xml:51: error: choice "weak-immune" has no told (write how the page for the patient says it)
screens/small.xml:52: error: choice "needle-drugs" has no note (write how the note for staff says it)
screens/small.xml:52: error: choice "needle-drugs" has no told (write how the page for the patient says it))"},
        {"a private question has no general words", topic_xml, "<private-note>Infection risk</private-note>", "",
         R"(screens/small.xml:47: error: question "body-fights" is private and has no <private-note> (write general words for the note, as in: infection risk))"},
        {"a question with general words is not private", topic_xml, R"( private="yes")", "",
         R"(screens/small.xml:47: error: question "body-fights" has a <private-note> and is not private (write private="yes")
screens/small.xml:51: error: choice "weak-immune" has no told (write how the page for the patient says it)
screens/small.xml:52: error: choice "needle-drugs" has no note (write how the note for staff says it)
screens/small.xml:52: error: choice "needle-drugs" has no told (write how the page for the patient says it))"},
        {"a question has no note", topic_xml, "<note>Fever with this pain</note>", "",
         R"(screens/small.xml:41: error: question "fever" has no note (write how the note for staff says it))"},
        {"a choice has no note", topic_xml, R"( note="Kidney disease")", "",
         R"(screens/small.xml:57: error: choice "kidney" has no note (write how the note for staff says it))"},
        {"what raises today has no words for the patient", topic_xml, "<told>Fever with this pain</told>", "",
         R"(screens/small.xml:41: error: question "fever" has no told (write how the page for the patient says it))"},
        {"a question ends the check without sending to staff", topic_xml,
         R"(id="under-18" kind="yes-no" urgency="today")", R"(id="under-18" kind="yes-no" urgency="mention")",
         R"(screens/small.xml:35: error: question "under-18" ends the check without sending to staff (write urgency="today"))"},
        {"an emergency is asked after a question for today", topic_xml,
         R"(id="long" kind="yes-no" urgency="mention" sources="S1" evidence="R1">)",
         R"(id="long" kind="yes-no" urgency="emergency" sources="S1" evidence="R1">)",
         R"(screens/small.xml:60: error: question "long" has no told (write how the page for the patient says it))"},
        {"an emergency is a choice of a late question", topic_xml, R"(<choice id="kidney" evidence="G-kidney")",
         R"(<choice id="kidney" evidence="G-kidney" urgency="emergency" told="Kidney")",
         R"(screens/small.xml:54: error: an emergency question comes after a question for today ("body-fights") (move "about-you" before it))"},
        {"a question for today is asked before the one that ends the check", topic_xml,
         R"(id="accident" kind="yes-no" urgency="emergency")", R"(id="accident" kind="yes-no" urgency="today")",
         R"(screens/small.xml:35: error: a question that ends the check comes after a question for today ("accident") (move "under-18" before it))"},
        {"together of nothing", topic_xml, R"(all="fever" any="weak-immune needle-drugs")", R"(all="" any="")",
         R"(screens/small.xml:65: error: <together> of nothing (write all="two or more signs", or all="..." and any="..."))"},
        {"together of one", topic_xml, R"(all="fever" any="weak-immune needle-drugs")", R"(all="fever")",
         R"(screens/small.xml:65: error: <together> of one thing alone (write all="two or more signs", or all="..." and any="..."))"},
        {"together without an urgency", topic_xml, R"(any="weak-immune needle-drugs" urgency="emergency")",
         R"(any="weak-immune needle-drugs")",
         R"(screens/small.xml:65: error: <together> needs the attribute "urgency" (write urgency="..."))"},
        {"a row is excused without a reason", topic_xml, "because this clinic for tests has no pathway for it", "",
         "screens/small.xml:66: error: <not-asked> is empty (write its words)"},
        {"a handout has no part", topic_xml, R"(    <part>
      <heading>Start small</heading>
      <step>Walk for 5 minutes.</step>
      <step>Add 1 minute each day.</step>
    </part>
)",
         "", "screens/small.xml:118: error: <handout> has no <part> (write at least one)"},
        {"a part is empty", topic_xml, "<p>Take care not to slip.</p>", "",
         "screens/small.xml:82: error: <part> has nothing under its heading (write <p>, <step>, <point> or <dose>)"},
        {"a handout is always open and withheld", topic_xml, R"(<handout id="warm-bath")",
         R"(<handout always-open="yes" id="warm-bath")",
         R"(screens/small.xml:73: error: handout "warm-bath" is always open and held back at once (leave out always-open, or its <withhold> and <ask-first>))"},
        {"an evidence grade is unknown", topic_xml, R"(evidence="moderate")", R"(evidence="good")",
         R"(screens/small.xml:118: error: evidence="good" is not known (write one of: "none", "traditional", "limited", "moderate", "strong"))"},
        {"the page for the QR code is not secure", topic_xml, "https://clinic.example/walking",
         "http://clinic.example/walking",
         R"(screens/small.xml:118: error: web-page="http://clinic.example/walking" is no web address (write it beginning with https://))"},
        {"there are no groups", topic_xml,
         "  <group id=\"comfort\">Comfort</group>\n  <group id=\"move\">Moving</group>\n  <group id=\"visit\">Your "
         "visit</group>\n",
         "",
         R"(screens/small.xml:4: error: <topic> needs <group> (write <group id="...">...</group>)
screens/small.xml:70: error: "group" names "comfort", which is no group of this topic (there is no group in it)
screens/small.xml:93: error: "group" names "comfort", which is no group of this topic (there is no group in it)
screens/small.xml:115: error: "group" names "move", which is no group of this topic (there is no group in it)
screens/small.xml:129: error: "group" names "visit", which is no group of this topic (there is no group in it))"},
        {"there is no help for today", topic_xml,
         R"(<get-help when="today" evidence="U19">You have a fever.</get-help>)", "",
         R"(screens/small.xml:4: error: <topic> needs <get-help when="today"> (write when to get help))"},
        {"a day does not exist", topic_xml, R"(review-by="2027-11-22")", R"(review-by="2027-02-29")",
         R"(screens/small.xml:4: error: review-by="2027-02-29" is no date (write a day as 2026-11-22))"},
        {"a day is written the other way round", topic_xml, R"(written="2026-11-22")", R"(written="22.11.2026")",
         R"(screens/small.xml:4: error: written="22.11.2026" is no date (write a day as 2026-11-22))"},
        {"a review is due before it was written", topic_xml, R"(review-by="2027-11-22")", R"(review-by="2026-11-21")",
         "screens/small.xml:4: error: review-by is before written (write a later day)"},
        {"a reviewer has no day", topic_xml, R"(reviewer="")", R"(reviewer="A. Nurse")",
         R"(screens/small.xml:4: error: reviewer without the day of the review (write reviewed="2026-11-22", or empty reviewer))"},
        {"a review has no reviewer", topic_xml, R"(reviewed="")", R"(reviewed="2026-12-01")",
         R"(screens/small.xml:4: error: reviewed, but by nobody (write reviewer="...", or empty reviewed))"},
        {"a year is a word", topic_xml, R"(year="2024")", R"(year="last year")",
         R"(screens/small.xml:147: error: year="last year" is no year (write 2024, 2016-2024, or n.d. where none is given))"},
        {"a web address is none", topic_xml, R"(url="https://example.org/one")", R"(url="example.org/one")",
         R"(screens/small.xml:147: error: url="example.org/one" is no web address (write it beginning with https:// or http://))"},
        {"a picture does not exist", topic_xml, R"(picture="q-fever")", R"(picture="q-fewer")",
         "screens/small.xml:41: error: screens/pictures/q-fewer.svg does not exist (put it there, or name the right "
         "file)"},
        {"a picture is named with its ending", topic_xml, R"(picture="q-fever")", R"(picture="q-fever.svg")",
         R"(screens/small.xml:41: error: "q-fever.svg" is no name of a picture (write the name of a file in screens/pictures without .svg, in small letters a-z, digits, hyphens))"},
        {"a picture climbs out of the folder", topic_xml, R"(picture="q-fever")", R"(picture="../../content")",
         R"(screens/small.xml:41: error: "../../content" is no name of a picture (write the name of a file in screens/pictures without .svg, in small letters a-z, digits, hyphens))"},
        {"a picture has no words", topic_xml, R"(picture="q-fever" alt="A thermometer")", R"(picture="q-fever")",
         R"(screens/small.xml:41: error: <question> needs the attribute "alt" (write alt="..."))"},
        {"words describe no picture", topic_xml, R"(picture="q-fever" alt="A thermometer")", R"(alt="A thermometer")",
         R"(screens/small.xml:41: error: "alt" without a picture (write picture="...", or leave it out))"},
    });
}

TEST_CASE("a safety check that asks nothing is told, and so is everything that leans on its answers") {
    const auto& text = small_files().at(topic_xml);
    const auto begin = text.find("<safety-check>"), end = text.find("</safety-check>");
    const auto loaded = load_broken(topic_xml, text.substr(begin, end - begin), "<safety-check>");
    CHECK(in_lines(loaded.problems) ==
          "screens/small.xml:16: error: <safety-check> asks nothing (write <question>)\n"
          "screens/small.xml:31: error: \"only-if\" names \"blood-thinner\", which is no sign of this topic (there is "
          "no sign in it)\n"
          "screens/small.xml:39: error: \"if\" names \"kidney\", which is no sign of this topic (there is no sign in "
          "it)\n"
          "screens/small.xml:53: error: \"withhold\" names \"blood-thinner\", which is no sign of this topic (there is "
          "no sign in it)\n"
          "screens/small.xml:61: error: \"if\" names \"blood-thinner\", which is no sign of this topic (there is no "
          "sign in it)\n");
    CHECK(!loaded.content);
}

}  // namespace kiosk::content
