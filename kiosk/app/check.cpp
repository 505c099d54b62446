// SPDX-License-Identifier: Apache-2.0
#include "app/approval.hpp"
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/dictionaries.hpp"
#include "app/files.hpp"
#include "app/fit.hpp"
#include "app/verdict.hpp"
#include "app/watched_check.hpp"

#include <iostream>

namespace kiosk::app {

Proofs proofs_of(const content::Loaded& loaded) {
    proof::Memory memory;
    return proofs_of(loaded, memory);
}

Proofs proofs_of(const content::Loaded& loaded, proof::Memory& memory) {
    return loaded.content ? proof::prove(*loaded.content, memory) : Proofs{};
}

Problems words_problems(const content::Loaded& loaded, const Proofs& proofs) {
    Problems problems;
    add(problems, loaded.problems, "form");
    if (!loaded.content) return problems;
    const auto& content = *loaded.content;
    add(problems, content::check(content, today()), "questions");
    for (const auto& proof : proofs) add(problems, proof::problems(proof), "proof");
    const auto& words = loaded.words;
    const auto passages = content::passages(content, loaded.written, loaded.translated);
    add(problems, words.problems, "spelling");
    add(problems, content::check_spelling(content, passages, words, dictionaries()), "spelling");
    add(problems, content::check_words_to_avoid(passages, words), "words-to-avoid");
    add(problems, content::check_numbers(content, passages, words), "numbers");
    add(problems, content::check_translated_prose(passages), "plain-words");
    return problems;
}

Problems whole_problems(const content::Loaded& loaded, const Proofs& proofs, const GoOn& go_on) {
    Problems problems = words_problems(loaded, proofs);
    if (!loaded.content) return problems;
    add(problems, check_fit(*loaded.content, loaded.written, go_on), "fit");
    return problems;
}

Exit check(const Machine& machine, const command::Check& asked) {
    if (asked.watch) return check_while_saved(machine, asked);
    const auto loaded = load_content(machine.content);
    if (asked.depth == command::Check::Depth::self_test) return self_test(loaded);
    const auto proofs = proofs_of(loaded);
    const bool whole = asked.depth == command::Check::Depth::whole;
    Verdict verdict{content_file(machine.content),
                    whole ? whole_problems(loaded, proofs, [] { return true; }) : words_problems(loaded, proofs),
                    asked.depth, proofs};
    add(verdict.problems, asked.of_machine, "machine");
    if (loaded.content)
        add(verdict.problems, approval_beside(machine.content, *loaded.content, machine, today()).problems, "approval");
    sort(verdict.problems);
    std::cout << to_string(verdict, asked.format);
    return verdict.exit();
}

}  // namespace kiosk::app
