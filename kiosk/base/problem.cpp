// SPDX-License-Identifier: Apache-2.0
#include "base/problem.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kiosk {

namespace {
auto order(const Problem& p) {
    return std::tuple(p.file, p.line, -static_cast<int>(p.severity), p.what, p.instead);
}
}  // namespace

void add(Problems& problems, Problems more, const std::string& rule) {
    for (auto& problem : more) {
        if (problem.rule.empty()) problem.rule = rule;
        problems.push_back(std::move(problem));
    }
}

bool before(const Problem& a, const Problem& b) {
    return order(a) < order(b);
}

void sort(Problems& problems) {
    std::sort(problems.begin(), problems.end(), before);
    problems.erase(std::unique(problems.begin(), problems.end()), problems.end());
}

const char* name_of(Severity severity) {
    static constexpr const char* names[] = {"note", "todo", "warning", "error"};
    return names[static_cast<std::size_t>(severity)];
}

std::string to_string(const Problem& p) {
    std::string text = p.file;
    if (p.line > 0) text += ':' + std::to_string(p.line);
    text += std::string(": ") + name_of(p.severity) + ": " + p.what;
    if (!p.instead.empty()) text += " (" + p.instead + ')';
    return text;
}

bool has_errors(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& p) { return p.severity == Severity::error; });
}

}  // namespace kiosk
