// SPDX-License-Identifier: Apache-2.0
// Keys: what the design guide's table of keys and states says, one line each.
#include "page/marks.hpp"
#include "page/stops.hpp"
#include "samples.hpp"
#include "style_for_tests.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace kiosk::page {
namespace {

Page with_key(const Key& key) {
    Page page = an_empty_page();
    page.sheet = {{key}};
    return page;
}

struct Seen {
    Sheet sheet;
    Pixels pixels;
    std::uint32_t at(double x, double y) const {
        return pixels.bgra[static_cast<std::size_t>(static_cast<int>(y) * pixels.width + static_cast<int>(x))] &
               0xFFFFFFu;
    }
};

Seen see(const Page& page) {
    Seen seen{lay_out(page, portrait, style_for_tests()), {}};
    paint(seen.sheet, style_for_tests(), seen.pixels);
    return seen;
}

constexpr double left = 64, top = 792;  // of the sheet's first block

}  // namespace

TEST_CASE("a key's touch area is its face and its lip") {
    struct Line {
        const char* name;
        KeyKind kind;
        const char* place;
    };
    const Line table[] = {{"an answer", KeyKind::answer, "64,792 952x186"},
                          {"the primary key", KeyKind::primary, "64,792 952x174"},
                          {"a secondary key", KeyKind::secondary, "64,792 952x123"},
                          {"a language", KeyKind::language, "64,792 952x136"},
                          {"a topic card", KeyKind::topic_card, "64,792 952x314"},
                          {"a choose key", KeyKind::choose, "64,792 952x95"},
                          {"a check row", KeyKind::check_row, "64,792 952x96"},
                          {"a setting's choice", KeyKind::choice, "64,792 952x146"},
                          {"a call to staff", KeyKind::danger, "64,792 952x174"}};
    for (const Line& line : table) {
        CAPTURE(line.name);
        const Sheet sheet = lay_out(with_key(a_key(line.kind, "Yes", "tick")), portrait, style_for_tests());
        CHECK(place_of(sheet, "[Yes]") == line.place);
        CHECK(joined(misfits_of(sheet)) == "");
    }
}

TEST_CASE("colours of every kind and state") {
    struct Line {
        const char* name;
        KeyKind kind;
        KeyState state;
        std::uint32_t fill, edge, below;  // the face's middle, its upper edge, just under the face
    };
    constexpr std::uint32_t mist = 0xE3F0EE, deep = 0xC3DEDA, petrol = 0x0B4F5A, dark = 0x06343C, white = 0xFFFFFF,
                            red = 0xA3121F, red_dark = 0x7A0A15, sand = 0xF1E8DA;
    const Line table[] = {
        {"an answer", KeyKind::answer, KeyState::normal, mist, petrol, petrol},
        {"an answer, pressed", KeyKind::answer, KeyState::pressed, deep, petrol, petrol},
        {"an answer, chosen", KeyKind::answer, KeyState::selected, deep, petrol, petrol},
        {"an answer that cannot be given", KeyKind::answer, KeyState::disabled, sand, 0, white},
        {"primary", KeyKind::primary, KeyState::normal, petrol, petrol, dark},
        {"primary, pressed", KeyKind::primary, KeyState::pressed, dark, petrol, dark},
        {"secondary", KeyKind::secondary, KeyState::normal, white, petrol, petrol},
        {"secondary, pressed", KeyKind::secondary, KeyState::pressed, deep, petrol, petrol},
        {"a check row", KeyKind::check_row, KeyState::normal, mist, petrol, petrol},
        {"a call", KeyKind::danger, KeyState::normal, red, red, red_dark},
        {"a call, pressed", KeyKind::danger, KeyState::pressed, red_dark, red, red_dark},
    };
    for (const Line& line : table) {
        CAPTURE(line.name);
        Key key = a_key(line.kind, "Yes");
        key.state = line.state;
        const Seen seen = see(with_key(key));
        const bool pressed = line.state == KeyState::pressed;
        const double lip = line.kind == KeyKind::secondary ? 7 : line.kind == KeyKind::check_row ? 8 : 10;
        const double down = pressed ? lip - 2 : 0;
        const std::string place = place_of(seen.sheet, line.state == KeyState::disabled ? "(disabled) [Yes]" : "[Yes]");
        const double height =
            std::stod(place.substr(place.find('x') + 1)) - (line.state == KeyState::disabled ? 0 : lip);
        CHECK(seen.at(700, top + down + height / 2) == line.fill);
        if (line.edge) CHECK(seen.at(700, top + down + 1) == line.edge);
        CHECK(seen.at(700, top + height + (pressed ? lip - 1 : lip / 2)) == line.below);
    }
}

TEST_CASE("focus is the same ring on every key: 6 white, then 8 ink") {
    const Sheet plain = lay_out(with_key(a_key(KeyKind::secondary, "Back", "back")), portrait, style_for_tests());
    Seen seen{ringed(plain, stops(plain).front()), {}};
    paint(seen.sheet, style_for_tests(), seen.pixels);
    CHECK(seen.at(500, top - 3) == 0xFFFFFF);
    CHECK(seen.at(500, top - 10) == 0x15292E);
    CHECK(seen.at(left - 10, top + 60) == 0x15292E);
    CHECK(seen.at(500, top + 116 + 7 + 3) == 0xFFFFFF);
    CHECK(seen.at(500, top + 116 + 7 + 10) == 0x15292E);
}

TEST_CASE("a ticked key has a filled box, and is described as ticked") {
    Key key = a_key(KeyKind::check_row, "Fever");
    CHECK(see(with_key(key)).at(left + 48, top + 22) == 0xFFFFFF);
    key.ticked = true;
    const Seen seen = see(with_key(key));
    CHECK(seen.at(left + 48, top + 22) == 0x0B4F5A);
    CHECK(place_of(seen.sheet, "[x] Fever") == "64,792 952x96");
}

TEST_CASE("a key that cannot be pressed is no target") {
    Page page = with_key(a_key(KeyKind::secondary, "Back", "back"));
    std::get<Key>(page.sheet.front().is).id = -1;
    page.help.clear();
    page.access.clear();
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    CHECK(sheet.targets.empty());
    CHECK(place_of(sheet, "(disabled) [Back]") == "64,792 952x116");
}

TEST_CASE("a label that wraps makes its key higher; letters never shrink") {
    Key key = a_key(KeyKind::check_row, "Pain that began all at once and felt like a rip or a tear in the chest");
    const Sheet sheet = lay_out(with_key(key), portrait, style_for_tests());
    CHECK(place_of(sheet, "[" + key.label + "]") == "64,792 952x144");
    CHECK(joined(misfits_of(sheet)) == "");
}

TEST_CASE("keys in a row are as high as the highest") {
    Page page = an_empty_page();
    page.sheet = {{Row{
        {{a_key(KeyKind::secondary, "Back", "back")}, {a_key(KeyKind::secondary, "Look at more handouts", "list")}},
        {300, 300},
        24}}};
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    CHECK(place_of(sheet, "[Back]") == "64,792 300x165");
    CHECK(place_of(sheet, "[Look at more handouts]") == "388,792 300x165");
}

TEST_CASE("a word too long for its key costs the icon before it is cut") {
    Page page = an_empty_page();
    page.sheet = {{Row{{{a_key(KeyKind::secondary, "Zurückblättern", "back")}}, {300}, 24}}};
    CHECK(joined(misfits_of(lay_out(page, portrait, style_for_tests()))) == "");
    const Block key{a_key(KeyKind::secondary, "Krankenversicherung", "back")};
    page.sheet = {{Row{{key, {a_key(KeyKind::secondary, "Weiter")}}, {240, 688}, 24}}};
    CHECK(joined(misfits_of(lay_out(page, portrait, style_for_tests()))) ==
          "wider than its key: \"Krankenversicherung\"\n");
}

TEST_CASE("of many languages the last words for help are not drawn where they have no room, but said") {
    Page page = an_empty_page();
    Key help = a_key(KeyKind::help, "I need help now", "hand");
    help.hint = "Ayuda · Giúp đỡ · Aide · Ajuda · Aiuto · Hilfe · Pomoc · Yardım · Pomozite";
    help.hint_languages = {"es", "vi", "fr", "pt", "it", "de", "pl", "tr", "hr"};
    page.help = {{help}};
    const Sheet sheet = lay_out(page, landscape, style_for_tests());
    CHECK(joined(misfits_of(sheet)) == "");
    const auto& marks = sheet.marks->marks;
    const auto draws = [&](const std::string& word) {
        return std::any_of(marks.begin(), marks.end(), [&](const Mark& mark) {
            const auto* letters = std::get_if<Letters>(&mark);
            return letters != nullptr && letters->text->text.find(word) != std::string::npos;
        });
    };
    CHECK(draws("Aiuto"));
    CHECK_FALSE(draws("Pomozite"));
    const auto& items = sheet.marks->items;
    CHECK(std::any_of(items.begin(), items.end(), [&](const Item& item) { return item.hint == help.hint; }));
}

TEST_CASE("where the other languages' words for help have no room, the longest is told") {
    Page page = an_empty_page();
    Key help = a_key(KeyKind::help, "I need help now", "hand");
    help.hint = "Допомога Допомога Допомога";
    help.hint_languages = {"uk"};
    page.help = {{help}};
    CHECK(joined(misfits_of(lay_out(page, landscape, style_for_tests()))) == "");
    const std::string word = "Donaudampfschifffahrtsgesellschaftshilfe";
    for (const char* code : {"de-AT", "de-CH", "de-LI"}) {
        help.hint += hint_joint + word;
        help.hint_languages.push_back(code);
    }
    page.help = {{help}};
    CHECK(joined(misfits_of(lay_out(page, landscape, style_for_tests()))) == "higher than its key: \"" + word + "\"\n");
}

TEST_CASE("a key with a word too long takes room of its row that nobody was given") {
    Page page = an_empty_page();
    page.sheet = {{Row{
        {{a_key(KeyKind::secondary, "Krankenversicherung")}, {a_key(KeyKind::secondary, "Weiter")}}, {240, -1}, 24}}};
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    CHECK(joined(misfits_of(sheet)) == "");
    REQUIRE(sheet.targets.size() >= 2);
    CHECK(sheet.targets[0].touch.width > 240);
    CHECK(sheet.targets[0].touch.right() + 24 == sheet.targets[1].touch.x);
    CHECK(sheet.targets[1].touch.right() == 64 + 952);
}

TEST_CASE("a word that may break anywhere stays one word where its row has room") {
    Page page = an_empty_page();
    page.sheet = {
        {Row{{{a_key(KeyKind::secondary, "阅读", "back")}, {a_key(KeyKind::secondary, "选择")}}, {150, -1}, 24}}};
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    CHECK(place_of(sheet, "[阅读]") == "64,792 168x123");
    page.sheet = {
        {Row{{{a_key(KeyKind::secondary, "阅读", "back")}, {a_key(KeyKind::secondary, "选择")}}, {-1, -6}, 24}}};
    const Sheet shared = lay_out(page, portrait, style_for_tests());
    CHECK(place_of(shared, "[阅读]") == "64,792 168x123");
    CHECK(place_of(shared, "[选择]") == "256,792 760x123");
}

TEST_CASE("what does not fit is laid out otherwise: a panel takes the whole width in landscape") {
    Page page = an_empty_page();
    page.panel = OverPanel{};
    for (int i = 0; i < 3; ++i)
        page.panel->blocks.push_back(
            words("The heart and the upper back share some nerves, so a problem of the heart can feel like pain of "
                  "the back. Some people have no pain in the chest at all. They may only feel sick, sweat or faint.",
                  Role::explain));
    page.panel->blocks.push_back({a_key(KeyKind::primary, "Back to the question")});
    const Sheet sheet = lay_out(page, landscape, style_for_tests());
    CHECK(joined(misfits_of(sheet)) == "");
    CHECK(sheet.targets.front().touch.x == 72);
}

TEST_CASE("access labels stay small, other labels grow with the text") {
    Page page = with_key(a_key(KeyKind::answer, "Yes", "tick"));
    page.text_scale = 1.4;
    const Sheet sheet = lay_out(page, portrait, style_for_tests());
    CHECK(place_of(sheet, "[Text size]") == "64,1778 176x124");
    CHECK(place_of(sheet, "[Yes]") == "64,792 952x186");
    CHECK(joined(misfits_of(sheet)) == "");
}

TEST_CASE("a language key keeps its own direction") {
    Key arabic = a_key(KeyKind::language, "العربية", "next");
    arabic.language = "ar";
    arabic.right_to_left = true;
    arabic.hint = "المس للبدء";
    Page page = an_empty_page();
    page.sheet = {{arabic}};
    const Seen own = see(page);
    // The name stands at the right end, the arrow at the left.
    const auto has_ink = [](const Seen& seen, double from, double to) {
        for (double x = from; x < to; ++x) {
            for (double y = top + 20; y < top + 106; ++y) {
                if (seen.at(x, y) == 0x15292E) return true;
            }
        }
        return false;
    };
    CHECK(has_ink(own, 800, 990));
    CHECK_FALSE(has_ink(own, 80, 300));
    Page mirrored = page;
    mirrored.right_to_left = true;
    mirrored.language = "ar";
    CHECK(has_ink(see(mirrored), 800, 990));
    Key english = a_key(KeyKind::language, "English", "next");
    english.language = "en";
    mirrored.sheet = {{english}};
    CHECK(has_ink(see(mirrored), 90, 280));
    CHECK_FALSE(has_ink(see(mirrored), 800, 1000));
}

}  // namespace kiosk::page
