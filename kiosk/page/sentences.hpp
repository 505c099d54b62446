// SPDX-License-Identifier: Apache-2.0
// Where the sentences of a text begin and end: what is read aloud in one breath, and marked on the glass meanwhile.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace kiosk::page {

/// Bytes of a text, without the white space around it.
struct Stretch {
    std::size_t begin = 0, end = 0;
    bool operator==(const Stretch&) const = default;
};

/// In order; together they hold everything but white space. A line's end ends a sentence; so do . ! ? 。 ！ ？ ؟ ۔ with
/// the closing quotes behind them. Not so: "1.5", "Dr. Lee", "e.g. milk", "J. Smith", the number before a step.
std::vector<Stretch> sentences(const std::string& text, const std::string& language);

}  // namespace kiosk::page
