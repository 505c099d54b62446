// SPDX-License-Identifier: Apache-2.0
// What cannot be laid out well is said, in words, with the text concerned.
#include "samples.hpp"
#include "style_for_tests.hpp"

#include <doctest/doctest.h>

namespace kiosk::page {
namespace {

Key narrow(std::string label, double height) {
    Key key = a_key(KeyKind::choose, std::move(label));
    key.height = height;
    return key;
}

Blocks many(int count, const Block& block) {
    return Blocks(static_cast<std::size_t>(count), block);
}

}  // namespace

TEST_CASE("misfits are found") {
    struct Line {
        const char* name;
        Page page;
        std::string what;
    };
    Words small;
    small.runs = {{"Too small to read"}};
    small.role = Role::paper_body;
    Page no_picture = an_empty_page();
    no_picture.picture = ReadPicture{"no-such-picture", "Nothing"};
    Page twice = an_empty_page();
    twice.access_place = {0, 0, 2, 3, 4};
    const Line table[] = {
        {"a word wider than its place", sheet_of({{Row{{a_text("Donaudampfschifffahrtsgesellschaft")}, {300}}}}),
         "wider than its place: \"Donaudampfschifffahrtsgesellschaft\"\n"},
        {"text under 28 px", sheet_of({{small}}), "text under 28 px: \"Too small to read\"\n"},
        {"a drawing that is not there", no_picture, "no such drawing: no-such-picture\n"},
        {"an icon that is not there", sheet_of({{Icon{"no-such-icon"}}}), "no such drawing: icons/no-such-icon\n"},
        {"a key too low to hit", sheet_of({{narrow("Tiny", 60)}}), "the key \"Tiny\" is only 75 px\n"},
        {"keys too close side by side",
         sheet_of({{Row{{{a_key(KeyKind::choose, "One")}, {a_key(KeyKind::choose, "Two")}}, {}, 8}}}),
         "the keys \"One\" and \"Two\" are only 8 px apart\n"},
        {"two keys in one place of the dock", twice, "\"Text size\" and \"Contrast\" are over each other\n"}};
    for (const Line& line : table) {
        CAPTURE(line.name);
        CHECK(joined(misfits_of(lay_out(line.page, portrait, style_for_tests()))) == line.what);
    }
}

TEST_CASE("a sheet that holds too much says so, and no key of it covers the dock") {
    const Sheet sheet =
        lay_out(sheet_of(many(9, {a_key(KeyKind::answer, "Yes", "tick")})), portrait, style_for_tests());
    CHECK(misfits_of(sheet).front().rfind("\"Yes\" and \"Yes\" are over each other", 0) == std::string::npos);
    const std::string all = joined(misfits_of(sheet));
    CHECK(all.find("too much for the page by ") != std::string::npos);
    CHECK(all.find("no room for \"Yes\"") != std::string::npos);
    for (const Target& target : sheet.targets) {
        if (target.touch.y < 1624) CHECK(target.touch.bottom() <= 1624);
    }
}

TEST_CASE("a full sheet first gives up space, then height of keys, before anything is cut") {
    Blocks blocks;
    for (int i = 0; i < 4; ++i) {
        blocks.push_back({a_key(KeyKind::answer, "Answer " + std::to_string(i), "tick")});
        blocks.push_back({Space{28, 0, 10}});
    }
    const Sheet four = lay_out(sheet_of(blocks), portrait, style_for_tests());
    CHECK(joined(misfits_of(four)) == "");
    // 852 px hold four keys of 176 only with less space; between two keys never less than 16 px beyond a lip.
    CHECK(place_of(four, "[Answer 0]").find("952x186") != std::string::npos);
    blocks.push_back({a_key(KeyKind::secondary, "Back", "back")});
    const Sheet five = lay_out(sheet_of(blocks), landscape, style_for_tests());
    CHECK(joined(misfits_of(five)) == "");
    CHECK(place_of(five, "[Answer 0]") == "880,20 968x175");
    CHECK(place_of(five, "[Answer 1]") == "880,211 968x175");
}

TEST_CASE("a block higher than any page is drawn and reported") {
    Frame tall{{a_text("A box")}};
    tall.least_height = 1200;
    Page page = paged_page(1, 0);
    page.sheet.front() = {Paged{{{tall}, a_text("After")}}};
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    CHECK(joined(misfits_of(sheet)).find("a block is higher than its page\n") == 0);
    CHECK(place_of(sheet, "A box") != "not on the sheet");
}

}  // namespace kiosk::page
