// SPDX-License-Identifier: Apache-2.0
#include "app/loaded.hpp"

#include "app/files.hpp"

#include <iostream>

namespace kiosk::app {

std::optional<content::Content> content_or_problems(const Machine& machine) {
    auto loaded = load_content(machine.content);
    if (!loaded.content) {
        for (const auto& problem : loaded.problems)
            if (problem.severity == Severity::error) std::cerr << to_string(problem) << '\n';
    }
    return std::move(loaded.content);
}

DrawingBoard::DrawingBoard(const content::Content& content)
    : fonts(), pictures(content.pictures), style{content.theme, fonts, pictures} {}

Exit world_said_no(const std::string& sentence) {
    std::cerr << "kiosk: " << sentence << '\n';
    return Exit::world;
}

}  // namespace kiosk::app
