// SPDX-License-Identifier: Apache-2.0
#include "views/paper_frame.hpp"

#include "views/wording.hpp"

#include <utility>

namespace kiosk::views::paper {
namespace {

constexpr Size letter{612, 792}, a4{595.276, 841.890};
constexpr double logo_size = 37, end_width = 170, header_gap = 11, end_drop = 3;

constexpr Look artifact(Role role, page::Align align = page::Align::start) {
    return {role, page::Tag::artifact, align, Colour::ink};
}

page::Block clinic_address(const Print& print) {
    const auto& clinic = print.content.clinic;
    const char* name = clinic.phone.empty() ? "paper.address-no-phone" : "paper.address";
    auto words = clinic.address.empty() && clinic.phone.empty()
                     ? std::string{}
                     : say(print.content, print.language, name, {{"address", clinic.address}, {"phone", clinic.phone}});
    return text(std::move(words), artifact(Role::paper_footer));
}

page::Blocks header(const Print& print, const Kind& kind) {
    auto clinic = column({text(print.content.clinic.name, artifact(Role::paper_header)), clinic_address(print)});
    auto end = column({page::space(end_drop), text(kind.name, artifact(Role::paper_footer, page::Align::end)),
                       text(kind.below_name, artifact(Role::paper_footer, page::Align::end))});
    return {row({{page::Icon{.name = "logo", .size = logo_size}}, std::move(clinic), std::move(end)},
                {logo_size, -1, end_width}, header_gap),
            page::space(6),
            {page::Rule{rule}},
            page::space(8)};
}

page::Blocks footer(const Print& print, const Kind& kind) {
    page::Blocks blocks;
    if (!kind.above_footer.empty()) {
        blocks.push_back(text(kind.above_footer, {Role::paper_footer}));
        blocks.push_back(page::space(6));
    }
    if (print.content.languages[print.language.index].is_draft) {
        blocks.push_back(text(say(print.content, print.language, "draft.paper"), {Role::paper_footer}));
        blocks.push_back(page::space(6));
    }
    blocks.push_back({page::Rule{frame_border}});
    blocks.push_back(page::space(4));
    page::PageCount count{.words = print.content.words("paper.page")(print.language),
                          .role = Role::paper_page_number,
                          .align = page::Align::end};
    const auto all = ended(kind.footer, punctuation(print.content, print.language)) + " " + kind.approval;
    auto said = text(kind.approval.empty() ? kind.footer : all, artifact(Role::paper_footer));
    blocks.push_back(row({std::move(said), {std::move(count)}}, {-1, 110 * print.scale()}, header_gap));
    return blocks;
}

}  // namespace

page::Document framed(const Print& print, Kind kind) {
    const auto& language = print.content.languages[print.language.index];
    page::Document document;
    document.language = language.code;
    document.right_to_left = language.right_to_left;
    document.paper = print.content.clinic.paper == content::PaperSize::a4 ? a4 : letter;
    document.large_print = print.large;
    document.header = header(print, kind);
    document.footer = footer(print, kind);
    document.title = std::move(kind.title);
    return document;
}

}  // namespace kiosk::views::paper
