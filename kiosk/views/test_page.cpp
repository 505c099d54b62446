// SPDX-License-Identifier: Apache-2.0
// A sheet that staff print to see that paper comes out whole: a frame near the edges, and every script.
#include "views/paper_frame.hpp"
#include "views/views.hpp"
#include "views/wording.hpp"

#include <utility>

namespace kiosk::views {

page::Document test_page(const content::Content& content, const Stamp& stamp) {
    const paper::Print print{content, content::LanguageId{}};
    const auto title = say(content, {}, "desk.test-page-title");
    auto document = paper::framed(print, {.title = title,
                                          .name = title,
                                          .below_name = stamp.kiosk,
                                          .footer = content.hash.substr(0, 12),
                                          .approval = {},
                                          .above_footer = {}});
    page::Blocks inside{
        paper::heading(date_in_words(content, {}, stamp.date) + ", " + stamp.time, page::Tag::heading1)};
    for (std::size_t i = 0; i < content.languages.size(); ++i) {
        const content::LanguageId language{i};
        page::Words words{.runs = {{content.languages[i].name + ": ", true}, {say(content, language, "key.help")}},
                          .role = Role::paper_body,
                          .language = content.languages[i].code};
        inside.push_back(page::space(paper::body_line));
        inside.push_back({std::move(words)});
    }
    document.flow = {paper::box(std::move(inside))};
    return document;
}

}  // namespace kiosk::views
