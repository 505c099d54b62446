// SPDX-License-Identifier: Apache-2.0
#include "page/lowered.hpp"

#include "page/paging.hpp"
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

constexpr double preferred_top = 944, highest_top = 136, rise = 8;
constexpr double picture_height = 540, least_picture = 200, circle_radius = 400;
constexpr double header = 128;
constexpr double least_paged = 340;  ///< three rows to choose from on a page

const Key* answer_of(const Block& block) {
    const auto* key = std::get_if<Key>(&block.is);
    return key && key->kind == KeyKind::answer ? key : nullptr;
}

bool is_space(const Block& block) {
    return std::holds_alternative<Space>(block.is);
}

/// Columns of answers opened, so that all answers stand in one list.
Blocks opened(const Blocks& blocks) {
    Blocks result;
    for (const Block& block : blocks) {
        const auto* column = std::get_if<Column>(&block.is);
        const auto fine = [](const Block& one) { return answer_of(one) || is_space(one); };
        if (column && !column->blocks.empty() && std::all_of(column->blocks.begin(), column->blocks.end(), fine)) {
            result.insert(result.end(), column->blocks.begin(), column->blocks.end());
        } else {
            result.push_back(block);
        }
    }
    return result;
}

/// Three in a row; two and four in rows of two.
void add_answers(const Blocks& answers, Blocks& result) {
    const std::size_t across = answers.size() == 3 ? 3 : 2;
    for (std::size_t i = 0; i < answers.size(); i += across) {
        if (i > 0) result.push_back({Space{32, 0, 26}});
        Row row;
        row.gap = 23;
        for (std::size_t j = i; j < std::min(i + across, answers.size()); ++j) row.blocks.push_back(answers[j]);
        result.push_back({row});
    }
}

Blocks side_by_side(const Blocks& blocks) {
    Blocks result;
    for (std::size_t i = 0; i < blocks.size();) {
        Blocks answers;
        std::size_t end = i;
        for (std::size_t at = i;
             at < blocks.size() && (answer_of(blocks[at]) || (is_space(blocks[at]) && !answers.empty())); ++at) {
            if (!answer_of(blocks[at])) continue;
            answers.push_back(blocks[at]);
            end = at + 1;
        }
        if (answers.size() < 2) {
            result.push_back(blocks[i++]);
            continue;
        }
        add_answers(answers, result);
        i = end;
    }
    return result;
}

}  // namespace

Blocks lowered_blocks(const Page& page) {
    Blocks blocks{{Space{24, 0, 12}}};
    blocks.insert(blocks.end(), page.read.begin(), page.read.end());
    blocks.push_back({Space{16, 1, 12, {}}});
    blocks.insert(blocks.end(), page.over_sheet.begin(), page.over_sheet.end());
    if (!page.over_sheet.empty()) blocks.push_back({Space{32, 0, 16}});
    const Blocks sheet = side_by_side(opened(page.sheet));
    blocks.insert(blocks.end(), sheet.begin(), sheet.end());
    return blocks;
}

double lowered_top(const Blocks& blocks, const Zones& zones, const Setting& setting) {
    const double lowest = zones.sheet.bottom(), room = lowest - preferred_top;
    const auto paging_at = [&](double high) {
        return paginate(
            blocks, zones.sheet.width, [high](const Standing*) { return high; }, setting);
    };
    const Paging paging = paging_at(room);
    if (paging.found) {
        const auto good = [](const Paging& at) { return !at.too_high && (at.pages == 1 || at.height >= least_paged); };
        if (good(paging)) return preferred_top;
        // More room is never worse: halve the steps between what is too little and the most there is.
        int too_few = 0, enough = static_cast<int>((preferred_top - highest_top) / rise);
        while (enough - too_few > 1) {
            const int half = (too_few + enough) / 2;
            (good(paging_at(lowest - preferred_top + half * rise)) ? enough : too_few) = half;
        }
        return preferred_top - enough * rise;
    }
    const PiecePtr stack = cut(blocks, 0, zones.sheet.width, setting);
    if (stack->height({1, 0}) <= room) return preferred_top;
    return std::max(highest_top, lowest - stack->height({}));
}

std::optional<Box> lowered_picture(const Page& page, const Zones& zones, const Setting& setting) {
    const double top = zones.sheet_background.y, height = std::min(picture_height, top - header);
    if (!page.picture || setting.largest() || height < least_picture) return {};
    const double width = std::round(height * 4 / 3);
    return Box{std::round((zones.design.width - width) / 2), top - height, width, height};
}

double lowered_circle(const Box& picture) {
    return circle_radius * picture.height / picture_height;
}

}  // namespace kiosk::page
