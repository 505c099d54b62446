// SPDX-License-Identifier: Apache-2.0
// What a person does at the desk page, whether they may, and what comes of it.
#pragma once

#include "desk/desk.hpp"

#include <string>

namespace kiosk::desk {

/// What a person did at the page.
struct Deed {
    enum class What { shown, coming, close, add_person, remove_person, here, test_call, test_page } what;
    CallId call;
    std::string name;           ///< of the person; or of the page
    bool with_patient = false;  ///< "I have been with this patient"
    bool operator==(const Deed&) const = default;
};
/// no_deed: no page asks for it. The others are told to the person: what a name is, that there are as many as can be,
/// that somebody else came or closed first, that a test call rings already, that the kiosk does not answer or has no
/// printer.
enum class Refused { not_at_all, no_deed, name, full, gone, rings, silent };
/// test_page: printed by this kiosk's printer. test_call: rings at every desk as a call of this kiosk would; nobody
/// waits. Only a person of the list comes or closes; a red page's call is closed only by who was with the patient.
/// Failure: the book cannot be written.
Result<Refused> carry_out(Desk&, const Deed&);

}  // namespace kiosk::desk
