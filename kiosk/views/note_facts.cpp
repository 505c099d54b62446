// SPDX-License-Identifier: Apache-2.0
#include "views/note_facts.hpp"

#include "views/time_of_day.hpp"
#include "views/wording.hpp"

#include <optional>
#include <utility>

namespace kiosk::views {
namespace {

using paper::Print;

constexpr double column_gap = 14, line_gap = 1;
constexpr std::size_t columns = 3;

std::string word(const Print& print, const char* name, std::initializer_list<Filling> fillings = {}) {
    return say(print.content, print.language, name, fillings);
}

/// Empty where there is no such moment.
std::string when(const Print& print, std::optional<Instant> moment, const Stamp& stamp) {
    const auto time = moment ? time_of_day(*moment, stamp) : std::nullopt;
    if (!time) return {};
    return time->days_ago > 0 ? word(print, "note.day-before", {{"time", time->words}}) : time->words;
}

const char* who(const std::optional<visit::Who>& about) {
    if (!about) return "note.who-not-said";
    return *about == visit::Who::me ? "note.who-me" : "note.who-other";
}

std::string emergency_time(const Print& print, const visit::Record& record, content::Urgency level,
                           const Stamp& stamp) {
    const auto time = when(print, record.emergency_at, stamp);
    if (time.empty() || level == content::Urgency::emergency) return time;
    return word(print, "note.by-mistake", {{"time", time}});
}

std::string release(const Print& print, visit::Release release) {
    switch (release) {
        case visit::Release::by_staff:
            return word(print, "note.released-by-staff");
        case visit::Release::by_note:
            return word(print, "note.released-by-note");
        case visit::Release::none:
            break;
    }
    return {};
}

/// Staff read whether the words that the patient read were a draft.
std::string language(const Print& print, content::LanguageId id) {
    const auto& language = print.content.languages[id.index];
    return language.is_draft ? language.name + " (" + word(print, "draft.glass") + ")" : language.name;
}

page::Blocks facts(const Print& print, const visit::Record& record, content::Urgency level, const Stamp& stamp) {
    page::Blocks facts;
    const auto add = [&](const char* name, const std::string& value) {
        if (value.empty()) return;
        facts.push_back(paper::runs({{word(print, name) + " ", true}, {value, false}}, {Role::paper_source}));
    };
    add("note.complaint", print.content[record.topic].title(print.language));
    add("note.who", word(print, who(record.who)));
    add("note.language", language(print, record.language));
    add("note.started", when(print, record.started, stamp));
    add("note.kiosk", stamp.kiosk);
    add("note.told-to-see-staff", when(print, record.amber_at, stamp));
    add("note.emergency-shown", emergency_time(print, record, level, stamp));
    add("note.handouts", release(print, record.release));
    return facts;
}

}  // namespace

page::Block note_facts(const Print& print, const visit::Record& record, content::Urgency level, const Stamp& stamp) {
    auto all = facts(print, record, level, stamp);
    page::Blocks rows;
    for (std::size_t i = 0; i < all.size(); i += columns) {
        page::Blocks cells;
        for (std::size_t k = i; k < i + columns; ++k)
            cells.push_back(k < all.size() ? std::move(all[k]) : page::space(0));
        rows.push_back(paper::row(std::move(cells), {-1.2, -1, -1}, column_gap));
    }
    return paper::column(std::move(rows), line_gap);
}

}  // namespace kiosk::views
