// SPDX-License-Identifier: Apache-2.0
// Long work in pieces, on all processors: in processes rather than threads, as fonts are not for two threads at once.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace kiosk::app {

/// Asked now and then: false ends the work early.
using GoOn = std::function<bool()>;
using Work = std::function<std::string(std::size_t piece)>;

/// What each piece came to, in their order; empty for those that were cut short. What a helper could not do, because it
/// was killed or did not start, is done here. The work sees this process as it was when it began, and changes nothing
/// in it. To be called while this process has one thread.
std::vector<std::string> side_by_side(std::size_t pieces, const Work&, const GoOn&);

}  // namespace kiosk::app
