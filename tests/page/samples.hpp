// SPDX-License-Identifier: Apache-2.0
// Pages and documents built by hand: those of the design guide's mockups, and the short ways to write more.
#pragma once

#include "page/page.hpp"
#include "page/sheet.hpp"

#include <string>
#include <vector>

namespace kiosk::page {

constexpr Size portrait{1080, 1920}, landscape{1920, 1080};

Key a_key(KeyKind, std::string label, std::string icon = {});
Block a_text(std::string, Role = Role::body, Tag = Tag::paragraph);
/// Header and dock alone.
Page an_empty_page();
/// The same with these on its sheet.
Page sheet_of(Blocks);
/// Mockup 04.
Page question_page();
/// Mockup 12g: the same in Arabic.
Page arabic_page();
/// A page whose sheet holds one Paged of check rows, a page row and Back.
Page paged_page(int rows, int page);
/// A handout of the mockup's kind: title, exercises, a stop box, sources.
Document a_handout(int exercises);

/// The line of describe(…, places) that begins with this, without it: "64,792 952x186".
std::string place_of(const Sheet&, const std::string& what);
std::vector<std::string> misfits_of(const Sheet&);
std::string joined(const std::vector<std::string>&);

}  // namespace kiosk::page
