// SPDX-License-Identifier: Apache-2.0
#include "views/glass_blocks.hpp"
#include "views/note_words.hpp"
#include "views/screens.hpp"

#include <algorithm>
#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;

/// The check ended early because the person is under 18, or may be.
bool needs_an_adult(const Sketch& sketch) {
    const auto& topic = sketch.topic();
    return std::any_of(topic.questions.begin(), topic.questions.end(), [&](const content::Question& question) {
        return question.ends_check && std::any_of(question.signs.begin(), question.signs.end(), [&](auto sign) {
                   return visit::raised(topic, sketch.visit.answers, sign);
               });
    });
}

page::Blocks read_blocks(const Sketch& sketch) {
    page::Words title{.runs = {{sketch.say("staff.title")}},
                      .role = Role::refer,
                      .colour = Colour::on_amber,
                      .tag = page::Tag::heading1};
    if (sketch.has_large_text()) title.role = Role::title;
    if (sketch.has_large_text()) {
        const auto* most = needs_an_adult(sketch) ? "staff.with-adult" : "staff.stay";
        return {{std::move(title)}, gap(24, 20), bold(sketch.say(most), Role::fact, Colour::on_amber)};
    }
    const auto* why = needs_an_adult(sketch) ? "staff.with-adult" : "staff.line";
    return {{std::move(title)},
            gap(24, 20),
            text(sketch.say(why), Role::fact, Colour::on_amber),
            gap(22, 16),
            bold(sketch.say("staff.stay"), Role::fact, Colour::on_amber)};
}

/// What large letters leave no room for above the sheet.
page::Blocks words_from_above(const Sketch& sketch) {
    if (!sketch.has_large_text()) return {};
    if (needs_an_adult(sketch)) return {bold(sketch.say("staff.stay"), Role::fact)};
    return {text(sketch.say("staff.line"), Role::fact)};
}

page::Block told_heading(const Sketch& sketch) {
    return heading(sketch.say("staff.told"), Role::subhead, page::Tag::heading2);
}

/// Where there is little room the heading is one of the rows, and not on every page.
bool heads_rows(const Sketch& sketch) {
    return sketch.has_large_text() || sketch.is_lowered();
}

/// Flags of private questions are one row without words of their own, however many there are.
page::Blocks told_rows(const Sketch& sketch) {
    auto rows = words_from_above(sketch);
    rows.push_back(fact("person", sketch.in(sketch.topic().tell_clinician)));  // early, however many follow
    if (heads_rows(sketch)) rows.push_back(told_heading(sketch));
    const auto record = visit::record(sketch.visit);
    for (const auto& line : told_lines(sketch, visit::note(sketch.topic(), record))) {
        rows.push_back(flag(line.words, line.under));
    }
    if (sketch.visit.desk_told) {
        const auto& desk = sketch.in(sketch.content.clinic.desk);
        rows.push_back(fact("bell", sketch.say("staff.desk-told", {{"desk", desk}})));
    }
    return rows;
}

bool has_open_handouts(const Sketch& sketch) {
    if (visit::clear(sketch.topic(), sketch.visit.answers, sketch.visit.release)) return true;
    const auto& handouts = sketch.topic().handouts;
    return std::any_of(handouts.begin(), handouts.end(), [](const auto& handout) { return handout.always_open; });
}

page::Block small_key(Sketch& sketch, const std::string& name, const std::string& icon, visit::Action action) {
    auto key = sketch.key(page::KeyKind::secondary, sketch.say(name), icon, std::move(action));
    key.height = 96;
    return {std::move(key)};
}

/// Of staff, not of patients: of large letters only its icon has room.
page::Block staff_key(Sketch& sketch) {
    const auto name = sketch.say("key.staff");
    auto key =
        sketch.key(page::KeyKind::secondary, sketch.has_large_text() ? "" : name, "lock", visit::action::StaffKey{});
    key.height = 96;
    key.spoken = name;
    return {std::move(key)};
}

/// Beside it, where they can open the handouts, the way of staff to their PIN.
page::Block finish_key(Sketch& sketch) {
    auto finish = small_key(sketch, "key.finish", "tick", visit::action::Finish{});
    if (!visit::may_staff_release(sketch.content, sketch.visit)) return finish;
    const double share = sketch.has_large_text() ? -1 : -4;
    return row({std::move(finish), staff_key(sketch)}, {sketch.has_large_text() ? -3.0 : -5.0, share}, 20);
}

page::Blocks keys(Sketch& sketch) {
    using namespace visit::action;
    auto main = sketch.prints()
                    ? sketch.key(page::KeyKind::primary, sketch.say("key.print-note"), "print", PrintNote{})
                    : sketch.key(page::KeyKind::primary, sketch.say("staff.show-note"), "paper", ReadNote{});
    main.height = 116;
    auto change = small_key(sketch, "staff.change", "back", ChangeAnswers{});
    page::Blocks others;
    if (sketch.prints()) others.push_back(small_key(sketch, "staff.read-note", "paper", ReadNote{}));
    if (has_open_handouts(sketch)) others.push_back(small_key(sketch, "staff.handouts", "book", ShowHandouts{}));
    page::Blocks rows;
    if (others.size() == 2) {
        rows = {row({others[0], std::move(change)}, {-1, -1}), row({others[1], finish_key(sketch)}, {-1, -1})};
    } else {
        others.push_back(std::move(change));
        std::vector<double> shares(others.size(), -1.0);
        rows = {row(std::move(others), std::move(shares)), finish_key(sketch)};
    }
    page::Blocks blocks{{std::move(main)}, gap(least_gap)};
    add(blocks, stacked(std::move(rows), least_gap, least_gap));
    return blocks;
}

}  // namespace

void see_staff(Sketch& sketch, const visit::place::SeeStaff& at) {
    auto& page = sketch.page();
    page.tone = page::Tone::amber;
    page.title = sketch.say("staff.title");
    page.section = sketch.say("section.check");
    page.read = read_blocks(sketch);
    page.hint_width = 520;
    page.picture = front_desk(sketch);
    pad_sheet(sketch, 36, 28);
    let_sheet_rise(sketch);
    page.sheet.clear();
    if (!heads_rows(sketch)) page.sheet = {told_heading(sketch), gap(10)};
    add(page.sheet,
        {{page::Paged{told_rows(sketch), 16, at.page}}, page_row(sketch, at.page, "page.count", false, 88), rest()});
    add(page.sheet, keys(sketch));
}

}  // namespace kiosk::views
