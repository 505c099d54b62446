// SPDX-License-Identifier: Apache-2.0
#include "app/verdict.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace fs = std::filesystem;

namespace kiosk::app {

namespace {

using Json = nlohmann::ordered_json;

struct Rule {
    const char *id, *about;
};
constexpr Rule rules[] = {
    {"form", "The files are well-formed, whole, and name only what is there."},
    {"machine", "The machine file names options that exist, with values they take."},
    {"questions", "Emergencies are asked first, somebody under 18 is sent to staff, every question says why."},
    {"evidence", "Every row of the evidence list is asked by all who are listed there, or excused with a reason."},
    {"urgency", "Signs and combinations are as urgent as the evidence says, unless somebody says why not."},
    {"gates", "Every handout and every guarded part is held back for all answers for which the evidence wants it."},
    {"choices", "No two choices of a question look the same."},
    {"sources", "Every question and every handout says where it comes from; every source is used."},
    {"handouts", "Every handout says when to stop, how sure we are, and what to do instead where it is held back."},
    {"proof", "Whatever a patient answers and whatever happens, no safety rule is broken."},
    {"dates", "What patients read was written, reviewed, and is to be reviewed again."},
    {"plain-words", "Sentences are short and words are easy."},
    {"spelling", "Words are in the dictionary, or in the clinic's own list."},
    {"words-to-avoid", "No jargon, no capitals, no promise that a screen cannot keep."},
    {"language", "Every text says something, in the language it is meant to be in."},
    {"numbers", "Numbers, doses and units are the same in every language."},
    {"contrast", "Text stands out from its ground, 7 to 1 or more."},
    {"letters", "Every letter can be made large enough for where people stand."},
    {"fit", "Every screen and every sheet holds its words whole."},
};

std::string pretty(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

/// RFC 3986: what is no plain letter of an address is written as % and two digits.
std::string escaped(const std::string& path) {
    static constexpr const char* digits = "0123456789ABCDEF";
    static constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    std::string uri;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (plain.find(c) != std::string_view::npos)
            uri += c;
        else
            uri += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
    return uri;
}

std::string whole_path(const fs::path& path) {
    std::error_code error;
    return fs::absolute(path, error).lexically_normal().string();
}

std::string folder_of(const Verdict& verdict) {
    const auto folder = whole_path(fs::path(whole_path(verdict.content)).parent_path());
    return folder.ends_with('/') ? folder : folder + '/';
}

Json in_json(const proof::Verdict& proof) {
    return {{"topic", proof.topic},
            {"proved", proof.is == proof::Verdict::Is::proved},
            {"says", to_string(proof)},
            {"states", proof.states},
            {"steps", proof.steps}};
}

Json in_json(const Verdict& verdict) {
    Json proofs = Json::array();
    for (const auto& proof : verdict.proofs) proofs.push_back(in_json(proof));
    Json problems = Json::array();
    for (const auto& p : verdict.problems)
        problems.push_back({{"file", p.file},
                            {"line", p.line},
                            {"severity", name_of(p.severity)},
                            {"rule", p.rule},
                            {"what", p.what},
                            {"instead", p.instead}});
    return {{"content", verdict.content},
            {"folder", folder_of(verdict)},
            {"laid-out", verdict.depth == command::Check::Depth::whole},
            {"fit-for-patients", !has_errors(verdict.problems)},
            {"proof", std::move(proofs)},
            {"letters", verdict.letters},
            {"problems", std::move(problems)}};
}

/// SARIF knows no todo: it is a note.
const char* level(Severity severity) {
    return severity == Severity::todo ? "note" : name_of(severity);
}

/// A file of the content by its place below the content folder; the machine file, which is elsewhere, by its own.
Json location(const Problem& problem) {
    const Json file = problem.rule == "machine" ? Json{{"uri", "file://" + escaped(whole_path(problem.file))}}
                                                : Json{{"uri", escaped(problem.file)}, {"uriBaseId", "CONTENT"}};
    Json physical = {{"artifactLocation", file}};
    if (problem.line > 0) physical["region"] = {{"startLine", problem.line}};
    return {{"physicalLocation", std::move(physical)}};
}

Json rule_list(const Problems& problems) {
    Json list = Json::array();
    for (const auto& [id, about] : rules) list.push_back({{"id", id}, {"shortDescription", {{"text", about}}}});
    for (const auto& problem : problems) {
        const auto same = [&](const Json& rule) { return rule["id"] == problem.rule; };
        if (std::none_of(list.begin(), list.end(), same)) list.push_back({{"id", problem.rule}});
    }
    return list;
}

/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
Json in_sarif(const Verdict& verdict) {
    Json results = Json::array();
    for (const auto& p : verdict.problems)
        results.push_back({{"ruleId", p.rule},
                           {"level", level(p.severity)},
                           {"message", {{"text", p.instead.empty() ? p.what : p.what + " (" + p.instead + ')'}}},
                           {"locations", Json::array({location(p)})}});
    const Json driver = {{"name", "kiosk check"}, {"version", KIOSK_VERSION}, {"rules", rule_list(verdict.problems)}};
    const Json run = {{"tool", {{"driver", driver}}},
                      {"originalUriBaseIds", {{"CONTENT", {{"uri", "file://" + escaped(folder_of(verdict))}}}}},
                      {"columnKind", "unicodeCodePoints"},
                      {"results", std::move(results)}};
    return {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", Json::array({run})}};
}

}  // namespace

std::string lines_of(const Problems& problems) {
    std::string lines;
    for (const auto& problem : problems) lines += to_string(problem) + '\n';
    return lines;
}

std::string summary_of(const Verdict& verdict) {
    const auto& problems = verdict.problems;
    const auto errors =
        std::count_if(problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::error; });
    const bool quick = verdict.depth == command::Check::Depth::words;
    std::string proofs;
    for (const auto& proof : verdict.proofs) proofs += proof::to_string(proof) + '\n';
    return proofs + verdict.content + ": " + std::to_string(errors) + (errors == 1 ? " error, " : " errors, ") +
           std::to_string(static_cast<long>(problems.size()) - errors) + " other remarks" +
           (quick ? "; whether everything fits was not looked at" : "") + '\n';
}

std::string to_string(const Verdict& verdict, command::Check::Format format) {
    using Format = command::Check::Format;
    if (format == Format::json) return pretty(in_json(verdict));
    if (format == Format::sarif) return pretty(in_sarif(verdict));
    return lines_of(verdict.problems) + verdict.letters + summary_of(verdict);
}

}  // namespace kiosk::app
