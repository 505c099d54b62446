// SPDX-License-Identifier: Apache-2.0
#include "content/theme_reader.hpp"

#include "content/values.hpp"

#include <algorithm>
#include <optional>
#include <set>

namespace kiosk::content {

namespace {

using std::string_view;

constexpr string_view colours[] = {
    "none",          "ink",         "ink-soft",   "petrol",       "petrol-dark", "mist",          "mist-deep",
    "linen",         "sand",        "sand-edge",  "white",        "red",         "red-dark",      "red-mist",
    "amber",         "amber-soft",  "amber-mist", "control-line", "card-line",   "help-pressed",  "scrim",
    "focus-inner",   "focus-outer", "on-primary", "on-red",       "on-amber",    "selected-fill", "selected-text",
    "selected-edge", "help-fill",   "help-text",  "help-edge",    "help-lip",    "picture-circle"};
constexpr string_view roles[] = {"alert",         "welcome",          "refer",         "title",        "handout-title",
                                 "panel-title",   "status-title",     "answer",        "primary",      "help",
                                 "subhead",       "reading",          "explain",       "body",         "fact",
                                 "row",           "secondary",        "card-title",    "source",       "progress",
                                 "header",        "header-right",     "language-name", "smallest",     "paper-title",
                                 "paper-heading", "paper-body",       "paper-table",   "paper-source", "paper-footer",
                                 "paper-header",  "paper-page-number"};
static_assert(std::size(colours) == static_cast<std::size_t>(Colour::count), "a name for every Colour");
static_assert(std::size(roles) == static_cast<std::size_t>(Role::count), "a name for every Role");

constexpr auto first_paper_role = static_cast<std::size_t>(Role::paper_title);
constexpr std::array<std::pair<string_view, Palette>, 3> palette_words = {
    {{"normal", Palette::normal}, {"high-contrast", Palette::high_contrast}, {"paper", Palette::paper}}};

enum class Surface { portrait, landscape, paper };
constexpr std::array<std::pair<string_view, Surface>, 3> surface_words = {
    {{"portrait", Surface::portrait}, {"landscape", Surface::landscape}, {"paper", Surface::paper}}};

using TypeSizes = std::array<TypeSize, static_cast<std::size_t>(Role::count)>;

std::optional<std::size_t> index_in(std::span<const string_view> names, const Element& e, const char* kind,
                                    Report& report) {
    const std::string name = need(e, "name", report);
    const auto found = std::find(names.begin(), names.end(), name);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    if (!name.empty())
        report.error(e.line, "there is no " + std::string(kind) + " \"" + name + "\"",
                     instead_of(name, Names(names.begin(), names.end())));
    return std::nullopt;
}

/// The child of that name for one palette or surface.
const Element* section(const Element& root, string_view child, string_view attribute, string_view word,
                       Report& report) {
    const Element* found = nullptr;
    for (const auto* e : all(root, child)) {
        if (may(*e, attribute) != word) continue;
        if (found)
            report.error(e->line, "a second <" + std::string(child) + "> for \"" + std::string(word) + '"',
                         "delete one");
        else
            found = e;
    }
    if (!found)
        report.error(
            root.line,
            "<theme> needs <" + std::string(child) + ' ' + std::string(attribute) + "=\"" + std::string(word) + "\">",
            "write it");
    return found;
}

/// Calls take(element, index) for each named child, each name once; says which of the names wanted are missing.
template <class Take>
void read_named(const Element& e, string_view child, const char* kind, std::span<const string_view> names,
                std::span<const string_view> wanted, Take take, Report& report) {
    std::set<std::size_t> seen;
    for (const auto* each : all(e, child)) {
        const auto index = index_in(names, *each, kind, report);
        if (index && !seen.insert(*index).second)
            report.error(each->line, "a second " + std::string(kind) + " \"" + std::string(names[*index]) + '"',
                         "delete one");
        else if (index)
            take(*each, *index);
    }
    for (const auto name : wanted) {
        const auto index = static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
        if (seen.count(index) == 0)
            report.error(e.line, "the " + std::string(kind) + " \"" + std::string(name) + "\" is missing",
                         "write <" + std::string(child) + " name=\"" + std::string(name) + "\" .../>");
    }
}

Colours read_colours(const Element& root, string_view palette, Report& report) {
    Colours result{};
    const auto* e = section(root, "colours", "palette", palette, report);
    if (!e) return result;
    only(*e, {"palette"}, {"colour"}, report);
    const auto take = [&](const Element& colour, std::size_t index) {
        only(colour, {"name", "value"}, {}, report);
        result[index] = need_colour(colour, "value", report);
    };
    const auto names = colour_names().subspan(1);
    read_named(
        *e, "colour", "colour", names, names,
        [&](const Element& colour, std::size_t index) { take(colour, index + 1); }, report);
    return result;
}

TypeSize read_type_size(const Element& e, Report& report) {
    only(e, {"name", "size", "line", "bold"}, {}, report);
    need(e, "size", report);
    need(e, "line", report);
    const double size = number(e, "size", 28, 6, 200, report);
    const double line = number(e, "line", 40, 6, 300, report);
    if (line < size) report.error(e.line, "the line is lower than the letters", "write a line of at least the size");
    return {size, line, yes(e, "bold", report)};
}

void read_type(const Element& root, Surface surface, string_view word, TypeSizes& sizes, Report& report) {
    const auto* e = section(root, "type", "surface", word, report);
    if (!e) return;
    only(*e, {"surface"}, {"role"}, report);
    const auto names = role_names();
    const auto glass = names.first(first_paper_role), paper = names.subspan(first_paper_role);
    const auto here = surface == Surface::paper ? paper : glass;
    const std::size_t offset = surface == Surface::paper ? first_paper_role : 0;
    const auto take = [&](const Element& role, std::size_t index) {
        sizes[index + offset] = read_type_size(role, report);
    };
    const auto wanted = surface == Surface::landscape ? here.first(0) : here;
    read_named(*e, "role", "role", here, wanted, take, report);
}

std::map<std::uint32_t, std::uint32_t> read_swaps(const Element& root, string_view palette, Report& report) {
    std::map<std::uint32_t, std::uint32_t> swaps;
    const auto* e = section(root, "picture-colours", "palette", palette, report);
    if (!e) return swaps;
    only(*e, {"palette"}, {"swap"}, report);
    for (const auto* swap : all(*e, "swap")) {
        only(*swap, {"from", "to"}, {}, report);
        const auto from = need_colour(*swap, "from", report);
        if (!swaps.emplace(from, need_colour(*swap, "to", report)).second)
            report.error(swap->line, "this colour is swapped twice", "delete one");
    }
    return swaps;
}

void read_steps(const Element& root, Theme& theme, Report& report) {
    if (const auto* e = need_one(root, "text-size", report)) {
        only(*e, {"large", "largest", "large-print"}, {}, report);
        for (const auto name : {"large", "largest", "large-print"}) need(*e, name, report);
        theme.large = number(*e, "large", theme.large, 1, 2, report);
        theme.largest = number(*e, "largest", theme.largest, theme.large, 2, report);
        const double body = theme.type(Role::paper_body, false).size;
        if (body > 0) theme.paper_large = number(*e, "large-print", 18, body, 36, report) / body;
    }
    if (const auto* e = need_one(root, "scrim", report)) {
        only(*e, {"opacity"}, {}, report);
        need(*e, "opacity", report);
        theme.scrim_opacity = number(*e, "opacity", theme.scrim_opacity, 0.3, 1, report);
    }
}

void check_words(const Element& root, Report& report) {
    only(root, {}, {"colours", "type", "text-size", "scrim", "picture-colours"}, report);
    for (const char* child : {"colours", "picture-colours"})
        for (const auto* e : all(root, child)) need_one_of(*e, "palette", palette_words, Palette::normal, report);
    for (const auto* e : all(root, "type")) need_one_of(*e, "surface", surface_words, Surface::portrait, report);
}

}  // namespace

std::span<const string_view> colour_names() {
    return colours;
}
std::span<const string_view> role_names() {
    return roles;
}

Theme read_theme(const Element& root, Report& report) {
    Theme theme;
    check_words(root, report);
    theme.normal = read_colours(root, "normal", report);
    theme.high_contrast = read_colours(root, "high-contrast", report);
    theme.paper = read_colours(root, "paper", report);
    read_type(root, Surface::portrait, "portrait", theme.portrait, report);
    read_type(root, Surface::paper, "paper", theme.portrait, report);
    theme.landscape = theme.portrait;
    read_type(root, Surface::landscape, "landscape", theme.landscape, report);
    theme.picture_high_contrast = read_swaps(root, "high-contrast", report);
    theme.picture_paper = read_swaps(root, "paper", report);
    read_steps(root, theme, report);
    return theme;
}

}  // namespace kiosk::content
