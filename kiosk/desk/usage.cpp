// SPDX-License-Identifier: Apache-2.0
#include "desk/usage.hpp"

#include <algorithm>
#include <cstdio>

namespace kiosk::desk {

namespace {

using std::chrono::days;

constexpr int enough = 5;

bool is_few(int number) {
    return number > 0 && number < enough;
}

Amount amount(int number) {
    return is_few(number) ? Amount{Amount::Kind::few} : Amount{Amount::Kind::exact, number};
}

Detail detail(const Totals& totals) {
    Detail found{.finished = {}, .handouts = amount(totals.handouts), .by_outcome = {}, .by_language = {}};
    const auto by_outcome = veiled({totals.by_outcome.begin(), totals.by_outcome.end()});
    std::copy(by_outcome.begin(), by_outcome.end(), found.by_outcome.begin());
    // All who did not stop finished: so it says as much as their number.
    const auto& not_finished = found.by_outcome[static_cast<std::size_t>(Outcome::not_finished)];
    const bool is_known = not_finished.kind == Amount::Kind::exact;
    found.finished = is_known ? amount(totals.visits - not_finished.number) : Amount{Amount::Kind::hidden};
    std::vector<int> parts;
    for (const auto& [language, number] : totals.by_language) parts.push_back(number);
    const auto by_language = veiled(parts);
    auto at = by_language.begin();
    for (const auto& [language, number] : totals.by_language) found.by_language.emplace_back(language, *at++);
    return found;
}

ShownDay shown(const Totals& totals, Day today) {
    const bool is_empty = totals.visits == 0 && totals.handouts == 0;
    const bool is_told = totals.day < today && (is_empty || totals.visits >= enough);
    return {totals.day, totals.visits, is_told ? std::optional(detail(totals)) : std::nullopt};
}

void add(Known& sum, const Amount& one, int least) {
    const bool is_exact = one.kind == Amount::Kind::exact;
    sum.number += is_exact ? one.number : one.kind == Amount::Kind::few ? 1 : least;
    sum.is_all = sum.is_all && is_exact;
}

/// Hidden with a few who did not finish.
int least_finished(const ShownDay& day) {
    const auto kind = day.detail->by_outcome[static_cast<std::size_t>(Outcome::not_finished)].kind;
    return kind == Amount::Kind::few ? day.visits - (enough - 1) : 0;
}

}  // namespace

std::optional<Day> read_day(const std::string& text) {
    int year = 0;
    unsigned month = 0, day = 0;
    if (std::sscanf(text.c_str(), "%4d-%2u-%2u", &year, &month, &day) != 3) return {};
    const std::chrono::year_month_day found{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    return found.ok() ? std::optional<Day>(found) : std::nullopt;
}

std::string write_day(Day day) {
    const std::chrono::year_month_day date(day);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

/// The whole is known, so what is hidden has a known sum. It must leave room for each few to be 1 and to be 4 while
/// what is hidden beside them stays at least 5. Which is hidden first does not depend on the numbers: that would tell.
std::vector<Amount> veiled(const std::vector<int>& parts) {
    std::vector<Amount> shown;
    int few = 0, beside = 0, sum = 0;
    for (const int part : parts) {
        shown.push_back(amount(part));
        if (is_few(part)) ++few, sum += part;
    }
    const auto is_safe = [&] { return few == 0 || (beside > 0 && sum >= few * (enough - 1) + beside * enough); };
    for (std::size_t i = 0; i < parts.size() && !is_safe(); ++i)
        if (parts[i] >= enough) shown[i] = {Amount::Kind::hidden}, ++beside, sum += parts[i];
    if (!is_safe()) std::fill(shown.begin(), shown.end(), Amount{Amount::Kind::hidden});
    return shown;
}

Usage shown(const std::vector<Totals>& totals, Day today) {
    Usage usage;
    for (Day day = today - days{days_shown - 1}; day <= today; day += days{1}) {
        const auto at = std::find_if(totals.begin(), totals.end(), [&](const Totals& t) { return t.day == day; });
        usage.days.push_back(shown(at != totals.end() ? *at : Totals{.day = day, .by_language = {}}, today));
    }
    return usage;
}

Week week(const Usage& usage) {
    Week week;
    const auto from = std::min(week.visits_by_day.size(), usage.days.size());
    for (std::size_t i = 0; i < from; ++i) {
        const auto& day = usage.days[usage.days.size() - from + i];
        week.visits_by_day[week.visits_by_day.size() - from + i] = day.visits;
        week.visits += day.visits;
        if (day.detail) {
            add(week.finished, day.detail->finished, least_finished(day));
            add(week.handouts, day.detail->handouts, 0);
        } else if (day.day != usage.days.back().day) {
            week.finished.is_all = week.handouts.is_all = false;
        }
    }
    return week;
}

}  // namespace kiosk::desk
