// SPDX-License-Identifier: Apache-2.0
// What differs between two contents, as paper for reviewers: what leads elsewhere first, then what was changed, then
// the texts and the screens side by side. `kiosk diff -o`.
#pragma once

#include "content/difference.hpp"
#include "page/page.hpp"
#include "views/elsewhere.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kiosk::views {

struct Difference {
    std::vector<std::string> elsewhere, facts;  ///< sentences
    std::vector<content::ChangedText> texts;
};

/// A screen or sheet then and now; empty: there was, there is none.
struct PicturePair {
    std::string name;
    std::shared_ptr<const page::Sheet> before, after;
};

page::Document difference_paper(const content::Content& before, const content::Content& after, const Difference&,
                                const std::vector<PicturePair>&, const page::Style& drawings_before);

}  // namespace kiosk::views
