// SPDX-License-Identifier: Apache-2.0
#include "app/fit.hpp"

#include "app/loaded.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace kiosk::app {

namespace {

using page::Misfit;

const char* instead_of(Misfit::Of of) {
    switch (of) {
        case Misfit::Of::letters:
            return "write it in letters of the languages that the kiosk has";
        case Misfit::Of::drawing:
            return "put it in screens/pictures";
        case Misfit::Of::colours:
            return "choose colours further apart, 7 to 1 or more";
        case Misfit::Of::room:
            break;
    }
    return "write fewer or shorter words";
}

/// A paragraph in a sentence about it is known by its first words.
std::string in_short(const std::string& what) {
    constexpr std::size_t most = 60;
    std::string result;
    bool quoted = false;
    for (std::size_t at = 0; at < what.size(); quoted = !quoted) {
        const auto quote = std::min(what.find('"', at), what.size());
        const auto part = what.substr(at, quote - at);
        const auto cut = quoted && part.size() > most ? part.rfind(' ', most) : std::string::npos;
        result += (cut == std::string::npos ? part : part.substr(0, cut) + " ...") + (quote < what.size() ? "\"" : "");
        at = quote + 1;
    }
    return result;
}

struct Found {
    std::size_t surface;
    std::string file;
    int line;
    Misfit::Of of;
    std::string what;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(Found, surface, file, line, of, what)

using Measured = std::array<page::Measures, ways_to_see>;

std::array<page::Least*, 6> leasts(page::Measures& of) {
    return {&of.contrast, &of.edge_contrast, &of.letters, &of.access_labels, &of.key, &of.apart};
}

/// JSON knows no infinity.
nlohmann::json in_json(Measured measured) {
    auto all = nlohmann::json::array();
    for (auto& one : measured)
        for (const auto* least : leasts(one))
            all.push_back(std::isfinite(least->value) ? nlohmann::json{least->value, least->of, least->where}
                                                      : nlohmann::json());
    return all;
}

void meet(Measured& measured, const nlohmann::json& told) {
    std::size_t at = 0;
    for (auto& one : measured)
        for (auto* least : leasts(one))
            if (const auto& value = told[at++]; !value.is_null())
                least->meet(page::Least{value[0], value[1], value[2]});
}

std::pair<std::string, int> place_of(const Misfit& misfit, const Surface& surface, const content::WrittenTexts& texts) {
    if (misfit.of == Misfit::Of::colours) return {surface.theme_file, 0};
    const auto* written = misfit.text.empty() ? nullptr : content::where_written(texts, misfit.text);
    return written ? std::pair(written->file, written->line) : std::pair(surface.file, surface.line);
}

/// One for each line that is concerned.
void find(const std::vector<Surface>& all, std::size_t index, const page::Style& style,
          const content::WrittenTexts& texts, std::vector<Found>& found, Measured& measured) {
    const auto& surface = all[index];
    auto looked = surface.look(style);
    for (auto* least : leasts(looked.measures)) least->where = surface.name;
    measured[static_cast<std::size_t>(surface.seen)].meet(looked.measures);
    const auto& misfits = looked.misfits;
    std::set<std::pair<std::string, int>> here;
    const bool too_much = std::any_of(misfits.begin(), misfits.end(), [](const Misfit& m) { return m.text.empty(); });
    // A text that runs out of its place stands on what it was never meant to stand on.
    const auto is_out_of_place = [&](const Misfit& on) {
        return std::any_of(misfits.begin(), misfits.end(), [&](const Misfit& other) {
            return other.of == Misfit::Of::room && (other.text.empty() || other.text == on.text);
        });
    };
    for (const auto& misfit : misfits) {
        if (misfit.of == Misfit::Of::colours && is_out_of_place(misfit)) continue;
        // On a page that holds too much, that other things have no room is no fault of theirs.
        if (too_much && !misfit.text.empty() && misfit.of == Misfit::Of::room) continue;
        const auto place = place_of(misfit, surface, texts);
        if (here.insert(place).second) found.push_back({index, place.first, place.second, misfit.of, misfit.what});
    }
}

constexpr std::size_t in_a_piece = 16;  // surfaces: neighbours share what is shaped

/// As JSON, from as many processes as there are processors.
std::vector<std::string> find_all(const std::vector<Surface>& all, const content::Content& content,
                                  const content::WrittenTexts& texts, const GoOn& go_on) {
    std::optional<DrawingBoard> board;
    const auto work = [&](std::size_t piece) {
        if (!board) board.emplace(content);
        std::vector<Found> found;
        Measured measured;
        const auto end = std::min(all.size(), (piece + 1) * in_a_piece);
        for (auto i = piece * in_a_piece; i < end; ++i) find(all, i, board->style, texts, found, measured);
        const nlohmann::json told{{"found", found}, {"measured", in_json(measured)}};
        return told.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    };
    return side_by_side((all.size() + in_a_piece - 1) / in_a_piece, work, go_on);
}

constexpr const char* longest_usual = "Dr. Firstname Lastname-Lastname, general practitioner";

/// Who approved it; before anybody has, somebody with a long name, and both days.
content::Content approved(content::Content content) {
    if (!content.sign_off) content.sign_off = {longest_usual, "2026-11-22", "2027-11-22"};
    return content;
}

/// An approval ends, by itself or by one changed letter.
content::Content not_approved(content::Content content) {
    content.sign_off.reset();
    return content;
}

struct Told {
    Found first;
    int more = 0;  ///< surfaces beside it
};

}  // namespace

Fit look_at_all(const content::Content& given, const content::WrittenTexts& texts, const GoOn& go_on) {
    const auto content = not_approved(given), with_approval = approved(given);
    auto all = surfaces(content);
    for (auto& surface : surfaces_that_tell_approval(with_approval)) {
        surface.name += ", approved";
        all.push_back(std::move(surface));
    }
    Fit fit;
    fit.screens = static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](const Surface& one) { return one.seen != Surface::Seen::on_paper; }));
    std::map<std::pair<std::string, int>, Told> told;
    for (const auto& piece : find_all(all, content, texts, go_on)) {
        if (piece.empty()) continue;  // cut short
        const auto heard = nlohmann::json::parse(piece);
        meet(fit.measured, heard["measured"]);
        const auto found = heard["found"].get<std::vector<Found>>();
        for (const auto& one : found) {
            const auto [known, is_new] = told.try_emplace({one.file, one.line}, Told{one});
            if (!is_new) ++known->second.more;
        }
    }
    for (const auto& [place, of] : told) {
        const std::string more = of.more > 0 ? ", and " + std::to_string(of.more) + " more" : "";
        fit.problems.push_back({place.first, place.second, Severity::error,
                                in_short(of.first.what) + ", on " + all[of.first.surface].name + more,
                                instead_of(of.first.of)});
    }
    return fit;
}

}  // namespace kiosk::app
