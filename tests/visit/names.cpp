// SPDX-License-Identifier: Apache-2.0
#include "names.hpp"

#include <array>
#include <variant>

namespace kiosk::visit {

const char* name_of(const Place& place) {
    constexpr std::array names{"welcome",   "topics",      "safety intro", "ask who",    "question",  "red page",
                               "see staff", "staff first", "note",         "groups",     "library",   "held back",
                               "reading",   "on phone",    "printing",     "unfinished", "staff pin", "staff status",
                               "cleaning",  "drill",       "drill end"};
    static_assert(names.size() == std::variant_size_v<Place>);
    return names[place.index()];
}

const char* name_of(const Effect& effect) {
    constexpr std::array names{"print",         "cancel print", "raise call",        "repeat call", "cancel call",
                               "close call",    "tell desk",    "stopped",           "try pin",     "test call",
                               "end test call", "log drill",    "update from stick", "restart",     "tally",
                               "forget"};
    static_assert(names.size() == std::variant_size_v<Effect>);
    return names[effect.index()];
}

}  // namespace kiosk::visit
