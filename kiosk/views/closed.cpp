// SPDX-License-Identifier: Apache-2.0
#include "views/closed.hpp"

#include <array>
#include <utility>

namespace kiosk::views {

namespace {

struct Said {
    const char *language, *title, *line;
};

// Text from right to left stands in an isolate (U+2067 to U+2069): the page goes from left to right.
constexpr std::array not_in_use_yet{
    Said{"en", "Not in use yet", "See the front desk."},
    Said{"es", "Todavía no está en uso", "Vaya a la recepción."},
    Said{"vi", "Chưa sử dụng", "Mời quý vị đến quầy tiếp tân."},
    Said{"zh-Hans", "尚未启用", "请到前台。"},
    Said{"ar", "\u2067غير متاح بعد\u2069", "\u2067توجهوا إلى مكتب الاستقبال.\u2069"},
};
constexpr std::array out_of_order{
    Said{"en", "Please tell the front desk", "This screen is not working. Go there if you need help."},
    Said{"es", "Avise a la recepción, por favor", "Esta pantalla no funciona. Vaya allí si necesita ayuda."},
    Said{"vi", "Xin báo cho quầy tiếp tân", "Màn hình này không hoạt động. Hãy đến đó nếu quý vị cần giúp đỡ."},
    Said{"zh-Hans", "请告诉前台", "这个屏幕出了故障。需要帮助时请到前台。"},
    Said{"ar", "\u2067يرجى إخبار مكتب الاستقبال\u2069",
         "\u2067هذه الشاشة لا تعمل. توجهوا إلى هناك إذا احتجتم إلى مساعدة.\u2069"},
};

page::Block centred(const char* language, const char* text, Role role, page::Tag tag) {
    page::Words words{.runs = {{text}}, .role = role, .align = page::Align::centre, .tag = tag};
    words.language = language;
    return {std::move(words)};
}

Theme make_theme() {
    constexpr std::uint32_t ink = 0x15292E, linen = 0xFAF5EC, white = 0xFFFFFF;
    Theme theme;
    theme.normal.fill(white);
    for (const auto dark : {Colour::ink, Colour::ink_soft, Colour::petrol})
        theme.normal[static_cast<std::size_t>(dark)] = ink;
    theme.normal[static_cast<std::size_t>(Colour::linen)] = linen;
    for (auto* types : {&theme.portrait, &theme.landscape}) {
        types->fill({38, 54});
        (*types)[static_cast<std::size_t>(Role::alert)] = {104, 120, true};
        (*types)[static_cast<std::size_t>(Role::subhead)] = {52, 68, true};
    }
    return theme;
}

}  // namespace

page::Page closed(Closed why) {
    const auto& said = why == Closed::not_in_use_yet ? not_in_use_yet : out_of_order;
    const auto& [first, title, line] = said.front();
    page::Page page;
    page.tone = page::Tone::staff;  // nobody is a patient here: there is nothing to touch
    page.title = title;
    page.read = {page::space(40), centred(first, title, Role::alert, page::Tag::heading1), page::space(32),
                 centred(first, line, Role::body, page::Tag::paragraph)};
    for (std::size_t i = 1; i < said.size(); ++i) {
        page.sheet.push_back(page::grow());
        page.sheet.push_back(centred(said[i].language, said[i].title, Role::subhead, page::Tag::heading2));
        page.sheet.push_back(page::space(8));
        page.sheet.push_back(centred(said[i].language, said[i].line, Role::body, page::Tag::paragraph));
    }
    page.sheet.push_back(page::grow());
    return page;
}

const Theme& closed_theme() {
    static const Theme theme = make_theme();
    return theme;
}

}  // namespace kiosk::views
