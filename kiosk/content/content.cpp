// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"

#include <algorithm>
#include <array>

namespace kiosk::content {

const std::string& Text::operator()(LanguageId language) const {
    static const std::string nothing;
    if (in.empty()) return nothing;
    if (language.index < in.size() && !in[language.index].empty()) return in[language.index];
    return in.front();
}

std::string urgency_name(Urgency urgency) {
    constexpr std::array names{"none", "mention", "today", "emergency"};
    return names[static_cast<std::size_t>(urgency)];
}

std::optional<SignId> Topic::sign(const std::string& wanted) const {
    const auto found = std::find_if(signs.begin(), signs.end(), [&](const Sign& sign) { return sign.id == wanted; });
    if (found == signs.end()) return {};
    return SignId{static_cast<std::size_t>(found - signs.begin())};
}

std::string answers_of(const Topic& topic, const Together& rule) {
    std::string text;
    for (const auto sign : rule.all) text += (text.empty() ? "" : " ") + topic[sign].id;
    if (!rule.any.empty()) text += " with any of";
    for (const auto sign : rule.any) text += " " + topic[sign].id;
    return text;
}

}  // namespace kiosk::content
