// SPDX-License-Identifier: Apache-2.0
#include "content/nearest.hpp"

#include <algorithm>

namespace kiosk::content {

namespace {
constexpr std::size_t longest_word = 64;
constexpr std::size_t most_listed = 16;
}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
    const std::size_t width = b.size() + 1;
    std::vector<int> cost((a.size() + 1) * width);
    const auto at = [&](std::size_t i, std::size_t j) -> int& { return cost[i * width + j]; };
    for (std::size_t i = 0; i <= a.size(); ++i) at(i, 0) = static_cast<int>(i);
    for (std::size_t j = 0; j <= b.size(); ++j) at(0, j) = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int changed = at(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1);
            at(i, j) = std::min({changed, at(i - 1, j) + 1, at(i, j - 1) + 1});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
        }
    }
    return at(a.size(), b.size());
}

std::string nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
    if (word.size() > longest_word) return {};
    std::string_view best;
    int least = std::max(1, static_cast<int>(word.size()) / 3) + 1;
    for (const auto candidate : candidates) {
        const int distance = edit_distance(word, candidate.substr(0, longest_word));
        if (distance < least) {
            least = distance;
            best = candidate;
        }
    }
    return std::string(best);
}

std::string instead_of(std::string_view word, const std::vector<std::string_view>& candidates, std::string_view open,
                       std::string_view close) {
    const auto shown = [&](std::string_view name) {
        return std::string(open) + std::string(name) + std::string(close);
    };
    if (const auto near = nearest(word, candidates); !near.empty()) return "did you mean " + shown(near) + "?";
    if (candidates.empty() || candidates.size() > most_listed) return {};
    std::string list;
    for (const auto candidate : candidates) list += (list.empty() ? "" : ", ") + shown(candidate);
    return (candidates.size() == 1 ? "write " : "write one of: ") + list;
}

}  // namespace kiosk::content
