// SPDX-License-Identifier: Apache-2.0
// Plays a visit from a script: the real step, the real screens, a clock that the script moves.
#include "app/commands.hpp"
#include "app/keypad_reader.hpp"
#include "app/loaded.hpp"
#include "app/script_line.hpp"
#include "views/focus.hpp"
#include "views/speech.hpp"
#include "views/staff_words.hpp"
#include "views/views.hpp"
#include "visit/step.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <utility>

namespace kiosk::app {

namespace {

using namespace visit;

constexpr Instant script_start{1'000'000};
constexpr Duration between_taps{1'000};
constexpr Size script_glass{1080, 1920};

/// Empty for what neither a patient nor staff ever notice.
std::string effect_line(const content::Content& content, const Effect& effect) {
    struct Say {
        const content::Content& content;
        static std::string n(int number) { return std::to_string(number); }
        std::string operator()(const effect::Print& e) const {
            const auto* handouts = std::get_if<HandoutOrder>(&e.order.what);
            const bool is_note = std::holds_alternative<NoteOrder>(e.order.what);
            std::string text = "print job " + n(e.order.job.number) +
                               (handouts  ? ":"
                                : is_note ? ": the note for staff"
                                          : ": a test page");
            if (handouts)
                for (const auto& h : handouts->handouts) text += " " + content[e.order.record.topic][h.id()].id;
            return text + (e.order.large_print ? ", large print" : "");
        }
        std::string operator()(const effect::CancelPrint& e) const { return "cancel job " + n(e.job.number); }
        std::string operator()(const effect::RaiseCall& e) const {
            return "call " + n(e.call.number) + ": staff are needed now";
        }
        std::string operator()(const effect::RepeatCall& e) const { return "call " + n(e.call.number) + " again"; }
        std::string operator()(const effect::CancelCall& e) const {
            return "call " + n(e.call.number) + " cancelled by the patient";
        }
        std::string operator()(const effect::CloseCall& e) const {
            return "call " + n(e.call.number) + " closed: staff are here";
        }
        std::string operator()(const effect::TellDesk&) const { return "tell the desk: see today"; }
        std::string operator()(const effect::TellStopped&) const {
            return "tell the desk: someone stopped in the middle of the safety check";
        }
        std::string operator()(const effect::TryPin& e) const { return "PIN, try " + n(e.number); }
        std::string operator()(const effect::RaiseTestCall& e) const { return "test call " + n(e.call.number); }
        std::string operator()(const effect::EndTestCall& e) const { return "end of test call " + n(e.call.number); }
        std::string operator()(const effect::LogDrill& e) const {
            return "log of drills: " + views::drill_words(content, e.drill);
        }
        std::string operator()(const effect::UpdateFromStick&) const { return "look for a bundle on a USB stick"; }
        std::string operator()(const effect::Restart&) const { return "restart"; }
        std::string operator()(const effect::Tally&) const { return {}; }
        std::string operator()(const effect::Forget&) const { return "forget this person"; }
    };
    return std::visit(Say{content}, effect);
}

class Player {
public:
    explicit Player(const content::Content& content)
        : m_content(content), m_board(content), m_visit(fresh(Ticket{1}, {}, m_now)), m_keys(content.clinic.timing) {}

    /// Nothing, or why the line cannot be played.
    std::string play(const ScriptLine& line);
    void show() const;

private:
    std::string tap(const std::string& label);
    std::string press(KeypadKey, int times);
    std::string go_to(const std::string& label);
    /// Presses once; true where the focus is on the key with these words then.
    bool press(KeypadKey, const std::string& label);
    std::string tap_on_some_page(const Action&);
    std::string answer_no(const std::string& until);
    void wait(Duration);
    std::string hear(const script::Heard&);
    views::Script speech() const {
        const auto shown = screen();
        return views::heard_now(m_content, m_visit, shown, sheet(shown));
    }
    void happen(const Event&);
    void print_paper() const;
    std::string reading_aloud() const;
    views::Screen screen() const { return views::compose(m_content, m_visit, m_now); }
    page::Sheet sheet(const views::Screen& s) const { return page::lay_out(s.page, script_glass, m_board.style); }

    const content::Content& m_content;
    DrawingBoard m_board;
    Instant m_now = script_start;
    Visit m_visit;
    KeypadReader m_keys;
    std::optional<PrintOrder> m_last_order;
};

void Player::happen(const Event& event) {
    auto next = step(m_content, m_visit, event, m_now);
    m_visit = std::move(next.visit);
    for (const auto& effect : next.effects) {
        const auto line = effect_line(m_content, effect);
        if (!line.empty()) std::cout << "! " << line << '\n';
        if (const auto* print = std::get_if<effect::Print>(&effect)) m_last_order = print->order;
    }
}

std::string Player::tap(const std::string& label) {
    wait(between_taps);
    const auto now_shown = screen();
    const auto laid_out = sheet(now_shown);
    const auto target = std::find_if(laid_out.targets.begin(), laid_out.targets.end(), [&](const page::Target& t) {
        return t.key >= 0 && (are_meant(t.label, label) || are_meant(t.spoken, label));
    });
    if (target == laid_out.targets.end()) {
        std::string keys;
        for (const auto& t : laid_out.targets)
            if (t.key >= 0) keys += "\n  " + (t.spoken.empty() ? t.label : t.spoken);
        return "there is no key \"" + label + "\" on this screen; there are:" + keys;
    }
    happen(event::Tapped{now_shown.actions.at(static_cast<std::size_t>(target->key))});
    return {};
}

bool Player::press(KeypadKey key, const std::string& label) {
    wait(between_taps);
    const auto shown = screen();
    const auto stops = page::stops(sheet(shown));
    const auto on = [&] {
        return OnGlass{shown, stops, views::focused(stops, shown, m_visit.focus), is_unheard(m_content, m_visit)};
    };
    for (const auto& event : m_keys.read(key, on(), m_now)) happen(event);
    return is_on(on(), label);
}

std::string Player::press(KeypadKey key, int times) {
    for (int i = 0; i < times; ++i) press(key, "");
    return {};
}

std::string Player::go_to(const std::string& label) {
    auto left = page::stops(sheet(screen())).size() + 1;
    while (left-- > 0)
        if (press(KeypadKey::next, label)) return {};
    return "Next comes to no key \"" + label + "\" on this screen";
}

/// Turns pages forward until the key with this meaning is there.
std::string Player::tap_on_some_page(const Action& action) {
    for (int page = 0;; ++page) {
        wait(between_taps);
        const auto now_shown = screen();
        const auto laid_out = sheet(now_shown);
        const auto has_key = [&](const Action& meaning) {
            return std::any_of(laid_out.targets.begin(), laid_out.targets.end(), [&](const page::Target& t) {
                return t.key >= 0 && now_shown.actions.at(static_cast<std::size_t>(t.key)) == meaning;
            });
        };
        if (has_key(action)) return happen(event::Tapped{action}), "";
        if (!has_key(action::TurnTo{page + 1})) return "no page of this question has a key for No";
        happen(event::Tapped{action::TurnTo{page + 1}});
    }
}

std::string Player::answer_no(const std::string& until) {
    while (const auto* asking = std::get_if<place::Asking>(&m_visit.place)) {
        const auto& question = m_content[*m_visit.topic][asking->question];
        const auto& ask = question.ask(m_visit.look.language);
        if (are_meant(ask, until)) return {};
        const auto action = touch_for_no(question, *asking);
        if (!std::holds_alternative<action::TickReply>(action)) std::cout << "- No: " << ask << '\n';
        if (auto problem = tap_on_some_page(action); !problem.empty()) return problem;
    }
    return until.empty() ? "" : "\"" + until + "\" was not asked";
}

void Player::wait(Duration duration) {
    const Instant end = m_now + duration;
    for (auto wake = wake_at(m_content, m_visit); wake && *wake <= end; wake = wake_at(m_content, m_visit)) {
        m_now = std::max(m_now, *wake);
        const Visit before = m_visit;
        happen(event::Woken{});
        if (m_visit == before) break;
    }
    m_now = end;
}

/// As whoever reads aloud reports it.
std::string Player::hear(const script::Heard& heard) {
    if (m_visit.listening.is != Listening::Is::reading) return "nothing is read aloud";
    const auto count = speech().size();
    do {
        const auto& now = m_visit.listening;
        const bool is_last = static_cast<std::size_t>(now.sentence) + 1 >= count;
        happen(event::Said{m_visit.ticket, now.reading, now.sentence, is_last});
    } while (heard.all && m_visit.listening.is == Listening::Is::reading);
    return {};
}

std::string Player::play(const ScriptLine& line) {
    struct Do {
        Player& player;
        std::string operator()(const script::Tap& tap) const { return player.tap(tap.label); }
        std::string operator()(const script::Press& press) const { return player.press(press.key, press.times); }
        std::string operator()(const script::GoTo& to) const { return player.go_to(to.label); }
        std::string operator()(const script::AnswerNo& answer) const { return player.answer_no(answer.until); }
        std::string operator()(const script::Wait& wait) const { return player.wait(wait.duration), ""; }
        std::string operator()(const script::Paper&) const { return player.print_paper(), ""; }
        std::string operator()(const script::Heard& heard) const { return player.hear(heard); }
        std::string operator()(const script::Happens& happens) const {
            player.happen(happens.event(player.m_visit));
            return "";
        }
    };
    return std::visit(Do{*this}, line);
}

void Player::print_paper() const {
    if (!m_last_order) return;
    const views::Stamp stamp{.date = "2026-11-22", .time = "10:44", .now = m_now, .kiosk = "Waiting room 1"};
    for (const auto& document : views::documents(m_content, *m_last_order, stamp))
        for (const auto& sheet : page::lay_out(document, m_board.style))
            std::cout << page::describe(sheet) << "--- end of sheet\n";
}

/// The sentence that is heard now, or nothing.
std::string Player::reading_aloud() const {
    if (m_visit.listening.is != Listening::Is::reading) return {};
    const auto script = speech();
    const auto at = static_cast<std::size_t>(m_visit.listening.sentence);
    return at < script.size() ? "-- aloud\n" + script[at].text + '\n' : std::string();
}

void Player::show() const {
    const auto shown = screen();
    std::cout << page::describe(views::ringed(sheet(shown), shown, m_visit.focus)) << reading_aloud() << '\n';
}

}  // namespace

Exit visit_script(const Machine& machine, const command::VisitScript& command) {
    auto content = content_or_problems(machine);
    if (!content) return Exit::content_problem;
    content->hash = "fingerprint";  // a story must not change with a word that it does not show
    if (std::filesystem::is_directory(command.file))
        return world_said_no(command.file + " is a folder. Name the script in it: " + command.file + "/taps.");
    std::ifstream file(command.file);
    if (!file) return world_said_no("Could not read " + command.file + ". Check its name and its rights.");
    Player player(*content);
    int number = 0;
    bool begun = false;
    for (std::string text; std::getline(file, text);) {
        ++number;
        if (text.empty() || text.front() == '#') continue;
        const std::string written = text;
        const bool quietly = take_quietly(text);
        if (!std::exchange(begun, true) && !quietly) player.show();
        std::cout << "> " << written << '\n';
        const auto line = read_script_line(text);
        const std::string problem = line ? player.play(*line) : line.failure().sentence;
        if (!problem.empty()) {
            std::cout << command.file << ':' << number << ": " << problem << '\n';
            return Exit::usage;
        }
        if (!quietly) player.show();
    }
    return Exit::fine;
}

}  // namespace kiosk::app
