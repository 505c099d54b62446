// SPDX-License-Identifier: Apache-2.0
// The page that needs no content: it fits every panel, and says the same in each language.
#include "views/closed.hpp"

#include "page/sheet.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using views::Closed;

namespace {

page::Sheet laid_out(Closed why, Size size) {
    static const page::Fonts fonts;
    static const page::Pictures none({});
    return page::lay_out(views::closed(why), size, {views::closed_theme(), fonts, none});
}

}  // namespace

TEST_CASE("a closed glass says whom to tell, in each language, and has nothing to touch") {
    CHECK(page::describe(laid_out(Closed::not_in_use_yet, {1080, 1920})) ==
          "= Not in use yet\n"
          "See the front desk.\n"
          "-- sheet\n"
          "== Todavía no está en uso\n"
          "Vaya a la recepción.\n"
          "== Chưa sử dụng\n"
          "Mời quý vị đến quầy tiếp tân.\n"
          "== 尚未启用\n"
          "请到前台。\n"
          "== \u2067غير متاح بعد\u2069\n"
          "\u2067توجهوا إلى مكتب الاستقبال.\u2069\n");
    CHECK(page::describe(laid_out(Closed::out_of_order, {1920, 1080})).starts_with("= Please tell the front desk\n"));
}

TEST_CASE("it fits panels that stand and lie, large and small, with every letter") {
    for (const auto why : {Closed::not_in_use_yet, Closed::out_of_order})
        for (const Size size :
             {Size{1080, 1920}, Size{1920, 1080}, Size{1280, 720}, Size{1280, 1024}, Size{600, 1024}}) {
            const auto sheet = laid_out(why, size);
            CHECK(sheet.targets.empty());
            for (const auto& misfit : sheet.misfits) FAIL_CHECK(size.width << ": " << misfit.what);
        }
}
