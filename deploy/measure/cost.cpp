// SPDX-License-Identifier: Apache-2.0
#include "cost.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

namespace fs = std::filesystem;

namespace kiosk::measure {

namespace {

std::string text_of(const fs::path& path) {
    std::ifstream file(path);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The number after a name in a file of "Name:  number" lines.
double number_after(const std::string& text, const std::string& name) {
    const auto at = text.find(name);
    return at == std::string::npos ? 0 : std::strtod(text.c_str() + at + name.size(), nullptr);
}

/// Of one thread: the first number is nanoseconds on a processor; a clock tick is too coarse for a program at rest.
double cpu_ms(const fs::path& thread) {
    return std::strtod(text_of(thread / "schedstat").c_str(), nullptr) / 1e6;
}

void add(pid_t pid, Cost& cost) {
    const fs::path folder = "/proc/" + std::to_string(pid);
    std::error_code gone;
    cost.pss_mb += number_after(text_of(folder / "smaps_rollup"), "\nPss:") / 1024.0;
    ++cost.processes;
    for (const auto& thread : fs::directory_iterator(folder / "task", gone)) {
        cost.wakeups +=
            static_cast<long>(number_after(text_of(thread.path() / "status"), "\nvoluntary_ctxt_switches:"));
        cost.cpu_ms += cpu_ms(thread.path());
        std::istringstream children(text_of(thread.path() / "children"));
        for (pid_t child = 0; children >> child;) add(child, cost);
    }
}

}  // namespace

Cost cost_of(pid_t pid) {
    Cost cost;
    add(pid, cost);
    return cost;
}

double percentile(std::vector<double> values, double part) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

double median(std::vector<double> values) {
    return percentile(std::move(values), 0.5);
}

}  // namespace kiosk::measure
