// SPDX-License-Identifier: Apache-2.0
#include "views/time_of_day.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("an instant of the visit is a time of day counted from the stamp") {
    struct Row {
        const char *sentence, *stamped;
        std::int64_t now, then;
        const char* words;
        int days_ago;
    };
    constexpr std::int64_t s = 1000, min = 60 * s, hour = 60 * min;
    const Row rows[] = {
        {"the same moment", "10:44", 5 * hour, 5 * hour, "10:44", 0},
        {"two minutes before", "10:44", 5 * hour, 5 * hour - 2 * min, "10:42", 0},
        {"half a minute before is still the minute", "10:44", 5 * hour, 5 * hour - 30 * s, "10:44", 0},
        {"31 seconds before is the minute before", "10:44", 5 * hour, 5 * hour - 31 * s, "10:43", 0},
        {"across the hour", "10:01", 5 * hour, 5 * hour - 3 * min, "09:58", 0},
        {"across midnight", "00:03", 5 * hour, 5 * hour - 10 * min, "23:53", 1},
        {"at midnight itself", "00:10", 5 * hour, 5 * hour - 10 * min, "00:00", 0},
        {"just before midnight", "00:10", 5 * hour, 5 * hour - 11 * min, "23:59", 1},
        {"two days before", "12:00", 60 * hour, 0, "00:00", 2},
        {"three days before, by a minute", "12:00", 60 * hour + min, 0, "23:59", 3},
        {"a minute later than the stamp", "23:59", 5 * hour, 5 * hour + min, "00:00", -1},
        {"the machine has just started", "00:00", 0, 0, "00:00", 0},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        const views::Stamp stamp{"2026-11-22", row.stamped, Instant{row.now}, "Waiting room 1"};
        CHECK(views::time_of_day(Instant{row.then}, stamp) == views::TimeOfDay{row.words, row.days_ago});
    }
}

TEST_CASE("a stamp without a time of day gives none") {
    for (const char* time : {"", "10", "1044", "10:4", "24:00", "10:60", "ab:cd", "10:44:01", "-1:30"}) {
        CAPTURE(time);
        CHECK_FALSE(views::time_of_day(Instant{}, views::Stamp{"2026-11-22", time, Instant{}, ""}));
    }
}
