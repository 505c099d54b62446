// SPDX-License-Identifier: Apache-2.0
// What keys are called.
#include "window/key_name.hpp"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a key as people write it, as it is told") {
    struct Row {
        const char *written, *told;
    };
    for (const auto& row :
         {Row{"Right", "Right"}, Row{"F13", "F13"}, Row{"F24", "F24"}, Row{"Page_Up", "Prior"}, Row{"Return", "Return"},
          Row{"a", "a"}, Row{"shift+Tab", "Shift+Tab"}, Row{"Shift+control+F5", "Control+Shift+F5"}}) {
        CAPTURE(row.written);
        CHECK(window::key_name(row.written) == std::string(row.told));
    }
    for (const char* written : {"", "Enter", "Hyper+Tab", "Shift+", "+", "F99"}) {
        CAPTURE(written);
        CHECK_FALSE(window::key_name(written));
    }
}
