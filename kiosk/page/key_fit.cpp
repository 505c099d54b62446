// SPDX-License-Identifier: Apache-2.0
#include "page/key_fit.hpp"

#include "page/text.hpp"

#include <glib.h>

#include <algorithm>
#include <cmath>

namespace kiosk::page {
namespace {

constexpr double prefix_width = 116;  ///< from the "A" of a choice to its label
constexpr double box_air = 12;        ///< over and under a tick box
constexpr double help_air = 4;        ///< the same of the help key's words, whose lines are close to each other

KeyPlan plan_of(const Key& key, double width) {
    switch (key.kind) {
        case KeyKind::answer:
            if (key.icon.empty()) return KeyPlan::middle;
            return width < 480 ? KeyPlan::stacked : KeyPlan::start;
        case KeyKind::check_row:
        case KeyKind::choice:
            return KeyPlan::start;
        case KeyKind::language:
            return KeyPlan::ends;
        case KeyKind::topic_card:
            return KeyPlan::card;
        case KeyKind::access:
        case KeyKind::listen:
            return KeyPlan::stacked;
        default:
            return KeyPlan::middle;
    }
}

}  // namespace

KeyFit::KeyFit(const Key& key, double width, const Setting& setting)
    : m_key(key), m_width(width), m_setting(setting), m_size(key_size(key, setting)), m_plan(plan_of(key, width)) {
    if (key.kind == KeyKind::answer && m_plan == KeyPlan::stacked) shrink_to_stack();
    shape_label();
}

bool KeyFit::has_box() const {
    return m_key.kind == KeyKind::choose || m_key.kind == KeyKind::check_row;
}

void KeyFit::shrink_to_stack() {
    m_size.type = m_setting.scaled({42, 52, true});
    m_size.gap = 14;
    m_size.pad = 10;
    m_size.height = std::max(m_key.height, 200.0);
}

double KeyFit::leading() const {
    if (m_key.kind == KeyKind::help || has_box()) return m_size.icon;
    return m_key.icon.empty() ? 0 : m_size.icon;
}

std::shared_ptr<const Shaped> KeyFit::shaped(const std::string& words, TypeSize type, double width) const {
    TextStyle style = m_setting.text(type, m_key.language);
    if (!m_key.language.empty()) style.right_to_left = m_key.right_to_left;
    return shape(m_setting.style.fonts, {{words, false}}, style, width);
}

double KeyFit::label_room() const {
    const double inside = m_width - 2 * m_size.pad;
    switch (m_plan) {
        case KeyPlan::start: {
            const double before = leading() > 0 ? leading() + m_size.gap : prefix();
            const double after = m_key.kind == KeyKind::choice ? m_size.icon + 16 : 0;
            return inside - before - after;
        }
        case KeyPlan::middle:
            return inside - (leading() > 0 ? leading() + m_size.gap : 0);
        case KeyPlan::ends:
            return inside - (m_key.icon.empty() ? 0 : m_size.icon + m_size.gap);
        default:
            return inside;
    }
}

double KeyFit::word_width() const {
    constexpr glong one_word = 4;        // characters
    constexpr double one_line = 10'000;  // px, wider than any panel
    if (m_label->lines.size() == 1 || g_utf8_strlen(m_key.label.c_str(), -1) > one_word) return m_label->width;
    return shaped(m_key.label, m_size.type, one_line)->width;
}

double KeyFit::prefix() const {
    return m_key.kind == KeyKind::choice && !m_key.hint.empty() ? prefix_width : 0;
}

void KeyFit::shape_label() {
    m_label = shaped(m_key.label, m_size.type, label_room());
    if (m_plan == KeyPlan::stacked) keep_off_the_edges();
    if (m_key.kind == KeyKind::help && !m_key.hint.empty()) return shape_help_of_all();
    const bool too_wide = m_label->width > label_room();
    if (too_wide && m_plan == KeyPlan::middle) give_up_icon();
    if (too_wide && (m_plan == KeyPlan::ends || m_key.kind == KeyKind::choice)) draw_together();
    if (m_key.kind == KeyKind::help) return shape_help();
    if (m_key.hint.empty()) return;
    if (m_key.kind == KeyKind::language) {
        const double room = label_room() - m_label->width - m_size.gap;
        m_hint = shaped(m_key.hint, m_setting.scaled({34, 44, false}), std::max(room, 0.0));
    } else if (m_key.kind == KeyKind::choice) {
        m_hint = shaped(m_key.hint, m_size.type, prefix_width);
    }
}

/// Words that fill the key from edge to edge take two lines, where they can.
void KeyFit::keep_off_the_edges() {
    constexpr double ease = 20;
    if (m_label->lines.size() != 1 || m_label->width <= label_room() - ease) return;
    const auto two = shaped(m_key.label, m_size.type, label_room() - ease);
    if (two->lines.size() == 2 && two->width <= label_room() - ease) m_label = two;
}

/// A word that is too long for its key: a smaller icon, and if that is not enough none.
void KeyFit::give_up_icon() {
    m_size.gap = 10;
    m_size.pad = 8;
    m_size.icon = std::min(m_size.icon, 44.0);
    m_label = shaped(m_key.label, m_size.type, label_room());
    if (m_label->width <= label_room() || has_box()) return;
    m_key.icon.clear();
    m_label = shaped(m_key.label, m_size.type, label_room());
}

/// The same of a key whose words begin where those above it begin: first the icon smaller, then less air at the ends; a
/// mark of what is chosen stays.
void KeyFit::draw_together() {
    const double designed = m_size.pad;
    m_size.gap = 10;
    m_size.icon = std::min(m_size.icon, 44.0);
    for (const double pad : {designed, 20.0}) {
        m_size.pad = std::min(pad, designed);
        m_label = shaped(m_key.label, m_size.type, label_room());
        if (m_label->width <= label_room()) return;
    }
    m_key.icon.clear();
    m_label = shaped(m_key.label, m_size.type, label_room());
}

/// The help key's place never grows: where its words need two lines they stay a little under their normal size.
void KeyFit::shape_help() {
    if (m_label->lines.size() == 1) return;
    m_size.type = {42, 42, true};
    m_label = shaped(m_key.label, m_size.type, label_room());
}

/// The other languages' words for help: of many the last have no room, of few all must have it. Smaller letters last.
void KeyFit::shape_help_of_all() {
    constexpr std::size_t few = 5;
    for (const double by : {m_setting.text_scale, m_setting.style.theme.large, 1.0}) {
        if (by > m_setting.text_scale) continue;
        auto parts = parts_of_hint(m_key.hint);
        for (bool more = true; more; parts.pop_back()) {
            if (shape_help_of(parts, by)) return;
            more = parts.size() > few;
        }
    }
}

/// Two lines in the height of one. False: no room, not even with a smaller hand.
bool KeyFit::shape_help_of(const std::vector<std::string>& parts, double by) {
    constexpr double hint = 30, tight = 1.06, small_hand = 56, near = 12, least_line = 44, line = 50;
    std::string words;
    for (const auto& part : parts) words += (words.empty() ? "" : hint_joint) + part;
    const KeySize designed = key_size(m_key, m_setting);
    const auto size = m_setting.scaled({hint, hint, false}, by).size, hint_line = std::round(size * tight);
    const double left = designed.height - 2 * (designed.border + help_air) - hint_line;
    m_size.type = {std::min(designed.type.size, 42.0), std::clamp(left, least_line, line), true};
    for (const bool close : {false, true}) {
        m_size.icon = close ? small_hand : designed.icon;
        m_size.pad = close ? near : designed.pad;
        m_size.gap = close ? near : designed.gap;
        m_label = shaped(m_key.label, m_size.type, label_room());
        m_hint = shaped(words, {size, hint_line, false}, label_room());
        const bool fits = m_label->width <= label_room() && m_hint->lines.size() == 1;
        if (fits && needed(0) <= m_size.height) return true;
    }
    return false;
}

double KeyFit::needed(double pad) const {
    const double border = 2 * m_size.border, words = m_label->height();
    switch (m_plan) {
        case KeyPlan::stacked:
            if (m_key.kind != KeyKind::answer) return words + stacked_icon() + m_size.gap + border;
            return words + leading() + m_size.gap + border + 2 * pad;
        case KeyPlan::card:
            return m_size.height - card_label + std::max(card_label, words + 2 * pad);
        case KeyPlan::ends:
            return std::max(words, m_hint ? m_hint->height() : 0) + border + pad;
        default:
            break;
    }
    if (m_key.kind == KeyKind::help) {
        const bool close = m_hint || m_label->lines.size() > 1;
        return words + (m_hint ? m_hint->height() : 0) + border + (close ? 2 * help_air : 0);
    }
    const double beside = has_box() ? leading() + 2 * box_air - border : leading();
    return std::max(words + (m_label->lines.size() > 1 ? 2 * pad : 0), beside) + border;
}

/// Two lines of an access key make its icon smaller.
double KeyFit::stacked_icon() const {
    if (m_key.icon.empty()) return 0;
    return m_key.kind != KeyKind::answer && m_label->lines.size() > 1 ? 36 : m_size.icon;
}

}  // namespace kiosk::page
