// SPDX-License-Identifier: Apache-2.0
// What is known about the paper, and no more: "printed" only where the printer said so.
#include "views/glass_blocks.hpp"
#include "views/screens.hpp"
#include "views/trouble.hpp"

#include <utility>

namespace kiosk::views {
namespace {

using namespace glass;
using visit::PrintStage, visit::Trouble;

constexpr std::size_t titles_shown = 3;

bool is_note(const visit::Job& job) {
    return std::holds_alternative<visit::NoteOrder>(job.order.what);
}

bool came_out(const visit::Job& job) {
    return job.stage == PrintStage::printed || job.stage == PrintStage::saved;
}

bool stops(const visit::Job& job) {
    return job.cancel_asked && (visit::is_moving(job) || job.stage == PrintStage::needs_hand);
}

/// Nothing more comes by itself; what is unknown may be tried again, by the patient's own touch.
bool is_settled(const visit::Job& job) {
    return visit::is_over(job) || job.stage == PrintStage::unknown;
}

/// Interface texts "print.<name>.title" and "print.<name>.line".
std::string stage_name(const visit::Job& job) {
    if (stops(job)) return "stopping";
    if (visit::is_held_up(job)) return trouble_name(job.trouble);
    switch (job.stage) {
        case PrintStage::queued:
            return "queued";
        case PrintStage::sent:
            return "sent";
        case PrintStage::printing:
            return is_note(job) ? "printing-note" : "printing";
        case PrintStage::printed:
            return job.pages == 1 ? "printed-one" : job.pages > 1 ? "printed-many" : "printed";
        case PrintStage::saved:
            return "saved";
        case PrintStage::not_printed:
            return "not-printed";
        case PrintStage::cancelled:
            return "cancelled";
        case PrintStage::needs_hand:
        case PrintStage::unknown:
            break;
    }
    return "unknown";
}

std::string words(const Sketch& sketch, const visit::Job& job, const std::string& part) {
    const auto pages = std::to_string(job.pages);
    return sketch.say("print." + stage_name(job) + "." + part,
                      {{"n", pages}, {"desk", sketch.in(sketch.content.clinic.desk)}});
}

/// What is being printed; a long list is only counted. Which of them is out nobody knows: the printer counts pages.
page::Blocks titles(const Sketch& sketch, const visit::Job& job) {
    const auto* order = std::get_if<visit::HandoutOrder>(&job.order.what);
    if (order == nullptr) return {fact("paper", sketch.say("print.your-note"))};
    if (order->handouts.size() > titles_shown) {
        const auto count = std::to_string(order->handouts.size());
        return {fact("paper",
                     sketch.say(order->handouts.size() == 1 ? "print.one-handout" : "print.handouts", {{"n", count}}))};
    }
    page::Blocks facts;
    for (const auto& handout : order->handouts) {
        facts.push_back(fact("paper", sketch.in(sketch.topic()[handout.id()].title)));
    }
    return stacked(std::move(facts), 28, 20);
}

page::Block where_it_comes(const Sketch& sketch) {
    return band(Colour::mist,
                {.name = "print", .size = 48, .colour = Colour::petrol, .disc = 64, .disc_colour = Colour::mist},
                bold(sketch.say("print.where"), Role::row));
}

/// "Page 2 of 5" and a bar where the printer counts.
page::Blocks count(const Sketch& sketch, const visit::Job& job) {
    if (job.stage != PrintStage::printing || job.page <= 0 || job.pages <= 0) return {};
    const auto page = std::to_string(job.page), pages = std::to_string(job.pages);
    return {heading(sketch.say("print.page-of", {{"page", page}, {"pages", pages}}), Role::answer, page::Tag::heading2),
            gap(24),
            {page::Bar{static_cast<double>(job.page) / job.pages}},
            gap(40, 28)};
}

/// Where large letters leave a sheet no room for all its words, the first of them stand beside it, in landscape.
page::Blocks beside_in_landscape(const Sketch& sketch, page::Blocks words) {
    if (!sketch.has_large_text() || words.empty()) return words;
    return {only(page::Shape::portrait, std::move(words))};
}

page::Blocks under_way(const Sketch& sketch, const visit::Job& job) {
    auto blocks = count(sketch, job);
    add(blocks, beside_in_landscape(sketch, titles(sketch, job)));
    if (job.stage == PrintStage::printing) add(blocks, {gap(36, 28), where_it_comes(sketch)});
    return blocks;
}

/// The page that the printer is at may still be inside.
bool has_pages_out(const visit::Job& job) {
    return job.page > 1;
}

/// Paper, jam, door and toner wait for a hand; the others for the printer.
page::Blocks what_to_do(const Sketch& sketch, const visit::Job& job) {
    const auto& desk = sketch.in(sketch.content.clinic.desk);
    const bool waits = job.trouble == Trouble::offline || job.trouble == Trouble::busy;
    page::Blocks facts{fact("clock", sketch.say(waits ? "print.wait" : "print.starts-again")),
                       fact("people", sketch.say("print.tell-desk", {{"desk", desk}}))};
    if (has_pages_out(job)) facts.push_back(fact("paper", sketch.say("print.take-ready")));
    page::Blocks blocks{heading(sketch.say("print.what-to-do"), Role::subhead, page::Tag::heading2), gap(24)};
    add(blocks, stacked(std::move(facts), 24, 24));
    return blocks;
}

/// Large letters need the room of the icon.
page::Block said(const Sketch& sketch, const char* icon, std::string words, bool is_bold = false) {
    std::vector<page::Run> parts{{std::move(words), is_bold}};
    return sketch.has_large_text() ? runs(std::move(parts), Role::body) : fact(icon, std::move(parts));
}

/// Why nothing came, or what to mind about what did.
page::Blocks first_when_over(const Sketch& sketch, const visit::Job& job) {
    if (came_out(job) && !is_note(job)) return {said(sketch, "stop-sign", sketch.say("print.stop-if-worse"))};
    if (came_out(job) || job.trouble == Trouble::none) return {};
    return {said(sketch, "warn", sketch.say("print." + trouble_name(job.trouble) + ".title"))};
}

page::Blocks when_over(const Sketch& sketch, const visit::Job& job) {
    const auto& desk = sketch.in(sketch.content.clinic.desk);
    auto first = beside_in_landscape(sketch, first_when_over(sketch, job));
    page::Blocks facts;
    if (came_out(job)) {
        const auto* hand_over = is_note(job) ? "print.give-note" : "print.show-pages";
        if (job.stage == PrintStage::printed)
            facts.push_back(said(sketch, "people", sketch.say(hand_over, {{"desk", desk}})));
        facts.push_back(said(sketch, "person", sketch.in(sketch.topic().tell_clinician), true));
        add(facts, std::move(first));
        facts.push_back(said(sketch, "lock", sketch.say("print.we-clear")));
    } else {
        facts = std::move(first);
        facts.push_back(said(sketch, "people", sketch.say("print.none", {{"desk", desk}})));
        if (has_pages_out(job)) facts.push_back(said(sketch, "paper", sketch.say("print.take-ready")));
        facts.push_back(said(sketch, "person", sketch.in(sketch.topic().tell_clinician), true));
    }
    return stacked(std::move(facts), 24, 20);
}

page::Key sized(page::Key key, double height, double landscape_height) {
    key.height = height;
    key.landscape_height = landscape_height;
    return key;
}

bool is_cleared(const Sketch& sketch) {
    return visit::clear(sketch.topic(), sketch.visit.answers, sketch.visit.release).has_value();
}

page::Block more_key(Sketch& sketch) {
    auto key =
        is_cleared(sketch)
            ? sketch.key(page::KeyKind::secondary, sketch.say("print.more"), "book", visit::action::ShowHandouts{})
            : sketch.key(page::KeyKind::secondary, sketch.say("key.back"), "back", visit::action::Back{});
    return {sized(std::move(key), 120, 104)};
}

page::Block finish_key(Sketch& sketch, page::KeyKind kind) {
    const bool main = kind == page::KeyKind::primary;
    return {sized(sketch.key(kind, sketch.say("key.finish"), "tick", visit::action::Finish{}), main ? 164 : 120,
                  main ? 132 : 104)};
}

/// While no paper comes, handouts can be taken home in a telephone.
page::Blocks phone_key(Sketch& sketch, const visit::Job& job) {
    if (is_note(job)) return {};
    auto key = sketch.key(page::KeyKind::secondary, sketch.say("phone.title"), "phone", visit::action::ShowOnPhone{});
    return {{sized(std::move(key), 120, 104)}, gap(28)};
}

page::Blocks keys(Sketch& sketch, const visit::Job& job) {
    if (came_out(job)) {
        return {finish_key(sketch, page::KeyKind::primary), gap(56, 40), more_key(sketch), gap(48, 28)};
    }
    if (is_settled(job)) {
        auto again =
            sketch.key(page::KeyKind::primary, sketch.say("print.try-again"), "repeat", visit::action::TryAgain{});
        page::Blocks blocks{{sized(std::move(again), 164, 132)}, gap(40, 28)};
        add(blocks, phone_key(sketch, job));
        add(blocks, {row({more_key(sketch), finish_key(sketch, page::KeyKind::secondary)}, {-1, -1}), gap(48, 28)});
        return blocks;
    }
    page::Blocks above;
    if (visit::is_held_up(job) && !stops(job)) above = phone_key(sketch, job);
    page::Blocks last{more_key(sketch)};
    if (!stops(job)) {
        auto stop =
            sketch.key(page::KeyKind::secondary, sketch.say("print.stop"), "cross", visit::action::StopPrinting{});
        last.push_back({sized(std::move(stop), 120, 104)});
    }
    std::vector<double> shares(last.size(), -1.0);
    add(above, {row(std::move(last), std::move(shares)), gap(24)});
    return above;
}

}  // namespace

void printing(Sketch& sketch) {
    if (!sketch.visit.job) return unfinished(sketch);
    const auto& job = *sketch.visit.job;
    auto& page = sketch.page();
    page.title = words(sketch, job, "title");
    page.read = {heading(page.title, sketch.has_large_text() ? Role::handout_title : Role::title), gap(12, 20),
                 text(words(sketch, job, "line"), Role::fact)};
    const bool waits = visit::is_held_up(job) && !stops(job);
    if (sketch.has_large_text() && !waits) {
        auto words = is_settled(job) ? first_when_over(sketch, job) : titles(sketch, job);
        if (!words.empty()) words.insert(words.begin(), gap(28));
        page.read.push_back(only(page::Shape::landscape, std::move(words)));
    }
    let_sheet_rise(sketch);
    const bool is_fine = (visit::is_moving(job) && !waits) || came_out(job);
    page.picture = page::ReadPicture{.name = is_fine ? "printer" : "printer-empty",
                                     .alt = sketch.say(is_fine ? "print.picture" : "print.picture-trouble"),
                                     .size = {557, 418},
                                     .landscape_size = {499, 374},
                                     .landscape_from_end = 69,
                                     .circle = 330,
                                     .centred = true};
    page.sheet = waits ? what_to_do(sketch, job) : is_settled(job) ? when_over(sketch, job) : under_way(sketch, job);
    page.sheet.push_back(rest());
    add(page.sheet, keys(sketch, job));
}

}  // namespace kiosk::views
