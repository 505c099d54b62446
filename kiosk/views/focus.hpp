// SPDX-License-Identifier: Apache-2.0
// Between the keypad's focus, as the visit holds it, and the stops of the sheet that is on the glass.
#pragma once

#include "page/stops.hpp"
#include "views/views.hpp"

#include <optional>
#include <vector>

namespace kiosk::views {

/// Which stop has the focus; what is no longer there has handed it to the first. Nothing where nobody uses a keypad, or
/// nothing is on the glass.
std::optional<std::size_t> focused(const std::vector<page::Stop>&, const Screen&, const std::optional<visit::Focus>&);

/// How the visit remembers this stop; `at` is one of them.
visit::Focus focus_on(const std::vector<page::Stop>&, const Screen&, std::size_t at);

/// The sheet of this screen, with the ring where the focus is.
page::Sheet ringed(const page::Sheet&, const Screen&, const std::optional<visit::Focus>&);

}  // namespace kiosk::views
