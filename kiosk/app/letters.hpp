// SPDX-License-Identifier: Apache-2.0
// How large the letters of this machine's panel are to whoever stands before it. EN 301 549 v3.2.1, 5.1.4: a capital H
// of 0.7 degrees or more in at least one text size. For check and for the accessibility report.
#pragma once

#include "app/options.hpp"
#include "base/problem.hpp"
#include "base/theme.hpp"
#include "page/measure.hpp"

#include <array>
#include <string>
#include <vector>

namespace kiosk::app {

inline constexpr double least_degrees = 0.7;
inline constexpr double reach = 400;  ///< mm: from where the labels of access keys, which never grow, are read

/// Turns px of the design into what the eye gets.
class Eye {
public:
    Eye(const Machine&, const page::Fonts&);

    double mm(double px) const { return px * m_mm; }
    /// Height of a capital H of type of this size, mm.
    double capital(double size) const { return size * m_capital * m_mm; }
    /// The angle it fills at the viewing distance, or at another one, in mm.
    double degrees(double size) const { return degrees(size, m_distance); }
    double degrees(double size, double distance) const;
    /// "7.4 mm, 0.71 degrees"
    std::string in_words(double size) const;
    double distance() const { return m_distance; }

private:
    double m_mm, m_distance, m_capital;
};

/// One role of type in the three text sizes, in the shape of panel in which it is smaller.
struct RoleLetters {
    std::string role;
    std::array<double, 3> sizes;  ///< px: normal, large, largest
    /// The first that is large enough; nothing where none is.
    std::optional<std::size_t> enough;
};
std::vector<RoleLetters> role_letters(const Theme&, const Eye&);
/// A line a role: "body: 6.4 mm 0.61 / 7.8 mm 0.75 / 9.2 mm 0.88 degrees; enough at Large".
std::string in_lines(const std::vector<RoleLetters>&, const Eye&);

/// A warning where letters stay too small in every text size. `largest`: what was measured on all screens in it.
Problems check_letters(const Machine&, const std::string& theme_file, const std::vector<RoleLetters>&, const Eye&,
                       const page::Measures& largest);

}  // namespace kiosk::app
