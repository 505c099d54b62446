// SPDX-License-Identifier: Apache-2.0
// The chapters of the sign-off book, a file a kind. The room's own.
#pragma once

#include "views/book.hpp"

namespace kiosk::views {

struct Binding {
    const content::Content& content;
    const page::Style& style;
    std::string footer;  ///< binds each sheet to the content
    paper::Print print() const { return {content, {}}; }
    page::Document document(paper::Hung hung, const std::string& title) const;
};

page::Document screens_chapter(const Binding&, content::TopicId, content::LanguageId);
page::Document paper_chapter(const Binding&, content::TopicId, content::LanguageId);
page::Document map_chapter(const Binding&, const std::vector<paper::ChartShown>&);
page::Document flags_chapter(const Binding&, const content::Topic&);
page::Document handouts_chapter(const Binding&, const content::Topic&);
page::Document sources_chapter(const Binding&, const content::Topic&);
page::Document reading_chapter(const Binding&, const content::Language&, const content::Readings&);
page::Document problems_chapter(const Binding&, const BookFacts&);
page::Document signature_chapter(const Binding&);

}  // namespace kiosk::views
