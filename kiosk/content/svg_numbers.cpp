// SPDX-License-Identifier: Apache-2.0
#include "content/svg_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <system_error>

namespace kiosk::content {

namespace {

bool begins_number(char c) {
    return (c >= '0' && c <= '9') || c == '.';
}

/// Of one function of a transform.
double enlargement_of(std::string_view name, const std::vector<double>& n) {
    if (name.ends_with("scale")) return n.empty() ? 1 : *std::max_element(n.begin(), n.end());
    if (name.ends_with("matrix") && n.size() >= 4) return std::max(n[0] + n[2], n[1] + n[3]);
    const bool only_moves = name.ends_with("translate") || name.ends_with("rotate");
    return only_moves ? 1 : std::numeric_limits<double>::infinity();
}

}  // namespace

std::vector<double> numbers_in(std::string_view text) {
    std::vector<double> numbers;
    for (std::size_t at = 0; at < text.size();) {
        double value = 0;
        const auto read = std::from_chars(text.data() + at, text.data() + text.size(), value);
        if (!begins_number(text[at]) || read.ec == std::errc::invalid_argument) {
            ++at;
            continue;
        }
        const bool beyond = read.ec == std::errc::result_out_of_range;
        numbers.push_back(beyond ? std::numeric_limits<double>::infinity() : value);
        at = static_cast<std::size_t>(read.ptr - text.data());
    }
    return numbers;
}

double enlargement(std::string_view transform) {
    double all = 1;
    for (std::size_t at = 0; (at = transform.find('(')) != std::string_view::npos;) {
        const auto end = std::min(transform.find(')', at), transform.size());
        auto name = transform.substr(0, at);
        name = name.substr(0, name.find_last_not_of(" \t\r\n") + 1);
        all *= std::max(1.0, enlargement_of(name, numbers_in(transform.substr(at, end - at))));
        transform = transform.substr(end);
    }
    return all;
}

}  // namespace kiosk::content
