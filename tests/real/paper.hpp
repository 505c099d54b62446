// SPDX-License-Identifier: Apache-2.0
// A real IPP printer that takes its time, and what has come out of it.
#pragma once

#include "printer/ippeve.hpp"

#include <filesystem>

namespace kiosk::test {

/// Keeps what it was given; prints a page only while the file "go" is there.
constexpr const char* patient_printer =
    "cp \"$1\" $OUT/$(date +%s%N).pdf; while [ ! -e $OUT/go ]; do sleep 0.1; done; echo 'ATTR: "
    "job-impressions-completed=1' >&2";

inline int papers(const fake::Ippeve& printer) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(printer.out()))
        count += entry.path().extension() == ".pdf";
    return count;
}

}  // namespace kiosk::test
