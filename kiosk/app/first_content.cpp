// SPDX-License-Identifier: Apache-2.0
#include "app/first_content.hpp"

#include "app/approval.hpp"
#include "app/clock.hpp"
#include "app/last_good.hpp"

#include <iostream>

namespace kiosk::app {

namespace {

/// A machine whose clock has not been set yet must still start.
constexpr const char* day_not_known = "";

struct Candidate {
    std::optional<content::Content> content;  ///< nothing where patients must not see it
    Problems problems;                        ///< why
    bool is_unapproved = false;
};

Candidate judged(Candidate candidate, const Machine& machine) {
    if (!candidate.content) return candidate;
    const auto problems = content::check(*candidate.content, day_not_known);
    candidate.is_unapproved = !is_allowed(machine, *candidate.content);
    if (has_errors(problems)) candidate.problems = problems;
    if (has_errors(problems) || candidate.is_unapproved) candidate.content.reset();
    return candidate;
}

Candidate on_disk(const Machine& machine) {
    auto loaded = load_content(machine.content);
    Candidate candidate{std::move(loaded.content), std::move(loaded.problems)};
    if (candidate.content) {
        const auto approval = approval_beside(machine.content, *candidate.content, machine, today());
        candidate.content->sign_off = approval.sign_off;
        candidate.problems = approval.problems;
    }
    return judged(std::move(candidate), machine);
}

Candidate last_good(const Machine& machine) {
    const LastGood copies(machine);
    const auto edition = copies.current();
    return judged({edition ? copies.load(*edition, machine, today()) : std::nullopt, {}}, machine);
}

void tell(const Candidate& disk) {
    for (const auto& problem : disk.problems)
        if (problem.severity >= Severity::warning) std::cerr << to_string(problem) << '\n';
    if (disk.is_unapproved) std::cerr << not_allowed << '\n';
}

}  // namespace

const char* const not_allowed =
    "kiosk: Patients see only approved content here (require-approval), and this is not. Have it approved: "
    "kiosk approve --by \"Name, role\".";

bool is_allowed(const Machine& machine, const content::Content& content) {
    return content.sign_off || !needs_approval(machine, content.clinic);
}

std::optional<content::Content> first_content(const Machine& machine) {
    auto disk = on_disk(machine);
    const auto current = LastGood(machine).current();
    if (disk.content && current && hash_of(*current) == disk.content->hash) return std::move(disk.content);
    auto copy = last_good(machine);  // and the service judges what is on the disk
    if (!disk.content) {
        tell(disk);
        if (copy.content) std::cerr << "kiosk: Patients see the last good content until this is mended.\n";
    }
    return copy.content ? std::move(copy.content) : std::move(disk.content);
}

}  // namespace kiosk::app
