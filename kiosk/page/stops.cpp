// SPDX-License-Identifier: Apache-2.0
#include "page/stops.hpp"

#include "page/marks.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kiosk::page {
namespace {

constexpr double ring_gap = 6, ring = 8, ring_radius = 10, text_radius = 16;

bool is_key(const Item& item) {
    return item.kind == ItemKind::key;
}

/// Neither at a place of its own nor in the way of one: the picture behind a title, figures that words repeat.
bool is_beside(const Item& item) {
    return item.rim || item.kind == ItemKind::value;
}

Box seen(const Item& item) {
    return item.letters.width > 0 ? item.letters : item.box;
}

Box around(const Box& a, const Box& b) {
    if (a.width <= 0) return b;
    const double x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

/// Each language's part by itself.
void add_hint(const Item& item, std::vector<Said>& words) {
    const auto& languages = item.hint_languages;
    const auto parts = languages.empty() && !item.hint.empty() ? std::vector{item.hint} : parts_of_hint(item.hint);
    for (std::size_t i = 0; i < parts.size(); ++i)
        words.push_back({parts[i], false, i < languages.size() ? languages[i] : item.language});
}

Stop key_stop(const Item& item, std::size_t at) {
    Stop stop;
    stop.kind = Stop::Kind::key;
    stop.words.push_back({item.spoken.empty() ? item.text : item.spoken, false, item.language});
    add_hint(item, stop.words);
    stop.key = item.key;
    if (item.tickable) stop.ticked = item.ticked;
    stop.selected = item.selected && !item.tickable;
    stop.disabled = item.disabled;
    stop.box = item.box;
    stop.items = {at};
    return stop;
}

/// Texts that follow each other are one stop, as long as a ring around them stays clear of all keys.
class Gatherer {
public:
    explicit Gatherer(const Marks& marks) : m_marks(marks) {}

    std::vector<Stop> stops() {
        for (std::size_t i = 0; i < m_marks.items.size(); ++i) take(m_marks.items[i], i);
        close();
        order_body();
        return std::move(m_done);
    }

private:
    void take(const Item& item, std::size_t at) {
        if (item.covered || item.in_header) return;
        if (item.kind == ItemKind::divider) {
            close();
            m_in_dock = item.text == "dock";
            if (m_in_dock) order_body();
        } else if (is_key(item)) {
            close();
            m_done.push_back(key_stop(item, at));
            m_done.back().in_dock = m_in_dock;
        } else {
            take_text(item, at);
        }
    }
    void take_text(const Item& item, std::size_t at) {
        const bool is_title = item.tag == Tag::heading1 && !m_has_title;
        if (m_text && !is_beside(item) && !is_clear(around(m_text->box, seen(item)))) close();
        if (!m_text) m_text.emplace().in_dock = m_in_dock;
        m_text->items.push_back(at);
        if (item.kind != ItemKind::value)
            m_text->words.push_back({item.text, item.kind == ItemKind::picture, item.language});
        if (!item.rim) m_text->box = around(m_text->box, seen(item));
        if (!is_title) return;
        m_has_title = m_text->is_title = true;
        put_pictures_last(*m_text);
        close();
    }
    /// The picture stands behind the title and is met before it: whoever hears the screen wants the title first.
    void put_pictures_last(Stop& title) const {
        const auto is_picture = [&](std::size_t item) { return m_marks.items[item].kind == ItemKind::picture; };
        std::stable_partition(title.items.begin(), title.items.end(), [&](std::size_t at) { return !is_picture(at); });
        std::stable_partition(title.words.begin(), title.words.end(),
                              [](const Said& said) { return !said.is_picture; });
    }
    bool is_clear(const Box& box) const {
        return std::none_of(m_marks.items.begin(), m_marks.items.end(),
                            [&](const Item& item) { return is_key(item) && !item.covered && item.box.overlaps(box); });
    }
    void close() {
        if (m_text && !m_text->words.empty()) m_done.push_back(std::move(*m_text));
        m_text.reset();
    }
    /// Title, texts, keys; what stands in the dock follows as it stands there.
    void order_body() {
        if (std::exchange(m_is_ordered, true)) return;
        const auto rank = [](const Stop& stop) { return stop.is_title ? 0 : stop.kind == Stop::Kind::text ? 1 : 2; };
        std::stable_sort(m_done.begin(), m_done.end(), [&](const Stop& a, const Stop& b) { return rank(a) < rank(b); });
    }

    const Marks& m_marks;
    std::vector<Stop> m_done;
    std::optional<Stop> m_text;
    bool m_has_title = false, m_is_ordered = false, m_in_dock = false;
};

double radius_of(const Marks& marks, const Stop& stop) {
    return stop.kind == Stop::Kind::key ? marks.items[stop.items.front()].radius : text_radius;
}

}  // namespace

std::vector<Stop> stops(const Sheet& sheet) {
    const Marks& marks = *sheet.marks;
    auto found = Gatherer(marks).stops();
    for (Stop& stop : found) {
        const Box in = stop.box;
        stop.box = {marks.offset.x + in.x * marks.scale, marks.offset.y + in.y * marks.scale, in.width * marks.scale,
                    in.height * marks.scale};
    }
    return found;
}

std::vector<std::string> header_words(const Sheet& sheet) {
    std::vector<std::string> words;
    for (const Item& item : sheet.marks->items)
        if (item.in_header && !item.covered) words.push_back(item.text);
    return words;
}

Sheet ringed(const Sheet& sheet, const Stop& stop) {
    Marks marks = *sheet.marks;
    const double s = marks.scale;
    const Box box{(stop.box.x - marks.offset.x) / s, (stop.box.y - marks.offset.y) / s, stop.box.width / s,
                  stop.box.height / s};
    const double radius = radius_of(marks, stop);
    marks.marks.push_back(
        Patch{box.grown(ring_gap), Corners::all(radius + ring_gap), {}, marks.ring_gap, ring_gap, false});
    marks.marks.push_back(
        Patch{box.grown(ring_gap + ring), Corners::all(radius + ring_radius + ring / 2), {}, marks.ring, ring, false});
    for (const std::size_t item : stop.items) marks.items[item].focused = true;
    Sheet with = sheet;
    with.marks = std::make_shared<const Marks>(std::move(marks));
    return with;
}

}  // namespace kiosk::page
