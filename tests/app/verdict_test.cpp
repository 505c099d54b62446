// SPDX-License-Identifier: Apache-2.0
// How what check found is told: to people, to editors, to CI.
#include "app/verdict.hpp"
#include "app/commands.hpp"

#include "mailbox/scratch.hpp"
#include "told.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

using namespace kiosk;
using namespace kiosk::app;
using Json = nlohmann::json;
using Format = command::Check::Format;
using Depth = command::Check::Depth;

namespace {

Verdict two_problems() {
    return {"/clinic/the \"one\"/content.xml",
            {{"content.xml", 0, Severity::error, "it is broken", "", "form"},
             {"screens/a b.xml", 7, Severity::todo, "not \xFF signed", "sign it", "new-rule"}},
            Depth::whole};
}

std::string checked(const std::string& content, const command::Check& asked, Exit expected) {
    return told([&] { return check(Machine{.content = content}, asked); }, expected).output;
}

const std::string shipped = std::string(KIOSK_SOURCE) + "/content.xml";

}  // namespace

TEST_CASE("a verdict as text is a line a problem and a summary") {
    CHECK(to_string(two_problems(), Format::text) ==
          "content.xml: error: it is broken\n"
          "screens/a b.xml:7: todo: not \xFF signed (sign it)\n"
          "/clinic/the \"one\"/content.xml: 1 error, 1 other remarks\n");
    auto quick = two_problems();
    quick.depth = Depth::words;
    CHECK(summary_of(quick) ==
          "/clinic/the \"one\"/content.xml: 1 error, 1 other remarks; whether everything fits was not looked at\n");
}

TEST_CASE("a verdict as JSON says everything that the text says") {
    const auto json = Json::parse(to_string(two_problems(), Format::json));
    CHECK(json["content"] == "/clinic/the \"one\"/content.xml");
    CHECK(json["folder"] == "/clinic/the \"one\"/");
    CHECK(json["laid-out"] == true);
    CHECK(json["fit-for-patients"] == false);
    REQUIRE(json["problems"].size() == 2);
    CHECK(json["problems"][0] == Json{{"file", "content.xml"},
                                      {"line", 0},
                                      {"severity", "error"},
                                      {"rule", "form"},
                                      {"what", "it is broken"},
                                      {"instead", ""}});
    CHECK(json["problems"][1]["what"] == "not \xEF\xBF\xBD signed");
}

TEST_CASE("a verdict as SARIF has what editors and CI look for") {
    const auto sarif = Json::parse(to_string(two_problems(), Format::sarif));
    CHECK(sarif["version"] == "2.1.0");
    REQUIRE(sarif["runs"].size() == 1);
    const auto& run = sarif["runs"][0];
    CHECK(run["tool"]["driver"]["name"] == "kiosk check");
    CHECK(run["originalUriBaseIds"]["CONTENT"]["uri"] == "file:///clinic/the%20%22one%22/");
    const auto& results = run["results"];
    REQUIRE(results.size() == 2);
    CHECK(results[0]["ruleId"] == "form");
    CHECK(results[0]["level"] == "error");
    CHECK(results[0]["message"]["text"] == "it is broken");
    const auto& place = results[1]["locations"][0]["physicalLocation"];
    CHECK(results[1]["level"] == "note");
    CHECK(results[1]["message"]["text"] == "not \xEF\xBF\xBD signed (sign it)");
    CHECK(place["artifactLocation"] == Json{{"uri", "screens/a%20b.xml"}, {"uriBaseId", "CONTENT"}});
    CHECK(place["region"]["startLine"] == 7);
    CHECK_FALSE(results[0]["locations"][0]["physicalLocation"].contains("region"));
}

TEST_CASE("every rule that a problem names is in the list of rules, once") {
    const auto sarif = Json::parse(to_string(two_problems(), Format::sarif));
    std::map<std::string, int> rules;
    for (const auto& rule : sarif["runs"][0]["tool"]["driver"]["rules"]) ++rules[rule["id"]];
    for (const auto& rule : rules) CHECK_MESSAGE(rule.second == 1, rule.first);
    CHECK(rules.count("form") == 1);
    CHECK(rules.count("new-rule") == 1);
}

TEST_CASE("the shipped content: each form of the verdict is one document, and every rule is explained") {
    const auto json = checked(shipped, {.format = Format::json, .depth = Depth::words}, Exit::fine);
    CHECK(Json::parse(json)["laid-out"] == false);
    const auto sarif = Json::parse(checked(shipped, {.format = Format::sarif, .depth = Depth::words}, Exit::fine));
    for (const auto& rule : sarif["runs"][0]["tool"]["driver"]["rules"])
        CHECK_MESSAGE(rule.contains("shortDescription"), rule["id"].get<std::string>());
}

TEST_CASE("content with an error, and content that is not there, end with exit code 1") {
    Scratch scratch;
    const auto folder = scratch.folder.string();
    CHECK(checked(folder, {.depth = Depth::words}, Exit::content_problem) ==
          "content.xml: error: the file does not exist (put it there, or restore it from your copy)\n" + folder +
              "/content.xml: 1 error, 0 other remarks; whether everything fits was not looked at\n");
    std::ofstream(scratch.folder / "content.xml") << "<kiosk";
    const auto sarif = Json::parse(checked(folder, {.format = Format::sarif}, Exit::content_problem));
    CHECK(sarif["runs"][0]["results"].size() >= 1);
}

TEST_CASE("what is wrong with the machine file is told with the rest") {
    const command::Check asked{.format = Format::sarif,
                               .depth = Depth::words,
                               .of_machine = {{"/etc/a.conf", 3, Severity::error, "no", "", "machine"}}};
    const auto results = Json::parse(checked(shipped, asked, Exit::content_problem))["runs"][0]["results"];
    CHECK(results[0]["locations"][0]["physicalLocation"]["artifactLocation"] == Json{{"uri", "file:///etc/a.conf"}});
}
