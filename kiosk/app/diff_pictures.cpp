// SPDX-License-Identifier: Apache-2.0
#include "app/diff_pictures.hpp"

#include <algorithm>
#include <map>

namespace kiosk::app {

namespace {

using content::Content;
using Shared = std::shared_ptr<const page::Sheet>;

struct Side {
    Content content;
    views::Sight sight;
    const page::Style& style;
    std::vector<views::Leaf> leaves;

    Side(const Content& of, const views::Sight& s, const DrawingBoard& board)
        : content(views::seen(of, s)), sight(s), style(board.style), leaves(views::leaves(content, s)) {}

    const views::Leaf* find(const std::string& name) const {
        const auto at = std::find_if(leaves.begin(), leaves.end(), [&](const auto& leaf) { return leaf.name == name; });
        return at == leaves.end() ? nullptr : &*at;
    }
    std::vector<page::Sheet> sheets(const views::Leaf* leaf) const {
        return leaf == nullptr ? std::vector<page::Sheet>{} : views::sheets(content, sight, *leaf, style);
    }
    /// What is on it before it is laid out.
    std::variant<views::Screen, page::Document> blocks(const views::Leaf& leaf) const {
        if (const auto* document = std::get_if<page::Document>(&leaf.is)) return *document;
        const auto& shown = std::get<views::Shown>(leaf.is);
        return views::compose(content, shown.visit, shown.now);
    }
};

bool same(const page::Sheet& a, const Side& of_a, const page::Sheet& b, const Side& of_b) {
    if (!(a.size == b.size) || page::describe(a, true) != page::describe(b, true)) return false;
    Pixels pixels_a, pixels_b;
    page::paint(a, of_a.style, pixels_a);
    page::paint(b, of_b.style, pixels_b);
    return pixels_a == pixels_b;
}

/// With the same colours and drawings, the same blocks look the same.
bool may_differ(const Side& before, const Side& after, const views::Leaf* old_leaf, const views::Leaf* new_leaf) {
    if (old_leaf == nullptr || new_leaf == nullptr) return true;
    if (!(before.content.theme == after.content.theme) || before.content.pictures != after.content.pictures)
        return true;
    return !(before.blocks(*old_leaf) == after.blocks(*new_leaf));
}

void compare(const Side& before, const Side& after, const std::string& name, std::vector<ChangedLeaf>& changed) {
    const auto *old_leaf = before.find(name), *new_leaf = after.find(name);
    if (!may_differ(before, after, old_leaf, new_leaf)) return;
    const auto then = before.sheets(old_leaf), now = after.sheets(new_leaf);
    ChangedLeaf leaf{name, after.content.languages[after.sight.language.index].name, {}};
    for (std::size_t i = 0; i < std::max(then.size(), now.size()); ++i) {
        if (i < then.size() && i < now.size() && same(then[i], before, now[i], after)) continue;
        leaf.pages.push_back({i < then.size() ? std::make_shared<const page::Sheet>(then[i]) : Shared{},
                              i < now.size() ? std::make_shared<const page::Sheet>(now[i]) : Shared{}});
    }
    if (!leaf.pages.empty()) changed.push_back(std::move(leaf));
}

template <class List, class Key>
std::optional<std::size_t> index_of(const List& list, const Key& is) {
    const auto at = std::find_if(list.begin(), list.end(), is);
    return at == list.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - list.begin()));
}

}  // namespace

std::vector<ChangedLeaf> changed_leaves(const Content& before, const Content& after, const DrawingBoard& before_board,
                                        const DrawingBoard& after_board) {
    std::vector<ChangedLeaf> changed;
    for (std::size_t t = 0; t < after.topics.size(); ++t)
        for (std::size_t l = 0; l < after.languages.size(); ++l)
            for (const auto medium : {views::Medium::glass, views::Medium::paper}) {
                const auto topic = index_of(before.topics, [&](const auto& x) { return x.id == after.topics[t].id; });
                const auto language =
                    index_of(before.languages, [&](const auto& x) { return x.code == after.languages[l].code; });
                if (!topic || !language) continue;
                views::Sight then{
                    .medium = medium, .topic = {*topic}, .language = {*language}, .paper = before.clinic.paper};
                views::Sight now{.medium = medium, .topic = {t}, .language = {l}, .paper = after.clinic.paper};
                const Side old_side(before, then, before_board), new_side(after, now, after_board);
                for (const auto& leaf : new_side.leaves) compare(old_side, new_side, leaf.name, changed);
                for (const auto& leaf : old_side.leaves)
                    if (new_side.find(leaf.name) == nullptr) compare(old_side, new_side, leaf.name, changed);
            }
    return changed;
}

}  // namespace kiosk::app
