// SPDX-License-Identifier: Apache-2.0
// Whom the parts of a handout are for, on a paper for which nobody was asked (the command line, the front desk): each
// part says it itself. Long conditions that come again and again are said once, as list A, B, ... before the parts.
#pragma once

#include "views/paper_blocks.hpp"

#include <string>
#include <vector>

namespace kiosk::views::paper {

using Signs = std::vector<content::SignId>;

class Conditions {
public:
    Conditions(const Print&, const content::Topic&, const content::Handout&);

    /// The box with the lists; nothing where every condition is short.
    page::Blocks lists_box() const;
    /// Lines for the head of a part; nothing where it is for everyone.
    page::Blocks of(const content::Part&) const;

private:
    void count(const Signs&);
    page::Block said(const Signs&, const char* in_words, const char* by_list) const;

    const Print& m_print;
    const content::Topic& m_topic;
    std::vector<Signs> m_seen, m_lists;  ///< long conditions met so far; those met more than once
};

/// "Diabetes; Kidney disease": what a person would recognise, in the print's language.
std::string signs_in_words(const Print&, const content::Topic&, const Signs&);

}  // namespace kiosk::views::paper
