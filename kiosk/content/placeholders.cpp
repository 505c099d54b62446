// SPDX-License-Identifier: Apache-2.0
#include "content/placeholders.hpp"

namespace kiosk::content {

std::optional<Placeholders> placeholders_in(const std::string& text) {
    Placeholders found;
    for (std::size_t at = 0; (at = text.find_first_of("{}", at)) != std::string::npos;) {
        const auto end = text.find_first_of("{}", at + 1);
        if (text[at] == '}' || end == std::string::npos || text[end] == '{' || end == at + 1) return std::nullopt;
        found.insert(text.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return found;
}

std::string in_braces(const Placeholders& names) {
    std::string result;
    for (const auto& name : names) result += (result.empty() ? "{" : ", {") + name + "}";
    return result;
}

}  // namespace kiosk::content
