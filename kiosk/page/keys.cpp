// SPDX-License-Identifier: Apache-2.0
// Keys: lip, face, and what stands on the face.
#include "page/key_parts.hpp"
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

constexpr double card_label = 86;     ///< height under a topic card's drawing
constexpr double prefix_width = 116;  ///< from the "A" of a choice to its label

/// Where the parts of a key stand on its face.
enum class Plan { start, middle, stacked, ends, card };

Plan plan_of(const Key& key, double width) {
    switch (key.kind) {
        case KeyKind::answer:
            if (key.icon.empty()) return Plan::middle;
            return width < 480 ? Plan::stacked : Plan::start;
        case KeyKind::check_row:
        case KeyKind::choice:
            return Plan::start;
        case KeyKind::language:
            return Plan::ends;
        case KeyKind::topic_card:
            return Plan::card;
        case KeyKind::access:
        case KeyKind::listen:
            return Plan::stacked;
        default:
            return Plan::middle;
    }
}

bool has_box(KeyKind kind) {
    return kind == KeyKind::choose || kind == KeyKind::check_row;
}

class KeyPiece : public Piece {
public:
    KeyPiece(const Key& key, double width, const Setting& setting)
        : m_key(key), m_width(width), m_setting(setting), m_size(key_size(key, setting)), m_plan(plan_of(key, width)) {
        if (key.kind == KeyKind::answer && m_plan == Plan::stacked) shrink_to_stack();
        m_look = key_look(key, m_size, setting);
        shape_label();
    }

    double height(Squeeze squeeze) const override {
        const double own = std::max(m_size.height, needed(10));
        const double least = std::max(m_size.least_height, needed(4));
        return std::round(own + (std::min(own, least) - own) * squeeze.keys);
    }
    double wanted_width() const override {
        if (m_plan == Plan::ends || m_plan == Plan::start || m_plan == Plan::card) return m_width;
        const double beside = m_plan == Plan::middle && leading() > 0 ? leading() + m_size.gap : 0;
        return std::min(m_width, std::ceil(m_label->width + beside + 2 * (m_size.pad + m_size.border)) + 16);
    }
    bool stretches() const override { return true; }
    Edge edge() const override { return Edge::key; }

    void place(const Box& box, Squeeze, Marks& marks) const override {
        const std::size_t first_mark = marks.marks.size(), first_item = marks.items.size();
        place_body(box, marks);
        Box face = box;
        face.y += m_look.down;
        if (needed(0) > box.height + 0.5) marks.misfit_of("higher than its key", m_key.label);
        place_face(face, marks);
        add_item(box, marks);
        const bool own_way = m_key.right_to_left || !m_key.language.empty();
        if (own_way && m_key.right_to_left != m_setting.right_to_left) mirror(marks, box, first_mark, first_item);
    }

private:
    void shrink_to_stack() {
        m_size.type = m_setting.scaled({42, 52, true});
        m_size.gap = 14;
        m_size.pad = 10;
        m_size.height = std::max(m_key.height, 200.0);
    }

    /// Width of the icon or the tick box that stands with the label.
    double leading() const {
        if (m_key.kind == KeyKind::help || has_box(m_key.kind)) return m_size.icon;
        return m_key.icon.empty() ? 0 : m_size.icon;
    }
    TextStyle text(TypeSize type) const {
        TextStyle style = m_setting.text(type, m_key.language);
        if (!m_key.language.empty()) style.right_to_left = m_key.right_to_left;
        return style;
    }
    std::shared_ptr<const Shaped> shaped(const std::string& label, TypeSize type, double width) const {
        return shape(m_setting.style.fonts, {{label, false}}, text(type), width);
    }

    double label_room() const {
        const double inside = m_width - 2 * m_size.pad;
        switch (m_plan) {
            case Plan::start: {
                const double before = leading() > 0 ? leading() + m_size.gap : prefix();
                const double after = m_key.kind == KeyKind::choice ? m_size.icon + 16 : 0;
                return inside - before - after;
            }
            case Plan::middle:
                return inside - (leading() > 0 ? leading() + m_size.gap : 0);
            case Plan::ends:
                return inside - (m_key.icon.empty() ? 0 : m_size.icon + m_size.gap);
            default:
                return inside;
        }
    }
    double prefix() const { return m_key.kind == KeyKind::choice && !m_key.hint.empty() ? prefix_width : 0; }

    void shape_label() {
        m_label = shaped(m_key.label, m_size.type, label_room());
        if (m_plan == Plan::middle && m_label->width > label_room()) give_up_icon();
        if (m_key.kind == KeyKind::help && m_label->lines.size() > 1) shape_smaller_help();
        if (m_key.hint.empty()) return;
        if (m_key.kind == KeyKind::help) {
            shape_help();
        } else if (m_key.kind == KeyKind::language) {
            const double room = label_room() - m_label->width - m_size.gap;
            m_hint = shaped(m_key.hint, m_setting.scaled({34, 44, false}), std::max(room, 0.0));
        } else if (m_key.kind == KeyKind::choice) {
            m_hint = shaped(m_key.hint, m_size.type, prefix_width);
        }
    }
    /// A word that is too long for its key: a smaller icon, and if that is not enough none.
    void give_up_icon() {
        m_size.gap = 10;
        m_size.pad = 8;
        m_size.icon = std::min(m_size.icon, 44.0);
        m_label = shaped(m_key.label, m_size.type, label_room());
        if (m_label->width <= label_room() || has_box(m_key.kind)) return;
        m_key.icon.clear();
        m_label = shaped(m_key.label, m_size.type, label_room());
    }
    /// The help key's place never grows: where its words need two lines they stay at their normal size.
    void shape_smaller_help() {
        m_size.type = {40, 44, true};
        m_label = shaped(m_key.label, m_size.type, label_room());
    }
    /// Two lines in the height of one: the other languages' words for help.
    void shape_help() {
        m_size.type = {std::min(m_size.type.size, 40.0), 46, true};
        m_label = shaped(m_key.label, m_size.type, label_room());
        m_hint = shaped(m_key.hint, {28, 36, false}, label_room());
    }

    double needed(double pad) const {
        const double border = 2 * m_size.border, words = m_label->height();
        switch (m_plan) {
            case Plan::stacked:
                if (m_key.kind != KeyKind::answer) return words + stacked_icon() + m_size.gap + border;
                return words + leading() + m_size.gap + border + 2 * pad;
            case Plan::card:
                return m_size.height - card_label + std::max(card_label, words + 2 * pad);
            case Plan::ends:
                return std::max(words, m_hint ? m_hint->height() : 0) + border + pad;
            default:
                break;
        }
        const double hint = m_key.kind == KeyKind::help && m_hint ? m_hint->height() : 0;
        return std::max(words + hint, leading() > 0 && m_key.kind != KeyKind::help ? leading() : 0) + border +
               (m_label->lines.size() > 1 ? 2 * pad : 0);
    }

    void place_body(const Box& box, Marks& marks) const {
        const bool focused = m_key.state == KeyState::focused && shown_state(m_key) != KeyState::disabled;
        if (focused) place_focus_ring(touched(box), m_size.radius, m_setting, marks);
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
        item.disabled = shown_state(m_key) == KeyState::disabled;
        marks.items.push_back(std::move(item));
    }

    void place_face(const Box& face, Marks& marks) const {
        switch (m_plan) {
            case Plan::start:
                place_start(face, marks);
                break;
            case Plan::middle:
                place_middle(face, marks);
                break;
            case Plan::stacked:
                place_stacked(face, marks);
                break;
            case Plan::ends:
                place_ends(face, marks);
                break;
            case Plan::card:
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
        if (has_box(m_key.kind)) return place_box(x, y, marks);
        if (m_key.kind == KeyKind::help) return place_hand({x, y, m_size.icon, m_size.icon}, m_setting, marks);
        place_own_icon(x, y, m_size.icon, m_look.colours.icon, marks);
    }
    void place_start(const Box& face, Marks& marks) const {
        double x = face.x + m_size.pad;
        if (leading() > 0) {
            place_leading(x, face, marks);
            x += leading() + m_size.gap;
        } else if (prefix() > 0) {
            place_text(m_hint, {x, down(face, m_hint->height()), prefix(), 0}, Align::start, m_look.colours.text,
                       marks);
            x += prefix();
        }
        place_text(m_label, {x, down(face, m_label->height()), label_room(), 0}, Align::start, m_look.colours.text,
                   marks);
        if (m_key.kind == KeyKind::choice && m_key.ticked) {
            place_box(face.right() - m_size.pad - m_size.icon, down(face, m_size.icon), marks);
        }
    }

    void place_middle(const Box& face, Marks& marks) const {
        const double lead = leading(), gap = lead > 0 && !m_key.label.empty() ? m_size.gap : 0;
        const double words = std::max(m_label->width, m_hint ? m_hint->width : 0);
        if (words > label_room() + 0.5) marks.misfit_of("wider than its key", m_key.label);
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

    /// Two lines of an access key make its icon smaller.
    double stacked_icon() const {
        if (m_key.icon.empty()) return 0;
        return m_key.kind != KeyKind::answer && m_label->lines.size() > 1 ? 36 : m_size.icon;
    }
    void place_stacked(const Box& face, Marks& marks) const {
        const double icon = stacked_icon();
        const double gap = icon > 0 ? m_size.gap : 0;
        const double y = down(face, icon + gap + m_label->height());
        if (icon > 0) place_own_icon(face.x + (face.width - icon) / 2, y, icon, m_look.colours.icon, marks);
        place_text(m_label, {face.x + m_size.pad, y + icon + gap, face.width - 2 * m_size.pad, 0}, Align::centre,
                   m_look.colours.text, marks);
    }

    void place_ends(const Box& face, Marks& marks) const {
        double right = face.right() - m_size.pad;
        place_text(m_label, {face.x + m_size.pad, down(face, m_label->height()), label_room(), 0}, Align::start,
                   m_look.colours.text, marks);
        if (!m_key.icon.empty()) {
            right -= m_size.icon;
            place_own_icon(right, down(face, m_size.icon), m_size.icon, language_arrow(), marks);
            right -= m_size.gap;
        }
        if (!m_hint) return;
        const double room = label_room() - m_label->width - m_size.gap;
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

    Key m_key;
    double m_width;
    Setting m_setting;
    KeySize m_size;
    Plan m_plan;
    KeyLook m_look;
    std::shared_ptr<const Shaped> m_label, m_hint;
};

}  // namespace

PiecePtr cut(const Key& key, double width, const Setting& setting) {
    return std::make_unique<KeyPiece>(key, width, setting);
}

PiecePtr cut(const TurnKey& turn, double width, const Setting& setting) {
    Key key = turn.key;
    const int to = setting.page + turn.to;
    if (to < 0 || to >= setting.pages) key.id = -1;
    return cut(key, width, setting);
}

}  // namespace kiosk::page
