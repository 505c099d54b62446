// SPDX-License-Identifier: Apache-2.0
#include "content/approval_reader.hpp"

#include "content/values.hpp"

namespace kiosk::content {

Approval read_approval(const Element& e, const Approval& otherwise, Report& report) {
    Approval a = otherwise;
    if (attribute(e, "written")) a.written = need_date(e, "written", report);
    if (attribute(e, "review-by")) a.review_by = need_date(e, "review-by", report);
    if (attribute(e, "reviewed")) a.reviewed = date(e, "reviewed", report);
    if (attribute(e, "author")) a.author = may(e, "author");
    if (attribute(e, "reviewer")) a.reviewer = may(e, "reviewer");
    if (a.reviewer.empty() && !may(e, "reviewed").empty())
        report.error(e.line, "reviewed, but by nobody", "write reviewer=\"...\", or empty reviewed");
    if (a.reviewed.empty() && !may(e, "reviewer").empty())
        report.error(e.line, "reviewer without the day of the review",
                     "write reviewed=\"2026-11-22\", or empty reviewer");
    const bool own = attribute(e, "written") || attribute(e, "review-by");
    if (own && !a.written.empty() && !a.review_by.empty() && a.review_by < a.written)
        report.error(e.line, "review-by is before written", "write a later day");
    return a;
}

}  // namespace kiosk::content
