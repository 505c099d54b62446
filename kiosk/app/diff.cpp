// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/diff_pictures.hpp"
#include "app/files.hpp"
#include "content/difference.hpp"
#include "views/difference_paper.hpp"

#include <iostream>

namespace kiosk::app {

namespace {

constexpr Exit same = Exit::fine, different = Exit::content_problem, trouble = Exit::world;

std::optional<content::Content> read(const std::string& path) {
    auto loaded = load_content(path);
    if (loaded.content) return std::move(loaded.content);
    std::cerr << "kiosk: " << path << " cannot be compared; it has errors:\n";
    for (const auto& problem : loaded.problems)
        if (problem.severity == Severity::error) std::cerr << to_string(problem) << '\n';
    return {};
}

std::string in_brackets(const std::vector<content::Piece>& pieces) {
    std::string text;
    for (const auto& [words, changed] : pieces) {
        const auto last = words.find_last_not_of(' ') + 1;
        text += changed ? "[" + words.substr(0, last) + "]" + words.substr(last) : words;
    }
    return text.empty() ? "(nothing)" : text;
}

void print(const std::string& title, const std::vector<std::string>& sentences, const char* none) {
    std::cout << title << '\n';
    for (const auto& sentence : sentences) std::cout << "  " << sentence << '\n';
    if (sentences.empty()) std::cout << "  " << none << '\n';
    std::cout << '\n';
}

void print(const views::Difference& difference) {
    print("Answers that lead elsewhere", difference.elsewhere, "No answer leads elsewhere.");
    print("Questions, choices, rules, handouts, sources, settings", difference.facts,
          "None was added, removed or changed.");
    std::cout << "Texts\n";
    for (const auto& [place, language, before, after] : difference.texts) {
        const auto marked = content::marked(before, after);
        std::cout << "  " << place << " (" << language << ")\n    - " << in_brackets(marked.before) << "\n    + "
                  << in_brackets(marked.after) << '\n';
    }
    if (difference.texts.empty()) std::cout << "  No text was changed.\n";
    std::cout << '\n';
}

std::vector<std::string> names_of(const std::vector<ChangedLeaf>& leaves) {
    std::vector<std::string> names;
    for (const auto& leaf : leaves) names.push_back(leaf.name + " (" + leaf.language + ")");
    return names;
}

std::vector<views::PicturePair> pairs_of(const std::vector<ChangedLeaf>& leaves) {
    std::vector<views::PicturePair> pairs;
    for (const auto& leaf : leaves)
        for (const auto& [before, after] : leaf.pages)
            pairs.push_back({leaf.name + " (" + leaf.language + ")", before, after});
    return pairs;
}

}  // namespace

Exit diff(const command::Diff& command) {
    const auto before = read(command.before), after = read(command.after);
    if (!before || !after) return trouble;
    const views::Difference difference{views::led_elsewhere(*before, *after), content::changed_facts(*before, *after),
                                       content::changed_texts(*before, *after)};
    const DrawingBoard before_board(*before), after_board(*after);
    const auto leaves = changed_leaves(*before, *after, before_board, after_board);
    print(difference);
    print("Screens and sheets that look different", names_of(leaves), "All look the same.");
    if (!command.out.empty()) {
        const auto document =
            views::difference_paper(*before, *after, difference, pairs_of(leaves), before_board.style);
        const auto failure = write_file(command.out, page::paint_pdf({document}, after_board.style, today()));
        if (failure) return world_said_no(failure->sentence);
    }
    const bool any =
        !leaves.empty() || !difference.elsewhere.empty() || !difference.facts.empty() || !difference.texts.empty();
    return any ? different : same;
}

}  // namespace kiosk::app
