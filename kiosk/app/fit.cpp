// SPDX-License-Identifier: Apache-2.0
#include "app/fit.hpp"

#include "app/loaded.hpp"
#include "app/surfaces.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
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

/// One for each line that is concerned.
void find(const std::vector<Surface>& all, std::size_t index, const page::Style& style,
          const content::WrittenTexts& texts, std::vector<Found>& found) {
    const auto& surface = all[index];
    const auto misfits = surface.misfits(style);
    std::set<std::pair<std::string, int>> here;
    const bool too_much = std::any_of(misfits.begin(), misfits.end(), [](const Misfit& m) { return m.text.empty(); });
    for (const auto& misfit : misfits) {
        // On a page that holds too much, that other things have no room is no fault of theirs.
        if (too_much && !misfit.text.empty() && misfit.of == Misfit::Of::room) continue;
        const auto* written = misfit.text.empty() ? nullptr : content::where_written(texts, misfit.text);
        const auto place = written ? std::pair(written->file, written->line) : std::pair(surface.file, surface.line);
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
        const auto end = std::min(all.size(), (piece + 1) * in_a_piece);
        for (auto i = piece * in_a_piece; i < end; ++i) find(all, i, board->style, texts, found);
        return nlohmann::json(found).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    };
    return side_by_side((all.size() + in_a_piece - 1) / in_a_piece, work, go_on);
}

struct Told {
    Found first;
    int more = 0;  ///< surfaces beside it
};

}  // namespace

Problems check_fit(const content::Content& content, const content::WrittenTexts& texts, const GoOn& go_on) {
    const auto all = surfaces(content);
    std::map<std::pair<std::string, int>, Told> told;
    for (const auto& piece : find_all(all, content, texts, go_on)) {
        if (piece.empty()) continue;  // cut short
        const auto found = nlohmann::json::parse(piece).get<std::vector<Found>>();
        for (const auto& one : found) {
            const auto [known, is_new] = told.try_emplace({one.file, one.line}, Told{one});
            if (!is_new) ++known->second.more;
        }
    }
    Problems problems;
    for (const auto& [place, of] : told) {
        const std::string more = of.more > 0 ? ", and " + std::to_string(of.more) + " more" : "";
        problems.push_back({place.first, place.second, Severity::error,
                            in_short(of.first.what) + ", on " + all[of.first.surface].name + more,
                            instead_of(of.first.of)});
    }
    return problems;
}

}  // namespace kiosk::app
