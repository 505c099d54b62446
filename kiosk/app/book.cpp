// SPDX-License-Identifier: Apache-2.0
#include "views/book.hpp"

#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/examine.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"
#include "app/map_file.hpp"
#include "content/reading.hpp"

#include <iostream>

namespace kiosk::app {

Exit book(const Machine& machine, const command::Book& command) {
    if (!command.date.empty() && !is_day(command.date)) {
        std::cerr << "kiosk: --date must be a day, like 2026-11-22.\n";
        return Exit::usage;
    }
    auto loaded = loaded_or_problems(machine);
    if (!loaded) return Exit::content_problem;
    auto& content = *loaded->content;
    std::vector<content::TopicId> topics;
    for (std::size_t i = 0; i < content.topics.size(); ++i) topics.push_back({i});
    const auto drawings = map_drawings(content, topics);
    if (!drawings) return world_said_no(drawings.failure().sentence);
    auto examined = examine(*loaded);
    sort(examined.problems);
    views::BookFacts facts;
    facts.date = command.date.empty() ? today() : command.date;
    facts.problems = std::move(examined.problems);
    for (const auto& proof : examined.proofs) facts.proved.push_back(to_string(proof));
    facts.charts = charts_of(*drawings, content);
    facts.readings = content::readings(content::passages(content, loaded->written, loaded->translated));
    const DrawingBoard board(content);
    const auto documents = views::book(content, facts, board.style);
    const auto bytes = page::paint_pdf(documents, board.style, facts.date, page::Numbering::through);
    const auto failure = write_file(command.out, bytes);
    return failure ? world_said_no(failure->sentence) : Exit::fine;
}

}  // namespace kiosk::app
