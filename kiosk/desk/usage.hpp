// SPDX-License-Identifier: Apache-2.0
// How much the kiosk is used, in totals of days; and what of them may be shown so that no visit can be told from them.
#pragma once

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kiosk::desk {

using Day = std::chrono::sys_days;

/// "2026-11-22"; nothing where it is no day.
std::optional<Day> read_day(const std::string&);
std::string write_day(Day);

/// In the file; never renumber. In this order more is hidden where something must be: first what is told of most.
enum class Outcome { none, not_finished, today, emergency };
constexpr std::size_t outcomes = 4;

/// What is counted of one visit.
struct Tally {
    std::string language;  ///< as its readers call it
    Outcome outcome = Outcome::not_finished;
    bool operator==(const Tally&) const = default;
};

/// Of one day, as counted; not for anybody's eyes.
struct Totals {
    Day day;
    int visits = 0, handouts = 0;
    std::array<int, outcomes> by_outcome{};
    std::map<std::string, int> by_language;
    bool operator==(const Totals&) const = default;
};

/// few: 1 to 4. hidden: from it a few could be reckoned.
struct Amount {
    enum class Kind { exact, few, hidden } kind = Kind::exact;
    int number = 0;  ///< of an exact one
    bool operator==(const Amount&) const = default;
};

/// Parts of a whole that is known. Every few among them can still be any number from 1 to 4.
std::vector<Amount> veiled(const std::vector<int>& parts);

struct Detail {
    Amount finished, handouts;
    std::array<Amount, outcomes> by_outcome{};
    std::vector<std::pair<std::string, Amount>> by_language;
    bool operator==(const Detail&) const = default;
};
struct ShownDay {
    Day day;
    int visits = 0;
    std::optional<Detail> detail;  ///< nothing: the day is not over, or had fewer than 5 visits
    bool operator==(const ShownDay&) const = default;
};

/// The last days, oldest first, today the last; days without a visit too.
struct Usage {
    std::vector<ShownDay> days;
    bool operator==(const Usage&) const = default;
};
constexpr int days_shown = 14;
Usage shown(const std::vector<Totals>&, Day today);

/// What is known for certain: `number`, or that many at least.
struct Known {
    int number = 0;
    bool is_all = true;
    bool operator==(const Known&) const = default;
};
/// The last seven days, reckoned from what is shown alone: it tells nothing more.
struct Week {
    std::array<int, 7> visits_by_day{};  ///< oldest first, today the last
    int visits = 0;
    Known finished, handouts;  ///< of days that are over
    bool operator==(const Week&) const = default;
};
Week week(const Usage&);

}  // namespace kiosk::desk
