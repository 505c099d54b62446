// SPDX-License-Identifier: Apache-2.0
#include "app/fit.hpp"

#include "app/loaded.hpp"
#include "app/surfaces.hpp"

#include <algorithm>
#include <map>
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

struct Told {
    Misfit misfit;
    std::string on;
    int more = 0;  ///< surfaces beside it
};
using ToldByLine = std::map<std::pair<std::string, int>, Told>;

void tell(const Surface& surface, const std::vector<Misfit>& misfits, const content::WrittenTexts& texts,
          ToldByLine& told) {
    std::map<std::pair<std::string, int>, const Misfit*> here;
    const bool too_much = std::any_of(misfits.begin(), misfits.end(), [](const Misfit& m) { return m.text.empty(); });
    for (const auto& misfit : misfits) {
        // On a page that holds too much, that other things have no room is no fault of theirs.
        if (too_much && !misfit.text.empty() && misfit.of == Misfit::Of::room) continue;
        const auto* written = misfit.text.empty() ? nullptr : content::where_written(texts, misfit.text);
        here.try_emplace(written ? std::pair(written->file, written->line) : std::pair(surface.file, surface.line),
                         &misfit);
    }
    for (const auto& [place, misfit] : here) {
        const auto [known, is_new] = told.try_emplace(place, Told{*misfit, surface.name});
        if (!is_new) ++known->second.more;
    }
}

}  // namespace

Problems check_fit(const content::Content& content, const content::WrittenTexts& texts, const GoOn& go_on) {
    const DrawingBoard board(content);
    ToldByLine told;
    for (const auto& surface : surfaces(content)) {
        if (!go_on()) break;
        tell(surface, surface.misfits(board.style), texts, told);
    }
    Problems problems;
    for (const auto& [place, of] : told) {
        const std::string more = of.more > 0 ? ", and " + std::to_string(of.more) + " more" : "";
        problems.push_back({place.first, place.second, Severity::error,
                            in_short(of.misfit.what) + ", on " + of.on + more, instead_of(of.misfit.of)});
    }
    return problems;
}

}  // namespace kiosk::app
