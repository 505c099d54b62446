// SPDX-License-Identifier: Apache-2.0
// "Did you mean": the word of a list that a mistyped word is nearest to. Used by the readers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::content {

/// Letters to add, drop, change or swap with a neighbour to make one word of the other.
int edit_distance(std::string_view, std::string_view);
/// The first of the nearest candidates; empty where none is near enough to be what was meant.
std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates);
/// What to write instead of a wrong word: `did you mean "a"?`, else `write one of: a, b, c`. Each is shown between
/// `open` and `close`; a long list is left out.
std::string instead_of(std::string_view word, const std::vector<std::string_view>& candidates,
                       std::string_view open = "\"", std::string_view close = "\"");

}  // namespace kiosk::content
