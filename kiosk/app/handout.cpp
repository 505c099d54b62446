// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"

#include <algorithm>
#include <future>
#include <iostream>

namespace kiosk::app {

namespace {

/// The place of an id in a list; the first of an empty id; nothing, and a sentence with the ids there are, if unknown.
template <class List, class Name>
std::optional<std::size_t> find(const List& list, const std::string& id, Name name, const char* what) {
    if (id.empty()) return 0;
    const auto at = std::find_if(list.begin(), list.end(), [&](const auto& item) { return name(item) == id; });
    if (at != list.end()) return static_cast<std::size_t>(at - list.begin());
    std::cerr << "kiosk: there is no " << what << " '" << id << "'. There are:";
    for (const auto& item : list) std::cerr << ' ' << name(item);
    std::cerr << '\n';
    return {};
}

const auto by_id = [](const auto& item) { return item.id; };

}  // namespace

Exit handout(const Machine& machine, const command::Handout& command) {
    auto loading = std::async(std::launch::async, [&] { return content_or_problems(machine); });
    const page::Fonts fonts;  // meanwhile
    auto content = loading.get();
    if (!content) return Exit::content_problem;
    if (!command.paper.empty())
        content->clinic.paper = command.paper == "a4" ? content::PaperSize::a4 : content::PaperSize::letter;
    const auto topic = find(content->topics, command.topic, by_id, "topic");
    const auto language = find(
        content->languages, command.language, [](const auto& l) { return l.code; }, "language");
    if (!topic || !language) return Exit::usage;
    const auto& handouts = content->topics[*topic].handouts;
    std::vector<std::string> wanted = command.handouts;
    if (wanted.empty()) std::transform(handouts.begin(), handouts.end(), std::back_inserter(wanted), by_id);
    const page::Pictures pictures(content->pictures);
    const page::Style style{content->theme, fonts, pictures};
    std::vector<page::Document> documents;
    for (const auto& id : wanted) {
        const auto handout = find(handouts, id, by_id, "handout");
        if (!handout) return Exit::usage;
        documents.push_back(
            views::handout(*content, {*topic}, {*handout}, nullptr, {*language}, command.large_print, false));
    }
    const auto failure = write_file(command.out, page::paint_pdf(documents, style, today()));
    return failure ? world_said_no(failure->sentence) : Exit::fine;
}

}  // namespace kiosk::app
