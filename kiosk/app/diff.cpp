// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/diff_pictures.hpp"
#include "app/files.hpp"
#include "content/difference.hpp"
#include "views/difference_paper.hpp"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <set>
#include <utility>

namespace kiosk::app {

namespace {

constexpr Exit same = Exit::fine, different = Exit::content_problem, trouble = Exit::world;

/// With a content, or nothing and its errors are printed.
std::optional<content::Loaded> read(const std::string& path) {
    auto loaded = load_content(path);
    if (loaded.content) return loaded;
    std::cerr << "kiosk: " << path << " cannot be compared; it has errors:\n";
    for (const auto& problem : loaded.problems)
        if (problem.severity == Severity::error) std::cerr << to_string(problem) << '\n';
    return {};
}

std::set<std::string> codes_of(const content::Content& content) {
    std::set<std::string> codes;
    for (const auto& language : content.languages) codes.insert(language.code);
    return codes;
}

/// The same content as if only these translations were there; as it is, where it was changed meanwhile.
content::Content read_in(const std::string& path, const std::set<std::string>& codes, const content::Content& whole) {
    const auto files = files_below(content_folder(path));
    const auto hiding = [&](const std::string& name) -> content::FileText {
        const std::filesystem::path file(name);
        const auto code = file.stem().extension().string();
        const bool is_hidden = file.extension() == ".xlf" && !codes.contains(code.empty() ? code : code.substr(1));
        return is_hidden ? content::FileText{std::nullopt, content::no_such_file} : files(name);
    };
    return content::load(hiding, std::filesystem::path(content_file(path)).filename().string()).content.value_or(whole);
}

/// A language that came or went changes the list of languages on every screen: what else changed is seen without it.
std::pair<content::Content, content::Content> with_common_languages(const command::Diff& command,
                                                                    const content::Content& before,
                                                                    const content::Content& after) {
    const auto old_codes = codes_of(before), new_codes = codes_of(after);
    if (old_codes == new_codes) return {before, after};
    std::set<std::string> common;
    std::set_intersection(old_codes.begin(), old_codes.end(), new_codes.begin(), new_codes.end(),
                          std::inserter(common, common.end()));
    return {read_in(command.before, common, before), read_in(command.after, common, after)};
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
    const auto old_files = read(command.before), new_files = read(command.after);
    if (!old_files || !new_files) return trouble;
    const auto &before = old_files->content, &after = new_files->content;
    views::Difference difference{views::led_elsewhere(*before, *after), content::changed_facts(*before, *after),
                                 content::changed_texts(*before, *after)};
    for (auto& text : content::changed_unseen(*old_files, *new_files)) difference.texts.push_back(std::move(text));
    const auto [old_seen, new_seen] = with_common_languages(command, *before, *after);
    const DrawingBoard before_board(old_seen), after_board(new_seen);
    const auto leaves = changed_leaves(old_seen, new_seen, before_board, after_board);
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
