// SPDX-License-Identifier: Apache-2.0
#include "views/visit_map.hpp"

#include "views/visit_map_charts.hpp"

#include <algorithm>

namespace kiosk::views {

std::string sign_number(const content::Topic& topic, content::SignId id) {
    const auto at = topic[id].question;
    const auto& question = topic[at];
    const auto number = std::to_string(at.index + 1);
    if (question.kind == content::Kind::yes_no) return number;
    auto place =
        static_cast<std::size_t>(std::find(question.signs.begin(), question.signs.end(), id) - question.signs.begin());
    std::string letters;  // a..z, aa, ab, ...
    for (++place; place > 0; place = (place - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('a' + (place - 1) % 26));
    return number + letters;
}

const std::string& sign_words(const content::Topic& topic, content::SignId id) {
    const auto& sign = topic[id];
    return sign.label.empty() ? topic[sign.question].ask({}) : sign.label({});
}

const char* leads_to(content::Urgency urgency) {
    switch (urgency) {
        case content::Urgency::emergency:
            return "red page at once";
        case content::Urgency::today:
            return "see staff today";
        case content::Urgency::mention:
            return "told on the note";
        case content::Urgency::none:
            break;
    }
    return "handouts only";
}

std::vector<MapChart> visit_map(const content::Content& content, content::TopicId topic) {
    const MapOf of{content[topic], content.theme, content.clinic.after_today};
    auto charts = question_charts(of);
    for (auto more : {together_charts(of), handout_charts(of)}) charts.insert(charts.end(), more.begin(), more.end());
    return charts;
}

}  // namespace kiosk::views
