// SPDX-License-Identifier: Apache-2.0
// A clinic small enough to hold in the head, made by hand: nine questions with every kind of rule, five handouts.
// For the tests of the visit room alone; the words are only names.
#pragma once

#include "content/content.hpp"

#include <string>
#include <vector>

namespace small_clinic {

using namespace kiosk::content;

// Questions, in the order asked.
constexpr QuestionId chest{0}, fall{1}, numb{2}, under_18{3}, fever{4}, germs{5}, flags{6}, weeks{7}, about{8};
constexpr std::size_t question_count = 9;

// Signs.
constexpr SignId chest_pain{0}, breathless{1}, fallen{2}, saddle{3}, is_child{4}, has_fever{5}, needles{6},
    weak_immune{7}, weight_loss{8}, night_pain{9}, weak_arm{10}, six_weeks{11}, blood_thinner{12}, pregnant{13},
    kidney{14};

// Handouts.
constexpr HandoutId walking{0}, warm_bath{1}, oils{2}, see_clinician{3}, what_to_ask{4};

Topic topic(const std::string& id = "back");
Content content();
Content content_in_two_languages();
Content content_with_two_topics();
Content content_that_opens_with_note();

}  // namespace small_clinic
