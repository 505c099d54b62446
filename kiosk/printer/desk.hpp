// SPDX-License-Identifier: Apache-2.0
// What a job on its way needs from the press: a place for news, and the caller's wishes. Used by Course and
// FolderCourse, on the press's thread.
#pragma once

#include "printer/press.hpp"

#include <functional>

namespace kiosk::printer {

enum class Wish { go_on, cancel, stop };
enum class Permission { granted, refused };
/// What is still owed to the printer when a job is over.
enum class Left { nothing, a_cancel };

struct Desk {
    std::function<void(News)> tell;
    std::function<Wish()> heed;            ///< from now on, only a new wish interrupts
    std::function<void(Duration)> pause;   ///< shorter when there is a new wish
    std::function<Permission()> may_send;  ///< waits for proceed()
    int* interrupt = nullptr;              ///< for Link
};

}  // namespace kiosk::printer
