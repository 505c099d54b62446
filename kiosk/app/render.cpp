// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"
#include "views/focus.hpp"
#include "views/gallery.hpp"
#include "views/speech.hpp"
#include "visit/step.hpp"

#include <filesystem>
#include <iostream>

namespace kiosk::app {

namespace {

Exit no_such_screen(const content::Content& content, const std::string& wanted) {
    std::cerr << "kiosk: no screen has \"" << wanted << "\" in its name. There are, and some with 12e-contrast-, "
              << "12f-largest- or 12h-lowered- before, -page-2 and on behind:\n";
    for (const auto& shown : views::screens(content)) std::cerr << "  " << shown.name << '\n';
    return Exit::usage;
}

std::string text_of(const views::Script& script) {
    std::string text;
    for (const auto& sentence : script) text += sentence.text + '\n';
    return text;
}

std::optional<content::LanguageId> language_of(const content::Content& content, const std::string& code) {
    if (code.empty()) return content::LanguageId{};
    for (std::size_t i = 0; i < content.languages.size(); ++i)
        if (content.languages[i].code == code) return content::LanguageId{i};
    std::cerr << "kiosk: there is no language '" << code << "'. There are:";
    for (const auto& language : content.languages) std::cerr << ' ' << language.code;
    std::cerr << '\n';
    return {};
}

void look_as_asked(views::Shown& shown, const command::Render& command, content::LanguageId language) {
    auto& look = shown.visit.look;
    look.language = language;
    if (auto* drill = std::get_if<visit::place::Drill>(&shown.visit.place)) drill->language = language;
    if (command.largest) look.size = visit::TextSize::largest;
    if (command.contrast) look.contrast = visit::Contrast::high;
    look.lowered = look.lowered || command.lowered;
}

/// A screen and the pages it has in its look; none turns under a panel.
void add_with_pages(const content::Content& content, const views::Shown& first, const command::Render& command,
                    const page::Style& style, std::vector<views::Shown>& to) {
    int pages = 1;
    for (int at = 0; at < pages; ++at) {
        auto shown = at == 0 ? first : views::turned(content, first, at);
        if (at == 0 && std::holds_alternative<std::monostate>(shown.visit.overlay))
            pages = page::lay_out(views::compose(content, shown.visit, shown.now).page, command.size, style).pages;
        if (at > 0) shown.name += "-page-" + std::to_string(at + 1);
        to.push_back(std::move(shown));
    }
}

/// Asked for a look, it is that of every screen; else each look is shown in its turn.
std::vector<views::Shown> screens_for(const content::Content& content, const command::Render& command,
                                      content::LanguageId language, const page::Style& style) {
    const bool has_look = command.largest || command.contrast || command.lowered;
    auto screens = has_look ? views::screens(content) : views::gallery(content);
    for (auto& shown : screens) look_as_asked(shown, command, language);
    if (!has_look) return screens;
    std::vector<views::Shown> all;
    for (auto& shown : screens) {
        if (shown.name.find(command.only) == std::string::npos)
            all.push_back(std::move(shown));
        else
            add_with_pages(content, std::move(shown), command, style, all);
    }
    return all;
}

}  // namespace

Exit render(const Machine& machine, const command::Render& command) {
    const auto content = content_or_problems(machine);
    if (!content) return Exit::content_problem;
    const auto language = language_of(*content, command.language);
    if (!language) return Exit::usage;
    std::error_code error;
    std::filesystem::create_directories(command.folder, error);
    const DrawingBoard board(*content);
    Pixels pixels, before;
    int written = 0;
    bool fits = true;
    const auto screens = screens_for(*content, command, *language, board.style);
    for (const auto& shown : screens) {
        if (shown.name.find(command.only) == std::string::npos) continue;
        const auto screen = views::compose(*content, shown.visit, shown.now);
        const auto plain = page::lay_out(screen.page, command.size, board.style);
        const auto sheet = views::ringed(plain, screen, shown.visit.focus);
        const auto heard = views::heard_now(*content, shown.visit, screen, plain);
        page::paint(views::with_mark(sheet, views::read_now(heard, shown.visit)), board.style, pixels);
        if (pixels == before) continue;  // a page beyond the last shows the last again
        before = pixels;
        const std::string path = command.folder + "/" + shown.name;
        if (const auto failure = write_file(path + ".png", page::png(pixels))) return world_said_no(failure->sentence);
        if (command.text) write_file(path + ".txt", page::describe(sheet));
        if (command.speech) write_file(path + ".speech.txt", text_of(views::speech(*content, shown.visit, plain)));
        fits = fits && sheet.misfits.empty();
        for (const auto& misfit : sheet.misfits) std::cerr << shown.name << ": " << misfit.what << '\n';
        ++written;
    }
    if (written == 0) return no_such_screen(*content, command.only);
    std::cout << written << " screens written to " << command.folder << '\n';
    return fits ? Exit::fine : Exit::content_problem;
}

}  // namespace kiosk::app
