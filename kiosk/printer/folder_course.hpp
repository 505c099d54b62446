// SPDX-License-Identifier: Apache-2.0
// "Printing" into a folder, for demonstration and tests: job-N.pdf appears whole or not at all.
#pragma once

#include "printer/desk.hpp"

namespace kiosk::printer {

/// At the start: a file that a killed service was still writing is nobody's paper, and holds a patient's words.
void sweep(const Address&);
Condition folder_condition(const Address&);
Left save(const Address&, const Desk&, const Job&);
/// The file of an interrupted job: there, or written now.
Left take_up_saving(const Address&, const Desk&, const Job&, const Handle&);
/// The same for a cancelled job: there, or never.
Left look_for_saved(const Address&, const Desk&, const Job&, const Handle&);

}  // namespace kiosk::printer
