// SPDX-License-Identifier: Apache-2.0
#include "views/reading_pages.hpp"

#include "views/glass_blocks.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

constexpr double disc = 56, disc_gap = 28, picture_top = 670, least_picture_top = 470, plain_top = 252,
                 reading_line = 60;

/// What stands before a line grows with its letters.
double grown(const Sketch& sketch, double length) {
    return std::round(length * sketch.text_scale());
}

page::Block numbered(const Sketch& sketch, int number, std::string words) {
    const double wide = grown(sketch, disc);
    return row({{page::NumberDisc{number, wide}}, text(std::move(words), Role::reading)}, {wide, -1}, disc_gap);
}

/// The mark stands in the middle of the first line.
page::Block marked(const Sketch& sketch, page::Block mark, double size, std::string words) {
    return row({column({page::space((grown(sketch, reading_line) - size) / 2), std::move(mark)}),
                text(std::move(words), Role::reading)},
               {grown(sketch, disc), -1}, disc_gap);
}

page::Block pointed(const Sketch& sketch, std::string words) {
    return marked(sketch, row({page::space(0), {page::Bullet{16}}}, {20, -1}, 0), 16, std::move(words));
}

page::Block iconed(const Sketch& sketch, const std::string& icon, std::string words) {
    return marked(sketch, {page::Icon{.name = icon, .size = 44, .colour = Colour::petrol}}, 44, std::move(words));
}

page::Block under_discs(const Sketch& sketch, page::Block block) {
    return row({page::space(0), std::move(block)}, {grown(sketch, disc), -1}, disc_gap);
}

page::Block boxed(const std::string& icon, page::Blocks words) {
    page::Row inside{{{page::Icon{.name = icon, .size = 60}}, column(std::move(words), 4)}, {60, -1}, 28};
    inside.across = page::Align::centre;
    return {page::Frame{.blocks = {{std::move(inside)}},
                        .pad_x = 28,
                        .pad_y = 12,
                        .fill = Colour::white,
                        .edge = Colour::ink,
                        .border = 4,
                        .radius = 20,
                        .least_height = 116,
                        .centred = true}};
}

std::string certainty_of(const Sketch& sketch, const content::Handout& handout) {
    return certainty_words(sketch.content, sketch.language(), certainty(handout.evidence));
}

page::Block certainty_line(const Sketch& sketch, const content::Handout& handout) {
    const auto sure = certainty_of(sketch, handout);
    page::Row line{{{page::Certainty{certainty(handout.evidence)}},
                    runs(stressed(sketch.say("reading.how-sure-line"), {{"sure", sure}}), Role::source)},
                   {148, -1},
                   28};
    line.across = page::Align::centre;
    return {std::move(line)};
}

enum class Starts { with_picture, without };

/// A page begins, with a drawing over its words; where only landscape has room for one, with the handout's own.
void begin(page::Blocks& blocks, const Sketch& sketch, const content::Picture& picture, Starts starts) {
    const bool pictured = starts == Starts::with_picture;
    page::Standing standing{reading_picture(sketch, picture), pictured ? picture_top : plain_top,
                            pictured ? least_picture_top : plain_top};
    page::Block start = picture.name.empty() ? page::space(0) : page::Block{std::move(standing)};
    if (!blocks.empty()) start.new_page = pictured ? page::NewPage::yes : page::NewPage::unless_it_fits;
    blocks.push_back(std::move(start));
}

page::Blocks part_words(const Sketch& sketch, const content::Part& part) {
    page::Blocks blocks;
    for (const auto& words : part.paragraphs) blocks.push_back(text(sketch.in(words), Role::reading));
    int number = 0;
    for (const auto& words : part.steps) blocks.push_back(numbered(sketch, ++number, sketch.in(words)));
    for (const auto& words : part.points) blocks.push_back(pointed(sketch, sketch.in(words)));
    if (!part.dose.empty()) {
        auto dose = bold(sketch.in(part.dose), Role::reading);
        blocks.push_back(part.steps.empty() ? std::move(dose) : under_discs(sketch, std::move(dose)));
    }
    return blocks;
}

/// A heading never stands alone at the foot of a page.
void add_headed(page::Blocks& to, page::Block heading, page::Blocks rest) {
    if (rest.empty()) return to.push_back(std::move(heading));
    rest.front() = column({std::move(heading), std::move(rest.front())}, 12);
    add(to, std::move(rest));
}

page::Block part_heading(const Sketch& sketch, const content::Part& part) {
    page::Words words{.runs = {{sketch.in(part.heading)}},
                      .role = Role::subhead,
                      .colour = Colour::petrol,
                      .tag = page::Tag::heading2};
    if (!part.is_warning) return {std::move(words)};
    words.colour = Colour::ink;
    return boxed("warn", {{std::move(words)}});
}

void add_part(page::Blocks& blocks, const Sketch& sketch, const content::Handout& handout, const content::Part& part) {
    const bool is_first = blocks.empty();
    const bool own = !part.picture.name.empty();
    begin(blocks, sketch, own ? part.picture : handout.picture,
          own || is_first ? Starts::with_picture : Starts::without);
    if (is_first && !handout.summary.empty()) blocks.push_back(text(sketch.in(handout.summary), Role::reading));
    auto words = part_words(sketch, part);
    if (part.heading.empty()) {
        add(blocks, std::move(words));
    } else {
        add_headed(blocks, part_heading(sketch, part), std::move(words));
    }
    if (!part.steps.empty()) {
        const auto stop = sketch.say("reading.stop-word");
        blocks.push_back(
            boxed("stop-sign", {runs(stressed(sketch.say("reading.stop-line"), {{"stop", stop}}), Role::body)}));
        blocks.push_back(certainty_line(sketch, handout));
    }
}

void add_list(page::Blocks& to, const Sketch& sketch, const std::string& name, const std::string& icon,
              const std::vector<content::Text>& texts) {
    if (texts.empty()) return;
    page::Blocks lines;
    for (const auto& words : texts) lines.push_back(iconed(sketch, icon, sketch.in(words)));
    add_headed(to, heading(sketch.say(name), Role::subhead, page::Tag::heading2), std::move(lines));
}

void add_do(page::Blocks& blocks, const Sketch& sketch, const content::Handout& handout) {
    if (handout.dos.empty() && handout.do_nots.empty()) return;
    begin(blocks, sketch, handout.picture, Starts::without);
    add_list(blocks, sketch, "reading.do", "tick", handout.dos);
    add_list(blocks, sketch, "reading.do-not", "cross", handout.do_nots);
}

void add_stop(page::Blocks& blocks, const Sketch& sketch, const content::Handout& handout) {
    if (handout.stop_if.empty()) return;
    begin(blocks, sketch, handout.picture, Starts::without);
    page::Blocks lines;
    for (const auto& words : handout.stop_if) lines.push_back(pointed(sketch, sketch.in(words)));
    auto title = heading(sketch.say("reading.stop"), Role::subhead, page::Tag::heading2);
    add_headed(blocks, boxed("stop-sign", {std::move(title)}), std::move(lines));
}

page::Block certainty_scale(const Sketch& sketch, const content::Handout& handout) {
    const int filled = certainty(handout.evidence);
    page::Blocks names;
    for (int i = 1; i <= 3; ++i) {
        page::Words name{.runs = {{certainty_words(sketch.content, sketch.language(), i), i == filled}},
                         .role = Role::source,
                         .colour = i == filled ? Colour::ink : Colour::ink_soft};
        names.push_back(centred(std::move(name)));
    }
    return column({{page::Certainty{filled}}, page::space(12), row(std::move(names), {-1, -1, -1}, 16)});
}

page::Block source_line(const Sketch& sketch, const content::Source& source) {
    const char* name = source.year.empty() ? "reading.source-no-year" : "reading.source";
    return text(
        sketch.say(name, {{"title", source.title}, {"organisation", source.organisation}, {"year", source.year}}),
        Role::source, Colour::ink_soft);
}

std::string in_words(const Sketch& sketch, const std::string& iso) {
    return date_in_words(sketch.content, sketch.language(), iso);
}

page::Block checked_line(const Sketch& sketch, const content::Handout& handout) {
    const auto written = in_words(sketch, handout.written), next = in_words(sketch, handout.review_by);
    const auto dates = handout.reviewer.empty() || !sketch.content.sign_off
                           ? sketch.say("reading.written-next", {{"written", written}, {"next", next}})
                           : sketch.say("reading.checked", {{"reviewer", handout.reviewer},
                                                            {"reviewed", in_words(sketch, handout.reviewed)},
                                                            {"written", written},
                                                            {"next", next}});
    return runs({{approval_words(sketch.content, sketch.language()) + " ", true}, {dates}}, Role::source,
                Colour::ink_soft);
}

void add_evidence(page::Blocks& blocks, const Sketch& sketch, const content::Handout& handout) {
    begin(blocks, sketch, handout.picture, Starts::without);
    blocks.push_back(column({heading(sketch.say("reading.how-sure"), Role::panel_title, page::Tag::heading2),
                             page::space(16), certainty_scale(sketch, handout)}));
    for (const auto& words : handout.how_sure) blocks.push_back(text(sketch.in(words), Role::reading));
}

void add_sources(page::Blocks& blocks, const Sketch& sketch, const content::Handout& handout) {
    begin(blocks, sketch, handout.picture, Starts::without);
    if (!handout.sources.empty()) {
        page::Blocks lines;
        for (const auto id : handout.sources) lines.push_back(source_line(sketch, sketch.topic()[id]));
        add_headed(blocks, bold(sketch.say("reading.sources"), Role::reading), std::move(lines));
    }
    blocks.push_back(column({checked_line(sketch, handout), page::space(16),
                             bold(sketch.in(sketch.topic().tell_clinician), Role::secondary)}));
}

}  // namespace

page::ReadPicture reading_picture(const Sketch& sketch, const content::Picture& picture) {
    return {.name = picture.name,
            .alt = sketch.in(picture.alt),
            .size = {592, 444},
            .landscape_size = {741, 556},
            .landscape_from_end = -5,
            .circle = 310,
            .centred = true};
}

page::Blocks reading_pages(const Sketch& sketch, content::HandoutId id) {
    const auto& topic = sketch.topic();
    const auto& handout = topic[id];
    page::Blocks blocks;
    for (const auto* part : visit::parts(topic, sketch.visit.answers, id)) add_part(blocks, sketch, handout, *part);
    add_do(blocks, sketch, handout);
    add_stop(blocks, sketch, handout);
    add_evidence(blocks, sketch, handout);
    add_sources(blocks, sketch, handout);
    return blocks;
}

}  // namespace kiosk::views
