// SPDX-License-Identifier: Apache-2.0
// Words, and the short ways to write blocks.
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

class WordsPiece : public Piece {
public:
    WordsPiece(std::shared_ptr<const Shaped> text, double width, const Words& words, Ink ink)
        : m_text(std::move(text)),
          m_width(width),
          m_align(words.align),
          m_tag(words.tag),
          m_language(words.language),
          m_ink(ink) {}

    double height(Squeeze) const override { return m_text->height(); }
    double wanted_width() const override { return std::min(m_width, std::ceil(m_text->width)); }
    void place(const Box& box, Squeeze, Marks& marks) const override {
        const std::size_t before = marks.items.size();
        place_words(m_text, box, m_align, m_ink, m_tag, marks);
        if (marks.items.size() > before) marks.items.back().language = m_language;
    }

private:
    std::shared_ptr<const Shaped> m_text;
    double m_width;
    Align m_align;
    Tag m_tag;
    std::string m_language;
    Ink m_ink;
};

double indent(Align align, double spare) {
    if (align == Align::start) return 0;
    return align == Align::centre ? spare / 2 : spare;
}

}  // namespace

void place_text(const std::shared_ptr<const Shaped>& text, const Box& box, Align align, Ink ink, Marks& marks) {
    for (std::size_t i = 0; i < text->lines.size(); ++i) {
        const double spare = box.width - text->lines[i].width;
        if (spare < -0.5) marks.misfit_of("wider than its place", text->text);
        marks.marks.push_back(
            Letters{text, i, box.x + indent(align, spare), box.y + static_cast<double>(i) * text->type.line, ink});
    }
    if (text->unknown > 0)
        marks.misfit_of("a character that no font of the kiosk has", text->text, Misfit::Of::letters);
}

void place_words(const std::shared_ptr<const Shaped>& text, const Box& box, Align align, Ink ink, Tag tag,
                 Marks& marks) {
    if (text->text.empty()) return;
    marks.marks.push_back(Structure{Structure::What::words, true, tag, {}});
    place_text(text, box, align, ink, marks);
    marks.marks.push_back(Structure{Structure::What::words, false, tag, {}});
    Item item;
    item.text = text->text;
    item.box = {box.x, box.y, box.width, text->height()};
    item.letters = {box.x + indent(align, box.width - text->width), box.y, text->width, text->height()};
    item.tag = tag;
    marks.items.push_back(std::move(item));
}

PiecePtr cut(const Words& words, double width, const Setting& setting) {
    TypeSize type = setting.type(words.role);
    if (words.bold) type.bold = *words.bold;
    auto text = shape(setting.style.fonts, words.runs, setting.text(type, words.language), width);
    return std::make_unique<WordsPiece>(std::move(text), width, words, setting.ink(words.colour));
}

Block words(std::string text, Role role, Colour colour) {
    Words block;
    block.runs.push_back({std::move(text), false});
    block.role = role;
    block.colour = colour;
    return {block};
}

Block space(double height) {
    return {Space{height, 0, 0}};
}

Block grow(double share) {
    return {Space{0, share, 0}};
}

}  // namespace kiosk::page
