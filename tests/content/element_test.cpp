// SPDX-License-Identifier: Apache-2.0
// What every reader says of an element, an attribute, an id or a reference that is not as it should be.
#include "content/broken.hpp"

namespace kiosk::content {

namespace {

constexpr const char* content_xml = "content.xml";
constexpr const char* topic_xml = "screens/small.xml";

}  // namespace

TEST_CASE("an element, attribute, id or reference that is wrong is told with what to write instead") {
    check_rows({
        {"an attribute is mistyped", topic_xml, R"(urgency="emergency" sources="S1" picture="q-chest")",
         R"(urgancy="emergency" sources="S1" picture="q-chest")",
         R"(screens/small.xml:18: error: <question> has no attribute "urgancy" (did you mean "urgency"?)
screens/small.xml:18: error: <question> needs the attribute "urgency" (write urgency="..."))"},
        {"an element is mistyped", topic_xml, "<hint>Touch all that fit.</hint>", "<hnit>Touch all that fit.</hnit>",
         "screens/small.xml:20: error: <question> holds no <hnit> (did you mean <hint>?)"},
        {"an element is like no other", topic_xml, "<hint>Touch all that fit.</hint>",
         "<video>Touch all that fit.</video>",
         "screens/small.xml:20: error: <question> holds no <video> (write one of: <ask>, <hint>, <short-hint>, <why>, "
         "<private-note>, <in-short>, <choice>)"},
        {"an element stands where it does not belong", topic_xml, "<title>Sore test</title>",
         "<title>Sore test</title><dose>2 times a day</dose>",
         "screens/small.xml:5: error: <topic> holds no <dose> (write one of: <title>, <welcome>, <lead>, <picture>, "
         "<welcome-picture>, <safety-picture>, <tell-clinician>, <get-help>, <safety-check>, <group>, <handout>, "
         "<source>)"},
        {"an attribute is written twice", topic_xml, R"(<group id="move">)", R"(<group id="move" id="moving">)",
         R"(screens/small.xml:70: error: an attribute is not written as name="value", or written twice (mend this line))"},
        {"a required attribute is missing", topic_xml, R"( version="2026.1")", "",
         R"(screens/small.xml:4: error: <topic> needs the attribute "version" (write version="..."))"},
        {"a required attribute is empty", content_xml, R"(clinic="Small Clinic")", R"(clinic=" ")",
         R"(content.xml:4: error: "clinic" of <kiosk> is empty (write clinic="..."))"},
        {"a required element is missing", topic_xml, "<welcome>Sore test?</welcome>", "",
         "screens/small.xml:4: error: <topic> needs <welcome> (write it inside <topic>)"},
        {"an element is there twice", topic_xml, "<welcome>Sore test?</welcome>",
         "<welcome>Sore test?</welcome><welcome>Sore?</welcome>",
         "screens/small.xml:6: error: a second <welcome> in <topic> (one is enough, the first is in line 6)"},
        {"a text is empty", topic_xml, "<hint>Touch all that fit.</hint>", "<hint>  </hint>",
         "screens/small.xml:20: error: <hint> is empty (write its words)"},
        {"words stand between the elements", topic_xml, "<hint>Touch all that fit.</hint>",
         "Touch all that fit, please, and then go on.",
         R"(screens/small.xml:18: error: "Touch all that fit, please, an..." stands in <question> outside any element of it (write one of: <ask>, <hint>, <short-hint>, <why>, <private-note>, <in-short>, <choice>))"},
        {"a text holds an element", topic_xml, "Touch all that fit.", "Touch <b>all</b> that fit.",
         "screens/small.xml:20: error: <hint> holds words only, not <b> (write the words alone)"},
        {"a text holds a control character", topic_xml, "Touch all that fit.", "Touch all &#7; that fit.",
         "screens/small.xml:20: error: the character U+0007 cannot be shown (delete it, or write the letter that was "
         "meant)"},
        {"a text holds a letter that a program has lost", topic_xml, "Touch all that fit.",
         "Touch all that f\xEF\xBF\xBDt.",
         "screens/small.xml:20: error: the character U+FFFD cannot be shown (delete it, or write the letter that was "
         "meant)"},
        {"an id holds a space", topic_xml, R"(<group id="move">)", R"(<group id="mo ve">)",
         R"(screens/small.xml:70: error: id="mo ve" is no id (write small letters a-z, digits and hyphens, 64 at most)
screens/small.xml:118: error: "group" names "move", which is no group of this topic (write one of: "comfort", "visit"))"},
        {"an id is used twice: group", topic_xml, R"(<group id="move">)", R"(<group id="comfort">)",
         R"(screens/small.xml:70: error: the group id "comfort" is used twice (choose another, it is taken in line 69)
screens/small.xml:118: error: "group" names "move", which is no group of this topic (write one of: "comfort", "visit"))"},
        {"an id is used twice: source", topic_xml, R"(<source id="S2")", R"(<source id="S1")",
         R"(screens/small.xml:41: error: "sources" names "S2", which is no source of this topic (did you mean "S1"?)
screens/small.xml:47: error: "sources" names "S2", which is no source of this topic (did you mean "S1"?)
screens/small.xml:54: error: "sources" names "S2", which is no source of this topic (did you mean "S1"?)
screens/small.xml:73: error: "sources" names "S2", which is no source of this topic (did you mean "S1"?)
screens/small.xml:96: error: "sources" names "S2", which is no source of this topic (did you mean "S1"?)
screens/small.xml:148: error: the source id "S1" is used twice (choose another, it is taken in line 147))"},
        {"an id is used twice: handout", topic_xml, R"(<handout id="heat")", R"(<handout id="warm-bath")",
         R"(screens/small.xml:96: error: the handout id "warm-bath" is used twice (choose another, it is taken in line 73))"},
        {"an id is used twice: a choice and a question", topic_xml, R"(<choice id="kidney")", R"(<choice id="fever")",
         R"(screens/small.xml:57: error: the sign id "fever" is used twice (choose another, it is taken in line 41)
screens/small.xml:90: error: "if" names "kidney", which is no sign of this topic (write one of: "accident", "blood-thinner", "chest-pain", "fever", "hard-to-breathe", "long", "needle-drugs", "under-18", "weak-immune"))"},
        {"a reference points at nothing, near one", topic_xml, R"(<withhold if="kidney">)", R"(<withhold if="kidny">)",
         R"(screens/small.xml:90: error: "if" names "kidny", which is no sign of this topic (did you mean "kidney"?))"},
        {"a reference points at nothing, near none", topic_xml, R"(<withhold if="kidney">)",
         R"(<withhold if="zzzzzz">)",
         R"(screens/small.xml:90: error: "if" names "zzzzzz", which is no sign of this topic (write one of: "accident", "blood-thinner", "chest-pain", "fever", "hard-to-breathe", "kidney", "long", "needle-drugs", "under-18", "weak-immune"))"},
        {"a reference names a question where a choice is needed", topic_xml, R"(<withhold if="kidney">)",
         R"(<withhold if="about-you">)",
         R"(screens/small.xml:90: error: "if" names "about-you", which is no sign of this topic (it is a question, name its choices: kidney blood-thinner))"},
        {"a reference is there twice", topic_xml, R"(<withhold if="kidney">)", R"(<withhold if="kidney kidney">)",
         R"(screens/small.xml:90: error: "if" names "kidney" twice (once is enough))"},
        {"a rule holds for nobody", topic_xml, R"(<withhold if="kidney">)", R"(<withhold if="">)",
         R"(screens/small.xml:90: error: "if" of <withhold> is empty (write if="..."))"},
        {"a source is not in the list", topic_xml, R"(sources="S1 S2" picture="q-fever")",
         R"(sources="S1 S9" picture="q-fever")",
         R"(screens/small.xml:41: error: "sources" names "S9", which is no source of this topic (did you mean "S1"?))"},
        {"a group is not in the list", topic_xml, R"(group="move")", R"(group="moove")",
         R"(screens/small.xml:118: error: "group" names "moove", which is no group of this topic (did you mean "move"?))"},
        {"a handout sends on to none", topic_xml, R"(see="walking")", R"(see="walkin")",
         R"(screens/small.xml:94: error: "see" names "walkin", which is no handout of this topic (did you mean "walking"?))"},
        {"a handout sends on to itself", topic_xml, R"(see="walking")", R"(see="warm-bath")",
         "screens/small.xml:94: error: see names this handout itself (name another, or none)"},
        {"a part is left out for an unknown answer", topic_xml, R"(only-if="blood-thinner")",
         R"(only-if="blood-thiner")",
         R"(screens/small.xml:82: error: "only-if" names "blood-thiner", which is no sign of this topic (did you mean "blood-thinner"?))"},
    });
}

}  // namespace kiosk::content
