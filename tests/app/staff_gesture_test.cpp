// SPDX-License-Identifier: Apache-2.0
#include "app/staff_gesture.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using app::StaffGesture;

namespace {

constexpr Size portrait{1080, 1920}, landscape{1920, 1080};

struct Hand {
    StaffGesture gesture{};
    Instant now{1'000};

    bool touches(std::initializer_list<Point> points, Size glass = portrait, Duration apart = Duration{500}) {
        bool done = false;
        for (const auto at : points) {
            now = now + apart;
            done = gesture.touch(at, glass, now);
        }
        return done;
    }
};

constexpr Point left{40, 40}, right{1050, 60}, middle{540, 40}, low{40, 1900};

}  // namespace

TEST_CASE("the two top corners in turn, four touches, left first") {
    CHECK(Hand{}.touches({left, right, left, right}));
    CHECK(Hand{}.touches({{40, 40}, {1900, 60}, {100, 100}, {1800, 20}}, landscape));
    CHECK(!Hand{}.touches({left, right, left}));
    CHECK(!Hand{}.touches({right, left, right, left}));
    CHECK(!Hand{}.touches({left, left, right, right}));
    CHECK(!Hand{}.touches({left, right, middle, left, right}));
    CHECK(!Hand{}.touches({low, right, low, right}));
}

TEST_CASE("a slow hand begins anew, and a wrong start spoils nothing") {
    CHECK(!Hand{}.touches({left, right, left, right}, portrait, Duration{2'000}));
    Hand hand;
    CHECK(!hand.touches({left, right}));
    hand.now = hand.now + Duration{10'000};
    CHECK(hand.touches({left, right, left, right}));
    CHECK(Hand{}.touches({middle, left, left, right, left, right}));
}
