// SPDX-License-Identifier: Apache-2.0
// The content that is shipped, with its fonts and drawings, for the tests that lay out real screens. Loaded once.
#pragma once

#include "content/load.hpp"
#include "fixtures/small.hpp"
#include "page/sheet.hpp"
#include "views/gallery.hpp"
#include "views/views.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace shipped {

inline kiosk::content::FileText read_file(const std::string& path) {
    std::ifstream file(std::filesystem::path(KIOSK_SOURCE) / path, std::ios::binary);
    if (!file) return {std::nullopt, "does not exist"};
    std::ostringstream text;
    text << file.rdbuf();
    return {text.str(), ""};
}

/// The same files, and content.xml without the languages that are translations.
inline kiosk::content::FileText read_own_language(const std::string& path) {
    auto file = read_file(path);
    if (path == "content.xml" && file.text) file.text = kiosk::fixtures::in_own_language(*file.text);
    return file;
}

/// In the clinic's own language alone; what several languages look like is in languages_test.
inline const kiosk::content::Content& content() {
    static const auto loaded = kiosk::content::load(read_own_language);
    REQUIRE(loaded.content);
    return *loaded.content;
}

/// With its translations; laid out by the same fonts and drawings.
inline const kiosk::content::Content& in_all_languages() {
    static const auto loaded = kiosk::content::load(read_file);
    REQUIRE(loaded.content);
    REQUIRE(loaded.content->languages.size() >= 3);
    return *loaded.content;
}

inline const kiosk::page::Style& style() {
    static const kiosk::page::Fonts fonts;
    static const kiosk::page::Pictures pictures(content().pictures);
    static const kiosk::page::Style style{content().theme, fonts, pictures};
    return style;
}

inline const std::vector<kiosk::views::Shown>& gallery() {
    static const auto shown = kiosk::views::gallery(content());
    return shown;
}

inline const kiosk::views::Shown& screen(const std::string& name) {
    const auto& all = gallery();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& shown) { return shown.name == name; });
    REQUIRE_MESSAGE(found != all.end(), name);
    return *found;
}

inline kiosk::page::Sheet lay_out(const kiosk::views::Shown& shown, kiosk::Size size) {
    return kiosk::page::lay_out(kiosk::views::compose(content(), shown.visit, shown.now).page, size, style());
}

}  // namespace shipped
