// SPDX-License-Identifier: Apache-2.0
// Nothing is cut, hidden or over each other on any screen, at any text size, on any shape of panel: an answer that is
// not on the glass cannot be touched, and a warning that is cut cannot be read.
#include "shipped_content.hpp"
#include "visit/step.hpp"

#include <set>

namespace {

using namespace kiosk;

constexpr Size portrait{1080, 1920}, landscape{1920, 1080}, tall{768, 1024}, wide{1280, 1024};

/// Visits that other pages, sizes and looks are made of: the gallery's own without its pages and looks.
std::vector<views::Shown> bases() {
    std::vector<views::Shown> all;
    for (const auto& shown : shipped::gallery()) {
        if (shown.name.find("-page-") == std::string::npos && shown.name.rfind("12e", 0) &&
            shown.name.rfind("12f", 0) && shown.name.rfind("12h", 0)) {
            all.push_back(shown);
        }
    }
    const auto& note = shipped::screen("05i-note-waits");
    for (const auto stage : {visit::PrintStage::queued, visit::PrintStage::unknown}) {
        all.push_back(note);
        all.back().name += stage == visit::PrintStage::queued ? "-offline" : "-unknown";
        all.back().visit.job->stage = stage;
        all.back().visit.job->trouble = visit::Trouble::offline;
    }
    for (const auto stage : {visit::PrintStage::printing, visit::PrintStage::sent}) {
        all.push_back(note);
        all.back().name += stage == visit::PrintStage::sent ? "-confirm-stops" : "-confirm-prints";
        all.back().visit.job->stage = stage;
        all.back().visit.job->trouble = visit::Trouble::none;
        all.back().visit.overlay = visit::overlay::Sure{visit::overlay::Sure::Of::staff_are_with_me};
    }
    all.push_back(shipped::screen("06-see-staff-one"));
    all.back().name += "-confirm-finish";
    all.back().visit.overlay = visit::overlay::Sure{visit::overlay::Sure::Of::finished};
    return all;
}

void turn_to(visit::Visit& visit, int page) {
    visit = visit::step(shipped::content(), std::move(visit), visit::event::Tapped{visit::action::TurnTo{page}},
                        visit.last_touch)
                .visit;
}

struct Tally {
    int screens = 0;
    std::set<std::string> misfits;
};

void lay_out_all_pages(views::Shown shown, Size size, Tally& tally) {
    for (int page = 0, pages = 1; page < pages; ++page) {
        if (page > 0) turn_to(shown.visit, page);
        const auto sheet = shipped::lay_out(shown, size);
        for (const auto& misfit : sheet.misfits) {
            tally.misfits.insert(shown.name + " page " + std::to_string(page + 1) + ": " + misfit.what);
        }
        ++tally.screens;
        if (!std::holds_alternative<std::monostate>(shown.visit.overlay)) return;  // no page turns under a panel
        CHECK_MESSAGE(sheet.page == page, shown.name, " cannot turn to page ", page + 1, " of ", sheet.pages);
        if (sheet.page != page) return;
        pages = sheet.pages;
    }
}

void check_fit(Size size, visit::TextSize text, bool lowered) {
    Tally tally;
    for (auto shown : bases()) {
        shown.visit.look.size = text;
        shown.visit.look.lowered = lowered;
        lay_out_all_pages(std::move(shown), size, tally);
    }
    std::string all;
    for (const auto& misfit : tally.misfits) all += misfit + '\n';
    CHECK(all == "");
    CHECK(tally.screens > 150);
}

}  // namespace

TEST_CASE("every screen fits a portrait panel") {
    check_fit(portrait, visit::TextSize::normal, false);
}

TEST_CASE("every screen fits a landscape panel") {
    check_fit(landscape, visit::TextSize::normal, false);
}

// The long ones run as a test of their own, in Release.
TEST_CASE("long: every screen fits in larger text" * doctest::skip()) {
    for (const auto text : {visit::TextSize::large, visit::TextSize::largest}) {
        for (const auto size : {portrait, landscape}) {
            CAPTURE(static_cast<int>(text));
            CAPTURE(size.width);
            check_fit(size, text, false);
        }
    }
}

TEST_CASE("long: every lowered screen fits, at every text size" * doctest::skip()) {
    for (const auto text : {visit::TextSize::normal, visit::TextSize::large, visit::TextSize::largest}) {
        CAPTURE(static_cast<int>(text));
        check_fit(portrait, text, true);
    }
}

TEST_CASE("long: every screen fits small panels of 4:3" * doctest::skip()) {
    for (const auto size : {tall, wide}) {
        check_fit(size, visit::TextSize::normal, false);
        check_fit(size, visit::TextSize::largest, false);
    }
}

TEST_CASE("contrast changes colours and nothing's place") {
    for (auto shown : bases()) {
        const auto normal = shipped::lay_out(shown, portrait);
        shown.visit.look.contrast = visit::Contrast::high;
        const auto high = shipped::lay_out(shown, portrait);
        CHECK_MESSAGE(normal.targets == high.targets, shown.name);
        CHECK_MESSAGE(high.misfits.empty(), shown.name);
    }
}
