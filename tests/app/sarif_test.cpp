// SPDX-License-Identifier: Apache-2.0
// `kiosk check --format sarif` held to the shape that the SARIF 2.1.0 schema asks of every object we write: which
// members there may be (it allows no others), which there must be, and of what type.
#include "app/verdict.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace kiosk;
using namespace kiosk::app;
using Json = nlohmann::json;

namespace {

/// A member's type: "string", "uri", "line", one of a few words ("a|b"), "OBJECT", "[OBJECT]" (a list), "{OBJECT}" (by
/// name).
struct Shape {
    std::set<std::string> required;
    std::map<std::string, std::string> members;
};

const std::map<std::string, Shape> shapes = {
    {"sarifLog", {{"version", "runs"}, {{"$schema", "uri"}, {"version", "2.1.0"}, {"runs", "[run]"}}}},
    {"run",
     {{"tool"},
      {{"tool", "tool"},
       {"originalUriBaseIds", "{artifactLocation}"},
       {"columnKind", "utf16CodeUnits|unicodeCodePoints"},
       {"results", "[result]"}}}},
    {"tool", {{"driver"}, {{"driver", "toolComponent"}}}},
    {"toolComponent", {{"name"}, {{"name", "string"}, {"version", "string"}, {"rules", "[reportingDescriptor]"}}}},
    {"reportingDescriptor", {{"id"}, {{"id", "string"}, {"shortDescription", "message"}}}},
    {"result",
     {{"message"},
      {{"ruleId", "string"},
       {"level", "none|note|warning|error"},
       {"message", "message"},
       {"locations", "[location]"}}}},
    {"message", {{"text"}, {{"text", "string"}}}},
    {"location", {{}, {{"physicalLocation", "physicalLocation"}}}},
    {"physicalLocation", {{"artifactLocation"}, {{"artifactLocation", "artifactLocation"}, {"region", "region"}}}},
    {"artifactLocation", {{}, {{"uri", "uri"}, {"uriBaseId", "string"}}}},
    {"region", {{}, {{"startLine", "line"}}}},
};

bool is_uri(const std::string& text) {
    const std::string unsafe = " \"<>\\^`{|}";
    return text.find_first_of(unsafe) == std::string::npos && std::all_of(text.begin(), text.end(), [](char c) {
               return c > ' ' && static_cast<unsigned char>(c) < 0x7F;
           });
}

bool is_word(const Json& value, const std::string& words) {
    return value.is_string() && ('|' + words + '|').find('|' + value.get<std::string>() + '|') != std::string::npos;
}

/// Everything that is not as the shape says, each with its way there.
void look(const Json& value, const std::string& type, const std::string& way, std::vector<std::string>& wrong) {
    const auto unless = [&](bool right) {
        if (!right) wrong.push_back(way + " is no " + type + ": " + value.dump());
    };
    if (type == "string") return unless(value.is_string());
    if (type == "uri") return unless(value.is_string() && is_uri(value.get<std::string>()));
    if (type == "line") return unless(value.is_number_integer() && value.get<int>() >= 1);
    const bool is_list = type.front() == '[', is_named = type.front() == '{';
    if (is_list || is_named) {
        unless(is_list ? value.is_array() : value.is_object());
        const auto of = type.substr(1, type.size() - 2);
        std::size_t number = 0;
        for (const auto& each : value) look(each, of, way + '[' + std::to_string(number++) + ']', wrong);
        return;
    }
    const auto shape = shapes.find(type);
    if (shape == shapes.end()) return unless(is_word(value, type));
    if (!value.is_object()) return unless(false);
    for (const auto& name : shape->second.required)
        if (!value.contains(name)) wrong.push_back(way + " lacks " + name);
    for (const auto& [name, member] : value.items()) {
        const auto allowed = shape->second.members.find(name);
        if (allowed == shape->second.members.end())
            wrong.push_back(way + " may have no " + name);
        else
            look(member, allowed->second, way + '/' + name, wrong);
    }
}

std::vector<std::string> wrong_in(const Json& sarif) {
    std::vector<std::string> wrong;
    look(sarif, "sarifLog", "", wrong);
    return wrong;
}

Json a_verdict() {
    const Problems problems = {{"content.xml", 0, Severity::error, "of the whole file", "", "form"},
                               {"screens/a \"b\" é.xml", 7, Severity::warning, "said \xFF", "say it", "new-rule"},
                               {"screens/a.xml", 8, Severity::todo, "not signed", "sign it", "approval"},
                               {"screens/a.xml", 9, Severity::note, "by the way", "", "fit"},
                               {"/etc/a b.conf", 3, Severity::error, "no", "", "machine"}};
    const Verdict verdict{"/a clinic/content.xml", problems, command::Check::Depth::words, {}};
    return Json::parse(to_string(verdict, command::Check::Format::sarif));
}

}  // namespace

TEST_CASE("SARIF of every kind of problem has the shape of its schema") {
    const auto sarif = a_verdict();
    CHECK(wrong_in(sarif) == std::vector<std::string>{});
    const auto& run = sarif["runs"][0];
    std::set<std::string> rules;
    for (const auto& rule : run["tool"]["driver"]["rules"]) CHECK(rules.insert(rule["id"]).second);  // unique
    for (const auto& result : run["results"]) CHECK(rules.count(result["ruleId"]) == 1);
    for (const auto& base : run["originalUriBaseIds"]) CHECK(base["uri"].get<std::string>().ends_with('/'));
}

TEST_CASE("the shape sees what the schema forbids") {
    const auto wrong_after = [](auto&& change) {
        auto sarif = a_verdict();
        change(sarif);
        const auto wrong = wrong_in(sarif);
        return wrong.size() == 1 ? wrong.front() : std::to_string(wrong.size()) + " are wrong";
    };
    CHECK(wrong_after([](Json& s) { s.erase("version"); }) == " lacks version");
    CHECK(wrong_after([](Json& s) { s["version"] = "2.0.0"; }) == "/version is no 2.1.0: \"2.0.0\"");
    CHECK(wrong_after([](Json& s) { s["runs"][0]["tool"].erase("driver"); }) == "/runs[0]/tool lacks driver");
    CHECK(wrong_after([](Json& s) { s["runs"][0]["results"][0]["level"] = "todo"; }) ==
          "/runs[0]/results[0]/level is no none|note|warning|error: \"todo\"");
    CHECK(wrong_after([](Json& s) { s["runs"][0]["results"][0]["line"] = 3; }) ==
          "/runs[0]/results[0] may have no line");
    CHECK(wrong_after([](Json& s) {
              s["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0;
          }) == "/runs[0]/results[1]/locations[0]/physicalLocation/region/startLine is no line: 0");
}
