// SPDX-License-Identifier: Apache-2.0
#include "base/language.hpp"

#include <algorithm>
#include <array>

namespace kiosk {

std::string primary_tag(const std::string& language) {
    std::string tag = language.substr(0, language.find('-'));
    for (char& c : tag)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return tag;
}

bool is_right_to_left(const std::string& language) {
    static constexpr std::array tags{"ar", "fa", "ur", "he", "yi", "ps"};
    const std::string tag = primary_tag(language);
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

}  // namespace kiosk
