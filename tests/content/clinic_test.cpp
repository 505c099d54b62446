// SPDX-License-Identifier: Apache-2.0
// What the reader of content.xml and the theme say.
#include "content/broken.hpp"

namespace kiosk::content {

namespace {

constexpr const char* content_xml = "content.xml";
constexpr const char* theme_xml = "screens/theme.xml";

}  // namespace

TEST_CASE("a clinic or theme that is wrong is told with what to write instead") {
    const auto told = in_lines(load_broken(content_xml, R"(<language code="en" name="English"/>)",
                                           R"(<language code="en" name="English"/><language code="es" name="E"/>)")
                                   .problems);
    const auto from = told.find(" of ") + 4;
    const auto all = told.substr(from, told.find(" texts ", from) - from);  // grows with every text of the interface
    REQUIRE(std::stoi(all) > 400);
    check_rows({
        {"a file does not exist", content_xml, "screens/small.xml", "screens/smal.xml",
         "content.xml:7: error: screens/smal.xml does not exist (put it there, or name the right file)"},
        {"a file climbs out of the folder", content_xml, "screens/small.xml", "../small.xml",
         R"(content.xml:7: error: "../small.xml" is no file of the content folder (write a path below it, as in screens/name.xml))"},
        {"a file stands at the root", content_xml, "screens/small.xml", "/etc/passwd",
         R"(content.xml:7: error: "/etc/passwd" is no file of the content folder (write a path below it, as in screens/name.xml))"},
        {"a file climbs out in the middle", content_xml, "screens/small.xml", "screens/../../small.xml",
         R"(content.xml:7: error: "screens/../../small.xml" is no file of the content folder (write a path below it, as in screens/name.xml))"},
        {"a file of another drive", content_xml, "screens/small.xml", R"(C:\small.xml)",
         R"(content.xml:7: error: "C:\small.xml" is no file of the content folder (write a path below it, as in screens/name.xml))"},
        {"a topic is listed twice", content_xml,
         R"(<topic file="screens/small.xml" evidence="screens/small.evidence.xml"/>)",
         R"(<topic file="screens/small.xml" evidence="screens/small.evidence.xml"/><topic file="screens/small.xml" evidence="screens/small.evidence.xml"/>)",
         "content.xml:7: error: screens/small.xml is listed twice (delete one)"},
        {"no topic is listed", content_xml,
         R"(<topic file="screens/small.xml" evidence="screens/small.evidence.xml"/>)", "",
         R"(content.xml:4: error: <kiosk> needs <topic> (write <topic file="screens/name.xml" evidence="screens/name.evidence.xml"/>))"},
        {"two files have changed places", content_xml, R"(file="screens/interface.xml")", R"(file="screens/theme.xml")",
         "screens/theme.xml:5: error: the file holds <theme> (<interface> belongs here)"},
        {"no language is listed", content_xml, R"(<language code="en" name="English"/>)", "",
         R"(content.xml:4: error: <kiosk> needs <language> (write <language code="en" name="English"/>))"},
        {"the emergency number is none", content_xml, R"(emergency-number="911")", R"(emergency-number="call us")",
         R"(content.xml:4: error: emergency-number="call us" is no number to dial (write its digits, as in 911))"},
        {"two languages have one name", content_xml, R"(<language code="en" name="English"/>)",
         R"(<language code="en" name="English"/><language code="es" name="English" desk="recepción"/>)",
         "content.xml:6: error: two languages have the name \"English\" (write each in its own words)\n"
         "content.xml:6: warning: English (es) is not offered to patients: of " +
             all + " texts " + all +
             " missing (`kiosk translate es` "
             "marks in its files what is left to do)\n"
             "screens/interface.es.xlf: warning: the file does not exist (run: kiosk translate es)\n"
             "screens/small.es.xlf: warning: the file does not exist (run: kiosk translate es)"},
        {"a language is listed twice", content_xml, R"(<language code="en" name="English"/>)",
         R"(<language code="en" name="English"/><language code="en" name="English again"/>)",
         R"(content.xml:6: error: the language "en" is listed twice (delete one))"},
        {"the clinic's own language is not listed", content_xml, R"(<language code="en" name="English"/>)", "",
         R"(content.xml:4: error: <kiosk> needs <language> (write <language code="en" name="English"/>))"},
        {"a translation is accepted in a state that is none", content_xml, R"(code="en" name="English"/>)",
         R"(code="en" name="English"/><language code="en" name="Español" accept="initial"/>)",
         R"(content.xml:6: error: "accept" on the clinic's own language (leave it out, it is no translation)
content.xml:6: error: accept="initial" is not known (write one of: "reviewed", "translated")
content.xml:6: error: the language "en" is listed twice (delete one))"},
        {"the clinic's own language has what only translations have", content_xml,
         R"(<language code="en" name="English"/>)",
         R"(<language code="en" name="English" desk="front desk" accept="reviewed"/>)",
         R"(content.xml:6: error: "accept" on the clinic's own language (leave it out, it is no translation)
content.xml:6: error: "desk" on the clinic's own language (write desk="..." on <kiosk>))"},
        {"a language code is a name", content_xml, R"(code="en" name="English")", R"(code="Spanish" name="Spanish")",
         R"(content.xml:4: error: language="en" is not listed (write <language code="en" name="..."/> too)
content.xml:6: error: <language> needs the attribute "desk" (write desk="...")
content.xml:6: error: code="Spanish" is no language code (write a code as en, es or zh-Hans))"},
        {"a time has no unit", content_xml, R"(idle="60s")", R"(idle="60")",
         R"(content.xml:10: error: idle="60" is no length of time (write a number with ms, s or min, from 45s to 10min))"},
        {"a time is negative", content_xml, R"(idle="60s")", R"(idle="-60s")",
         R"(content.xml:10: error: idle="-60s" is no length of time (write a number with ms, s or min, from 45s to 10min))"},
        {"a time is too short", content_xml, R"(idle="60s")", R"(idle="1s")",
         R"(content.xml:10: error: idle="1s" is too short (write a time from 45s to 10min))"},
        {"a warning comes too soon", content_xml, R"(idle-reading="120s")", R"(idle-reading="44s")",
         R"(content.xml:10: error: idle-reading="44s" is too short (write a time from 45s to 15min))"},
        {"there is too little time to answer", content_xml, R"(repeat-guard="800ms")",
         R"(repeat-guard="800ms" idle-countdown="19s")",
         R"(content.xml:10: error: idle-countdown="19s" is too short (write a time from 20s to 2min))"},
        {"a time is too long", content_xml, R"(idle="60s")", R"(idle="9999999min")",
         R"(content.xml:10: error: idle="9999999min" is too long (write a time from 45s to 10min))"},
        {"a time is mistyped", content_xml, "idle-reading=", "idle-reeding=",
         R"(content.xml:10: error: <timing> has no attribute "idle-reeding" (did you mean "idle-reading"?))"},
        {"a paper size is unknown", content_xml, R"(paper="a4")", R"(paper="A4")",
         R"(content.xml:4: error: paper="A4" is not known (did you mean "a4"?))"},
        {"what comes after today is unknown", content_xml, R"(after-today="staff-release")", R"(after-today="open")",
         R"(content.xml:4: error: after-today="open" is not known (write one of: "staff-release", "open-with-note"))"},
        {"a colour is missing", theme_xml, R"(<colour name="petrol" value="#0B4F5A"/>)", "",
         R"(screens/theme.xml:6: error: the colour "petrol" is missing (write <colour name="petrol" .../>))"},
        {"a colour is swapped twice", theme_xml, R"(<swap from="#15292E" to="#FFFFFF"/>)",
         R"(<swap from="#15292E" to="#FFFFFF"/><swap from="#15292E" to="#000000"/>)",
         "screens/theme.xml:166: error: this colour is swapped twice (delete one)"},
        {"a colour is no colour", theme_xml, R"(<colour name="petrol" value="#0B4F5A"/>)",
         R"(<colour name="petrol" value="petrol"/>)",
         R"(screens/theme.xml:9: error: value="petrol" is no colour (write # and six digits, as in #15292E))"},
        {"a colour has a wrong name", theme_xml, R"(<colour name="petrol" value="#0B4F5A"/>)",
         R"(<colour name="petorl" value="#0B4F5A"/>)",
         R"(screens/theme.xml:6: error: the colour "petrol" is missing (write <colour name="petrol" .../>)
screens/theme.xml:9: error: there is no colour "petorl" (did you mean "petrol"?))"},
        {"a palette is missing", theme_xml, R"(<colours palette="paper">)", R"(<colours palette="normal">)",
         R"(screens/theme.xml:5: error: <theme> needs <colours palette="paper"> (write it)
screens/theme.xml:77: error: a second <colours> for "normal" (delete one))"},
        {"a letter size is no number", theme_xml, R"(<role name="alert" size="116")",
         R"(<role name="alert" size="big")",
         R"(screens/theme.xml:114: error: size="big" is no number (write a number from 6 to 200))"},
        {"a letter size is too small", theme_xml, R"(<role name="smallest" size="30")",
         R"(<role name="smallest" size="2")",
         R"(screens/theme.xml:137: error: size="2" is out of range (write a number from 6 to 200))"},
        {"a role is missing", theme_xml, R"(    <role name="alert" size="116" line="128" bold="yes"/>
)",
         "", R"(screens/theme.xml:113: error: the role "alert" is missing (write <role name="alert" .../>))"},
    });
}

}  // namespace kiosk::content
