// SPDX-License-Identifier: Apache-2.0
#include "desk/staff_name.hpp"

#include <algorithm>

namespace kiosk::desk {

namespace {

constexpr std::ptrdiff_t longest = 40;

}  // namespace

bool is_staff_name(const std::string& text) {
    const auto is_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto is_unseen = [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; };
    return text.find_first_not_of(' ') != std::string::npos && std::none_of(text.begin(), text.end(), is_unseen) &&
           std::count_if(text.begin(), text.end(), is_letter) <= longest;
}

}  // namespace kiosk::desk
