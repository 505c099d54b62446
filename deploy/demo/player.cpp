// SPDX-License-Identifier: Apache-2.0
#include "player.hpp"

#include "app/clock.hpp"

#include <algorithm>
#include <map>
#include <thread>

namespace kiosk::play {

namespace {

constexpr Duration between_presses{900};  ///< longer than the guard against a shaking hand
constexpr Duration passing_page_limit{1'000};
constexpr Duration answer_limit{20'000};  // generous: machines that run tests are slow; the benchmark measures

}  // namespace

Player::Player(const content::Content& content, visit::PrinterKind printer)
    : m_content(content),
      m_board(content),
      m_painter(content, m_board),
      m_visit(visit::fresh({1}, {}, app::now())),
      m_keys(content.clinic.timing) {
    happen(visit::event::PrinterIs{printer});
}

void Player::happen(const visit::Event& event) {
    m_visit = visit::step(m_content, m_visit, event, app::now()).visit;
}

const Pixels& Player::expected() {
    m_painter.paint(m_visit, m_screen.size(), app::now());
    return m_painter.pixels();
}

std::string Player::see() {
    return m_screen.wait_for(expected(), answer_limit)
               ? ""
               : "the glass does not show \"" + m_painter.screen().page.title + "\"";
}

const page::Target* Player::key(const std::string& label) {
    expected();
    const auto& targets = m_painter.sheet().targets;
    const auto at = std::find_if(targets.begin(), targets.end(), [&](const page::Target& t) {
        return t.key >= 0 && (app::are_meant(t.label, label) || app::are_meant(t.spoken, label));
    });
    return at == targets.end() ? nullptr : &*at;
}

const page::Target* Player::key(const visit::Action& action) {
    expected();
    const auto& targets = m_painter.sheet().targets;
    const auto at = std::find_if(targets.begin(), targets.end(), [&](const page::Target& t) {
        return t.key >= 0 && m_painter.screen().actions.at(static_cast<std::size_t>(t.key)) == action;
    });
    return at == targets.end() ? nullptr : &*at;
}

std::string Player::touch(const page::Target* key) {
    if (key == nullptr) return "there is no such key on \"" + m_painter.screen().page.title + "\"";
    const auto action = m_painter.screen().actions.at(static_cast<std::size_t>(key->key));
    const Point middle{key->touch.x + key->touch.width / 2, key->touch.y + key->touch.height / 2};
    // A person looks before touching again; the glass is deaf for as long after a change of screen.
    std::this_thread::sleep_for(m_content.clinic.timing.ignore_after_change + Duration{100});
    m_screen.tap(middle);
    happen(visit::event::Tapped{action});
    return {};
}

std::string Player::tap(const visit::Action& action) {
    const auto problem = touch(key(action));
    return problem.empty() ? see() : problem;
}

app::OnGlass Player::on_glass() {
    expected();
    return {m_painter.screen(), m_painter.stops(), m_painter.focused(), app::is_unheard(m_content, m_visit)};
}

void Player::send(app::KeypadKey key) {
    static const std::map<app::KeypadKey, const char*> sent{
        {app::KeypadKey::previous, "Left"}, {app::KeypadKey::next, "Right"}, {app::KeypadKey::ok, "Return"},
        {app::KeypadKey::back, "Escape"},   {app::KeypadKey::repeat, "F5"},  {app::KeypadKey::help, "F1"}};
    const auto on = on_glass();
    const bool moves = key == app::KeypadKey::previous || key == app::KeypadKey::next;
    // As with touches: only what moves the focus is heard at any time.
    if (!moves) std::this_thread::sleep_for(between_presses);
    m_screen.type(sent.at(key));
    for (const auto& event : m_keys.read(key, on, app::now())) happen(event);
}

std::string Player::press(app::KeypadKey key) {
    send(key);
    return see();
}

std::string Player::next_until(const std::function<bool()>& is_there) {
    for (auto left = on_glass().stops.size() + 1; left > 0; --left) {
        if (const auto problem = press(app::KeypadKey::next); !problem.empty()) return problem;
        if (is_there()) return {};
    }
    return "Next comes to no such key on \"" + m_painter.screen().page.title + "\"";
}

std::string Player::go_to(const std::string& label) {
    return next_until([&] { return app::is_on(on_glass(), label); });
}

std::string Player::go_to(const visit::Action& action) {
    return next_until([&] { return m_visit.focus == visit::Focus{visit::focus::Key{action}}; });
}

const views::Script& Player::script() {
    expected();
    return m_painter.script();
}

std::string Player::hear_out(bool all) {
    const auto count = static_cast<int>(script().size());
    do {
        const auto& listening = m_visit.listening;
        const bool is_last = listening.sentence + 1 >= count;
        happen(visit::event::Said{m_visit.ticket, listening.reading, listening.sentence, is_last});
    } while (all && m_visit.listening.is == visit::Listening::Is::reading);
    return see();
}

std::string Player::happens(const visit::Event& event) {
    happen(event);
    return see();
}

std::string Player::tap_on_some_page(const visit::Action& action) {
    constexpr int most_pages = 12;
    for (int page = 1; key(action) == nullptr && page < most_pages; ++page)
        if (const auto problem = tap(visit::action::TurnTo{page}); !problem.empty()) return problem;
    return tap(action);
}

std::string Player::answer_no(const std::string& until) {
    while (const auto* asking = std::get_if<visit::place::Asking>(&m_visit.place)) {
        const auto& question = m_content[*m_visit.topic][asking->question];
        if (app::are_meant(question.ask(m_visit.look.language), until)) return {};
        if (auto problem = tap_on_some_page(app::touch_for_no(question, *asking)); !problem.empty()) return problem;
    }
    return until.empty() ? "" : "\"" + until + "\" was not asked";
}

std::string Player::play(const std::string& line) {
    const auto read = app::read_script_line(line);
    if (!read) return read.failure().sentence;
    struct Do {
        Player& player;
        std::string operator()(const app::script::Tap& tap) const {
            const auto job_before = player.m_visit.job;
            const auto problem = player.touch(player.key(tap.label));
            if (!problem.empty()) return tap.label + ": " + problem;
            const auto& job = player.m_visit.job;
            if (!job || job == job_before) return player.see();
            // What the glass says of a new job may be gone before anyone looks; the next line says what it comes to.
            player.m_screen.wait_for(player.expected(), passing_page_limit);
            return "";
        }
        std::string operator()(const app::script::Press& press) const {
            for (int i = 0; i < press.times; ++i)
                if (auto problem = player.press(press.key); !problem.empty()) return problem;
            return "";
        }
        std::string operator()(const app::script::GoTo& to) const { return player.go_to(to.label); }
        std::string operator()(const app::script::AnswerNo& answer) const { return player.answer_no(answer.until); }
        std::string operator()(const app::script::Wait& wait) const {
            std::this_thread::sleep_for(wait.duration);
            return "";
        }
        std::string operator()(const app::script::Paper&) const { return ""; }
        std::string operator()(const app::script::Heard& heard) const { return player.hear_out(heard.all); }
        std::string operator()(const app::script::Happens& happens) const {
            return player.happens(happens.event(player.m_visit));
        }
    };
    return std::visit(Do{*this}, *read);
}

}  // namespace kiosk::play
