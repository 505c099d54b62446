// SPDX-License-Identifier: Apache-2.0
// A touch panel that does not hang as it was built: as deploy/README.md says, cage turns the picture and libinput the
// touches.
#include "panel.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

using namespace kiosk;
using namespace kiosk::test;
namespace action = kiosk::visit::action;

namespace {

std::vector<Hung> table() {
    std::vector<Hung> rows;
    std::istringstream lines(read_file(std::string(KIOSK_SOURCE) + "/deploy/README.md"));
    for (std::string line; std::getline(lines, line);) {
        const auto options = line.find("| `-r");
        if (options == std::string::npos) continue;
        Hung row;
        const auto end = line.find('`', options + 3);
        const auto written = line.substr(options, end - options);
        row.turns = static_cast<int>(std::count(written.begin(), written.end(), 'r'));
        std::istringstream numbers(line.substr(line.find('`', end + 1) + 1));
        for (auto& number : row.matrix) numbers >> number;
        REQUIRE_MESSAGE(numbers, line);
        rows.push_back(row);
    }
    return rows;
}

}  // namespace

TEST_CASE("on a panel that hangs turned the picture is upright, and a touch meets what is under it") {
    const auto ways = table();
    REQUIRE(ways.size() == 3);
    for (const auto& hung : ways) {
        CAPTURE(hung.turns);
        Panel panel(hung);
        fine(panel, panel.see());
        // Near the lower left corner: on no axis of any turn.
        fine(panel, panel.tap(action::OpenPanel{visit::Panel::contrast}));
        fine(panel, panel.tap(action::Close{}));
    }
}
