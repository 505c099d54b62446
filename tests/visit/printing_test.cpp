// SPDX-License-Identifier: Apache-2.0
// Paper, as far as it is known: stages, deadlines, and that nobody's paper comes out for the next person.
#include "play.hpp"

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

namespace {

Play at_printer() {
    Play visit;
    visit.to_library();
    visit.taps({action::Choose{walking}, action::Choose{oils}, action::PrintChosen{}});
    REQUIRE(visit.place() == "printing");
    visit.said();
    return visit;
}

}  // namespace

TEST_CASE("the order says everything, once") {
    Play visit;
    visit.to_library();
    visit.taps({action::Choose{walking}, action::PrintChosen{}});
    REQUIRE(visit.effects.size() == 1);
    const auto& order = std::get<effect::Print>(visit.effects.front()).order;
    CHECK(order.ticket == Ticket{7});
    CHECK(order.job == JobNumber{1});
    CHECK(order.record == record(visit.visit));
    CHECK_FALSE(order.large_print);
    CHECK_FALSE(std::get<HandoutOrder>(order.what).tell_clinician_first);
    CHECK(visit.visit.job->order == order);
    CHECK(visit.visit.job->stage == PrintStage::queued);
}

TEST_CASE("larger text on the glass is larger print") {
    Play visit;
    visit.to_library();
    visit.taps({action::OpenPanel{Panel::text_size}, action::SetTextSize{TextSize::large}, action::Close{},
                action::Choose{walking}, action::PrintChosen{}});
    CHECK(std::get<effect::Print>(visit.effects.front()).order.large_print);
}

TEST_CASE("no printer, no printing") {
    Play visit{.around = {PrinterKind::none, Desk::listens}};
    visit.to_library();
    visit.taps({action::Choose{walking}, action::PrintChosen{}, action::Read{walking}, action::PrintThis{}});
    CHECK(visit.place() == "reading");
    CHECK_FALSE(visit.visit.job);
    visit.tap(action::Help{});
    visit.said();
    visit.tap(action::PrintNote{});
    CHECK(visit.said().empty());
    visit.happen(event::PrinterIs{PrinterKind::demonstration});
    visit.tap(action::PrintNote{});
    CHECK(visit.said() == Words{"print"});
}

TEST_CASE("nothing chosen prints nothing") {
    Play visit;
    visit.to_library();
    visit.tap(action::PrintChosen{});
    CHECK(visit.place() == "library");
    CHECK(visit.said().empty());
}

TEST_CASE("what is reported is shown, and a final word stays") {
    using enum PrintStage;
    struct Row {
        std::string sentence;
        std::vector<PrintStage> reports;
        PrintStage stage;
    };
    const std::vector<Row> rows{
        {"sent", {sent}, sent},
        {"printing", {sent, PrintStage::printing}, PrintStage::printing},
        {"needs a hand, then goes on by itself", {sent, needs_hand, PrintStage::printing}, PrintStage::printing},
        {"printed", {sent, PrintStage::printing, printed}, printed},
        {"printed stays", {printed, PrintStage::printing, not_printed}, printed},
        {"saved stays", {saved, unknown}, saved},
        {"not printed stays", {not_printed, printed}, not_printed},
        {"cancelled stays", {cancelled, printed}, cancelled},
        {"unknown may become known", {unknown, printed}, printed},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        auto visit = at_printer();
        for (const auto stage : row.reports) visit.print_report(stage);
        CHECK(visit.visit.job->stage == row.stage);
        CHECK(visit.place() == "printing");
        CHECK(visit.said().empty());
    }
}

TEST_CASE("pages and troubles are passed on") {
    auto visit = at_printer();
    visit.print_report(PrintStage::printing, Trouble::none, 2, 5);
    CHECK(visit.visit.job->page == 2);
    CHECK(visit.visit.job->pages == 5);
    visit.print_report(PrintStage::needs_hand, Trouble::jam, -3, -1);
    CHECK(visit.visit.job->trouble == Trouble::jam);
    CHECK(visit.visit.job->page == 0);
    CHECK(visit.visit.job->pages == 0);
}

TEST_CASE("reports about other jobs and other people change nothing") {
    auto visit = at_printer();
    const auto before = visit.visit;
    visit.happen(event::PrintReported{{6}, {1}, PrintStage::printed, Trouble::none, 0, 0});
    visit.happen(event::PrintReported{{7}, {2}, PrintStage::printed, Trouble::none, 0, 0});
    CHECK(visit.visit == before);
    visit.tap(action::Finish{});
    const auto next_person = visit.visit;
    visit.happen(event::PrintReported{{7}, {1}, PrintStage::not_printed, Trouble::jam, 0, 0});
    CHECK(visit.visit == next_person);
}

TEST_CASE("printed handouts are no longer chosen") {
    auto visit = at_printer();
    visit.taps({action::Back{}, action::Choose{warm_bath}});
    visit.print_report(PrintStage::printed);
    CHECK(visit.visit.chosen == std::vector{warm_bath});
}

TEST_CASE("handouts that did not print stay chosen") {
    auto visit = at_printer();
    visit.print_report(PrintStage::not_printed, Trouble::attention);
    visit.tap(action::Back{});
    CHECK(visit.visit.chosen == std::vector{walking, oils});
}

TEST_CASE("leaving cancels what has not come out") {
    using enum PrintStage;
    struct Row {
        std::string sentence;
        PrintStage stage;
        Words said;
    };
    const std::vector<Row> rows{
        {"queued", queued, {"cancel print", "forget"}},
        {"sent", sent, {"cancel print", "forget"}},
        {"printing", PrintStage::printing, {"cancel print", "forget"}},
        {"needs a hand", needs_hand, {"cancel print", "forget"}},
        {"unknown", unknown, {"cancel print", "forget"}},
        {"printed", printed, {"forget"}},
        {"saved", saved, {"forget"}},
        {"not printed", not_printed, {"forget"}},
        {"cancelled", cancelled, {"forget"}},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        auto visit = at_printer();
        visit.print_report(row.stage);
        visit.tap(action::Finish{});
        CHECK(visit.said() == row.said);
        CHECK(visit.visit == fresh({8}, visit.around, visit.now));
    }
}

TEST_CASE("other answers cancel handouts that may no longer open") {
    auto goes_on = at_printer();
    goes_on.taps({action::Back{}, action::Back{}});
    REQUIRE(goes_on.question() == "about");
    goes_on.taps({action::Tick{kidney}, action::Continue{}});
    CHECK_MESSAGE(goes_on.said().empty(), "walking and oils still open");

    auto with_flag = at_printer();
    with_flag.taps({action::Back{}, action::Back{}, action::Back{}, action::Back{}});
    REQUIRE(with_flag.question() == "flags");
    with_flag.taps({action::Tick{weight_loss}, action::Continue{}});
    CHECK(with_flag.said() == Words{"cancel print", "tell desk"});

    auto ask_first = at_printer();
    ask_first.taps({action::Back{}, action::Back{}, action::Tick{blood_thinner}, action::Continue{}});
    CHECK(ask_first.said() == Words{"cancel print"});
    CHECK(ask_first.visit.chosen == std::vector{walking});
}

TEST_CASE("Back from printing keeps the job, and Print shows it again instead of a second one") {
    auto visit = at_printer();
    visit.print_report(PrintStage::printing, Trouble::none, 1, 3);
    visit.tap(action::Back{});
    CHECK(visit.place() == "library");
    visit.tap(action::PrintChosen{});
    CHECK(visit.place() == "printing");
    CHECK(visit.visit.job->number == JobNumber{1});
    CHECK(visit.said().empty());
}

TEST_CASE("stopping asks for a cancel and waits for what is known") {
    auto visit = at_printer();
    visit.print_report(PrintStage::printing, Trouble::none, 1, 3);
    visit.tap(action::StopPrinting{});
    CHECK(visit.said() == Words{"cancel print"});
    CHECK(visit.visit.job->stage == PrintStage::printing);
    CHECK(visit.visit.job->cancel_asked);
    visit.taps({action::StopPrinting{}, action::TryAgain{}});
    CHECK(visit.said().empty());
    visit.print_report(PrintStage::cancelled);
    visit.tap(action::TryAgain{});
    CHECK(visit.said() == Words{"print"});
    CHECK(visit.visit.job->number == JobNumber{2});
    CHECK(visit.at<place::Printing>().job == JobNumber{2});
    CHECK_FALSE(visit.visit.job->cancel_asked);
}

TEST_CASE("try again") {
    using enum PrintStage;
    struct Row {
        std::string sentence;
        PrintStage stage;
        Words said;
    };
    const std::vector<Row> rows{
        {"not printed: again", not_printed, {"print"}},
        {"cancelled: again", cancelled, {"print"}},
        {"unknown: the first is cancelled so that it does not come out twice", unknown, {"cancel print", "print"}},
        {"printed: no", printed, {}},
        {"printing: no", PrintStage::printing, {}},
        {"needs a hand: no", needs_hand, {}},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        auto visit = at_printer();
        const auto first = visit.visit.job->order.what;
        visit.print_report(row.stage);
        visit.tap(action::TryAgain{});
        CHECK(visit.said() == row.said);
        CHECK(visit.visit.job->order.what == first);
    }
}

TEST_CASE("an unknown job is never sent again by itself") {
    auto visit = at_printer();
    visit.print_report(PrintStage::unknown);
    visit.wait(std::chrono::hours(1));
    CHECK(visit.said() == Words{"cancel print", "forget"});
}

TEST_CASE("a job that does not move is cancelled at its deadline, to the millisecond") {
    auto visit = at_printer();
    CHECK(wake_at(visit.content, visit.visit) == visit.now + 180s);
    visit.wait(100s);
    visit.print_report(PrintStage::printing, Trouble::none, 1, 2);
    visit.wait(100s);
    visit.print_report(PrintStage::printing, Trouble::none, 1, 2);
    CHECK_MESSAGE(wake_at(visit.content, visit.visit) == visit.now + 80s, "the same again is no movement");
    visit.wait(80s - 1ms);
    visit.happen(event::Woken{});
    CHECK(visit.said().empty());
    visit.wait(1ms);
    CHECK(visit.said() == Words{"cancel print"});
    CHECK_MESSAGE(visit.visit.job->stage == PrintStage::unknown, "nobody said that nothing came out");
    CHECK(visit.visit.job->cancel_asked);
    visit.print_report(PrintStage::cancelled);
    CHECK(visit.visit.job->stage == PrintStage::cancelled);
}

TEST_CASE("no idle while pages move") {
    auto visit = at_printer();
    for (int page = 1; page <= 5; ++page) {
        visit.print_report(PrintStage::printing, Trouble::none, page, 5);
        visit.wait(120s);
        CHECK(visit.under<std::monostate>());
        CHECK(visit.place() == "printing");
    }
}

TEST_CASE("while the printer waits for a hand, idle runs and cancels the job") {
    auto visit = at_printer();
    visit.wait(50s);
    visit.print_report(PrintStage::needs_hand, Trouble::paper);
    visit.wait(60s - 1ms);
    CHECK(visit.under<std::monostate>());
    visit.wait(1ms);
    CHECK(visit.under<overlay::StillThere>());
    visit.wait(30s);
    CHECK(visit.place() == "welcome");
    CHECK(visit.said() == Words{"cancel print", "forget"});
}

TEST_CASE("refilled paper goes on by itself and takes the warning away") {
    auto visit = at_printer();
    visit.print_report(PrintStage::needs_hand, Trouble::paper);
    visit.wait(70s);
    CHECK(visit.under<overlay::StillThere>());
    visit.print_report(PrintStage::printing, Trouble::none, 1, 1);
    CHECK(visit.under<std::monostate>());
    CHECK(visit.place() == "printing");
    visit.print_report(PrintStage::printed);
    CHECK(visit.said().empty());
}

TEST_CASE("the printed page is shown for a while before idle counts") {
    auto visit = at_printer();
    visit.wait(100s);
    visit.print_report(PrintStage::printed);
    CHECK(wake_at(visit.content, visit.visit) == visit.now + 20s + 60s);
    visit.tap(action::Back{});
    CHECK(wake_at(visit.content, visit.visit) == visit.now + 60s);
}

TEST_CASE("what was not printed is not hurried away either") {
    auto visit = at_printer();
    visit.wait(100s);
    visit.print_report(PrintStage::not_printed, Trouble::jam);
    CHECK(wake_at(visit.content, visit.visit) == visit.now + 60s);
}
