// SPDX-License-Identifier: Apache-2.0
#include "page/fonts.hpp"

#include "page/text.hpp"

#include <array>
#include <stdexcept>

#include <fontconfig/fontconfig.h>
#include <glib.h>
#include <pango/pangofc-fontmap.h>

namespace kiosk::page {
namespace {

constexpr std::array sans_files{"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
                                "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",
                                "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf",
                                "/usr/share/fonts/truetype/noto/NotoSansArabic-Bold.ttf"};

struct Range {
    FcChar32 first, last;
};
/// What Noto Sans CJK is asked for: radicals, kana, bopomofo, ideographs, full-width forms, and their extensions.
constexpr std::array cjk_ranges{Range{0x2E80, 0x312F},   Range{0x3190, 0x4DBF},  Range{0x4E00, 0x9FFF},
                                Range{0xF900, 0xFAFF},   Range{0xFE30, 0xFE4F},  Range{0xFF01, 0xFFEE},
                                Range{0x1F100, 0x1F2FF}, Range{0x20000, 0x2EBEF}};

/// Reading all of a CJK collection to learn what is in it takes longer than everything else at start, so fontconfig is
/// told; the file itself is opened when the first such character is drawn. Face 2 of the collection is simplified
/// Chinese.
FcPattern* cjk_face(const char* file, int weight) {
    FcCharSet* letters = FcCharSetCreate();
    for (const Range& range : cjk_ranges) {
        for (FcChar32 c = range.first; c <= range.last; ++c) FcCharSetAddChar(letters, c);
    }
    FcPattern* face = FcPatternCreate();
    FcPatternAddString(face, FC_FAMILY, reinterpret_cast<const FcChar8*>("Noto Sans CJK SC"));
    FcPatternAddString(face, FC_FILE, reinterpret_cast<const FcChar8*>(file));
    FcPatternAddInteger(face, FC_INDEX, 2);
    FcPatternAddInteger(face, FC_WEIGHT, weight);
    FcPatternAddInteger(face, FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddInteger(face, FC_WIDTH, FC_WIDTH_NORMAL);
    FcPatternAddBool(face, FC_SCALABLE, FcTrue);
    FcPatternAddBool(face, FC_OUTLINE, FcTrue);
    FcPatternAddBool(face, FC_COLOR, FcFalse);
    FcPatternAddString(face, FC_FONTFORMAT, reinterpret_cast<const FcChar8*>("CFF"));
    FcPatternAddCharSet(face, FC_CHARSET, letters);
    FcCharSetDestroy(letters);
    return face;
}

void add_file(FcConfig* config, const char* file) {
    if (!FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(file))) {
        throw std::runtime_error(std::string("The font ") + file + " is missing. Install the package fonts-noto-core.");
    }
}

void add_cjk(FcConfig* config, const char* file, int weight) {
    if (!g_file_test(file, G_FILE_TEST_EXISTS)) {
        throw std::runtime_error(std::string("The font ") + file + " is missing. Install the package fonts-noto-cjk.");
    }
    FcFontSetAdd(FcConfigGetFonts(config, FcSetApplication), cjk_face(file, weight));
}

FcConfig* noto_only() {
    static constexpr char nothing_of_the_system[] =
        "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>";
    FcConfig* config = FcConfigCreate();
    if (!config ||
        !FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(nothing_of_the_system), FcTrue)) {
        throw std::runtime_error("fontconfig could not be set up");
    }
    for (const char* file : sans_files) add_file(config, file);
    add_cjk(config, "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", FC_WEIGHT_REGULAR);
    add_cjk(config, "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc", FC_WEIGHT_BOLD);
    return config;
}

/// The target's habits off: what is measured here is the same on an image and in a PDF.
void switch_habits_off(PangoContext* context) {
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(context, 72);
    pango_context_set_round_glyph_positions(context, FALSE);
}

}  // namespace

Fonts::Hold::Hold() {
    FcConfig* config = noto_only();
    FcConfigSetCurrent(config);  // or Pango has fontconfig read all fonts of the system, in a thread of its own
    map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
    FcConfigDestroy(config);
    context = pango_font_map_create_context(map);
    switch_habits_off(context);
}

Fonts::Hold::~Hold() {
    shaped.clear();
    if (context) g_object_unref(context);
    if (map) g_object_unref(map);
}

Fonts::Fonts() : m_hold(std::make_unique<Hold>()) {}
Fonts::~Fonts() = default;

}  // namespace kiosk::page
