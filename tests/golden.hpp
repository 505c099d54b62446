// SPDX-License-Identifier: Apache-2.0
// Golden files: what a test made, held beside what was looked at and kept. `KIOSK_REWRITE=1 ctest` writes
// them anew; look at the difference before it is committed.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace golden {

inline std::filesystem::path path(const std::string& room, const std::string& name) {
    return std::filesystem::path(KIOSK_SOURCE) / "tests" / room / "golden" / name;
}

/// The kept text; "(no golden file)" where there is none. With the flag, `made` is kept first.
inline std::string kept(const std::string& room, const std::string& name, const std::string& made) {
    const auto file = path(room, name);
    if (std::getenv("KIOSK_REWRITE") != nullptr) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << made;
    }
    std::ifstream kept(file, std::ios::binary);
    if (!kept) return "(no golden file)";
    std::ostringstream text;
    text << kept.rdbuf();
    return text.str();
}

}  // namespace golden
