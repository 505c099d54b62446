// SPDX-License-Identifier: Apache-2.0
#include "content/units.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace kiosk::content {

namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The note for staff stays in the clinic's language; sources keep their own.
constexpr std::array<std::string_view, 5> for_staff{"note", "in-short", "together", "not-asked", "source"};
/// The page at the front desk, too.
constexpr std::array<std::string_view, 1> prefixes_for_staff{"desk"};
constexpr std::array<std::string_view, 2> read_attributes{"alt", "told"};
/// Their id stands for the whole way to them.
constexpr std::array<std::string_view, 4> with_id{"question", "choice", "group", "handout"};

struct Hint {
    std::string_view name, words;
};
constexpr Hint hints[] = {
    {"ask", "A question in large letters: two lines, better one."},
    {"choice", "A row to touch beside a tick box: two short lines at most."},
    {"told", "Repeats to the patient what they answered. A line or two."},
    {"hint", "One or two short sentences under the question."},
    {"short-hint", "Stands for the hint where letters are largest: shorter than it."},
    {"why", "Why we ask. Plain words; never say that it is nothing serious."},
    {"private-note", "General words for a private answer: say nothing more exact than the English does."},
    {"alt", "Describes a drawing to people who cannot see it."},
    {"dose", "How much and how often: the numbers must stay as they are."},
    {"do", "Goes on from the heading “Do”."},
    {"do-not", "Goes on from the heading “Do not”."},
    {"stop-if", "Goes on from the heading “Stop if”."},
    {"title", "A title: a few words."},
    {"heading", "A heading: a few words."},
    {"group", "A heading: a few words."},
    {"key", "On a key: as short as the English."},
    {"access", "On a small key: one or two short words."},
    {"answer", "On a key: as short as the English."},
};

std::string hint_for(std::string_view name) {
    for (const auto& hint : hints)
        if (hint.name == name) return std::string(hint.words);
    return {};
}

class Walk {
public:
    std::vector<Unit> topic(Element& root) {
        inside(root, "", {"topic \"" + may(root, "id") + '"', root.line});
        return std::move(m_units);
    }

    std::vector<Unit> interface(Element& root) {
        std::map<std::string, int> lines;
        for (auto& e : root.children) {
            const std::string name = may(e, "name"), prefix = name.substr(0, name.find('.'));
            if (among(prefixes_for_staff, prefix)) continue;
            const int line = lines.emplace(prefix, e.line).first->second;
            add(name, e.text, e.line, {"interface \"" + prefix + '"', line}, hint_for(prefix), e.in[""]);
        }
        return std::move(m_units);
    }

private:
    void add(std::string id, const std::string& text, int line, const Meeting& meeting, std::string hint,
             std::vector<std::string>& in) {
        if (!text.empty()) m_units.push_back({std::move(id), text, line, meeting, std::move(hint), &in});
    }

    void inside(Element& e, const std::string& path, const Meeting& meeting) {
        std::map<std::string, int> seen;
        for (auto& child : e.children) {
            if (among(for_staff, child.name)) continue;
            if (child.name == "safety-check") {
                inside(child, path, meeting);
                continue;
            }
            const int nth = ++seen[child.name];
            const std::string own = child.name + (nth > 1 ? '.' + std::to_string(nth) : "");
            const bool named = among(with_id, child.name);
            element(child,
                    named          ? child.name + '.' + may(child, "id")
                    : path.empty() ? own
                                   : path + '.' + own,
                    meeting);
        }
    }

    void element(Element& e, const std::string& path, const Meeting& outer) {
        const bool is_meeting = e.name == "question" || e.name == "handout";
        const Meeting meeting = is_meeting ? Meeting{e.name + " \"" + may(e, "id") + '"', e.line} : outer;
        add(path, e.text, e.line, meeting, hint_for(e.name), e.in[""]);
        for (auto& a : e.attributes)
            if (among(read_attributes, a.name))
                add(path + '.' + a.name, a.value, e.line, meeting, hint_for(a.name), e.in[a.name]);
        inside(e, path, meeting);
    }

    std::vector<Unit> m_units;
};

}  // namespace

std::vector<Unit> units(Element& root) {
    return root.name == "interface" ? Walk().interface(root) : Walk().topic(root);
}

}  // namespace kiosk::content
