// SPDX-License-Identifier: Apache-2.0
// What a translator wrote, as values: the units of one XLIFF file, and how each stands to the text it translates.
// Used by the loader, by check and by `kiosk translate`.
#pragma once

#include "content/report.hpp"
#include "content/units.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::content {

/// Of a segment, as XLIFF 2.0 names them; of a unit, the least of its segments.
enum class State { initial, translated, reviewed, final };

/// What `kiosk translate` writes into subState where the source changed under a translation.
inline constexpr const char* stale_mark = "kiosk:stale";
/// The id of the group in which it keeps what no text of the content has any more.
inline constexpr const char* kept_aside = "kiosk-removed";

struct TranslatedUnit {
    std::string source, target;  ///< of all segments, white space folded; target empty = nothing written yet
    State state = State::initial;
    bool marked_stale = false;
    int line = 0;
    bool operator==(const TranslatedUnit&) const = default;
};

/// By id. What `kiosk translate` keeps aside is not in it.
using Translation = std::map<std::string, TranslatedUnit>;

/// Nothing where the file is no XLIFF 2 from this language into that one. {places} are looked at by fits().
std::optional<Translation> read_translation(const std::string& text, const std::string& from, const std::string& into,
                                            Report&);

/// How the translation of one text stands; from `translated` on it is complete and its source is what stands in the
/// content today.
enum class Standing { missing, stale, begun, translated, reviewed, count };
Standing standing(const Unit&, const Translation&);

/// Texts by standing.
using Tally = std::array<int, static_cast<std::size_t>(Standing::count)>;
inline int& at(Tally& tally, Standing standing) {
    return tally[static_cast<std::size_t>(standing)];
}
inline int at(const Tally& tally, Standing standing) {
    return tally[static_cast<std::size_t>(standing)];
}

/// "1,241"
std::string grouped(int number);

/// "screens/interface.es.xlf" for screens/interface.xml.
std::string translation_path(const std::string& path, const std::string& language);

}  // namespace kiosk::content
