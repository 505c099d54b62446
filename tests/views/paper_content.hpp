// SPDX-License-Identifier: Apache-2.0
// A small clinic for the tests of paper: the small fixture (whose words are their own names, dates apart) around a
// topic made by hand, in two languages. Its two exercises are those of the design's printed pages.
#pragma once

#include "content/content.hpp"
#include "page/page.hpp"
#include "visit/effect.hpp"

#include <string>
#include <vector>

namespace paper_test {

inline constexpr kiosk::content::TopicId topic{0};
inline constexpr kiosk::content::LanguageId english{0}, spanish{1};

inline constexpr kiosk::content::QuestionId chest{0}, fever{1}, needle{2}, about{3}, night{4};
inline constexpr kiosk::content::SignId chest_pain{0}, sweaty{1}, has_fever{2}, needle_drugs{3}, weak_immune{4},
    kidney{5}, diabetes{6}, night_pain{7};
inline constexpr kiosk::content::HandoutId chin_tuck{0}, warm_bath{1}, when_to_see{2};

kiosk::content::Content small_content();
/// Every question answered with No, a minute apart from `start`.
kiosk::visit::Record all_no(kiosk::Instant start = {});
void answer(kiosk::visit::Record&, kiosk::content::QuestionId, kiosk::visit::Reply,
            std::vector<kiosk::content::SignId> ticked = {});

/// All words of some blocks, one line a text, in order; icons and pictures in brackets.
std::string words_of(const kiosk::page::Blocks&);

}  // namespace paper_test
