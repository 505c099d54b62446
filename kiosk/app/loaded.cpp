// SPDX-License-Identifier: Apache-2.0
#include "app/loaded.hpp"

#include "app/approval.hpp"
#include "app/clock.hpp"
#include "app/files.hpp"

#include <iostream>

namespace kiosk::app {

namespace {
/// A machine whose clock has not been set yet must still start.
constexpr const char* day_not_known = "";
}  // namespace

std::optional<content::Loaded> loaded_or_problems(const Machine& machine) {
    auto loaded = load_content(machine.content);
    const auto problems = loaded.content ? content::check(*loaded.content, day_not_known) : loaded.problems;
    if (!has_errors(problems)) {
        loaded.content->sign_off = approval_beside(machine.content, *loaded.content, machine, today()).sign_off;
        return loaded;
    }
    for (const auto& problem : problems)
        if (problem.severity == Severity::error) std::cerr << to_string(problem) << '\n';
    return {};
}

std::optional<content::Content> content_or_problems(const Machine& machine) {
    auto loaded = loaded_or_problems(machine);
    if (!loaded) return {};
    return std::move(loaded->content);
}

DrawingBoard::DrawingBoard(const content::Content& content)
    : fonts(), pictures(content.pictures), style{content.theme, fonts, pictures} {}

Exit refused(const Problems& problems, const std::string& sentence, Severity least) {
    for (const auto& problem : problems)
        if (problem.severity >= least) std::cerr << to_string(problem) << '\n';
    std::cerr << "kiosk: " << sentence << '\n';
    return Exit::content_problem;
}

Exit world_said_no(const std::string& sentence) {
    std::cerr << "kiosk: " << sentence << '\n';
    return Exit::world;
}

}  // namespace kiosk::app
