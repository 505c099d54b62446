// SPDX-License-Identifier: Apache-2.0
#include "views/staff_words.hpp"

#include "views/wording.hpp"

namespace kiosk::views {

namespace {

constexpr content::LanguageId clinics{};

std::string say(const content::Content& content, const std::string& name, std::initializer_list<Filling> with = {}) {
    return say(content, clinics, name, with);
}

std::string call_words(const content::Content& content, const visit::DrillLine& line) {
    if (!line.had_desk) return say(content, "desk.glass.none");
    if (line.answered_after)
        return say(content, "desk.glass.call-answered", {{"seconds", in_seconds(*line.answered_after)}});
    if (line.shown_after) return say(content, "desk.glass.call-shown", {{"seconds", in_seconds(*line.shown_after)}});
    return say(content, "desk.glass.call-not-shown");
}

std::string page_words(const content::Content& content, const visit::DrillLine& line) {
    if (!line.had_printer) return say(content, "desk.glass.none");
    return say(content, line.page_came_out ? "desk.page-printed" : "desk.page-not-printed");
}

std::string of(const content::Content& content, int some, int all) {
    return say(content, "desk.glass.some-of-all", {{"some", std::to_string(some)}, {"all", std::to_string(all)}});
}

}  // namespace

std::vector<std::pair<std::string, std::string>> drill_rows(const content::Content& content,
                                                            const visit::DrillLine& line) {
    return {{say(content, "desk.glass.test"), call_words(content, line)},
            {say(content, "desk.glass.test-page"), page_words(content, line)},
            {say(content, "desk.glass.warning-signs"), of(content, line.signs_that_call, line.warning_signs)},
            {say(content, "desk.glass.red-pages"), of(content, line.red_pages_seen, line.languages)}};
}

std::string drill_words(const content::Content& content, const visit::DrillLine& line) {
    auto words = say(content, visit::is_passed(line) ? "desk.glass.drill-passed" : "desk.glass.drill-failed") + '.';
    for (const auto& [name, value] : drill_rows(content, line)) words += ' ' + name + ": " + value + '.';
    return words;
}

}  // namespace kiosk::views
