// SPDX-License-Identifier: Apache-2.0
// Handouts taken home in a telephone: their text as QR codes, one a page, and the code of the clinic's own page.
#include "views/codes.hpp"
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

struct Code {
    std::string title, line;  ///< on the glass
    std::string text;         ///< in the code
};

std::string part_of(const Sketch& sketch, std::size_t part, std::size_t parts) {
    return sketch.say("phone.part", {{"part", std::to_string(part)}, {"parts", std::to_string(parts)}});
}

/// What begins each of several codes, so that each says by itself what it is.
std::string head(const std::string& title, const std::string& part) {
    return title + "\n" + part + "\n\n";
}

void add_codes(const Sketch& sketch, const visit::place::OnPhone& at, content::HandoutId id, std::vector<Code>& all) {
    constexpr std::size_t most_parts = 99;
    const auto& handout = sketch.topic()[id];
    const auto title = sketch.in(handout.title);
    const auto text = handout_text(sketch.content, visit::record(sketch.visit), id, at.tell_clinician_first);
    if (text.size() <= code_bytes) {
        all.push_back({title, part_of(sketch, 1, 1), text});
    } else {
        const auto room = code_bytes - head(title, part_of(sketch, most_parts, most_parts)).size();
        const auto parts = pieces(text, room);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const auto part = part_of(sketch, i + 1, parts.size());
            all.push_back({title, part, head(title, part) + parts[i]});
        }
    }
    if (!handout.web_page.empty()) all.push_back({title, sketch.say("phone.web"), handout.web_page});
}

/// As large as the words around it leave room for; at 460 px a square of it is still more than 4 px.
double code_width(const Sketch& sketch, page::Shape shape) {
    const bool large = sketch.has_large_text();
    if (shape == page::Shape::landscape) return large ? 460 : 560;
    if (sketch.is_lowered()) return large ? 460 : 560;
    return large ? 560 : 720;
}

page::Block code_page(const Sketch& sketch, const Code& code, page::Shape shape, page::NewPage new_page) {
    const double width = code_width(sketch, shape);
    const page::Qr square{code.text, width, sketch.say("phone.square")};
    // A frame, though an empty one: a column that has too little room is cut apart.
    page::Block block{page::Frame{.blocks = {bold(code.title, Role::fact), text(code.line, Role::fact), page::space(16),
                                             row({page::space(0), {square}, page::space(0)}, {-1, width, -1}, 0)}}};
    block.new_page = new_page;
    return only(shape, {std::move(block)});
}

page::Blocks code_pages(const Sketch& sketch, const std::vector<Code>& codes) {
    page::Blocks pages;
    for (const auto& code : codes) {
        const auto new_page = pages.empty() ? page::NewPage::no : page::NewPage::yes;
        for (const auto shape : {page::Shape::portrait, page::Shape::landscape})
            pages.push_back(code_page(sketch, code, shape, new_page));
    }
    return pages;
}

}  // namespace

void on_phone(Sketch& sketch, const visit::place::OnPhone& at) {
    std::vector<Code> codes;
    for (const auto& handout : at.handouts) add_codes(sketch, at, handout.id(), codes);
    auto& page = sketch.page();
    page.title = sketch.say("phone.title");
    page.section = sketch.say("section.handout");
    const auto back = back_key(sketch, 112, 104);
    const auto desk =
        text(sketch.say("print.none", {{"desk", sketch.in(sketch.content.clinic.desk)}}), Role::body, Colour::ink_soft);
    page.read = {heading(page.title, Role::handout_title), gap(8, 20), text(sketch.say("phone.line"), Role::fact),
                 only(page::Shape::landscape, {rest(), desk, gap(24), back})};
    page.sheet_top = 376;
    pad_sheet(sketch, 32, 32);
    page::Row foot{{back, desk}, {330, -1}};
    foot.across = page::Align::centre;
    page.sheet = {{page::Paged{code_pages(sketch, codes), 14, at.page}},
                  rest(16),
                  page_row(sketch, at.page, "reading.page", true),
                  only(page::Shape::portrait, {gap(24), {std::move(foot)}, page::space(4)})};
}

}  // namespace kiosk::views
