// SPDX-License-Identifier: Apache-2.0
// Blocks that are too many for one page: which of them stand on which. Glass (Paged) and paper (Document.flow) alike.
#pragma once

#include "page/setting.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace kiosk::page {

/// One thing that never splits.
struct Unit {
    Block block;
    double gap = 0;        ///< above it, where it is not the first on its page
    double least_gap = 0;  ///< on a full page
    double height = 0;
    NewPage new_page = NewPage::no;
    std::optional<Standing> standing;
    bool is_key = false;  ///< ends in a key: its lip hangs below
};

/// The room of a page that begins with this unit.
using Room = std::function<double(const Unit& first)>;

/// What is drawn in this way of hanging the panel, with the blocks of OnlyIn among the others.
Blocks shown(const Blocks&, Way);
/// The blocks one by one: spaces become gaps, grids their rows.
std::vector<Unit> units_of(const Blocks&, double gap, double width, const Setting&);
/// Of the units from `first` up to `end` on one full page.
double height_of(const std::vector<Unit>&, std::size_t first, std::size_t end);
/// Where the part ends that unit `first` belongs to.
std::size_t part_end(const std::vector<Unit>&, std::size_t first);
/// Where each page begins: indices into the units; the first is 0. A heading is never left last on a page.
/// The last page has `less` room than the others, since other things stand beside it.
std::vector<std::size_t> page_starts(const std::vector<Unit>&, const Room&, double less);
/// The blocks of one page, with spaces for the gaps.
Blocks page_blocks(const std::vector<Unit>&, std::size_t first, std::size_t end);

/// What a zone's Paged shows now; `blocks` empty and one page where there is none.
struct Paging {
    bool found = false;
    int page = 0, pages = 1;
    Blocks blocks;
    double height = 0;
    bool too_high = false;  ///< a block is higher than its page, on this or another page
    std::optional<Standing> standing;
};
/// For a zone that stacks these blocks; `height` of it, for a page with this Standing or (null) without.
using ZoneHeight = std::function<double(const Standing*)>;
Paging paginate(const Blocks& zone, double width, const ZoneHeight& height, const Setting&);
/// The setting with the paging in it; keeps a pointer to it.
Setting with(const Setting&, const Paging&);

}  // namespace kiosk::page
