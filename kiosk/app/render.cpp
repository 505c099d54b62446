// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"
#include "views/gallery.hpp"
#include "visit/step.hpp"

#include <filesystem>
#include <iostream>

namespace kiosk::app {

namespace {

Exit no_such_screen(const std::vector<views::Shown>& screens, const std::string& wanted) {
    std::cerr << "kiosk: no screen has \"" << wanted << "\" in its name. There are:\n";
    for (const auto& shown : screens) std::cerr << "  " << shown.name << '\n';
    return Exit::usage;
}

}  // namespace

Exit render(const Machine& machine, const command::Render& command) {
    const auto content = content_or_problems(machine);
    if (!content) return Exit::content_problem;
    std::error_code error;
    std::filesystem::create_directories(command.folder, error);
    const DrawingBoard board(*content);
    Pixels pixels, before;
    int written = 0;
    bool fits = true;
    const auto screens = views::gallery(*content);
    for (const auto& shown : screens) {
        if (shown.name.find(command.only) == std::string::npos) continue;
        const auto screen = views::compose(*content, shown.visit, shown.now);
        const auto sheet = page::lay_out(screen.page, command.size, board.style);
        page::paint(sheet, board.style, pixels);
        if (pixels == before) continue;  // a page beyond the last shows the last again
        before = pixels;
        const std::string path = command.folder + "/" + shown.name;
        if (const auto failure = write_file(path + ".png", page::png(pixels))) return world_said_no(failure->sentence);
        if (command.text) write_file(path + ".txt", page::describe(sheet));
        fits = fits && sheet.misfits.empty();
        for (const auto& misfit : sheet.misfits) std::cerr << shown.name << ": " << misfit.what << '\n';
        ++written;
    }
    if (written == 0) return no_such_screen(screens, command.only);
    std::cout << written << " screens written to " << command.folder << '\n';
    return fits ? Exit::fine : Exit::content_problem;
}

}  // namespace kiosk::app
