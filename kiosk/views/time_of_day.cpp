// SPDX-License-Identifier: Apache-2.0
#include "views/time_of_day.hpp"

#include <cctype>
#include <cstdint>

namespace kiosk::views {
namespace {

constexpr std::int64_t minute = 60'000, day = minute * 60 * 24;

bool are_digits(const std::string& text, std::size_t first, std::size_t second) {
    return std::isdigit(static_cast<unsigned char>(text[first])) != 0 &&
           std::isdigit(static_cast<unsigned char>(text[second])) != 0;
}

/// Minutes since midnight.
std::optional<std::int64_t> minutes(const std::string& time) {
    if (time.size() != 5 || time[2] != ':' || !are_digits(time, 0, 1) || !are_digits(time, 3, 4)) return std::nullopt;
    const int hours = (time[0] - '0') * 10 + (time[1] - '0');
    const int rest = (time[3] - '0') * 10 + (time[4] - '0');
    if (hours > 23 || rest > 59) return std::nullopt;
    return hours * 60 + rest;
}

std::string two_digits(std::int64_t value) {
    const auto digits = std::to_string(value);
    return digits.size() < 2 ? "0" + digits : digits;
}

}  // namespace

std::optional<TimeOfDay> time_of_day(Instant then, const Stamp& stamp) {
    const auto stamped = minutes(stamp.time);
    if (!stamped) return std::nullopt;
    const std::int64_t wall = *stamped * minute + minute / 2 - (stamp.now - then).count();
    const std::int64_t days = wall >= 0 ? wall / day : -((day - 1 - wall) / day);
    const std::int64_t of_day = (wall - days * day) / minute;
    return TimeOfDay{two_digits(of_day / 60) + ":" + two_digits(of_day % 60), static_cast<int>(-days)};
}

}  // namespace kiosk::views
