// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/fit.hpp"

#include <algorithm>
#include <iostream>

namespace kiosk::app {

Exit check(const Machine& machine) {
    auto loaded = load_content(machine.content);
    auto problems = std::move(loaded.problems);
    if (loaded.content) {
        const auto& content = *loaded.content;
        for (const auto& more : {content::check(content, today()), check_fit(content, loaded.written),
                                 content::check_promises(loaded.written, content.languages.front())})
            problems.insert(problems.end(), more.begin(), more.end());
        sort(problems);
    }
    for (const auto& problem : problems) std::cout << to_string(problem) << '\n';
    const auto errors =
        std::count_if(problems.begin(), problems.end(), [](const Problem& p) { return p.severity == Severity::error; });
    std::cout << machine.content << ": " << errors << (errors == 1 ? " error, " : " errors, ")
              << static_cast<long>(problems.size()) - errors << " other remarks\n";
    return errors == 0 ? Exit::fine : Exit::content_problem;
}

}  // namespace kiosk::app
