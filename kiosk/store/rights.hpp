// SPDX-License-Identifier: Apache-2.0
// Who else may use what is made in a folder of ours.
#pragma once

#include <sys/types.h>

#include <filesystem>

namespace kiosk::store {

/// Of files and sockets made in it: as the folder. Its group's, too, where the folder is shared on purpose (it has the
/// set-group-ID bit, and the group may write); else its owner's alone.
mode_t rights_in(const std::filesystem::path& folder);

}  // namespace kiosk::store
