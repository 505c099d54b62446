// SPDX-License-Identifier: Apache-2.0
#include "app/approval_text.hpp"

#include <sstream>

namespace kiosk::app {

std::string write_sign_off(const std::optional<content::SignOff>& sign_off) {
    return sign_off ? sign_off->by + '\n' + sign_off->on + '\n' + sign_off->until : std::string();
}

std::optional<content::SignOff> read_sign_off(const std::string& text) {
    std::istringstream lines(text);
    content::SignOff sign_off;
    if (!std::getline(lines, sign_off.by) || !std::getline(lines, sign_off.on)) return {};
    std::getline(lines, sign_off.until);
    return sign_off;
}

}  // namespace kiosk::app
