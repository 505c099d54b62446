// SPDX-License-Identifier: Apache-2.0
// What screen and service say to each other about staff at the glass, as text for the mailbox.
#pragma once

#include "desk/drill_book.hpp"
#include "visit/event.hpp"

#include <optional>
#include <string>

namespace kiosk::app {

std::string write_status(const visit::KioskStatus&);
/// Nothing where it is no such text.
std::optional<visit::KioskStatus> read_status(const std::string&);

struct DrillText {
    bool passed = false;
    std::string line;
    std::int64_t at = 0;  ///< ms since 1970
    bool operator==(const DrillText&) const = default;
};
std::string write_drill(const DrillText&);
std::optional<DrillText> read_drill(const std::string&);

}  // namespace kiosk::app
