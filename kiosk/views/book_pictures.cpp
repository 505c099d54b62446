// SPDX-License-Identifier: Apache-2.0
#include "views/book_chapters.hpp"
#include "views/leaves.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace kiosk::views {
namespace {

constexpr double gap = 12, caption = 22, heading = 62;

struct Figure {
    std::string name;
    std::shared_ptr<const page::Sheet> sheet;
};

std::vector<Figure> figures(const Binding& binding, const Sight& sight) {
    std::vector<Figure> all;
    const auto content = seen(binding.content, sight);
    for (const auto& leaf : leaves(content, sight)) {
        int page = 0;
        for (auto& sheet : sheets(content, sight, leaf, binding.style)) {
            const auto more = ++page > 1 ? ", page " + std::to_string(page) : std::string();
            all.push_back({leaf.name + more, std::make_shared<const page::Sheet>(std::move(sheet))});
        }
    }
    return all;
}

/// So many side by side on each sheet; the first sheet has the chapter's title above.
void add_figures(page::Document& document, const std::vector<Figure>& figures, std::size_t across) {
    const Size room = paper::room_of(document);
    const double width = (room.width - gap * static_cast<double>(across - 1)) / static_cast<double>(across);
    for (std::size_t first = 0; first < figures.size(); first += across) {
        const Size within{width, room.height - caption - (first == 0 ? heading : 0)};
        page::Blocks row;
        for (auto i = first; i < first + across; ++i) {
            if (i >= figures.size()) {
                row.push_back(page::space(1));
                continue;
            }
            row.push_back(paper::column(
                {paper::small(figures[i].name), {page::Inset{figures[i].sheet, within, figures[i].name}}}, 3));
        }
        document.flow.push_back(paper::row(std::move(row), std::vector<double>(across, -1.0), gap));
        document.flow.push_back(page::space(6));
    }
}

page::Document pictures_chapter(const Binding& binding, const Sight& sight, const std::string& what,
                                std::size_t across) {
    const auto& topic = binding.content[sight.topic];
    const auto& language = binding.content.languages[sight.language.index].name;
    const auto title = what + ": " + topic.title({}) + ", " + language;
    auto document = binding.document(paper::Hung::across, what);
    document.flow.push_back(paper::chapter(title));
    document.flow.push_back(page::space(6));
    add_figures(document, figures(binding, sight), across);
    return document;
}

}  // namespace

page::Document screens_chapter(const Binding& binding, content::TopicId topic, content::LanguageId language) {
    return pictures_chapter(binding, {.topic = topic, .language = language, .paper = binding.content.clinic.paper},
                            "Every screen", 3);
}

page::Document paper_chapter(const Binding& binding, content::TopicId topic, content::LanguageId language) {
    return pictures_chapter(
        binding, {.medium = Medium::paper, .topic = topic, .language = language, .paper = binding.content.clinic.paper},
        "Every sheet of paper", 2);
}

}  // namespace kiosk::views
