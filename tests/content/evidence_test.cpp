// SPDX-License-Identifier: Apache-2.0
// The list of rows that a topic must ask stands apart from the topic; losing it, or part of it, is an error.
#include "content/broken.hpp"

namespace kiosk::content {

namespace {
constexpr const char* evidence_xml = "screens/small.evidence.xml";
}

TEST_CASE("a list of evidence that is lost or broken is told") {
    check_rows({
        {"content.xml does not name it", "content.xml", R"( evidence="screens/small.evidence.xml")", "",
         R"(content.xml:7: error: <topic> needs the attribute "evidence" (write evidence="..."))"},
        {"it is not there", "content.xml", R"(screens/small.evidence.xml)", "screens/none.evidence.xml",
         "content.xml:7: error: screens/none.evidence.xml does not exist (put it there, or name the right file)"},
        {"it holds nothing", evidence_xml, "", "<evidence topic=\"small\"/>",
         "screens/small.evidence.xml:1: error: <evidence> lists no row (write <row id=\"...\" "
         "least=\"emergency\" asked-by=\"...\"/>)"},
        {"it is of another topic", evidence_xml, R"(topic="small")", R"(topic="neck-pain")",
         "screens/small.evidence.xml:3: error: this is not the evidence of the topic \"small\" (write topic=\"small\", "
         "or "
         "name its own file in content.xml)"},
        {"a row is listed twice", evidence_xml, R"(<row id="U3" )", R"(<row id="U3" least="today"/><row id="U3" )",
         "screens/small.evidence.xml:8: error: evidence row \"U3\" is listed twice (delete one)"},
        {"a row does not say how urgent it is", evidence_xml, R"(<row id="R1" least="mention" )", R"(<row id="R1" )",
         R"(screens/small.evidence.xml:11: error: <row> needs the attribute "least" (write least="..."))"},
        {"a row says it in another word", evidence_xml, R"(least="mention")", R"(least="routine")",
         R"(screens/small.evidence.xml:11: error: least="routine" is not known (write one of: "emergency", "today", "mention", "none"))"},
        {"a <together> names nobody", evidence_xml, R"(asked-by="fever"/>)", R"(asked-by="fever"><together/></row>)",
         R"(screens/small.evidence.xml:8: error: <together> needs the attribute "all" (write all="..."))"},
        {"a gate names no handout", evidence_xml, R"(<gate handout="walking"/>)", R"(<gate withhold="kidney"/>)",
         R"(screens/small.evidence.xml:17: error: <gate> needs the attribute "handout" (write handout="..."))"},
        {"a part's id stands twice", "screens/small.xml", R"(<part picture="heat-pack")",
         R"(<part id="rub" picture="heat-pack")",
         "screens/small.xml:104: error: part id \"rub\" stands twice in this handout (name one otherwise)"},
        {"the topic lists rows of its own", "screens/small.xml", "<!-- small.evidence.xml",
         "<evidence rows=\"E1\"/><!-- small.evidence.xml",
         "screens/small.xml:17: error: <safety-check> holds no <evidence> (write one of: <question>, <together>, "
         "<not-asked>)"},
    });
}

}  // namespace kiosk::content
