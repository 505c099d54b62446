// SPDX-License-Identifier: Apache-2.0
#include "content/translation.hpp"

#include "content/nearest.hpp"
#include "content/utf8.hpp"
#include "content/xliff_tree.hpp"

#include <algorithm>

namespace kiosk::content {

namespace {

constexpr std::array<std::pair<std::string_view, State>, 4> state_words = {{{"initial", State::initial},
                                                                            {"translated", State::translated},
                                                                            {"reviewed", State::reviewed},
                                                                            {"final", State::final}}};

State read_state(const xmlNode* segment, Report& report) {
    const std::string written = xliff::get(segment, "state");
    if (written.empty()) return State::initial;
    Names names;
    for (const auto& [word, state] : state_words) {
        if (word == written) return state;
        names.push_back(word);
    }
    report.error(xliff::line(segment), "state=\"" + written + "\" is not known", instead_of(written, names));
    return State::initial;
}

/// What stands between segments goes over as it is, where it has no target of its own.
void add_segment(const xmlNode* segment, TranslatedUnit& unit, bool& complete, Report& report) {
    const auto sources = xliff::children(segment, "source"), targets = xliff::children(segment, "target");
    const auto add = [](std::string& to, const std::string& words) {
        if (!words.empty()) to += (to.empty() ? "" : " ") + words;
    };
    const std::string source = sources.empty() ? "" : xliff::words(sources.front());
    const std::string target = targets.empty() ? "" : xliff::words(targets.front());
    add(unit.source, source);
    if (xliff::is(segment, "ignorable")) return add(unit.target, targets.empty() ? source : target);
    add(unit.target, target);
    complete = complete && (!target.empty() || source.empty());
    unit.state = std::min(unit.state, read_state(segment, report));
    unit.marked_stale = unit.marked_stale || xliff::get(segment, "subState") == stale_mark;
}

TranslatedUnit read_unit(const xmlNode* e, Report& report) {
    TranslatedUnit unit;
    unit.line = xliff::line(e);
    unit.state = State::final;
    bool complete = true;
    for (const auto* segment : xliff::segments(e)) add_segment(segment, unit, complete, report);
    if (!complete) unit.state = State::initial;
    if (const auto bad = unfit_character(unit.target))
        report.error(unit.line, "the character " + *bad + " cannot be shown",
                     "delete it, or write the letter that was meant");
    return unit;
}

class Units {
public:
    explicit Units(Report& report) : m_report(report) {}

    void take(const xmlNode* parent) {
        for (const auto* group : xliff::children(parent, "group"))
            if (xliff::get(group, "id") != kept_aside) take(group);
        for (const auto* e : xliff::children(parent, "unit")) {
            const std::string id = xliff::get(e, "id");
            const auto [first, is_new] = m_units.emplace(id, read_unit(e, m_report));
            if (!is_new)
                m_report.error(xliff::line(e), "the unit \"" + id + "\" stands here twice",
                               "delete one, the first is in line " + std::to_string(first->second.line));
        }
    }

    Translation whole() { return std::move(m_units); }

private:
    Report& m_report;
    Translation m_units;
};

void check_language(const xmlNode* root, const char* name, const std::string& wanted, Report& report) {
    const std::string written = xliff::get(root, name);
    if (written == wanted) return;
    report.error(xliff::line(root), std::string(name) + "=\"" + written + "\" is not the language of this file",
                 "write " + std::string(name) + "=\"" + wanted + '"');
}

}  // namespace

std::optional<Translation> read_translation(const std::string& text, const std::string& from, const std::string& into,
                                            Report& report) {
    const int before = report.count();
    const auto tree = xliff::parse(text, report);
    if (!tree) return std::nullopt;
    const auto* root = xmlDocGetRootElement(tree.get());
    check_language(root, "srcLang", from, report);
    check_language(root, "trgLang", into, report);
    Units units(report);
    for (const auto* file : xliff::children(root, "file")) units.take(file);
    if (report.count() != before) return std::nullopt;
    return units.whole();
}

Standing standing(const Unit& unit, const Translation& translation) {
    const auto found = translation.find(unit.id);
    if (found == translation.end() || found->second.target.empty()) return Standing::missing;
    const auto& translated = found->second;
    if (translated.source != unit.source) return Standing::stale;
    switch (translated.state) {
        case State::initial:
            return translated.marked_stale ? Standing::stale : Standing::begun;
        case State::translated:
            return Standing::translated;
        case State::reviewed:
        case State::final:
            break;
    }
    return Standing::reviewed;
}

std::string grouped(int number) {
    std::string digits = std::to_string(number);
    for (auto at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3)
        digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

std::string translation_path(const std::string& path, const std::string& language) {
    const std::string stem = path.ends_with(".xml") ? path.substr(0, path.size() - 4) : path;
    return stem + '.' + language + ".xlf";
}

}  // namespace kiosk::content
