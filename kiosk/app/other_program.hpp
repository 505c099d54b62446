// SPDX-License-Identifier: Apache-2.0
// A program that is not ours, as a process: words in, bytes out.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kiosk::app {

struct Ran {
    enum class As { fine, failed, not_here };
    As as = As::failed;
    std::string out;
};

enum class Complaints { told, dropped };  ///< told: they go where ours go

/// `words`: its name, looked up as a shell does, then its arguments. Reads no more than `most` bytes of what it writes.
/// Waits until it has ended.
Ran run_program(std::vector<std::string> words, const std::string& input = {}, std::size_t most = 64U << 20,
                Complaints complaints = Complaints::told);

}  // namespace kiosk::app
