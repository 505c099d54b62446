// SPDX-License-Identifier: Apache-2.0
// Every screen and every sheet of paper of one topic as one person would see it: in a language, a text size, a way of
// hanging. Leafed through by `kiosk preview`, held beside another content's by `kiosk diff`, bound by `kiosk book`.
#pragma once

#include "page/sheet.hpp"
#include "views/gallery.hpp"
#include "views/views.hpp"

#include <string>
#include <variant>
#include <vector>

namespace kiosk::views {

enum class Medium { glass, paper };

struct Sight {
    Medium medium = Medium::glass;
    content::TopicId topic;
    content::LanguageId language;
    visit::TextSize size = visit::TextSize::normal;  ///< on paper: any but normal is large print
    page::Shape shape = page::Shape::portrait;
    enum class Hung { standing, lowered } hung = Hung::standing;
    content::PaperSize paper = content::PaperSize::letter;
    bool operator==(const Sight&) const = default;
};

/// One screen, or one document of paper.
struct Leaf {
    std::string name;  ///< "04-question-chest", "handout-warm-bath": a file's name
    std::variant<Shown, page::Document> is;
};

/// The content as a sight sees it: its topic first, its paper. Leaves are of this one.
content::Content seen(const content::Content&, const Sight&);
std::vector<Leaf> leaves(const content::Content& seen, const Sight&);
/// All pages of it, in order.
std::vector<page::Sheet> sheets(const content::Content& seen, const Sight&, const Leaf&, const page::Style&);

/// The panel that a screen is drawn for, px.
Size panel_of(page::Shape);

}  // namespace kiosk::views
