// SPDX-License-Identifier: Apache-2.0
// What the page and the desk say to each other, as JSON.
#pragma once

#include "desk/desk.hpp"

#include <optional>
#include <string>

namespace kiosk::desk {

/// `now`: the page counts waiting times by the desk's clock, not by its own.
std::string write_board(const Board&, WallTime now);

/// What a person did at the page.
struct Deed {
    enum class What { shown, coming, close, add_person, remove_person, here } what;
    CallId call;
    std::string name;           ///< of the person; or of the page
    bool with_patient = false;  ///< "I have been with this patient"
    bool operator==(const Deed&) const = default;
};
/// Nothing where it is no deed.
std::optional<Deed> read_deed(const std::string&);

}  // namespace kiosk::desk
