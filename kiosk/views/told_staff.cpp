// SPDX-License-Identifier: Apache-2.0
#include "views/told_staff.hpp"

#include "views/note_lines.hpp"
#include "views/wording.hpp"

namespace kiosk::views {

ToldStaff told_staff(const content::Content& content, const visit::Record& record) {
    const content::LanguageId clinics{0};
    const paper::Print print{content, clinics};
    const auto& topic = content[record.topic];
    const auto note = visit::note(topic, record);
    ToldStaff told{.level = note.level, .reasons = {}, .language = {}};
    if (record.help_key) told.reasons.push_back(say(content, clinics, "note.help-key"));
    for (const auto& line : note.flagged) told.reasons.push_back(note_short(print, topic, line));
    for (const auto& line : note.together) told.reasons.push_back(topic.together[line.rule].note(clinics));
    if (record.language != clinics) told.language = content.languages[record.language.index].name;
    return told;
}

}  // namespace kiosk::views
