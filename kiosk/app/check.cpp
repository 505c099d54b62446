// SPDX-License-Identifier: Apache-2.0
#include "app/approval.hpp"
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/examine.hpp"
#include "app/files.hpp"
#include "app/letters.hpp"
#include "app/verdict.hpp"
#include "app/watched_check.hpp"

#include <iostream>
#include <utility>

namespace kiosk::app {

namespace {

void add_letters(const Machine& machine, const content::Content& content, const Fit& fit, Verdict& verdict) {
    const page::Fonts fonts;
    const Eye eye(machine, fonts);
    const auto roles = role_letters(content.theme, eye);
    verdict.letters = in_lines(roles, eye);
    add(verdict.problems, check_letters(machine, content.theme_file, roles, eye, fit[Surface::Seen::largest]),
        "letters");
}

}  // namespace

Exit check(const Machine& machine, const command::Check& asked) {
    if (asked.watch) return check_while_saved(machine, asked);
    auto loaded = load_content(machine.content);
    auto approval = put_approval_beside(machine.content, loaded, machine, today());
    if (asked.depth == command::Check::Depth::self_test) return self_test(loaded);
    proof::Memory memory;
    auto examined = asked.depth == command::Check::Depth::whole ? examine(loaded) : examine_rules(loaded, memory);
    Verdict verdict{content_file(machine.content), std::move(examined.problems), asked.depth,
                    std::move(examined.proofs)};
    add(verdict.problems, asked.of_machine, "machine");
    if (loaded.content && asked.depth == command::Check::Depth::whole)
        add_letters(machine, *loaded.content, examined.fit, verdict);
    if (loaded.content) {
        if (!approval.sign_off && needs_approval(machine, loaded.content->clinic))
            approval.problems.push_back(not_approved(machine.content, Severity::warning));
        add(verdict.problems, std::move(approval.problems), "approval");
    }
    sort(verdict.problems);
    std::cout << to_string(verdict, asked.format);
    return verdict.exit();
}

}  // namespace kiosk::app
