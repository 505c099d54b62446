// SPDX-License-Identifier: Apache-2.0
// The screens and sheets of two contents that do not look the same, in every language both have. Used by `kiosk diff`.
#pragma once

#include "app/loaded.hpp"
#include "views/leaves.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::app {

struct ChangedLeaf {
    std::string name, language;  ///< language: its name
    /// Page by page, only those that differ; empty: there is no such page.
    std::vector<std::pair<std::shared_ptr<const page::Sheet>, std::shared_ptr<const page::Sheet>>> pages;
};
std::vector<ChangedLeaf> changed_leaves(const content::Content& before, const content::Content& after,
                                        const DrawingBoard& before_board, const DrawingBoard& after_board);

}  // namespace kiosk::app
