// SPDX-License-Identifier: Apache-2.0
#include "screens.hpp"

#include <algorithm>

namespace kiosk::measure {

namespace {

class Parts {
public:
    Parts(const page::Sheet& sheet, const std::vector<Does>& keys) : m_marks(*sheet.marks), m_keys(keys) {}

    Screen screen() const {
        Screen screen{m_marks.ground, {}};
        for (const auto& mark : m_marks.marks)
            if (auto part = below(mark); part && !on_a_key(part->box)) screen.parts.push_back(std::move(*part));
        for (const auto& item : m_marks.items) {
            if (item.kind == page::ItemKind::words) add_words(item, screen.parts);
            if (item.kind == page::ItemKind::key) add_key(item, screen.parts);
        }
        return screen;
    }

private:
    static Point middle(const Box& box) { return {box.x + box.width / 2, box.y + box.height / 2}; }
    static Box box_of(const page::Patch& patch) { return patch.box; }
    static Box box_of(const page::Letters& letters) { return letters.box(); }

    bool on_a_key(const Box& box) const {
        return std::any_of(m_marks.items.begin(), m_marks.items.end(), [&](const page::Item& item) {
            return item.kind == page::ItemKind::key && item.box.contains(middle(box));
        });
    }
    static std::optional<Part> below(const page::Mark& mark) {
        if (const auto* patch = std::get_if<page::Patch>(&mark))
            return Part{Part::Kind::ground, patch->box, {}, *patch, {}};
        if (const auto* art = std::get_if<page::Art>(&mark))
            return Part{Part::Kind::drawing, art->box, art->name, {}, {}};
        return {};
    }
    void add_words(const page::Item& item, std::vector<Part>& parts) const {
        const auto letters = in<page::Letters>(item.box);
        if (!letters.empty()) parts.push_back({Part::Kind::words, item.box, item.text, {}, letters.front()});
    }
    /// The lip stays where it is when the face goes down.
    void add_key(const page::Item& item, std::vector<Part>& parts) const {
        Part key{Part::Kind::key, item.box, item.text, {}, {}};
        for (const auto& patch : in<page::Patch>(item.box)) {
            if (patch.box.width != item.box.width) continue;
            if (key.patch) parts.push_back({Part::Kind::ground, key.box, {}, key.patch, {}});
            key.patch = patch;
            key.box = patch.box;
        }
        if (const auto letters = in<page::Letters>(item.box); !letters.empty()) key.letters = letters.front();
        for (const auto& does : m_keys)
            if (does.touch == item.box) key.does = does;
        parts.push_back(std::move(key));
    }
    /// All marks of a kind that lie in a box.
    template <class Kind>
    std::vector<Kind> in(const Box& box) const {
        std::vector<Kind> found;
        for (const auto& mark : m_marks.marks)
            if (const auto* one = std::get_if<Kind>(&mark))
                if (const Box its = box_of(*one); box.contains(middle(its)) && its.height <= box.height)
                    found.push_back(*one);
        return found;
    }

    const page::Marks& m_marks;
    const std::vector<Does>& m_keys;
};

}  // namespace

Screen screen_of(const page::Sheet& sheet, const std::vector<Does>& keys) {
    return Parts(sheet, keys).screen();
}

}  // namespace kiosk::measure
