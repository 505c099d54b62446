// SPDX-License-Identifier: Apache-2.0
// The small clinic with one thing broken, and every problem that its loading then tells. For tables of bad input.
#pragma once

#include "fixtures/small.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

namespace kiosk::content {

using FilesByPath = std::map<std::string, std::string>;

inline std::string in_lines(const Problems& problems) {
    std::string lines;
    for (const auto& problem : problems) lines += to_string(problem) + '\n';
    return lines;
}

/// A reader of files held in memory, which remember what was asked for.
inline ReadFile from_memory(const FilesByPath& files) {
    return [&files](const std::string& path) -> FileText {
        const auto found = files.find(path);
        if (found == files.end()) return {std::nullopt, "does not exist"};
        return {found->second, ""};
    };
}

/// Every file of the small clinic, read once.
inline const FilesByPath& small_files() {
    static const FilesByPath files = [] {
        FilesByPath read;
        load([&read](const std::string& path) {
            auto file = fixtures::small_file(path);
            if (file.text) read[path] = *file.text;
            return file;
        });
        return read;
    }();
    return files;
}

/// Small drawings, so that thousands of readings take seconds.
inline FilesByPath with_light_drawings(FilesByPath files) {
    for (auto& [path, text] : files)
        if (path.ends_with(".svg")) text = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>)";
    return files;
}

/// A problem stands in a file that there is, at a line that it has; or it is about a file that is missing.
inline bool has_true_place(const Problem& problem, const FilesByPath& files) {
    const auto file = files.find(problem.file);
    if (file == files.end()) return problem.line == 0 && problem.what.find("does not exist") != std::string::npos;
    const auto lines = 1 + std::count(file->second.begin(), file->second.end(), '\n');
    return problem.line >= 0 && problem.line <= lines && !problem.what.empty();
}

/// What to put in the place of what, in which file. An empty `from` means the whole file.
struct Broken {
    std::string sentence;
    std::string path;
    std::string from, to;
    std::string problems;  ///< one a line
};

inline Loaded load_broken(const std::string& path, const std::string& from, const std::string& to) {
    FilesByPath files = small_files();
    REQUIRE(files.count(path) == 1);
    auto& text = files[path];
    const auto at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    text.replace(at, from.empty() ? text.size() : from.size(), to);
    return load(from_memory(files));
}

inline void check_rows(const std::vector<Broken>& rows) {
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        const auto loaded = load_broken(row.path, row.from, row.to);
        CHECK('\n' + in_lines(loaded.problems) == '\n' + row.problems + '\n');
        CHECK(!loaded.content);
    }
}

}  // namespace kiosk::content
