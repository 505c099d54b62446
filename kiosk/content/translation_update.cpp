// SPDX-License-Identifier: Apache-2.0
#include "content/translation_update.hpp"

#include "content/xliff_note.hpp"
#include "content/xliff_tree.hpp"

#include <algorithm>
#include <set>

namespace kiosk::content {

namespace {

using xliff::get;

// Categories of our notes; those of others are theirs.
constexpr const char* where_note = "kiosk-where";
constexpr const char* hint_note = "kiosk-hint";
constexpr const char* was_note = "kiosk-source-was";

/// {places} stay plain text, not <ph/>: a translator sees and moves {page} where a code would be a bare <1/>, every
/// tool carries text unharmed, and the loader refuses a text that lost one.
std::string empty_file(const TranslationFile& file) {
    const std::string id = file.original.substr(0, file.original.rfind(".xml"));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" srcLang=\"" +
           file.from + "\" trgLang=\"" + file.into + "\">\n  <file id=\"" + id + "\" original=\"" + file.original +
           "\" xml:space=\"preserve\">\n  </file>\n</xliff>\n";
}

/// A unit as it stood in the file.
struct Old {
    xmlNode* node = nullptr;
    std::string id, source;
    bool has_target = false, is_aside = false, is_taken = false;
};

bool has_target(const xmlNode* unit) {
    for (const auto* segment : xliff::segments(unit))
        for (const auto* target : xliff::children(segment, "target"))
            if (!xliff::words(target).empty()) return true;
    return false;
}

std::string joined(const xmlNode* unit, const char* what) {
    std::string all;
    for (const auto* segment : xliff::segments(unit)) {
        const auto found = xliff::children(segment, what);
        const std::string words = found.empty() ? "" : xliff::words(found.front());
        if (!words.empty()) all += (all.empty() ? "" : " ") + words;
    }
    return all;
}

class Update {
public:
    Update(xliff::Tree tree, const std::vector<Unit>& units) : m_tree(std::move(tree)), m_units(units) {
        const auto* root = xmlDocGetRootElement(m_tree.get());
        for (auto* file : xliff::children(root, "file")) {
            if (!m_file) m_file = file;
            collect(file, false);
        }
    }

    /// False where there is no <file> to write into.
    bool run() {
        if (!m_file) return false;
        for (const auto& [unit, old] : donors()) m_wanted.push_back(old ? carried(*old, unit) : made(unit));
        for (auto& old : m_old)
            if (!old.is_taken && !old.is_aside) put_aside(old);
        put_in_order();
        return true;
    }

    bool has_changed() const { return m_changed; }
    std::string text() const { return xliff::written(m_tree); }

private:
    void collect(xmlNode* parent, bool is_aside) {
        for (auto* group : xliff::children(parent, "group")) {
            const bool kept = get(group, "id") == kept_aside;
            if (kept) m_aside = group;
            collect(group, is_aside || kept);
        }
        for (auto* e : xliff::children(parent, "unit"))
            m_old.push_back({e, get(e, "id"), joined(e, "source"), has_target(e), is_aside, false});
    }

    template <class Fits>
    Old* take(Fits fits) {
        const auto found =
            std::find_if(m_old.begin(), m_old.end(), [&](const Old& o) { return !o.is_taken && fits(o); });
        if (found == m_old.end()) return nullptr;
        found->is_taken = true;
        return &*found;
    }

    /// For each unit what it is carried on from: itself; else the same words under another name; else what had its
    /// name.
    std::vector<std::pair<Unit, Old*>> donors() {
        std::vector<std::pair<Unit, Old*>> all;
        for (const auto& unit : m_units)
            all.emplace_back(
                unit, take([&](const Old& o) { return !o.is_aside && o.id == unit.id && o.source == unit.source; }));
        for (auto& [unit, old] : all)
            if (!old) old = take([&, &u = unit](const Old& o) { return o.has_target && o.source == u.source; });
        for (auto& [unit, old] : all)
            if (!old) old = take([&, &u = unit](const Old& o) { return !o.is_aside && o.id == u.id; });
        return all;
    }

    xmlNode* carried(const Old& old, const Unit& unit) {
        if (old.id != unit.id) put(old.node, "id", unit.id);
        if (old.is_aside) {
            drop(old.node, "name");
            detach(old.node);
        }
        if (old.source != unit.source)
            replace_source(old, unit.source);
        else
            settle(old.node);
        describe(old.node, unit);
        return old.node;
    }

    xmlNode* made(const Unit& unit) {
        auto* e = xliff::make(m_file, "unit");
        xliff::set(e, "id", unit.id);
        describe(e, unit);
        auto* segment = xliff::make(m_file, "segment");
        xliff::set(segment, "state", "initial");
        auto* source = xliff::make(m_file, "source");
        xliff::set_text(source, unit.source);
        xliff::append(segment, source, 4);
        xliff::append(e, segment, 3);
        m_changed = true;
        return e;
    }

    /// The translation of the old words stays, beside them, until someone says that it fits the new ones.
    void replace_source(const Old& old, const std::string& source) {
        auto* segment = one_segment(old.node);
        if (old.has_target) {
            const bool was_stale = get(segment, "subState") == stale_mark && get(segment, "state") == "initial";
            if (!was_stale) note(old.node, was_note, "The source was: " + old.source);
            put(segment, "subState", stale_mark);
        }
        put(segment, "state", "initial");
        xliff::set_text(xliff::children(segment, "source").front(), source);
        m_changed = true;
    }

    /// Several segments become one: their borders were those of the old words.
    xmlNode* one_segment(xmlNode* unit) {
        const auto all = xliff::segments(unit);
        if (all.size() == 1 && !xliff::children(all.front(), "source").empty()) return all.front();
        const std::string source = joined(unit, "source"), target = joined(unit, "target");
        for (auto* e : all) xliff::remove(e);
        auto* segment = xliff::make(unit, "segment");
        for (const auto& [name, words] : {std::pair("source", source), std::pair("target", target)}) {
            if (words.empty()) continue;
            auto* e = xliff::make(unit, name);
            xliff::set_text(e, words);
            xliff::append(segment, e, 4);
        }
        xliff::append(unit, segment, 3);
        return segment;
    }

    /// A tool that marks a translation as done may leave what we wrote about it being stale.
    void settle(xmlNode* unit) {
        bool is_stale = false;
        for (auto* segment : xliff::segments(unit)) {
            const std::string state = get(segment, "state");
            const bool marked = get(segment, "subState") == stale_mark;
            if (marked && !state.empty() && state != "initial") drop(segment, "subState");
            is_stale = is_stale || get(segment, "subState") == stale_mark;
        }
        if (!is_stale) note(unit, was_note, "");
    }

    void describe(xmlNode* e, const Unit& unit) {
        note(e, where_note, unit.meeting.what);
        note(e, hint_note, unit.hint);
    }

    void note(xmlNode* unit, const char* category, const std::string& words) {
        if (xliff::set_note(unit, category, words)) m_changed = true;
    }

    void put_aside(Old& old) {
        m_changed = true;
        if (!old.has_target) return xliff::remove(old.node);
        if (!m_aside) {
            m_aside = xliff::make(m_file, "group");
            xliff::set(m_aside, "id", kept_aside);
            xliff::set(m_aside, "name", "Translations of texts that are gone: kept, not shown");
            xliff::append(m_file, m_aside, 2);
        }
        detach(old.node);
        std::set<std::string> used;
        for (auto* e : xliff::children(m_aside, "unit")) used.insert(get(e, "id"));
        std::size_t number = 1;
        while (used.count("removed." + std::to_string(number)) != 0) ++number;
        xliff::set(old.node, "name", old.id);
        xliff::set(old.node, "id", "removed." + std::to_string(number));
        xliff::append(m_aside, old.node, 3);
    }

    /// Units of the file in the order of the content; those that another tool put into a group stay there.
    void put_in_order() {
        std::vector<xmlNode*> wanted;
        for (auto* node : m_wanted)
            if (!node->parent || node->parent == m_file) wanted.push_back(node);
        if (m_aside && xliff::children(m_aside, "unit").empty()) {
            xliff::remove(m_aside);
            m_changed = true;
        }
        if (xliff::children(m_file, "unit") == wanted) return;
        m_changed = true;
        auto groups = xliff::children(m_file, "group");
        std::vector<xmlNode*>* all[] = {&wanted, &groups};
        for (auto* nodes : all)
            for (auto* node : *nodes) {
                detach(node);
                xliff::append(m_file, node, 2);
            }
    }

    static void detach(xmlNode* node) {
        if (!node->parent) return;
        auto* blank = node->prev;
        xmlUnlinkNode(node);
        if (blank && xmlIsBlankNode(blank)) {
            xmlUnlinkNode(blank);
            xmlFreeNode(blank);
        }
    }

    void put(xmlNode* node, const char* attribute, const std::string& value) {
        if (get(node, attribute) == value) return;
        xliff::set(node, attribute, value);
        m_changed = true;
    }

    void drop(xmlNode* node, const char* attribute) {
        if (get(node, attribute).empty()) return;
        xliff::drop(node, attribute);
        m_changed = true;
    }

    xliff::Tree m_tree;
    const std::vector<Unit>& m_units;
    xmlNode *m_file = nullptr, *m_aside = nullptr;
    std::vector<Old> m_old;
    std::vector<xmlNode*> m_wanted;
    bool m_changed = false;
};

}  // namespace

std::optional<std::string> updated(const std::optional<std::string>& old, const TranslationFile& file,
                                   const std::vector<Unit>& units, Report& report) {
    const std::string text = old ? *old : empty_file(file);
    if (!read_translation(text, file.from, file.into, report)) return std::nullopt;
    auto tree = xliff::parse(text, report);
    if (!tree) return std::nullopt;
    Update update(std::move(tree), units);
    if (!update.run()) {
        report.error(0, "there is no <file> in <xliff>", "restore it from your copy, or delete it to begin anew");
        return std::nullopt;
    }
    return update.has_changed() || !old ? update.text() : *old;
}

}  // namespace kiosk::content
