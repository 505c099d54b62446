// SPDX-License-Identifier: Apache-2.0
#include "store/rights.hpp"

#include <sys/stat.h>

namespace kiosk::store {

mode_t rights_in(const std::filesystem::path& folder) {
    constexpr mode_t shared = S_ISGID | S_IWGRP;
    struct stat found {};
    return stat(folder.c_str(), &found) == 0 && (found.st_mode & shared) == shared ? 0660 : 0600;
}

}  // namespace kiosk::store
