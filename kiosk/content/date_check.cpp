// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <charconv>
#include <tuple>

namespace kiosk::content {

namespace {

/// `today` and the same day six months on; day 31 may name no day, which is no matter for an order of texts.
std::string six_months_after(const std::string& today) {
    int year = 0, month = 0;
    std::from_chars(today.data(), today.data() + 4, year);
    std::from_chars(today.data() + 5, today.data() + 7, month);
    month += 6;
    if (month > 12) std::tie(year, month) = std::pair(year + 1, month - 12);
    return std::to_string(year) + (month < 10 ? "-0" : "-") + std::to_string(month) + today.substr(7);
}

template <class Dated>
void check_dated(const Findings& found, const Dated& dated, const std::string& which, const std::string& today) {
    if (dated.reviewer.empty())
        found.todo(dated.line, which + " is not yet reviewed by a clinician",
                   "when one has signed, write reviewer=\"...\" and reviewed=\"...\"");
    else if (dated.reviewed < dated.written)
        found.error(dated.line, which + " was written on " + dated.written + ", after its review on " + dated.reviewed,
                    "have it reviewed again, or empty reviewer and reviewed");
    if (today.size() != 10) return;
    if (dated.reviewed > today)
        found.error(dated.line, which + " was reviewed on " + dated.reviewed + ", a day that is still to come",
                    "write the day of the review");
    if (dated.review_by < today)
        found.warning(dated.line, which + " was to be reviewed by " + dated.review_by,
                      "review it, then set a new review-by");
    else if (dated.review_by <= six_months_after(today))
        found.warning(dated.line, which + " is to be reviewed by " + dated.review_by, "plan the review");
    if (dated.written > today)
        found.warning(dated.line, which + " was written on " + dated.written + ", a day that is still to come",
                      "mend the day");
}

}  // namespace

void check_dates(const Findings& found, const std::string& today) {
    const auto& topic = found.topic;
    const auto dates = [](const auto& d) { return std::tie(d.written, d.reviewed, d.review_by, d.reviewer); };
    check_dated(found, topic, "topic \"" + topic.id + '"', today);
    for (const auto& handout : topic.handouts)
        if (dates(handout) != dates(topic)) check_dated(found, handout, "handout \"" + handout.id + '"', today);
}

}  // namespace kiosk::content
