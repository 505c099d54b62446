// SPDX-License-Identifier: Apache-2.0
#include "content/xliff_note.hpp"

namespace kiosk::content::xliff {

namespace {

xmlNode* find(const xmlNode* unit, const char* category) {
    xmlNode* found = nullptr;
    for (auto* list : children(unit, "notes"))
        for (auto* note : children(list, "note"))
            if (get(note, "category") == category) found = note;
    return found;
}

void remove_note(xmlNode* note) {
    auto* list = note->parent;
    remove(note);
    if (children(list, "note").empty()) remove(list);
}

/// Notes stand before the data of inline codes and before the segments.
xmlNode* made_list(xmlNode* unit) {
    auto* list = make(unit, "notes");
    append(unit, list, 3);
    const auto data = children(unit, "originalData"), all = segments(unit);
    auto* before = !data.empty() ? data.front() : !all.empty() ? all.front() : nullptr;
    if (before != nullptr) {
        auto* blank = list->prev;
        xmlUnlinkNode(list);
        xmlAddPrevSibling(before, list);
        xmlUnlinkNode(blank);
        xmlAddPrevSibling(before, blank);
    }
    return list;
}

}  // namespace

bool set_note(xmlNode* unit, const char* category, const std::string& words) {
    auto* note = find(unit, category);
    if (note != nullptr ? xliff::words(note) == words : words.empty()) return false;
    if (words.empty()) return remove_note(note), true;
    if (note == nullptr) {
        const auto lists = children(unit, "notes");
        note = make(unit, "note");
        set(note, "category", category);
        append(lists.empty() ? made_list(unit) : lists.front(), note, 4);
    }
    set_text(note, words);
    return true;
}

}  // namespace kiosk::content::xliff
