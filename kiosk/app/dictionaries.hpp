// SPDX-License-Identifier: Apache-2.0
// The dictionaries of this machine, by Hunspell, for check's look at the spelling.
#pragma once

#include "content/passages.hpp"

namespace kiosk::app {

/// Each is read once, when it is first asked for. Debian: hunspell-en-us, hunspell-es, hunspell-vi, hunspell-ar.
content::Spellers dictionaries();

}  // namespace kiosk::app
