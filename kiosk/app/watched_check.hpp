// SPDX-License-Identifier: Apache-2.0
// `kiosk check --watch`: while words are written, what is wrong with them. Says at once what can be said at once, then
// lays everything out; a save in between begins anew.
#pragma once

#include "app/fit.hpp"
#include "app/options.hpp"
#include "content/load.hpp"

namespace kiosk::app {

/// What can be said of the words alone.
Problems words_problems(const content::Loaded&);
/// All that check finds.
Problems whole_problems(const content::Loaded&, const GoOn&);

/// Ends when the process is asked to stop, with the exit code of the last verdict.
Exit check_while_saved(const Machine&, const command::Check&);

}  // namespace kiosk::app
