// SPDX-License-Identifier: Apache-2.0
#include "style_for_tests.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace kiosk::page {
namespace {

void set(Colours& colours, Colour name, std::uint32_t rgb) {
    colours[static_cast<std::size_t>(name)] = rgb;
}

Colours normal_colours() {
    Colours c{};
    const std::pair<Colour, std::uint32_t> table[] = {
        {Colour::ink, 0x15292E},           {Colour::ink_soft, 0x3B4C50},      {Colour::petrol, 0x0B4F5A},
        {Colour::petrol_dark, 0x06343C},   {Colour::mist, 0xE3F0EE},          {Colour::mist_deep, 0xC3DEDA},
        {Colour::linen, 0xFAF5EC},         {Colour::sand, 0xF1E8DA},          {Colour::sand_edge, 0xE6DAC6},
        {Colour::white, 0xFFFFFF},         {Colour::red, 0xA3121F},           {Colour::red_dark, 0x7A0A15},
        {Colour::red_mist, 0xFDECEA},      {Colour::amber, 0xFFBF3F},         {Colour::amber_soft, 0xFFD277},
        {Colour::amber_mist, 0xFFF3D6},    {Colour::control_line, 0x8A7F6E},  {Colour::card_line, 0xD3C6B0},
        {Colour::help_pressed, 0xFADADA},  {Colour::scrim, 0x15292E},         {Colour::focus_inner, 0xFFFFFF},
        {Colour::focus_outer, 0x15292E},   {Colour::on_primary, 0xFFFFFF},    {Colour::on_red, 0xFFFFFF},
        {Colour::on_amber, 0x15292E},      {Colour::selected_fill, 0xC3DEDA}, {Colour::selected_text, 0x15292E},
        {Colour::selected_edge, 0x0B4F5A}, {Colour::help_fill, 0xFFFFFF},     {Colour::help_text, 0x7A0A15},
        {Colour::help_edge, 0xA3121F},     {Colour::help_lip, 0x7A0A15},      {Colour::picture_circle, 0xF1E8DA}};
    for (const auto& [name, rgb] : table) set(c, name, rgb);
    return c;
}

Colours high_contrast_colours() {
    Colours c{};
    const std::pair<Colour, std::uint32_t> table[] = {
        {Colour::ink, 0xFFFFFF},           {Colour::ink_soft, 0xFFFFFF},      {Colour::petrol, 0xFFE24A},
        {Colour::petrol_dark, 0xFFE24A},   {Colour::mist, 0x000000},          {Colour::mist_deep, 0x3A3300},
        {Colour::linen, 0x000000},         {Colour::sand, 0x000000},          {Colour::sand_edge, 0xFFFFFF},
        {Colour::white, 0x000000},         {Colour::red, 0x8F0A16},           {Colour::red_dark, 0xFFFFFF},
        {Colour::red_mist, 0x000000},      {Colour::amber, 0xFFE24A},         {Colour::amber_soft, 0xFFE24A},
        {Colour::amber_mist, 0x000000},    {Colour::control_line, 0xFFFFFF},  {Colour::card_line, 0xFFFFFF},
        {Colour::help_pressed, 0x8F0A16},  {Colour::scrim, 0x000000},         {Colour::focus_inner, 0x000000},
        {Colour::focus_outer, 0xFFFFFF},   {Colour::on_primary, 0x000000},    {Colour::on_red, 0xFFFFFF},
        {Colour::on_amber, 0x000000},      {Colour::selected_fill, 0xFFE24A}, {Colour::selected_text, 0x000000},
        {Colour::selected_edge, 0xFFE24A}, {Colour::help_fill, 0x8F0A16},     {Colour::help_text, 0xFFFFFF},
        {Colour::help_edge, 0xFFFFFF},     {Colour::help_lip, 0xFFFFFF},      {Colour::picture_circle, 0x000000}};
    for (const auto& [name, rgb] : table) set(c, name, rgb);
    return c;
}

Colours paper_colours() {
    Colours c{};
    for (const Colour name : {Colour::white, Colour::on_primary, Colour::on_red, Colour::linen, Colour::mist})
        set(c, name, 0xFFFFFF);
    for (const Colour name : {Colour::mist_deep, Colour::sand}) set(c, name, 0xE8E8E8);
    return c;
}

void set_type(Theme& theme) {
    struct Line {
        Role role;
        double size, line;
        bool bold;
        double wide_size, wide_line;
    };
    const Line table[] = {{Role::alert, 116, 128, true, 104, 116},
                          {Role::welcome, 112, 122, true, 100, 110},
                          {Role::refer, 88, 102, true, 76, 90},
                          {Role::title, 72, 88, true, 68, 84},
                          {Role::handout_title, 56, 72, true, 60, 74},
                          {Role::panel_title, 60, 80, true, 60, 80},
                          {Role::status_title, 54, 65, true, 54, 65},
                          {Role::answer, 56, 68, true, 56, 68},
                          {Role::primary, 48, 59, true, 48, 59},
                          {Role::help, 44, 54, true, 44, 54},
                          {Role::subhead, 48, 64, true, 48, 64},
                          {Role::reading, 42, 60, false, 40, 56},
                          {Role::explain, 44, 64, false, 44, 64},
                          {Role::body, 38, 54, false, 36, 52},
                          {Role::fact, 40, 54, false, 38, 54},
                          {Role::row, 40, 54, false, 40, 54},
                          {Role::secondary, 36, 44, true, 36, 44},
                          {Role::card_title, 34, 44, true, 34, 44},
                          {Role::source, 34, 50, false, 34, 50},
                          {Role::progress, 34, 48, true, 34, 48},
                          {Role::header, 32, 44, true, 32, 44},
                          {Role::header_right, 30, 40, false, 30, 40},
                          {Role::language_name, 52, 64, true, 52, 64},
                          {Role::smallest, 28, 36, true, 28, 36},
                          {Role::paper_title, 29, 36, true, 29, 36},
                          {Role::paper_heading, 18, 24, true, 18, 24},
                          {Role::paper_body, 14, 20, false, 14, 20},
                          {Role::paper_table, 13, 18, false, 13, 18},
                          {Role::paper_source, 11.5, 16, false, 11.5, 16},
                          {Role::paper_footer, 11, 15, false, 11, 15},
                          {Role::paper_header, 16, 21, true, 16, 21},
                          {Role::paper_page_number, 13, 17, true, 13, 17}};
    for (const Line& l : table) {
        theme.portrait[static_cast<std::size_t>(l.role)] = {l.size, l.line, l.bold};
        theme.landscape[static_cast<std::size_t>(l.role)] = {l.wide_size, l.wide_line, l.bold};
    }
}

Theme make_theme() {
    Theme theme;
    theme.normal = normal_colours();
    theme.high_contrast = high_contrast_colours();
    theme.paper = paper_colours();
    set_type(theme);
    theme.picture_high_contrast = {{0xFFFFFF, 0x000000}, {0x15292E, 0xFFFFFF}, {0xBFDCD8, 0x000000},
                                   {0x7DA9AB, 0x000000}, {0xD9A882, 0x000000}, {0xF1E4CF, 0x000000},
                                   {0x0B6672, 0xFFE24A}};
    theme.picture_paper = {{0x15292E, 0x000000}, {0xBFDCD8, 0xE8E8E8}, {0x7DA9AB, 0xBDBDBD},
                           {0xD9A882, 0xFFFFFF}, {0xF1E4CF, 0xF3F3F3}, {0x0B6672, 0x000000}};
    return theme;
}

std::map<std::string, std::string> all_pictures() {
    namespace fs = std::filesystem;
    std::map<std::string, std::string> svg;
    const fs::path folder = fs::path(KIOSK_SOURCE) / "screens/pictures";
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".svg") continue;
        const fs::path name = fs::relative(entry.path(), folder);
        svg[(name.parent_path() / name.stem()).generic_string()] =
            source_file("screens/pictures/" + name.generic_string());
    }
    return svg;
}

}  // namespace

std::string source_file(const std::string& path) {
    std::ifstream file(std::filesystem::path(KIOSK_SOURCE) / path, std::ios::binary);
    if (!file) throw std::runtime_error("missing: " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

const Theme& theme_for_tests() {
    static const Theme theme = make_theme();
    return theme;
}

const Style& style_for_tests() {
    static const Fonts fonts;
    static const Pictures pictures(all_pictures());
    static const Style style{theme_for_tests(), fonts, pictures};
    return style;
}

}  // namespace kiosk::page
