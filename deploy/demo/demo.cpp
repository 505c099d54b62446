// SPDX-License-Identifier: Apache-2.0
// kiosk-demo CONTENT SCRIPT FOLDER: plays a visit by touches on the kiosk of this display and keeps what it saw.
#include "app/files.hpp"
#include "player.hpp"

#include <exception>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>

namespace {

using namespace kiosk;

int play_all(const content::Content& content, std::istream& script, const std::string& folder) {
    play::Player player(content, visit::PrinterKind::demonstration);
    int shot = 0;
    const auto keep = [&] {
        std::ostringstream name;
        name << folder << "/screen-" << std::setw(2) << std::setfill('0') << ++shot << ".png";
        app::write_file(name.str(), page::png(player.screen().look()));
    };
    std::string problem = player.see();
    keep();
    for (std::string line; problem.empty() && std::getline(script, line);) {
        if (line.empty() || line.front() == '#') continue;
        std::cout << "  " << line << std::endl;
        problem = player.play(line);
        keep();
    }
    if (problem.empty()) return 0;
    std::cerr << "The demo stopped: " << problem << '\n';
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    try {
        const auto loaded = app::load_content(argv[1]);
        std::ifstream script(argv[2]);
        if (!loaded.content || !script) {
            std::cerr << "The demo needs content without errors and its script.\n";
            return 1;
        }
        return play_all(*loaded.content, script, argv[3]);
    } catch (const std::exception& error) {
        std::cerr << "The demo stopped: " << error.what() << '\n';
        return 1;
    }
}
