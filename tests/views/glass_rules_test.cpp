// SPDX-License-Identifier: Apache-2.0
// What must hold on every screen of the glass, whatever it shows, and what must never be on it.
#include "shipped_content.hpp"
#include "views/gallery_walk.hpp"
#include "visit/step.hpp"
#include "visit/triage.hpp"

#include <set>

namespace {

using namespace kiosk;
namespace action = visit::action;

template <class Action>
bool offers(const views::Screen& screen) {
    return std::any_of(screen.actions.begin(), screen.actions.end(),
                       [](const auto& each) { return std::holds_alternative<Action>(each); });
}

views::Screen screen_of(const std::string& name) {
    const auto& shown = shipped::screen(name);
    return views::compose(shipped::content(), shown.visit, shown.now);
}

std::string text_of(const std::string& name) {
    return page::describe(shipped::lay_out(shipped::screen(name), {1080, 1920}));
}

views::Shown after(const std::string& name, std::vector<visit::Action> taps) {
    auto shown = shipped::screen(name);
    for (auto& tap : taps) {
        shown.visit = visit::step(shipped::content(), shown.visit, visit::event::Tapped{tap}, shown.now).visit;
    }
    return shown;
}

std::string text_of(const views::Shown& shown) {
    return page::describe(shipped::lay_out(shown, {1080, 1920}));
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

bool is_red(const views::Shown& shown) {
    return std::holds_alternative<visit::place::Emergency>(shown.visit.place);
}

}  // namespace

TEST_CASE("long: help is one touch away on every screen but the one that is help" * doctest::skip()) {
    for (const auto& shown : shipped::gallery()) {
        if (visit::is_staff_mode(shown.visit.place)) continue;  // no patient stands behind the PIN
        const auto screen = views::compose(shipped::content(), shown.visit, shown.now);
        CHECK_MESSAGE(offers<action::Help>(screen) != is_red(shown), shown.name);
        const auto sheet = page::lay_out(screen.page, {1080, 1920}, shipped::style());
        const auto help = std::count_if(sheet.targets.begin(), sheet.targets.end(), [&](const page::Target& target) {
            return std::holds_alternative<action::Help>(screen.actions[static_cast<std::size_t>(target.key)]);
        });
        CHECK_MESSAGE(help == (is_red(shown) ? 0 : 1), shown.name);
    }
}

TEST_CASE("a key's id is its meaning's place, and no screen has two primary keys in the way of each other") {
    for (const auto& shown : shipped::gallery()) {
        const auto screen = views::compose(shipped::content(), shown.visit, shown.now);
        const auto sheet = page::lay_out(screen.page, {1080, 1920}, shipped::style());
        std::set<page::KeyId> ids;
        for (const auto& target : sheet.targets) {
            CHECK_MESSAGE(target.key >= 0, shown.name);
            CHECK_MESSAGE(static_cast<std::size_t>(target.key) < screen.actions.size(), shown.name);
            CHECK_MESSAGE(ids.insert(target.key).second, shown.name, " has two keys of one id: ", target.label);
        }
    }
}

TEST_CASE("a printer's keys are there only where there is a printer") {
    for (const auto& shown : shipped::gallery()) {
        if (shown.visit.around.printer != visit::PrinterKind::none) continue;
        const auto screen = views::compose(shipped::content(), shown.visit, shown.now);
        CHECK_MESSAGE(!offers<action::PrintNote>(screen), shown.name);
        CHECK_MESSAGE(!offers<action::PrintThis>(screen), shown.name);
        CHECK_MESSAGE(!offers<action::PrintChosen>(screen), shown.name);
        CHECK_MESSAGE(!offers<action::Choose>(screen), shown.name);
    }
    CHECK(contains(text_of("07-library-no-printer"), "Ask the front desk for a paper copy."));
    CHECK(contains(text_of("09-reading-no-printer"), "Ask the front desk for a paper copy."));
}

TEST_CASE("without a desk the red page sends the patient there and speaks of no call") {
    const auto text = text_of("05-no-desk");
    CHECK(contains(text, "Go to the front desk now"));
    CHECK(contains(text, "No staff in sight?"));
    CHECK(contains(text, "Call 911."));
    for (const char* word : {"our call", "Calling", "told", "telling", "coming", "call again"}) {
        CHECK_MESSAGE(!contains(text, word), word);
    }
    const auto screen = screen_of("05-no-desk");
    CHECK(!offers<action::CallAgain>(screen));
    CHECK(offers<action::StaffAreWithMe>(screen));
    CHECK(offers<action::TouchedByMistake>(screen));
}

TEST_CASE("the red page offers nothing but its own two ways out, a call and the note") {
    for (const auto& shown : shipped::gallery()) {
        if (!is_red(shown) || !std::holds_alternative<std::monostate>(shown.visit.overlay)) continue;
        for (const auto& each : views::compose(shipped::content(), shown.visit, shown.now).actions) {
            const bool allowed =
                std::holds_alternative<action::StaffAreWithMe>(each) ||
                std::holds_alternative<action::TouchedByMistake>(each) ||
                std::holds_alternative<action::CallAgain>(each) || std::holds_alternative<action::PrintNote>(each) ||
                std::holds_alternative<action::OpenPanel>(each) || std::holds_alternative<action::ToggleLowered>(each);
            CHECK_MESSAGE(allowed, shown.name);
        }
        CHECK_MESSAGE(offers<action::TouchedByMistake>(views::compose(shipped::content(), shown.visit, shown.now)) ==
                          visit::mistake_possible(shown.visit),
                      shown.name);
    }
}

TEST_CASE("each state of a call says what is known and no more") {
    CHECK(contains(text_of("05a-calling"), "Calling staff…"));
    CHECK(!contains(text_of("05a-calling"), "have been told"));
    CHECK(contains(text_of("05b-told"), "Staff have been told"));
    CHECK(!contains(text_of("05b-told"), "coming"));
    CHECK(contains(text_of("05c-coming"), "Someone is coming"));
    CHECK(contains(text_of("05d-not-sent"), "Our call did not go through"));
    CHECK(contains(text_of("05d-not-sent"), "Go to the front desk now"));
    CHECK(contains(text_of("05e-not-answered"), "Staff have not answered yet"));
    CHECK(contains(text_of("05e-not-answered"), "Go to the front desk now"));
}

TEST_CASE("Continue appears once something is ticked; Back keeps its place") {
    const auto first = screen_of("04-question-chest"), ticked = screen_of("04-question-chest-ticked");
    CHECK(!offers<action::Continue>(first));
    CHECK(offers<action::Continue>(ticked));
    const auto back_of = [](const views::Screen& screen) {
        const auto sheet = page::lay_out(screen.page, {1080, 1920}, shipped::style());
        for (const auto& target : sheet.targets) {
            const auto& meaning = screen.actions[static_cast<std::size_t>(target.key)];
            if (std::holds_alternative<action::Back>(meaning)) return target.touch;
        }
        return Box{};
    };
    CHECK(back_of(first) == back_of(ticked));
    CHECK(back_of(first).width > 0);
}

TEST_CASE("no Continue before the last choice was on the glass, unless what is ticked is an emergency already") {
    const auto& topic = shipped::content().topics.front();
    for (auto shown : shipped::gallery()) {
        if (!std::holds_alternative<visit::place::Asking>(shown.visit.place)) continue;
        if (!std::holds_alternative<std::monostate>(shown.visit.overlay)) continue;
        const auto screen = views::compose(shipped::content(), shown.visit, shown.now);
        const auto sheet = page::lay_out(screen.page, {1080, 1920}, shipped::style());
        const bool shows_continue = std::any_of(sheet.targets.begin(), sheet.targets.end(), [&](const auto& target) {
            return std::holds_alternative<action::Continue>(screen.actions[static_cast<std::size_t>(target.key)]);
        });
        const auto& draft = std::get<visit::place::Asking>(shown.visit.place).draft;
        const bool is_emergency = std::any_of(draft.ticked.begin(), draft.ticked.end(), [&](const auto sign) {
            return topic[sign].urgency == content::Urgency::emergency;
        });
        const bool may = sheet.page == sheet.pages - 1 || is_emergency || draft.whole.has_value();
        CHECK_MESSAGE((!shows_continue || may), shown.name);
    }
}

TEST_CASE("the key under the finger is drawn pressed, and no other") {
    const auto& shown = shipped::screen("04-pressed");
    const auto screen = views::compose(shipped::content(), shown.visit, shown.now);
    auto untouched = shown.visit;
    untouched.pressed.reset();
    CHECK(views::compose(shipped::content(), untouched, shown.now).page != screen.page);
    CHECK(views::compose(shipped::content(), untouched, shown.now).actions == screen.actions);
}

TEST_CASE("someone else's answers are asked for the person in pain") {
    CHECK(contains(text_of("04-for-someone-else"), "For the person in pain"));
    CHECK(!contains(text_of("04-question-chest"), "For the person in pain"));
}

TEST_CASE("private answers are never on the glass again") {
    const auto& content = shipped::content();
    const auto& topic = content.topics.front();
    for (std::size_t i = 0; i < topic.questions.size(); ++i) {
        const content::QuestionId id{i};
        const auto& question = topic[id];
        if (!question.is_private || question.urgency != content::Urgency::today) continue;
        auto shown = shipped::screen("06-see-staff-many");
        for (const auto sign : question.signs) {
            shown.visit.answers.given.push_back({id, visit::Answer{visit::Reply::yes, {sign}}, shown.now});
            for (auto& each : {after("06-see-staff-many", {}), after("06-see-staff-many", {action::ReadNote{}})}) {
                auto page = each;
                page.visit.answers = shown.visit.answers;
                for (int turned = 0; turned < 12; ++turned) {
                    page.visit =
                        visit::step(content, page.visit, visit::event::Tapped{action::TurnTo{turned}}, page.now).visit;
                    const auto text = text_of(page);
                    for (const auto& words : {topic[sign].label, topic[sign].told, topic[sign].note, question.ask}) {
                        if (!words.empty()) CHECK_MESSAGE(!contains(text, words({})), question.id);
                    }
                }
            }
        }
    }
    CHECK(contains(text_of("06b-note-page-2"), "One private answer"));
}

TEST_CASE("a handout held back for a private answer does not say which") {
    const auto& content = shipped::content();
    const auto& topic = content.topics.front();
    int held = 0;
    for (std::size_t i = 0; i < topic.handouts.size(); ++i) {
        const content::HandoutId id{i};
        for (const auto& caution : topic[id].withhold) {
            const auto sign = caution.signs.front();
            if (!topic[topic[sign].question].is_private) continue;
            views::Walk walk =
                views::Walk(content, {visit::PrinterKind::real, visit::Desk::none, true}).to_questions(visit::Who::me);
            if (!walk.reach(topic[sign].question)) continue;
            walk.tick({sign}).no_to_the_rest().release();
            walk.tap(action::ShowHandouts{}).tap(action::Read{id});
            if (!walk.is_at<visit::place::HeldBack>()) continue;
            const auto text = text_of(views::Shown{"held back", walk.visit(), walk.now()});
            CAPTURE(topic[id].id);
            CHECK(contains(text, "This is because of a private answer."));
            CHECK(!contains(text, caution.because({})));
            CHECK(!contains(text, caution.reason({})));
            ++held;
        }
    }
    CHECK(held > 0);
}

TEST_CASE("a handout before a release is headed: tell your clinician first") {
    CHECK(contains(text_of("09-tell-clinician-first"), "Tell your clinician first"));
    CHECK(!contains(text_of("09-reading-food"), "Tell your clinician first"));
}

TEST_CASE("every handout ends with what is known, who reviewed it and whom to tell") {
    const auto& content = shipped::content();
    const auto& topic = content.topics.front();
    for (std::size_t i = 0; i < topic.handouts.size(); ++i) {
        auto shown = shipped::screen("09-reading-" + topic.handouts[i].id);
        shown.visit = visit::step(content, shown.visit, visit::event::Tapped{action::TurnTo{99}}, shown.now).visit;
        const auto text = text_of(shown);
        CAPTURE(topic.handouts[i].id);
        CHECK(contains(text, topic.tell_clinician({})));
        CHECK(contains(text, "Not yet reviewed by a clinician."));
    }
}

TEST_CASE("the library and the end of printing say whom to tell") {
    const auto& tell = shipped::content().topics.front().tell_clinician({});
    for (const char* name : {"07-library", "07-library-no-printer", "10-printed", "10-saved", "10-not-printed"}) {
        CHECK_MESSAGE(contains(text_of(name), tell), name);
    }
}

TEST_CASE("the red page says of the note what the printer is known to do") {
    using visit::PrintStage, visit::Trouble;
    struct {
        PrintStage stage;
        Trouble trouble;
        const char* words;
        bool may_print;
    } table[] = {
        {PrintStage::queued, Trouble::none, "We are getting your note ready.", false},
        {PrintStage::queued, Trouble::offline, "The printer does not answer. Do not wait for your note.", false},
        {PrintStage::sent, Trouble::none, "We sent your note to the printer. It has not started yet.", false},
        {PrintStage::printing, Trouble::none, "Your note is printing.", false},
        {PrintStage::needs_hand, Trouble::paper, "The printer needs paper. Do not wait for your note.", false},
        {PrintStage::needs_hand, Trouble::jam, "Paper is stuck in the printer. Do not wait for your note.", false},
        {PrintStage::printed, Trouble::none, "Your note is printed. Give it to staff.", false},
        {PrintStage::saved, Trouble::none, "Your note is saved for demonstration.", false},
        {PrintStage::not_printed, Trouble::jam, "Your note did not print. Tell staff yourself.", true},
        {PrintStage::cancelled, Trouble::none, "Your note did not print. Tell staff yourself.", true},
        {PrintStage::unknown, Trouble::none, "The printer did not tell us. Look in the tray.", true},
    };
    for (const auto& row : table) {
        CAPTURE(row.words);
        auto shown = shipped::screen("05i-note-sent");
        shown.visit.job->stage = row.stage;
        shown.visit.job->trouble = row.trouble;
        CHECK(contains(page::describe(shipped::lay_out(shown, {1080, 1920})), row.words));
        const auto screen = views::compose(shipped::content(), shown.visit, shown.now);
        CHECK(offers<action::PrintNote>(screen) == row.may_print);
    }
}

TEST_CASE("whoever leaves with staff is told what becomes of the note") {
    using visit::PrintStage;
    struct Row {
        PrintStage stage;
        const char* words;
    };
    const Row table[] = {
        {PrintStage::printed, "If you touch Yes, this page closes. We clear your answers."},
        {PrintStage::printing, "Your note is printing. Take it from the tray."},
        {PrintStage::sent, "Your note is not out yet. If you touch Yes, it does not print."},
        {PrintStage::needs_hand, "Your note is not out yet. If you touch Yes, it does not print."},
    };
    for (const auto& row : table) {
        CAPTURE(row.words);
        auto shown = shipped::screen("05i-note-sent");
        shown.visit.job->stage = row.stage;
        shown.visit.overlay = visit::overlay::Sure{visit::overlay::Sure::Of::staff_are_with_me};
        CHECK(contains(page::describe(shipped::lay_out(shown, {1080, 1920})), row.words));
    }
}

TEST_CASE("nothing is said of paper that is not there") {
    CHECK_FALSE(contains(text_of("10-saved"), "Show them to your nurse"));
    CHECK(contains(text_of("10-printed"), "Show them to your nurse"));
    auto stuck = shipped::screen("10-needs-paper");
    stuck.visit.job->page = 1;
    CHECK_FALSE(contains(text_of(stuck), "Take the pages that are ready."));
    stuck.visit.job->page = 2;
    CHECK(contains(text_of(stuck), "Take the pages that are ready."));
    stuck.visit.job->stage = visit::PrintStage::queued;
    stuck.visit.job->page = 0;
    stuck.visit.job->trouble = visit::Trouble::offline;
    CHECK(contains(text_of(stuck), "The printer does not answer"));
    CHECK_FALSE(contains(text_of(stuck), "Take the pages that are ready."));
}

TEST_CASE("touch Choose is said only where a card on the shelf has that key") {
    auto library = shipped::screen("07-library");
    CHECK(contains(text_of(library), "Touch Choose to print."));
    const auto& topic = shipped::content().topics.front();
    for (std::size_t i = 0; i < topic.questions.size(); ++i)
        library.visit.answers.given.push_back({{i}, visit::Answer{visit::Reply::not_sure, {}}, library.now});
    CHECK_FALSE(contains(text_of(library), "Touch Choose to print."));
}

TEST_CASE("private questions answered with No are questions, not answers") {
    auto shown = after("06-see-staff-one", {action::ReadNote{}});
    std::string note;
    for (int page = 0; page < 5; ++page) {
        shown.visit =
            visit::step(shipped::content(), shown.visit, visit::event::Tapped{action::TurnTo{page}}, shown.now).visit;
        note += text_of(shown);
    }
    CHECK(contains(note, "You said no to"));
    CHECK(contains(note, "private questions"));
    CHECK_FALSE(contains(note, "private answer"));
}

TEST_CASE("what the printer is known to do, in the patient's words") {
    struct {
        const char *screen, *words;
    } table[] = {
        {"10-sent", "Sent to the printer"},
        {"10-printing", "Page 2 of 5"},
        {"10-printed", "Please take your 5 pages"},
        {"10-printed-one-page", "Please take your page"},
        {"10-saved", "Saved for demonstration"},
        {"10-needs-paper", "The printer needs paper"},
        {"10-needs-jam-cleared", "Paper is stuck in the printer"},
        {"10-needs-door-shut", "The printer door is open"},
        {"10-needs-toner", "The printer needs toner"},
        {"10-offline", "The printer does not answer"},
        {"10-busy", "The printer is busy"},
        {"10-needs-staff", "The printer needs staff"},
        {"10-not-printed", "Your pages did not print"},
        {"10-unknown", "The printer did not tell us. Please look in the tray."},
        {"10-stopping", "Stopping the printer"},
    };
    for (const auto& row : table) CHECK_MESSAGE(contains(text_of(row.screen), row.words), row.screen);
    for (const auto& row : table) {
        const bool is_out = contains(row.screen, "10-printed");
        CHECK_MESSAGE(contains(text_of(row.screen), "Please take your") == is_out, row.screen);
    }
}

TEST_CASE("a handout past its review-by is on no card, and a group without any is no key") {
    auto content = shipped::content();
    auto& topic = content.topics.front();
    const auto gone = topic.handouts.front().group;
    for (auto& handout : topic.handouts) handout.expired = handout.group == gone;
    const auto& shown = shipped::screen("07-library");
    const auto reads = [&](const content::Content& of) {
        const auto actions = views::compose(of, shown.visit, shown.now).actions;
        return std::count_if(actions.begin(), actions.end(), [&](const auto& each) {
            const auto* read = std::get_if<action::Read>(&each);
            return read != nullptr && of[{0}][read->handout].group == gone;
        });
    };
    CHECK(reads(shipped::content()) > 0);
    CHECK(reads(content) == 0);
    auto visit = shown.visit;
    visit.place = visit::place::Groups{std::get<visit::place::Library>(visit.place).cleared};
    const auto keys = [&](const content::Content& of) {
        const auto actions = views::compose(of, visit, shown.now).actions;
        return std::count(actions.begin(), actions.end(), visit::Action{action::ShowGroup{gone}});
    };
    CHECK(keys(shipped::content()) == 1);
    CHECK(keys(content) == 0);
}
