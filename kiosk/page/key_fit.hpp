// SPDX-License-Identifier: Apache-2.0
// What stands on a key's face, fitted to its width: the words shaped, the icon smaller or gone where a word is too long
// for its key. How large, not where: keys.cpp places it.
#pragma once

#include "page/key_look.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kiosk::page {

/// Where the parts of a key stand on its face.
enum class KeyPlan { start, middle, stacked, ends, card };

constexpr double card_label = 86;  ///< height under a topic card's drawing

class KeyFit {
public:
    KeyFit(const Key&, double width, const Setting&);

    const Key& key() const { return m_key; }  ///< without an icon where there is no room for it
    const KeySize& size() const { return m_size; }
    KeyPlan plan() const { return m_plan; }
    const std::shared_ptr<const Shaped>& label() const { return m_label; }
    const std::shared_ptr<const Shaped>& hint() const { return m_hint; }  ///< null: none

    bool has_box() const;
    /// Width of the icon or the tick box that stands with the label.
    double leading() const;
    double label_room() const;
    /// Width in which no word of the label is broken. Chinese may break after any character; a label of up to four is a
    /// word.
    double word_width() const;
    /// Width of the "A" of a choice.
    double prefix() const;
    double stacked_icon() const;
    /// Height of the face with so much air over and under the words.
    double needed(double pad) const;

private:
    void shrink_to_stack();
    void shape_label();
    void keep_off_the_edges();
    void give_up_icon();
    void draw_together();
    void shape_help_of_all();
    bool shape_help_of(const std::vector<std::string>& parts, double by);
    void shape_help();
    std::shared_ptr<const Shaped> shaped(const std::string&, TypeSize, double width) const;

    Key m_key;
    double m_width;
    const Setting& m_setting;
    KeySize m_size;
    KeyPlan m_plan;
    std::shared_ptr<const Shaped> m_label, m_hint;
};

}  // namespace kiosk::page
