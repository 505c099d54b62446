// SPDX-License-Identifier: Apache-2.0
#include "content/clinic_reader.hpp"

#include "base/language.hpp"
#include "content/values.hpp"

#include <algorithm>
#include <set>

namespace kiosk::content {

namespace {

using namespace std::chrono_literals;
using std::string_view;

constexpr std::array<std::pair<string_view, PaperSize>, 2> paper_words = {
    {{"letter", PaperSize::letter}, {"a4", PaperSize::a4}}};
constexpr std::array<std::pair<string_view, AfterToday>, 2> after_today_words = {
    {{"staff-release", AfterToday::staff_release}, {"open-with-note", AfterToday::open_with_note}}};

/// What staff may set, and how far: below the least a slow hand is cut off, above the most a stranger's answers stay.
/// Nobody is asked "are you still there?" before 45 s, and all have 20 s to answer (WCAG 2.2, 2.2.1).
struct Limit {
    string_view name;
    Duration Timing::*time;
    Duration least, most;
};
constexpr Limit limits[] = {
    {"idle", &Timing::idle, 45s, 10min},
    {"idle-reading", &Timing::idle_reading, 45s, 15min},
    {"idle-largest", &Timing::idle_largest, 45s, 15min},
    {"idle-countdown", &Timing::idle_countdown, 20s, 2min},
    {"unfinished-notice", &Timing::unfinished_notice, 10s, 10min},
    {"call-shown-within", &Timing::call_shown_within, 2s, 1min},
    {"call-answered-within", &Timing::call_answered_within, 10s, 5min},
    {"call-closed-shown", &Timing::call_closed_shown, 10s, 10min},
    {"printing-deadline", &Timing::printing_deadline, 30s, 15min},
    {"done-shown", &Timing::done_shown, 5s, 5min},
    {"ignore-after-change", &Timing::ignore_after_change, 0ms, 2s},
    {"repeat-guard", &Timing::repeat_guard, 0ms, 3s},
    {"staff-idle", &Timing::staff_idle, 30s, 10min},
    {"cleaning", &Timing::cleaning, 10s, 2min},
};

void read_timing(const Element& e, Timing& timing, Report& report) {
    Names names;
    for (const auto& limit : limits) names.push_back(limit.name);
    only(e, names, {}, report);
    for (const auto& [name, time, least, most] : limits)
        timing.*time = duration(e, name, timing.*time, least, most, report);
}

constexpr std::array<std::pair<string_view, Accept>, 2> accept_words = {
    {{"reviewed", Accept::reviewed}, {"translated", Accept::translated}}};

ListedLanguage read_language(const Element& e, const std::string& own, Report& report) {
    only(e, {"code", "name", "right-to-left", "accept", "desk"}, {}, report);
    ListedLanguage listed{{need(e, "code", report), need(e, "name", report)}};
    auto& language = listed.language;
    listed.line = e.line;
    listed.accept = one_of(e, "accept", accept_words, Accept::reviewed, report);
    language.right_to_left =
        attribute(e, "right-to-left") ? yes(e, "right-to-left", report) : is_right_to_left(language.code);
    if (!language.code.empty() && !is_language_code(language.code))
        report.error(e.line, "code=\"" + language.code + "\" is no language code", "write a code as en, es or zh-Hans");
    const bool is_own = language.code == own;
    if (!is_own && !own.empty()) listed.desk = need(e, "desk", report);
    for (const char* name : {"accept", "desk"})
        if (is_own && attribute(e, name))
            report.error(
                e.line, "\"" + std::string(name) + "\" on the clinic's own language",
                name == string_view("desk") ? "write desk=\"...\" on <kiosk>" : "leave it out, it is no translation");
    return listed;
}

/// The clinic's own first, the others in their order.
std::vector<ListedLanguage> read_languages(const Element& root, Report& report) {
    const std::string own = need(root, "language", report);
    std::vector<ListedLanguage> languages;
    std::set<std::string> codes, names;
    for (const auto* e : all(root, "language")) {
        const auto listed = read_language(*e, own, report);
        const auto& code = listed.language.code;
        if (code.empty()) continue;
        if (const auto& name = listed.language.name; !name.empty() && !names.insert(name).second)
            report.error(e->line, "two languages have the name \"" + name + '"', "write each in its own words");
        if (!codes.insert(code).second)
            report.error(e->line, "the language \"" + code + "\" is listed twice", "delete one");
        else
            languages.insert(code == own ? languages.begin() : languages.end(), listed);
    }
    if (all(root, "language").empty())
        report.error(root.line, "<kiosk> needs <language>", "write <language code=\"en\" name=\"English\"/>");
    else if (!own.empty() && codes.count(own) == 0)
        report.error(root.line, "language=\"" + own + "\" is not listed",
                     "write <language code=\"" + own + "\" name=\"...\"/> too");
    return languages;
}

NamedFile read_file(const Element* e, Report& report) {
    if (!e) return {};
    only(*e, {"file"}, {}, report);
    return {need(*e, "file", report), e->line};
}

std::vector<TopicFile> read_topics(const Element& root, Report& report) {
    std::vector<TopicFile> topics;
    std::set<std::string> paths;
    for (const auto* e : all(root, "topic")) {
        only(*e, {"file", "evidence"}, {}, report);
        const NamedFile file{need(*e, "file", report), e->line};
        const NamedFile evidence{need(*e, "evidence", report), e->line};
        if (file.path.empty()) continue;
        if (paths.insert(file.path).second)
            topics.push_back({file, evidence});
        else
            report.error(file.line, file.path + " is listed twice", "delete one");
    }
    if (all(root, "topic").empty())
        report.error(root.line, "<kiosk> needs <topic>",
                     "write <topic file=\"screens/name.xml\" evidence=\"screens/name.evidence.xml\"/>");
    return topics;
}

}  // namespace

bool is_language_code(const std::string& code) {
    static constexpr string_view fit = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
    const auto first = std::min(code.find('-'), code.size());
    const bool primary = (first == 2 || first == 3) && code.find_first_not_of(fit.substr(0, 26)) >= first;
    return primary && code.find_first_not_of(fit) == std::string::npos && code.back() != '-' && code.size() <= 35;
}

ClinicFile read_clinic(const Element& root, Report& report) {
    only(root,
         {"clinic", "address", "phone", "language", "desk", "emergency-number", "paper", "after-today",
          "require-approval"},
         {"language", "topic", "interface", "theme", "timing"}, report);
    ClinicFile file;
    auto& clinic = file.clinic;
    clinic.name = need(root, "clinic", report);
    clinic.address = may(root, "address");
    clinic.phone = may(root, "phone");
    clinic.desk = plain_text(need(root, "desk", report));
    clinic.emergency_number = need(root, "emergency-number", report);
    if (clinic.emergency_number.find_first_not_of("0123456789 -") != std::string::npos)
        report.error(root.line, "emergency-number=\"" + clinic.emergency_number + "\" is no number to dial",
                     "write its digits, as in 911");
    clinic.paper = need_one_of(root, "paper", paper_words, PaperSize::letter, report);
    clinic.after_today = one_of(root, "after-today", after_today_words, AfterToday::staff_release, report);
    clinic.require_approval = yes(root, "require-approval", report);
    if (const auto* timing = one(root, "timing", report)) read_timing(*timing, clinic.timing, report);
    file.languages = read_languages(root, report);
    file.topics = read_topics(root, report);
    file.interface = read_file(need_one(root, "interface", report), report);
    file.theme = read_file(need_one(root, "theme", report), report);
    return file;
}

}  // namespace kiosk::content
