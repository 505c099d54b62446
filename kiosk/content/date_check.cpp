// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <charconv>
#include <chrono>
#include <tuple>

namespace kiosk::content {

namespace {

constexpr int plan_ahead = 183;     // days: half a year
constexpr int longest_trust = 731;  // days: what nobody looks at for longer is of yesterday

std::chrono::sys_days day_of(const std::string& iso) {
    int year = 0;
    unsigned month = 0, day = 0;
    std::from_chars(iso.data(), iso.data() + 4, year);
    std::from_chars(iso.data() + 5, iso.data() + 7, month);
    std::from_chars(iso.data() + 8, iso.data() + 10, day);
    return std::chrono::year_month_day{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

bool is_near(const std::string& review_by, const std::string& today) {
    return day_of(review_by) - day_of(today) <= std::chrono::days{plan_ahead};
}

/// What happens once the day is past: a handout is taken away, the questions never are.
enum class Overdue { not_offered, stays, goes_on };

std::string consequence(Overdue overdue) {
    switch (overdue) {
        case Overdue::not_offered:
            return " and is no longer offered";
        case Overdue::stays:
            return "; it is still offered, because it is always open";
        case Overdue::goes_on:
            break;
    }
    return "; its handouts of the same day are no longer offered, the safety check goes on";
}

template <class Dated>
void check_dated(const Findings& found, const Dated& dated, const std::string& which, const std::string& today,
                 Overdue overdue) {
    if (dated.reviewer.empty())
        found.todo(dated.line, which + " is not yet reviewed by a clinician",
                   "when one has read it, write reviewer=\"...\" and reviewed=\"...\", then: kiosk approve");
    else if (dated.reviewed < dated.written)
        found.error(dated.line, which + " was written on " + dated.written + ", after its review on " + dated.reviewed,
                    "have it reviewed again, or empty reviewer and reviewed");
    const auto& looked_at = std::max(dated.written, dated.reviewed);
    if (day_of(dated.review_by) - day_of(looked_at) > std::chrono::days{longest_trust})
        found.warning(dated.line,
                      which + " is to be reviewed by " + dated.review_by + ", more than 2 years after " + looked_at,
                      "write an earlier review-by");
    if (today.size() != 10) return;
    if (dated.reviewed > today)
        found.error(dated.line, which + " was reviewed on " + dated.reviewed + ", a day that is still to come",
                    "write the day of the review");
    if (dated.review_by < today)
        found.warning(dated.line, which + " was to be reviewed by " + dated.review_by + consequence(overdue),
                      "review it, then set a new review-by");
    else if (is_near(dated.review_by, today))
        found.warning(dated.line, which + " is to be reviewed by " + dated.review_by, "plan the review");
    if (dated.written > today)
        found.warning(dated.line, which + " was written on " + dated.written + ", a day that is still to come",
                      "mend the day");
}

}  // namespace

void check_dates(const Findings& found, const std::string& today) {
    const auto& topic = found.topic;
    const auto dates = [](const auto& d) { return std::tie(d.written, d.reviewed, d.review_by, d.reviewer); };
    check_dated(found, topic, "topic \"" + topic.id + '"', today, Overdue::goes_on);
    for (const auto& handout : topic.handouts)
        if (dates(handout) != dates(topic))
            check_dated(found, handout, "handout \"" + handout.id + '"', today,
                        handout.always_open ? Overdue::stays : Overdue::not_offered);
}

}  // namespace kiosk::content
