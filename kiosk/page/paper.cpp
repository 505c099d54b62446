// SPDX-License-Identifier: Apache-2.0
// A Document as sheets of paper: the header and the footer on each, and between them as much of the flow as fits.
#include "page/paper.hpp"

#include "page/check.hpp"
#include "page/paging.hpp"
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

constexpr double above_footer = 8;

class Paper {
public:
    Paper(const Document& document, const Style& style, CountedWith others)
        : m_document(document),
          m_others(others),
          m_setting{style,
                    Medium::paper,
                    Way::portrait,
                    Palette::paper,
                    document.large_print ? style.theme.paper_large : 1,
                    document.language,
                    document.right_to_left},
          m_width(document.paper.width - 2 * paper_side) {}

    double first_room() const { return room(true); }
    std::vector<Sheet> sheets() {
        const double first = room(true), other = room(m_document.repeat_header);
        const auto units = units_of(split(m_document.flow, other), 0, m_width, m_setting);
        const auto starts = page_starts(
            units, [&](const Unit& unit) { return &unit == units.data() ? first : other; }, 0);
        std::vector<Sheet> result;
        m_setting.pages = m_others.before + static_cast<int>(starts.size()) + m_others.after;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            m_setting.page = m_others.before + static_cast<int>(i);
            const std::size_t end = i + 1 < starts.size() ? starts[i + 1] : units.size();
            result.push_back(sheet(page_blocks(units, starts[i], end)));
        }
        return result;
    }

private:
    PiecePtr piece(const Blocks& blocks) const { return cut(blocks, 0, m_width, m_setting); }
    double height(const Blocks& blocks) const { return piece(blocks)->height({}); }
    double header_height(bool drawn) const { return drawn ? height(m_document.header) : 0; }
    double room(bool with_header) const {
        return m_document.paper.height - paper_top - paper_bottom - header_height(with_header) -
               height(m_document.footer) - above_footer;
    }

    /// A box never splits over two sheets, but one that is higher than a sheet goes on in another under the same
    /// heading.
    Blocks split(const Blocks& flow, double room) const {
        Blocks result;
        for (const Block& block : flow) {
            const auto* frame = std::get_if<Frame>(&block.is);
            if (!frame || height({block}) <= room) {
                result.push_back(block);
                continue;
            }
            for (Block& part : parts_of(*frame, room)) result.push_back(std::move(part));
        }
        return result;
    }

    Blocks parts_of(const Frame& frame, double room) const {
        const Blocks lines = lines_of(frame.blocks);
        Frame part = frame;
        part.blocks = {lines.front()};
        Blocks parts;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            part.blocks.push_back(lines[i]);
            if (part.blocks.size() < 3 || height({{part}}) <= room) continue;
            part.blocks.pop_back();
            parts.push_back({part});
            parts.push_back(space(frame.gap));
            part.blocks = {lines.front(), lines[i]};
        }
        parts.push_back({std::move(part)});
        return parts;
    }

    static Blocks lines_of(const Blocks& blocks) {
        Blocks lines;
        for (const Block& block : blocks) {
            const auto* column = std::get_if<Column>(&block.is);
            const Blocks own = column ? column->blocks : Blocks{block};
            lines.insert(lines.end(), own.begin(), own.end());
        }
        return lines;
    }

    /// Decoration is not read aloud and not part of the document's structure.
    static void place_as_decoration(const Piece& piece, const Box& box, Marks& marks) {
        Marks drawn;
        piece.place(box, {}, drawn);
        std::erase_if(drawn.marks, [](const Mark& mark) { return std::holds_alternative<Structure>(mark); });
        append(marks, drawn);
    }

    Sheet sheet(const Blocks& blocks) {
        Marks marks;
        marks.ground = {0xFFFFFF, 1};
        const Box page{0, 0, m_document.paper.width, m_document.paper.height};
        double y = paper_top;
        const bool is_first = m_setting.page == m_others.before;
        if (is_first || m_document.repeat_header) {
            const PiecePtr header = piece(m_document.header);
            const Box box{paper_side, y, m_width, header->height({})};
            is_first ? header->place(box, {}, marks) : place_as_decoration(*header, box, marks);
            y = box.bottom();
        }
        const double low = page.height - paper_bottom - height(m_document.footer);
        const PiecePtr flow = piece(blocks);
        const Box room{paper_side, y, m_width, std::max(flow->height({}), low - above_footer - y)};
        if (flow->height({}) > low - above_footer - y + 0.5) marks.misfit("a block is higher than a sheet of paper");
        flow->place(room, {}, marks);
        place_as_decoration(*piece(m_document.footer), {paper_side, low, m_width, height(m_document.footer)}, marks);
        check_places(marks, 0, page);
        if (m_document.right_to_left) mirror(marks, page, 0, 0);
        Sheet result;
        result.size = m_document.paper;
        result.page = m_setting.page;
        result.pages = m_setting.pages;
        result.misfits = marks.misfits;
        for (const Item& item : marks.items)
            if (item.kind == ItemKind::key) result.targets.push_back({item.key, item.box, item.text, item.spoken});
        result.marks = std::make_shared<const Marks>(std::move(marks));
        return result;
    }

    const Document& m_document;
    CountedWith m_others;
    Setting m_setting;
    double m_width;
};

}  // namespace

double flow_height(const Document& document, const Style& style) {
    return Paper(document, style, {}).first_room();
}

std::vector<Sheet> lay_out(const Document& document, const Style& style) {
    return lay_out(document, style, {});
}

std::vector<Sheet> lay_out(const Document& document, const Style& style, CountedWith others) {
    return Paper(document, style, others).sheets();
}

}  // namespace kiosk::page
