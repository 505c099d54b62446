// SPDX-License-Identifier: Apache-2.0
#include "views/book.hpp"

#include "views/book_chapters.hpp"
#include "views/wording.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace paper;

struct Chapter {
    std::string title;
    page::Document document;
};

std::string approval_line(const content::Content& content) {
    const auto line = approval_words(content, {});
    return line.empty() ? "Not yet reviewed by a clinician." : line;
}

std::vector<Chapter> chapters(const Binding& binding, const BookFacts& facts) {
    const auto& content = binding.content;
    std::vector<Chapter> all;
    const auto add = [&](std::string title, page::Document document) {
        all.push_back({std::move(title), std::move(document)});
    };
    for (std::size_t t = 0; t < content.topics.size(); ++t) {
        const auto& topic = content.topics[t];
        add("Warning signs: " + topic.title({}), flags_chapter(binding, topic));
        add("Handouts: " + topic.title({}), handouts_chapter(binding, topic));
    }
    add("Map of the visit", map_chapter(binding, facts.charts));
    for (std::size_t t = 0; t < content.topics.size(); ++t)
        for (std::size_t l = 0; l < content.languages.size(); ++l) {
            const auto of = content.topics[t].title({}) + ", " + content.languages[l].name;
            add("Every screen: " + of, screens_chapter(binding, {t}, {l}));
            add("Every sheet of paper: " + of, paper_chapter(binding, {t}, {l}));
        }
    for (const auto& topic : content.topics) add("Sources: " + topic.title({}), sources_chapter(binding, topic));
    for (const auto& language : content.languages)
        add("How hard it is to read: " + language.name, reading_chapter(binding, language, facts.readings));
    add("What the check has left", problems_chapter(binding, facts));
    add("Signatures", signature_chapter(binding));
    return all;
}

page::Document title_page(const Binding& binding, const BookFacts& facts,
                          const std::vector<std::pair<std::string, int>>& contents) {
    const auto& content = binding.content;
    auto document = binding.document(Hung::upright, "Sign-off book");
    auto& flow = document.flow;
    flow.push_back(page::space(40));
    flow.push_back(chapter("Sign-off book"));
    flow.push_back(page::space(6));
    flow.push_back(text("Everything that patients of " + content.clinic.name + " see on the screen and on paper.",
                        {Role::paper_header}));
    flow.push_back(page::space(18));
    flow.push_back(box({runs({{"Content (SHA-256) ", true}}, {.role = Role::paper_source}), small(content.hash),
                        page::space(4), runs({{"Made on ", true}, {date_in_words(content, {}, facts.date), false}}),
                        page::space(2), runs({{approval_line(content), true}})}));
    flow.push_back(page::space(22));
    flow.push_back(section("Contents"));
    flow.push_back(page::space(6));
    for (const auto& [title, page] : contents) {
        flow.push_back(row({text(title), text(std::to_string(page), {.align = page::Align::end})}, {-1, 50}, 8));
        flow.push_back(page::space(2));
    }
    return document;
}

}  // namespace

page::Document Binding::document(Hung hung, const std::string& title) const {
    return staff_document(print(), hung, title, footer);
}

std::vector<page::Document> book(const content::Content& content, const BookFacts& facts, const page::Style& style) {
    const Binding binding{content, style,
                          "Sign-off book of " + date_in_words(content, {}, facts.date) + ", content " + content.hash};
    auto all = chapters(binding, facts);
    std::vector<std::pair<std::string, int>> contents;
    for (const auto& chapter : all) contents.push_back({chapter.title, 1});
    int page = static_cast<int>(page::lay_out(title_page(binding, facts, contents), style).size()) + 1;
    for (std::size_t i = 0; i < all.size(); ++i) {
        contents[i].second = page;
        page += static_cast<int>(page::lay_out(all[i].document, style).size());
    }
    std::vector<page::Document> documents{title_page(binding, facts, contents)};
    for (auto& chapter : all) documents.push_back(std::move(chapter.document));
    return documents;
}

}  // namespace kiosk::views
