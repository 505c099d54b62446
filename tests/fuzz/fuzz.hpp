// SPDX-License-Identifier: Apache-2.0
// What the fuzzers hold every input against. A promise that is not kept ends the program, and libFuzzer keeps the
// input.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string>

namespace kiosk::fuzz {

inline void promise(bool kept, const std::string& what) {
    if (kept) return;
    std::cerr << "promise not kept: " << what << std::endl;
    std::abort();
}

}  // namespace kiosk::fuzz
