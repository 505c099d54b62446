// SPDX-License-Identifier: Apache-2.0
// `kiosk check --watch`: while words are written, what is wrong with them. Says at once what can be said at once, then
// lays everything out; a save in between begins anew.
#pragma once

#include "app/options.hpp"

namespace kiosk::app {

/// Ends when the process is asked to stop, with the exit code of the last verdict.
Exit check_while_saved(const Machine&, const command::Check&);

}  // namespace kiosk::app
