// SPDX-License-Identifier: Apache-2.0
#include "window/changed.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using window::PixelBox;

namespace {

Pixels plain(int width, int height) {
    return {width, height, std::vector<std::uint32_t>(static_cast<std::size_t>(width * height), 0xffffffffU)};
}

Pixels with(Pixels pixels, std::initializer_list<std::pair<int, int>> dots) {
    for (const auto& [x, y] : dots) pixels.bgra[static_cast<std::size_t>(y * pixels.width + x)] = 0xff000000U;
    return pixels;
}

}  // namespace

TEST_CASE("the changed box is the smallest that holds every new pixel") {
    const auto blank = plain(8, 6);
    CHECK(window::changed(blank, blank).empty());
    CHECK(window::changed(blank, with(blank, {{3, 2}})) == PixelBox{3, 2, 1, 1});
    CHECK(window::changed(blank, with(blank, {{1, 4}, {6, 1}})) == PixelBox{1, 1, 6, 4});
    CHECK(window::changed(blank, with(blank, {{0, 0}, {7, 5}})) == PixelBox{0, 0, 8, 6});
    CHECK(window::changed(with(blank, {{2, 5}}), blank) == PixelBox{2, 5, 1, 1});
    CHECK(window::changed(plain(4, 4), blank) == PixelBox{0, 0, 8, 6});
    CHECK(window::changed({}, blank) == PixelBox{0, 0, 8, 6});
}
