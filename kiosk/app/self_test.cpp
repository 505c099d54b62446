// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/examine.hpp"
#include "app/verdict.hpp"

#include "proof/faults.hpp"

#include <algorithm>
#include <iostream>

namespace kiosk::app {

namespace {

Problems found_in(const content::Content& content, proof::Memory& walked) {
    Problems problems;
    add(problems, content::check(content, today()), "questions");
    for (const auto& proof : proof::prove(content, walked)) add(problems, proof::problems(proof), "proof");
    return problems;
}

/// An error or a warning that was not there before the fault was planted.
const Problem* caught(const Problems& before, const Problems& now) {
    const auto is_new = [&](const Problem& problem) {
        if (problem.severity < Severity::warning) return false;
        return std::none_of(before.begin(), before.end(), [&](const Problem& old) {
            return old.file == problem.file && old.what == problem.what && old.line == problem.line;
        });
    };
    const auto first = std::find_if(now.begin(), now.end(), is_new);
    return first == now.end() ? nullptr : &*first;
}

}  // namespace

Exit self_test(const content::Loaded& loaded) {
    if (!loaded.content) {
        std::cout << lines_of(loaded.problems) << "nothing was planted: the content has errors\n";
        return Exit::content_problem;
    }
    proof::Memory walked;
    const auto before = found_in(*loaded.content, walked);
    int missed = 0;
    for (const auto& fault : proof::faults(*loaded.content)) {
        const auto now = found_in(fault.content, walked);
        const auto* problem = caught(before, now);
        std::cout << "planted: " << fault.about << "\n  "
                  << (problem ? "caught by " + problem->rule + ": " + problem->what : "MISSED") << '\n';
        if (!problem) ++missed;
    }
    for (const auto& proof : proof::prove(*loaded.content, walked, proof::Depth::all)) {
        std::cout << "walked at length: " << to_string(proof) << '\n';
        if (proof.is != proof::Verdict::Is::proved) ++missed;
    }
    std::cout << (missed == 0 ? "every fault was caught\n" : std::to_string(missed) + " missed\n");
    return missed == 0 ? Exit::fine : Exit::content_problem;
}

}  // namespace kiosk::app
