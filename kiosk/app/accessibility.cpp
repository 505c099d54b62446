// SPDX-License-Identifier: Apache-2.0
#include "app/accessibility.hpp"

#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"

#include <nlohmann/json.hpp>

#include <iostream>
#include <map>

namespace kiosk::app {

namespace {

struct Judged {
    Criterion asks;
    Finding found;
};

std::vector<Judged> judged(const Ground& ground) {
    std::vector<Judged> all;
    for (const auto& standard : {en_301_549(), section_508(), wcag()})
        for (const auto& row : standard) all.push_back({row, row.judge(ground)});
    return all;
}

std::string padded(std::string text, std::size_t width) {
    if (text.size() < width) text.append(width - text.size(), ' ');
    return text + ' ';
}

std::string in_words(const std::vector<Judged>& rows) {
    std::string text, standard;
    std::map<Meets, int> counts;
    for (const auto& [asks, found] : rows) {
        if (standard != asks.standard) text += (text.empty() ? "" : "\n") + std::string(asks.standard) + '\n';
        standard = asks.standard;
        ++counts[found.meets];
        text += "  " + padded(asks.clause, 8) + padded(name_of(found.meets), 14) + asks.title + ": " + found.how;
        text += (found.value.empty() ? "" : ". Measured: " + found.value) + '\n';
    }
    text += '\n';
    const char* between = "";
    for (const auto& [meets, count] : counts) {
        text += between + std::to_string(count) + ' ' + name_of(meets);
        between = ", ";
    }
    return text + '\n';
}

std::string in_json(const std::vector<Judged>& rows) {
    auto all = nlohmann::ordered_json::array();
    for (const auto& [asks, found] : rows)
        all.push_back({{"standard", asks.standard},
                       {"clause", asks.clause},
                       {"title", asks.title},
                       {"meets", name_of(found.meets)},
                       {"how", found.how},
                       {"measured", found.value}});
    return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

}  // namespace

std::string name_of(Meets meets) {
    switch (meets) {
        case Meets::yes:
            return "met";
        case Meets::no:
            return "not met";
        case Meets::not_built:
            return "not built";
        case Meets::needs_hardware:
            return "needs hardware";
        case Meets::does_not_apply:
            return "does not apply";
    }
    return {};
}

std::string in_words(const page::Least& least) {
    return '"' + least.of + (least.where.empty() ? "\"" : "\" on " + least.where);
}

Exit accessibility(const Machine& machine, const command::Accessibility& asked) {
    const auto loaded = load_content(machine.content);
    if (!loaded.content) {
        for (const auto& problem : loaded.problems) std::cerr << to_string(problem) << '\n';
        return Exit::content_problem;
    }
    const auto fit = look_at_all(*loaded.content, loaded.written);
    const page::Fonts fonts;
    const Eye eye(machine, fonts);
    const auto roles = role_letters(loaded.content->theme, eye);
    const auto built = built_facts(*loaded.content, machine);
    const auto rows = judged({*loaded.content, machine, fit, eye, roles, built});
    std::cout << (asked.json ? in_json(rows) : in_words(rows));
    return Exit::fine;
}

}  // namespace kiosk::app
