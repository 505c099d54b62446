// SPDX-License-Identifier: Apache-2.0
// The printer as it is now, from its answer to Get-Printer-Attributes.
#pragma once

#include "printer/capabilities.hpp"
#include "printer/link.hpp"

namespace kiosk::printer {

Condition describe(const Address&, const Answer&, const Capabilities&, const std::string& presented_pin);
/// Why a job does not get on when the printer cannot be talked to.
Trouble trouble(Reach);
/// Asking again will not change it.
bool is_hopeless(Reach);

}  // namespace kiosk::printer
