// SPDX-License-Identifier: Apache-2.0
#include "app/examine.hpp"

#include "app/clock.hpp"
#include "app/dictionaries.hpp"

#include <future>

namespace kiosk::app {

Problems words_problems(const content::Loaded& loaded) {
    Problems problems;
    add(problems, loaded.problems, "form");
    if (!loaded.content) return problems;
    const auto& content = *loaded.content;
    add(problems, content::check(content, today()), "questions");
    const auto& words = loaded.words;
    const auto passages = content::passages(content, loaded.written, loaded.translated);
    add(problems, words.problems, "spelling");
    add(problems, content::check_language(passages), "language");
    add(problems, content::check_spelling(content, passages, words, dictionaries()), "spelling");
    add(problems, content::check_words_to_avoid(passages, words), "words-to-avoid");
    add(problems, content::check_numbers(content, passages, words), "numbers");
    add(problems, content::check_translated_prose(passages), "plain-words");
    return problems;
}

Examined examine_rules(const content::Loaded& loaded, proof::Memory& memory) {
    if (!loaded.content) return {{}, words_problems(loaded)};
    // Both take long, and neither changes what it looks at.
    auto walking = std::async(std::launch::async, [&] { return proof::prove(*loaded.content, memory); });
    Examined examined{{}, words_problems(loaded)};
    examined.proofs = walking.get();
    for (const auto& proof : examined.proofs) add(examined.problems, proof::problems(proof), "proof");
    return examined;
}

Examined examine(const content::Loaded& loaded) {
    proof::Memory memory;
    auto examined = examine_rules(loaded, memory);
    if (!loaded.content) return examined;
    examined.fit = look_at_all(*loaded.content, loaded.written);
    add(examined.problems, examined.fit.problems, "fit");
    return examined;
}

}  // namespace kiosk::app
