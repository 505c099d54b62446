// SPDX-License-Identifier: Apache-2.0
#include "app/letters.hpp"

#include "content/theme_reader.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>

namespace kiosk::app {

namespace {

constexpr const char* size_names[] = {"Normal", "Large", "Largest"};
constexpr double short_side = 1080, long_side = 1920;  // px of the design

std::string number(double value, int digits) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

double in_degrees(double height, double distance) {
    return 2 * std::atan(height / 2 / distance) * 180 / std::numbers::pi;
}

/// As the glass rounds them.
double grown(double size, double by) {
    return by == 1 ? size : 2 * std::round(size * by / 2);
}

bool is_on_glass(std::string_view role) {
    return !role.starts_with("paper-");
}

}  // namespace

Eye::Eye(const Machine& machine, const page::Fonts& fonts)
    : m_mm(machine.panel_diagonal / std::hypot(short_side, long_side)),
      m_distance(machine.viewing_distance),
      m_capital(std::min(page::capital_height(fonts, false), page::capital_height(fonts, true))) {}

double Eye::degrees(double size, double distance) const {
    return in_degrees(capital(size), distance);
}

std::string Eye::in_words(double size) const {
    return number(capital(size), 1) + " mm, " + number(degrees(size), 2) + " degrees";
}

std::vector<RoleLetters> role_letters(const Theme& theme, const Eye& eye) {
    std::vector<RoleLetters> all;
    const auto names = content::role_names();
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!is_on_glass(names[i])) continue;
        const auto role = static_cast<Role>(i);
        const double size = std::min(theme.type(role, false).size, theme.type(role, true).size);
        RoleLetters letters{std::string(names[i]), {size, grown(size, theme.large), grown(size, theme.largest)}, {}};
        for (std::size_t step = 0; step < letters.sizes.size() && !letters.enough; ++step)
            if (eye.degrees(letters.sizes[step]) >= least_degrees) letters.enough = step;
        all.push_back(std::move(letters));
    }
    return all;
}

std::string in_lines(const std::vector<RoleLetters>& all, const Eye& eye) {
    std::string lines =
        "Capitals at " + number(eye.distance(), 0) + " mm, in degrees (0.70 is enough), by text size:\n";
    for (const auto& letters : all) {
        lines += "  " + letters.role + std::string(letters.role.size() < 15 ? 15 - letters.role.size() : 1, ' ');
        for (std::size_t i = 0; i < letters.sizes.size(); ++i)
            lines += std::string(i > 0 ? "   " : "") + number(eye.capital(letters.sizes[i]), 1) + " mm " +
                     number(eye.degrees(letters.sizes[i]), 2);
        lines += letters.enough ? std::string("   enough at ") + size_names[*letters.enough] + '\n'
                                : std::string("   not enough\n");
    }
    return lines;
}

Problems check_letters(const Machine& machine, const std::string& theme_file, const std::vector<RoleLetters>& all,
                       const Eye& eye, const page::Measures& largest) {
    Problems problems;
    const std::string panel = " on a panel of " + number(machine.panel_diagonal, 0) + " mm seen from " +
                              number(machine.viewing_distance, 0) + " mm";
    const auto tell = [&](const std::string& what) {
        problems.push_back({theme_file, 0, Severity::warning, what,
                            "write larger sizes, hang a larger panel, or let people stand nearer: 0.70 degrees"});
    };
    for (const auto& letters : all)
        if (!letters.enough)
            tell("letters of \"" + letters.role + "\" have capitals of " + eye.in_words(letters.sizes.back()) +
                 " even at the largest text size" + panel);
    const auto& least = largest.letters;
    if (std::isfinite(least.value) && eye.degrees(least.value) < least_degrees)
        tell("\"" + least.of + "\" has capitals of " + eye.in_words(least.value) + " at the largest text size" + panel);
    const auto& labels = largest.access_labels;
    if (std::isfinite(labels.value) && eye.degrees(labels.value, reach) < least_degrees)
        tell("the label \"" + labels.of + "\" has capitals of " + number(eye.degrees(labels.value, reach), 2) +
             " degrees at arm's reach, 400 mm" + panel);
    return problems;
}

}  // namespace kiosk::app
