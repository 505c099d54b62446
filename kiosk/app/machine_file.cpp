// SPDX-License-Identifier: Apache-2.0
#include "app/machine_file.hpp"

#include "content/nearest.hpp"
#include "content/utf8.hpp"

#include <algorithm>
#include <sstream>

namespace kiosk::app {

namespace {

constexpr std::string_view blanks = " \t\r";
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blanks) - first + 1));
}

std::string unquoted(const std::string& value) {
    const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    return quoted ? value.substr(1, value.size() - 2) : value;
}

/// One line into the file's settings; a problem without its place, or nothing.
Problems read_line(const std::string& line, int number, const std::vector<std::string_view>& options,
                   std::vector<Setting>& settings) {
    const auto wrong = [](std::string what, std::string instead) {
        return Problems{{{}, 0, Severity::error, std::move(what), std::move(instead)}};
    };
    if (content::not_utf8_at(line)) return wrong("this line is not UTF-8", "save the file as UTF-8");
    const auto equals = line.find('=');
    const std::string option = trimmed(std::string_view(line).substr(0, equals));
    if (equals == std::string::npos) return wrong("\"" + option + "\" is no setting", "write OPTION=VALUE");
    if (std::find(options.begin(), options.end(), option) == options.end())
        return wrong("there is no option \"" + option + "\"", content::instead_of(option, options));
    const auto same = [&](const Setting& other) { return other.option == option; };
    const auto before = std::find_if(settings.begin(), settings.end(), same);
    if (before != settings.end())
        return wrong("\"" + option + "\" is set already in line " + std::to_string(before->line), "keep one of them");
    settings.push_back({option, unquoted(trimmed(std::string_view(line).substr(equals + 1))), number});
    return {};
}

}  // namespace

MachineFile read_machine_file(const std::string& text, const std::string& file,
                              const std::vector<std::string_view>& options) {
    MachineFile read;
    const bool marked = std::string_view(text).substr(0, byte_order_mark.size()) == byte_order_mark;
    std::istringstream lines(marked ? text.substr(byte_order_mark.size()) : text);
    int number = 0;
    for (std::string raw; std::getline(lines, raw);) {
        ++number;
        const std::string line = trimmed(raw);
        if (line.empty() || line.front() == '#') continue;
        for (auto& problem : read_line(line, number, options, read.settings)) {
            problem.file = file;
            problem.line = number;
            read.problems.push_back(std::move(problem));
        }
    }
    return read;
}

}  // namespace kiosk::app
