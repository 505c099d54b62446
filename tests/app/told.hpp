// SPDX-License-Identifier: Apache-2.0
// A command run here, and what it tells a person.
#pragma once

#include "app/commands.hpp"

#include <doctest/doctest.h>

#include <iostream>
#include <sstream>
#include <string>

namespace kiosk::app {

struct Told {
    std::string output, errors;
};

template <class Command>
Told told(Command command, Exit expected) {
    std::ostringstream output, errors;
    auto* out = std::cout.rdbuf(output.rdbuf());
    auto* err = std::cerr.rdbuf(errors.rdbuf());
    const Exit exit = command();
    std::cout.rdbuf(out);
    std::cerr.rdbuf(err);
    CHECK(exit == expected);
    return {output.str(), errors.str()};
}

}  // namespace kiosk::app
