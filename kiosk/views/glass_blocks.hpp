// SPDX-License-Identifier: Apache-2.0
// The pieces that screens of the glass share: texts, gaps that differ by shape, fact rows, flag rows, boxes, the page
// row. Lengths are px of the 1080x1920 and the 1920x1080 panel.
#pragma once

#include "views/sketch.hpp"

#include <string>
#include <vector>

namespace kiosk::views::glass {

constexpr double key_gap = 24, back_width = 300;
constexpr std::size_t few_languages = 5;    ///< of more welcome has the names alone, staff's page the codes
constexpr double many_languages_size = 44;  ///< px, of a language's name where there are many
constexpr double least_gap = 28;            ///< keys 16 apart and a lip between them

page::Block text(std::string, Role, Colour = Colour::ink);
page::Block bold(std::string, Role, Colour = Colour::ink);
page::Block heading(std::string, Role, page::Tag = page::Tag::heading1);
page::Block runs(std::vector<page::Run>, Role, Colour = Colour::ink);
page::Block centred(page::Words);
/// The text of a name with what fills it in bold.
std::vector<page::Run> stressed(const std::string& text, std::initializer_list<Filling>, Colour = Colour::none);

/// Empty height, in portrait and in landscape; a tight page may shrink it to `least_gap`.
page::Block gap(double portrait, double landscape);
page::Block gap(double height);
/// All the height that is left, this or more.
page::Block rest(double least = least_gap);
page::Block only(page::Shape, page::Blocks);
page::Block row(page::Blocks, std::vector<double> widths, double gap = key_gap);
page::Block column(page::Blocks, double gap = 0);
/// These blocks under each other with such a gap between them.
page::Blocks stacked(page::Blocks, double portrait_gap, double landscape_gap);
void add(page::Blocks& to, page::Blocks more);

/// An icon in a disc beside words: what cannot be touched.
page::Block fact(const std::string& icon, std::vector<page::Run>);
page::Block fact(const std::string& icon, std::string);
page::Block red_fact(const std::string& icon, std::string);
/// Something the person told us that staff must see; `under` may be empty.
page::Block flag(std::string words, std::string under);
page::Block flag(page::Blocks lines);
/// An icon and words on a band of this colour.
page::Block band(Colour fill, page::Icon, page::Block words, double least_height = 104);

/// At larger text the sheet begins where the words above it end, so that it holds more.
void let_sheet_rise(Sketch&);
/// From the sheet's edge to its first block.
void pad_sheet(Sketch&, double portrait, double landscape);
/// A topic's drawing beside the title, over a sheet of cards.
void picture_over_cards(Sketch&, const content::Picture&);
/// The front desk beside words that send there.
page::ReadPicture front_desk(const Sketch&);
/// The title of a read zone and a line under it, with the design's distances.
page::Blocks titled(std::string title, page::Block line);
page::Block back_key(Sketch&, double height = 120, double landscape_height = 120);
/// Previous, "1 of 3", Next: there only when there is more than one page. `page` is the one shown.
page::Block page_row(Sketch&, int page, const std::string& count_name, bool with_dots, double height = 96);
/// Both keys of a page row, for rows that hold more.
page::Block previous_key(Sketch&, int page, double height, double landscape_height);
page::Block next_key(Sketch&, int page, double height, double landscape_height);
/// A panel's first line: an icon in a disc and its title.
page::Block panel_title(const std::string& icon, std::string title);

}  // namespace kiosk::views::glass
