// SPDX-License-Identifier: Apache-2.0
// The machine file: what belongs to one machine, a line an option, `name=Waiting room 1`. The value is the rest of the
// line, blanks and all; a line that begins with '#' is a remark. Nothing in it is passed over in silence.
#pragma once

#include "base/problem.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::app {

struct Setting {
    std::string option, value;  ///< value may be empty
    int line = 0;
    bool operator==(const Setting&) const = default;
};

struct MachineFile {
    std::vector<Setting> settings;
    std::vector<Problem> problems;  ///< all errors
};

/// `options`: the names there are. A byte order mark and Windows line ends are fine.
MachineFile read_machine_file(const std::string& text, const std::string& file,
                              const std::vector<std::string_view>& options);

}  // namespace kiosk::app
