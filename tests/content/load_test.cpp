// SPDX-License-Identifier: Apache-2.0
#include "content/load.hpp"

#include "fixtures/small.hpp"

#include <doctest/doctest.h>

namespace kiosk::content {

TEST_CASE("the small clinic loads") {
    const auto content = fixtures::small_clinic();
    CHECK(content.clinic.name == "Small Clinic");
}

}  // namespace kiosk::content
