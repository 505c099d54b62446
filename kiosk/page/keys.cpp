// SPDX-License-Identifier: Apache-2.0
// Keys: lip, face, and what stands on the face.
#include "page/key_fit.hpp"
#include "page/key_parts.hpp"
#include "page/piece.hpp"

#include <glib.h>

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

class KeyPiece : public Piece {
public:
    KeyPiece(const Key& key, double width, const Setting& setting)
        : m_width(width),
          m_setting(setting),
          m_fit(key, width, m_setting),
          m_look(key_look(key, m_fit.size(), setting)) {}

    double height(Squeeze squeeze) const override {
        const double own = std::max(m_size.height, m_fit.needed(10));
        const double least = std::max(m_size.least_height, m_fit.needed(4));
        return std::round(own + (std::min(own, least) - own) * squeeze.keys);
    }
    double wanted_width() const override {
        if (m_fit.plan() == KeyPlan::ends || m_fit.plan() == KeyPlan::start || m_fit.plan() == KeyPlan::card)
            return m_width;
        const double beside = m_fit.plan() == KeyPlan::middle && m_fit.leading() > 0 ? m_fit.leading() + m_size.gap : 0;
        return std::min(m_width, std::ceil(m_label->width + beside + 2 * (m_size.pad + m_size.border)) + 16);
    }
    double least_width() const override {
        if (m_fit.plan() != KeyPlan::middle) return 0;
        return m_width + std::max(0.0, std::ceil(m_fit.word_width() - m_fit.label_room()));
    }
    bool stretches() const override { return true; }
    Edge edge() const override { return Edge::key; }

    void place(const Box& box, Squeeze, Marks& marks) const override {
        const std::size_t first_mark = marks.marks.size(), first_item = marks.items.size();
        place_body(box, marks);
        Box face = box;
        face.y += m_look.down;
        if (m_fit.needed(0) > box.height + 0.5) marks.misfit_of("higher than its key", longest_words());
        place_face(face, marks);
        add_item(box, marks);
        const bool own_way = m_key.right_to_left || !m_key.language.empty();
        if (own_way && m_key.right_to_left != m_setting.right_to_left) mirror(marks, box, first_mark, first_item);
    }

private:
    /// What to shorten: the label, or of a hint that takes more than a line the longest of its parts.
    std::string longest_words() const {
        if (!m_hint || m_hint->lines.size() == 1) return m_key.label;
        const auto parts = parts_of_hint(m_hint->text);
        return *std::max_element(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
            return g_utf8_strlen(a.c_str(), -1) < g_utf8_strlen(b.c_str(), -1);
        });
    }
    void place_body(const Box& box, Marks& marks) const {
        Box face = box;
        face.y += m_look.down;
        place_key_body(face, m_size.radius, m_look, marks);
    }
    Box touched(const Box& box) const {
        const bool off = shown_state(m_key) == KeyState::disabled;
        return {box.x, box.y, box.width, box.height + (off ? 0 : m_size.lip)};
    }

    void add_item(const Box& box, Marks& marks) const {
        Item item;
        item.kind = ItemKind::key;
        item.text = m_key.label;
        item.spoken = m_key.spoken;
        item.box = touched(box);
        item.key = m_key.id;
        item.ticked = m_key.ticked;
        item.is_access = m_key.kind == KeyKind::access || m_key.kind == KeyKind::listen;
        item.disabled = shown_state(m_key) == KeyState::disabled;
        item.hint = m_key.hint;
        item.hint_languages = m_key.hint_languages;
        item.language = m_key.language;
        item.tickable = m_fit.has_box();
        item.selected = is_selected(m_key);
        item.radius = m_size.radius;
        marks.items.push_back(std::move(item));
    }

    void place_face(const Box& face, Marks& marks) const {
        switch (m_fit.plan()) {
            case KeyPlan::start:
                place_start(face, marks);
                break;
            case KeyPlan::middle:
                place_middle(face, marks);
                break;
            case KeyPlan::stacked:
                place_stacked(face, marks);
                break;
            case KeyPlan::ends:
                place_ends(face, marks);
                break;
            case KeyPlan::card:
                place_card(face, marks);
                break;
        }
    }

    double down(const Box& face, double height) const { return face.y + std::floor((face.height - height) / 2); }
    void place_own_icon(double x, double y, double size, Ink ink, Marks& marks) const {
        place_icon(m_key.icon, {x, y, size, size}, ink, m_setting, marks);
    }
    void place_box(double x, double y, Marks& marks) const {
        place_tick_box({x, y, m_size.icon, m_size.icon}, m_key.ticked, m_look.colours, m_setting, marks);
    }
    void place_leading(double x, const Box& face, Marks& marks) const {
        const double y = down(face, m_size.icon);
        if (m_fit.has_box()) return place_box(x, y, marks);
        if (m_key.kind == KeyKind::help) return place_hand({x, y, m_size.icon, m_size.icon}, m_setting, marks);
        place_own_icon(x, y, m_size.icon, m_look.colours.icon, marks);
    }
    void place_start(const Box& face, Marks& marks) const {
        double x = face.x + m_size.pad;
        if (m_fit.leading() > 0) {
            place_leading(x, face, marks);
            x += m_fit.leading() + m_size.gap;
        } else if (m_fit.prefix() > 0) {
            place_text(m_hint, {x, down(face, m_hint->height()), m_fit.prefix(), 0}, Align::start, m_look.colours.text,
                       marks);
            x += m_fit.prefix();
        }
        place_text(m_label, {x, down(face, m_label->height()), m_fit.label_room(), 0}, Align::start,
                   m_look.colours.text, marks);
        if (m_key.kind == KeyKind::choice && m_key.ticked) {
            place_box(face.right() - m_size.pad - m_size.icon, down(face, m_size.icon), marks);
        }
    }

    void place_middle(const Box& face, Marks& marks) const {
        const double lead = m_fit.leading(), gap = lead > 0 && !m_key.label.empty() ? m_size.gap : 0;
        const double words = std::max(m_label->width, m_hint ? m_hint->width : 0);
        if (words > m_fit.label_room() + 0.5) marks.misfit_of("wider than its key", m_key.label);
        const double left = face.x + std::floor((face.width - lead - gap - words) / 2);
        const double icon_x = m_key.icon_after ? left + words + gap : left;
        const double text_x = m_key.icon_after ? left : left + lead + gap;
        if (lead > 0) place_leading(icon_x, face, marks);
        const double hint = m_hint ? m_hint->height() : 0;
        const double y = down(face, m_label->height() + hint);
        place_text(m_label, {text_x, y, words, 0}, Align::centre, m_look.colours.text, marks);
        if (m_hint) {
            place_text(m_hint, {text_x, y + m_label->height(), words, 0}, Align::centre, m_look.colours.text, marks);
        }
    }

    void place_stacked(const Box& face, Marks& marks) const {
        const double icon = m_fit.stacked_icon();
        const double gap = icon > 0 ? m_size.gap : 0;
        const double y = down(face, icon + gap + m_label->height());
        if (icon > 0) place_own_icon(face.x + (face.width - icon) / 2, y, icon, m_look.colours.icon, marks);
        place_text(m_label, {face.x + m_size.pad, y + icon + gap, face.width - 2 * m_size.pad, 0}, Align::centre,
                   m_look.colours.text, marks);
    }

    void place_ends(const Box& face, Marks& marks) const {
        double right = face.right() - m_size.pad;
        place_text(m_label, {face.x + m_size.pad, down(face, m_label->height()), m_fit.label_room(), 0}, Align::start,
                   m_look.colours.text, marks);
        if (!m_key.icon.empty()) {
            right -= m_size.icon;
            place_own_icon(right, down(face, m_size.icon), m_size.icon, language_arrow(), marks);
            right -= m_size.gap;
        }
        if (!m_hint) return;
        const double room = m_fit.label_room() - m_label->width - m_size.gap;
        place_text(m_hint, {right - room, down(face, m_hint->height()), room, 0}, Align::end, m_look.colours.second,
                   marks);
    }
    Ink language_arrow() const {
        const bool plain = shown_state(m_key) != KeyState::disabled && m_key.state != KeyState::selected;
        return plain ? m_setting.ink(Colour::petrol) : m_look.colours.icon;
    }

    void place_card(const Box& face, Marks& marks) const {
        const double border = m_look.border;
        const double label = std::max(card_label, m_label->height() + 20);
        const Box picture{face.x + border, face.y + border, face.width - 2 * border, face.height - label - border};
        const double round = m_size.radius - border;
        marks.marks.push_back(Patch{picture, {round, round, 0, 0}, m_setting.ink(Colour::mist), {}, 0, false});
        const double width = std::min(picture.width, (picture.height - 10) * 4 / 3), height = width * 3 / 4;
        if (!m_key.picture.empty()) {
            marks.marks.push_back(
                Art{m_key.picture,
                    {face.x + std::floor((face.width - width) / 2), picture.bottom() - height, width, height},
                    {m_setting.palette, {}},
                    false});
        }
        const double y = picture.bottom() + std::floor((label - border - m_label->height()) / 2);
        place_text(m_label, {face.x + m_size.pad, y, face.width - 2 * m_size.pad, 0}, Align::centre,
                   m_look.colours.text, marks);
    }

    double m_width;
    Setting m_setting;
    KeyFit m_fit;
    const Key& m_key = m_fit.key();
    const KeySize& m_size = m_fit.size();
    const std::shared_ptr<const Shaped>&m_label = m_fit.label(), &m_hint = m_fit.hint();
    KeyLook m_look;
};

}  // namespace

PiecePtr cut(const Key& key, double width, const Setting& setting) {
    return std::make_unique<KeyPiece>(key, width, setting);
}

PiecePtr cut(const TurnKey& turn, double width, const Setting& setting) {
    Key key = turn.key;
    const int to = setting.page + turn.to;
    if (to < 0 || to >= setting.pages) key.state = KeyState::disabled;
    return cut(key, width, setting);
}

}  // namespace kiosk::page
