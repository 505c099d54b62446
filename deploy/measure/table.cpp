// SPDX-License-Identifier: Apache-2.0
#include "table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace kiosk::measure {

namespace {

struct Row {
    const char* what;
    std::optional<double> Figures::*figure;
    const char* wanted;
};

constexpr std::array rows{
    Row{"start to full first screen, ms", &Figures::start, "0.35 of Chromium"},
    Row{"touch to tick box, ms (300)", &Figures::tick, "0.9 of Chromium"},
    Row{"touch to tick box, ms, p99", &Figures::tick_p99, "16.7 ms"},
    Row{"touch to new screen, ms (300)", &Figures::screen, "0.45 of Chromium"},
    Row{"touch to new screen, ms, p99", &Figures::screen_p99, "16.7 ms"},
    Row{"at rest, % of one core", &Figures::cpu_percent, "0.0"},
    Row{"at rest, wake-ups a second", &Figures::wakeups, "2"},
    Row{"memory of all processes, PSS, MB", &Figures::pss, "0.4 of Chromium"},
    Row{"processes", &Figures::processes, ""},
    Row{"handout to PDF, whole command, ms", &Figures::pdf, "0.08 of Chromium"},
    Row{"Listen to first samples, ms (40)", &Figures::sound, "100 ms"},
    Row{"Listen to first samples, ms, p99", &Figures::sound_p99, "100 ms"},
};

using Cells = std::vector<std::string>;

std::string number(double value, int digits) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.*f", digits, value);
    return text.data();
}

std::string cell(const Row& row, const Figures& kiosk, const Column& column) {
    const auto ours = kiosk.*row.figure;
    const auto theirs = column.figures ? *column.figures.*row.figure : std::nullopt;
    if (!theirs) return "-";
    const auto value = number(*theirs, row.figure == &Figures::processes ? 0 : 1);
    const bool compared = &*column.figures != &kiosk && ours && *theirs > 0 && row.figure != &Figures::processes;
    return compared ? value + " (" + number(*ours / *theirs, 2) + ")" : value;
}

std::vector<Cells> cells(const std::vector<Column>& columns) {
    std::vector<Cells> lines{{""}};
    for (const auto& column : columns) lines[0].push_back(column.name + (column.figures ? "" : ": not installed"));
    lines[0].push_back("wanted");
    for (const auto& row : rows) {
        Cells line{row.what};
        for (const auto& column : columns) line.push_back(cell(row, *columns.front().figures, column));
        line.push_back(row.wanted);
        lines.push_back(std::move(line));
    }
    Cells rule(lines[0].size(), "---");
    lines.insert(lines.begin() + 1, std::move(rule));
    return lines;
}

}  // namespace

void print(std::ostream& out, const std::vector<Column>& columns) {
    const auto lines = cells(columns);
    std::vector<std::size_t> widths(lines[0].size());
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], line[i].size());
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i)
            out << "| " << line[i] << std::string(widths[i] - line[i].size() + 1, ' ');
        out << "|\n";
    }
    out << "In brackets: the kiosk's figure as a share of that one. Medians; p99: one in a hundred takes longer.\n";
}

}  // namespace kiosk::measure
