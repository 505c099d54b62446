// SPDX-License-Identifier: Apache-2.0
#include "content/isolates.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace kiosk::content {

namespace {

using std::string_view;

bool is_plain_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Of a letter or digit that belongs to such a run, else 0. Digits of both kinds.
std::size_t core_length(string_view text) {
    if (text.empty()) return 0;
    const char c = text.front();
    if (is_plain_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%') return 1;
    if (text.starts_with("\u00B0")) return 2;  // degree
    return text.size() > 1 && c == '\xD9' && text[1] >= '\xA0' && text[1] <= '\xA9' ? 2 : 0;
}

bool begins_with_digit(string_view text) {
    return !text.empty() && (is_plain_digit(text.front()) || (text.front() == '\xD9' && core_length(text) == 2));
}

/// Of what joins two of them, with the spaces around it; else 0.
std::size_t joint_length(string_view text) {
    static constexpr std::array<string_view, 11> joints{" \u2013 ", " - ", " \u00D7 ", "\u2013", "\u2212", "\u00D7",
                                                        "-",        "/",   ".",        ",",      ":"};
    for (const auto joint : joints)
        if (text.starts_with(joint)) return joint.size();
    return text.starts_with(' ') ? 1 : 0;
}

/// A run that begins here, and whether its order could be turned.
struct Run {
    std::size_t length = 0;
    bool has_digit = false, is_mixed = false;
};

Run run_at(string_view text) {
    Run run;
    for (;;) {
        const auto rest = text.substr(run.length);
        const auto core = core_length(rest);
        if (core == 0) return run;
        (begins_with_digit(rest) ? run.has_digit : run.is_mixed) = true;
        run.length += core;
        const auto after = text.substr(run.length);
        const auto joint = joint_length(after);
        if (joint == 0 || core_length(after.substr(joint)) == 0) continue;
        run.is_mixed = true;
        run.length += joint;
    }
}

/// The length of a {place}, which is filled in with an isolate of its own.
std::size_t place_length(string_view text) {
    const auto end = text.starts_with('{') ? text.find('}') : string_view::npos;
    return end == string_view::npos ? 0 : end + 1;
}

}  // namespace

std::string with_isolated_numbers(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = string_view(text).substr(at);
        const auto run = run_at(rest);
        const auto length = run.length > 0 ? run.length : std::max<std::size_t>(place_length(rest), 1);
        const bool turned = run.has_digit && run.is_mixed;
        result.append(turned ? "\u2066" : "").append(rest.substr(0, length)).append(turned ? "\u2069" : "");
        at += length;
    }
    return result;
}

}  // namespace kiosk::content
