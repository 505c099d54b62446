// SPDX-License-Identifier: Apache-2.0
// Contrast, letters and keys as they came to stand on a sheet.
#include "page/measure.hpp"

#include "base/contrast.hpp"
#include "page/plain_text.hpp"
#include "samples.hpp"
#include "style_for_tests.hpp"

#include <doctest/doctest.h>

#include <cmath>

namespace kiosk::page {
namespace {

Block coloured(std::string words, Colour colour) {
    return {Words{.runs = {{std::move(words)}}, .colour = colour}};
}

}  // namespace

TEST_CASE("the contrast of two colours") {
    CHECK(contrast(0xFFFFFF, 0x000000) == doctest::Approx(21));
    CHECK(contrast(0x777777, 0xFFFFFF) == doctest::Approx(4.48).epsilon(0.01));
    CHECK(contrast(0x15292E, 0xFFFFFF) == contrast(0xFFFFFF, 0x15292E));
    CHECK(in_tenths(6.98) == "6.9");
}

TEST_CASE("text that is too faint for what it stands on is a misfit, wherever it stands") {
    const auto misfits = [](const Page& page) {
        return joined(misfits_of(lay_out(page, portrait, style_for_tests())));
    };
    CHECK(misfits(sheet_of({coloured("Dark on white", Colour::ink)})).empty());
    CHECK(misfits(sheet_of({coloured("Faint", Colour::control_line)})) == "a contrast of 3.9 to 1: \"Faint\"\n");
    const Frame dark{.blocks = {coloured("Dark on dark", Colour::ink)}, .fill = Colour::petrol};
    CHECK(misfits(sheet_of({{dark}})).find("\"Dark on dark\"") != std::string::npos);
    const Frame light{.blocks = {coloured("White on dark", Colour::white)}, .fill = Colour::petrol};
    CHECK(misfits(sheet_of({{light}})).empty());
    Words runs{.runs = {{"Seen ", false}, {"not seen", true, Colour::mist}}};
    CHECK(misfits(sheet_of({{runs}})).find("\"Seen not seen\"") != std::string::npos);
}

TEST_CASE("what lies under a panel is not measured, what lies on it is") {
    Page page = sheet_of({coloured("Faint", Colour::control_line)});
    page.panel = OverPanel{{coloured("On the panel", Colour::ink)}, 600};
    const auto sheet = lay_out(page, portrait, style_for_tests());
    CHECK(joined(misfits_of(sheet)).empty());
    page.panel = OverPanel{{coloured("Faint on it", Colour::control_line)}, 600};
    CHECK(joined(misfits_of(lay_out(page, portrait, style_for_tests()))) ==
          "a contrast of 3.9 to 1: \"Faint on it\"\n");
}

TEST_CASE("letters, the labels of the dock apart, keys and the space between them") {
    Key key = a_key(KeyKind::secondary, "Key");
    key.height = 100;
    const auto page = sheet_of({{Row{{{key}, {key}}, {300, 300}, 24}}, a_text("Small", Role::smallest)});
    const auto normal = measure(lay_out(page, portrait, style_for_tests()));
    CHECK(normal.letters.value == 28);
    CHECK(normal.access_labels.value == 28);
    CHECK(normal.key.value == 107);   // with its lip
    CHECK(normal.apart.value == 18);  // of the keys in the dock
    CHECK(normal.contrast.value >= 7);
    CHECK(normal.edge_contrast.value >= 3);
    Page large = page;
    large.text_scale = style_for_tests().theme.largest;
    const auto largest = measure(lay_out(large, portrait, style_for_tests()));
    CHECK(largest.letters.value == 40);
    CHECK_MESSAGE(largest.access_labels.value == 28, "they never grow");
    Measures both = normal;
    both.meet(largest);
    CHECK(both.letters.value == 28);
    CHECK(both.letters.of == "Small");
}

TEST_CASE("the edge of a card is not that of the key in its middle") {
    Key key = a_key(KeyKind::secondary, "Key");
    key.height = 100;
    const auto on = [&](Colour edge) {
        const Frame card{.blocks = {{key}}, .pad_x = 12, .pad_y = 12, .fill = Colour::white, .edge = edge, .border = 3};
        return measure(lay_out(sheet_of({{card}}), portrait, style_for_tests())).edge_contrast.value;
    };
    CHECK(on(Colour::sand_edge) >= 3);
    CHECK(on(Colour::sand_edge) == on(Colour::none));
}

TEST_CASE("a capital H of Noto Sans is 0.714 of its size") {
    for (const bool bold : {false, true})
        CHECK(capital_height(style_for_tests().fonts, bold) == doctest::Approx(0.714).epsilon(0.001));
}

TEST_CASE("blocks as plain text") {
    Words heading{.runs = {{"Do"}}, .tag = Tag::heading2};
    Words item{.runs = {{"Keep "}, {"warm.", true}}, .tag = Tag::list_item};
    const Blocks blocks{{Words{.runs = {{"Title"}}, .tag = Tag::heading1}},
                        {Frame{.blocks = {{heading}, {Row{{{Icon{"tick"}}, {item}}}}}}},
                        {Row{{{NumberDisc{2}}, {item}}}},
                        {Space{20}},
                        {Picture{.name = "welcome", .alt = "Somebody"}},
                        a_text("A line.")};
    CHECK(plain_text(blocks) == "Title\n\nDo\n- Keep warm.\n2. Keep warm.\nA line.\n");
}

TEST_CASE("a QR code whose squares would be too small for a camera is a misfit on glass, and its words are its alt") {
    const std::string text(700, 'x');
    CHECK(joined(misfits_of(lay_out(sheet_of({{Qr{text, 600, "Code"}}}), portrait, style_for_tests()))).empty());
    const auto sheet = lay_out(sheet_of({{Qr{text, 300, "Code"}}}), portrait, style_for_tests());
    CHECK(joined(misfits_of(sheet)) == "the squares of a QR code are smaller than 4 px: \"Code\"\n");
    CHECK(describe(sheet).find("(picture: QR Code)") != std::string::npos);
}

TEST_CASE("a QR code takes no more room than its bytes do, whatever digits are in them") {
    // As many bytes as version 22 holds, 105 modules and the border: at 460 px just over 4 px each.
    constexpr std::size_t bytes = 779;
    for (std::size_t every = 3; every < 40; ++every) {
        std::string text(bytes, 'a');
        for (std::size_t i = 0; i < bytes; ++i)
            if (i % every < every / 2) text[i] = static_cast<char>('0' + i % 10);
        CAPTURE(every);
        CHECK(joined(misfits_of(lay_out(sheet_of({{Qr{text, 460, "Code"}}}), portrait, style_for_tests()))).empty());
    }
}

}  // namespace kiosk::page
