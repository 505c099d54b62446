// SPDX-License-Identifier: Apache-2.0
// The page of staff and the drill: what they say of calls, and of everything somebody should see to.
#include "shipped_content.hpp"

#include "views/gallery_walk.hpp"

#include <set>

namespace {

using namespace kiosk;
using views::Walk;
using visit::Desk, visit::DeskStage, visit::PrinterKind;
namespace action = visit::action;
namespace event = visit::event;

Walk staff_mode(Desk desk) {
    return Walk(shipped::content(), {PrinterKind::real, desk, true}).tell(event::StaffGesture{}).type_pin();
}

Walk tested(Desk desk) {
    return staff_mode(desk).tap(action::TestCall{});
}

Walk& report(Walk& walk, DeskStage stage) {
    return walk.tell(event::TestCallReported{walk.visit().ticket, walk.visit().test_call->number, stage});
}

std::string words(const content::Content& content, const visit::Visit& visit, Instant now) {
    const auto page = views::compose(content, visit, now).page;
    return page::describe(page::lay_out(page, {1080, 1920}, shipped::style()));
}

/// The line below "Test call".
std::string test_call(const Walk& walk) {
    const auto all = words(shipped::content(), walk.visit(), walk.now());
    const std::string label = "\nTest call\n";
    const auto at = all.find(label);
    REQUIRE(at != std::string::npos);
    const auto from = at + label.size();
    return all.substr(from, all.find('\n', from) - from);
}

/// The lines between the first heading and the first card.
std::string banner(const content::Content& content, const visit::Visit& visit) {
    const auto all = words(content, visit, visit.last_touch);
    const auto from = all.find("= ");
    REQUIRE(from != std::string::npos);
    const auto to = all.find("\n== ", from);
    REQUIRE(to != std::string::npos);
    return all.substr(from, to - from);
}

std::string top_of(const page::Sheet& sheet, const std::string& line) {
    const auto all = page::describe(sheet, true);
    const auto at = all.find('\n' + line + "  @ ");
    REQUIRE_MESSAGE(at != std::string::npos, line);
    const auto from = all.find(',', at) + 1;
    return all.substr(from, all.find(' ', from) - from);
}

}  // namespace

TEST_CASE("the page of staff says how far the test call has come") {
    const auto& timing = shipped::content().clinic.timing;
    CHECK(test_call(staff_mode(Desk::listens)) == "None");
    auto walk = tested(Desk::listens);
    CHECK(test_call(walk) == "Sent");
    CHECK(timing.call_shown_within == Duration{10'000});
    walk.wait(timing.call_shown_within);
    CHECK(test_call(walk) == "Not seen");
    report(walk, DeskStage::shown);
    CHECK(test_call(walk).starts_with("Seen in 1"));
    walk.wait(timing.call_answered_within);
    CHECK(test_call(walk) == "Seen, not answered");
    report(walk, DeskStage::acknowledged);
    CHECK(test_call(walk).starts_with("Answered in "));
    CHECK(test_call(tested(Desk::deaf)) == "Not seen");
    CHECK(test_call(tested(Desk::none)) == "None");

    auto gone = tested(Desk::listens);
    report(gone, DeskStage::shown).tell(event::DeskIs{Desk::deaf});
    CHECK_MESSAGE(test_call(gone) == "Seen, not answered", "it was seen before the desk went");
}

TEST_CASE("a drill while nobody hears the kiosk shows the red page that sends to the front desk") {
    const auto& red = shipped::screen("05d-not-sent");
    const auto patients = views::compose(shipped::content(), red.visit, red.now).page;
    const auto walk = staff_mode(Desk::deaf).tap(action::StartDrill{});
    const auto page = views::compose(shipped::content(), walk.visit(), walk.now()).page;
    CHECK(page.title == patients.title);
    CHECK(page.read == patients.read);
    CHECK(page.over_sheet == patients.over_sheet);
    CHECK(words(shipped::content(), walk.visit(), walk.now()).find("= Go to the front desk now") != std::string::npos);

    auto waiting = staff_mode(Desk::listens).tap(action::StartDrill{});
    CHECK(views::compose(shipped::content(), waiting.visit(), waiting.now()).page.read != patients.read);
    waiting.wait(shipped::content().clinic.timing.call_shown_within);
    CHECK(views::compose(shipped::content(), waiting.visit(), waiting.now()).page.read == patients.read);
}

TEST_CASE("the page of staff lists everything somebody should see to") {
    const std::string deaf = "No page at the front desk hears this kiosk.",
                      none = "No front desk is set: patients are sent there by the glass, and nobody is called.",
                      printer = "The printer needs somebody.", approval = "No clinician has approved these words.";
    struct Row {
        Desk desk;
        bool printer, approved;
        std::string says;
    };
    const std::vector<Row> rows{
        {Desk::listens, false, true, "= Ready for patients\nNothing needs you."},
        {Desk::deaf, false, true, "= Ready, but look at this\n" + deaf},
        {Desk::none, false, true, "= Ready, but look at this\n" + none},
        {Desk::listens, true, true, "= Ready, but look at this\n" + printer},
        {Desk::listens, false, false, "= Ready, but look at this\n" + approval},
        {Desk::deaf, true, false, "= Ready, but look at this\n" + deaf + ' ' + printer + ' ' + approval},
        {Desk::none, true, false, "= Ready, but look at this\n" + none + ' ' + printer + ' ' + approval},
    };
    for (const auto& row : rows) {
        auto content = shipped::content();
        content.sign_off.reset();
        if (row.approved) content.sign_off = content::SignOff{"A. Example", "2026-11-20", ""};
        visit::KioskStatus status;
        status.printer_trouble = row.printer;
        auto walk = staff_mode(row.desk);
        walk.tell(event::StatusIs{std::make_shared<const visit::KioskStatus>(status)});
        CHECK(banner(content, walk.visit()) == row.says);
    }
}

TEST_CASE("with everything wrong at once the page of staff fits, and the days stand below one line of bars") {
    auto shown = shipped::screen("13b-status-troubles");
    shown.visit.around.desk = Desk::none;
    for (const auto size : {Size{1080, 1920}, Size{1920, 1080}}) {
        const auto sheet = shipped::lay_out(shown, size);
        for (const auto& misfit : sheet.misfits) FAIL_CHECK(misfit.what);
        std::set<std::string> tops;
        for (const char* day : {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}) tops.insert(top_of(sheet, day));
        CHECK(tops.size() == 1);
    }
}
