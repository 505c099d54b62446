// SPDX-License-Identifier: Apache-2.0
// The desk in numbers, for Prometheus and whatever else reads OpenMetrics. Nothing tells of one patient: no ticket, no
// reason, no language, no name of staff.
#pragma once

#include "desk/desk.hpp"

#include <string>

namespace kiosk::desk {

inline constexpr const char* metrics_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";

struct Readings {
    std::vector<Call> calls;  ///< open ones, and those closed today
    std::vector<Kiosk> kiosks;
    std::optional<Paging> paging;
    bool is_watched = false;  ///< a page is open that would show a call
    int streams = 0;
    WallTime now;
};

/// Failure: the book of calls cannot be read.
Result<Readings> read_metrics(Desk&, int streams);

/// OpenMetrics 1.0, as text.
std::string write_metrics(const Readings&);

}  // namespace kiosk::desk
