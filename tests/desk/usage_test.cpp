// SPDX-License-Identifier: Apache-2.0
// What is shown of the totals: nothing from which one visit could be told.
#include "desk/usage.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace kiosk::desk;

namespace {

using Kind = Amount::Kind;

const Day today = *read_day("2026-11-22");
const Day yesterday = today - std::chrono::days{1};

Totals totals(Day day, std::array<int, outcomes> by_outcome, std::map<std::string, int> by_language, int handouts = 0) {
    int visits = 0;
    for (const int number : by_outcome) visits += number;
    return {day, visits, handouts, by_outcome, std::move(by_language)};
}

/// Every way to part this many.
template <class Do>
void each_parting(int parts, int whole, std::vector<int>& so_far, const Do& act) {
    if (parts == 1) {
        so_far.push_back(whole);
        act(so_far);
        so_far.pop_back();
        return;
    }
    for (int one = 0; one <= whole; ++one) {
        so_far.push_back(one);
        each_parting(parts - 1, whole - one, so_far, act);
        so_far.pop_back();
    }
}

std::string text(const std::vector<Amount>& shown) {
    std::string all;
    for (const auto& one : shown)
        all += one.kind == Kind::few ? "few " : one.kind == Kind::hidden ? "- " : std::to_string(one.number) + " ";
    return all;
}

}  // namespace

TEST_CASE("whoever knows the whole, and how it is hidden, cannot tell any number below 5") {
    for (int parts = 2; parts <= 4; ++parts)
        for (int whole = 5; whole <= 40; ++whole) {
            // What is shown -> for each part, the numbers that it may be.
            std::map<std::string, std::vector<std::set<int>>> may_be;
            std::vector<int> so_far;
            each_parting(parts, whole, so_far, [&](const std::vector<int>& numbers) {
                auto& known = may_be[text(veiled(numbers))];
                known.resize(numbers.size());
                for (std::size_t i = 0; i < numbers.size(); ++i) known[i].insert(numbers[i]);
            });
            for (const auto& shown : may_be)
                for (const auto& numbers : shown.second) {
                    const bool is_told = numbers.size() == 1 && *numbers.begin() > 0 && *numbers.begin() < 5;
                    CHECK_MESSAGE(!is_told, whole, " shown as ", shown.first);
                }
        }
}

TEST_CASE("1 to 4 reads fewer than 5, and what they could be reckoned from is hidden") {
    CHECK(text(veiled({20, 6, 0, 0})) == "20 6 0 0 ");
    CHECK(text(veiled({20, 6, 1, 0})) == "- 6 few 0 ");
    CHECK(text(veiled({20, 3, 1, 4})) == "- few few few ");
    CHECK(text(veiled({5, 20, 1})) == "- - few ");
    CHECK(text(veiled({4, 1, 0, 0})) == "- - - - ");
}

TEST_CASE("today and a day of few visits tell how many they were and no more") {
    const auto usage =
        shown({totals(yesterday, {1, 1, 1, 1}, {{"English", 4}}, 9), totals(today, {30, 0, 0, 0}, {})}, today);
    REQUIRE(usage.days.size() == days_shown);
    CHECK(usage.days.front().day == today - std::chrono::days{days_shown - 1});
    CHECK(usage.days.front().detail);
    const auto &small = usage.days[days_shown - 2], &now = usage.days.back();
    CHECK(small.visits == 4);
    CHECK_FALSE(small.detail);
    CHECK(now.visits == 30);
    CHECK_FALSE(now.detail);
}

TEST_CASE("a day that is over tells its numbers") {
    const auto usage = shown({totals(yesterday, {20, 6, 5, 0}, {{"English", 28}, {"Español", 3}}, 12)}, today);
    const auto& detail = *usage.days[days_shown - 2].detail;
    CHECK(detail.finished == Amount{Kind::exact, 25});
    CHECK(detail.handouts == Amount{Kind::exact, 12});
    CHECK(detail.by_outcome[2] == Amount{Kind::exact, 5});
    CHECK(detail.by_language[0].second.kind == Kind::hidden);
    CHECK(detail.by_language[1].second.kind == Kind::few);
}

TEST_CASE("how many finished is hidden where it would tell how few did not") {
    const auto usage = shown({totals(yesterday, {20, 3, 0, 0}, {{"English", 23}})}, today);
    CHECK(usage.days[days_shown - 2].detail->finished.kind == Kind::hidden);
}

TEST_CASE("a day of a clock that ran ahead is not shown before it comes") {
    const auto usage = shown({totals(today + std::chrono::days{1}, {20, 0, 0, 0}, {})}, today);
    for (const auto& day : usage.days) CHECK(day.visits == 0);
}

TEST_CASE("the week is reckoned from what is shown: exact where all is, else at least") {
    const auto exact = week(shown({totals(yesterday, {20, 6, 5, 0}, {}, 12), totals(today, {7, 0, 0, 0}, {})}, today));
    CHECK(exact.visits == 38);
    CHECK(exact.visits_by_day == std::array{0, 0, 0, 0, 0, 31, 7});
    CHECK(exact.finished == Known{25, true});
    const auto least = week(shown({totals(yesterday, {20, 2, 0, 0}, {}, 3)}, today));
    CHECK(least.finished == Known{18, false});
    CHECK(least.handouts == Known{1, false});
    const auto before = week(shown({totals(today - std::chrono::days{7}, {20, 0, 0, 0}, {}, 9)}, today));
    CHECK(before.visits == 0);
}

TEST_CASE("a day is read and written as people do") {
    CHECK(write_day(today) == "2026-11-22");
    CHECK(write_day(*read_day("2028-02-29")) == "2028-02-29");
    for (const auto* none : {"", "2026-02-30", "2026-13-01", "yesterday"}) CHECK_FALSE(read_day(none));
}
