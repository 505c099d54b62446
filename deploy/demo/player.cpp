// SPDX-License-Identifier: Apache-2.0
#include "player.hpp"

#include "app/clock.hpp"

#include <algorithm>
#include <thread>

namespace kiosk::play {

namespace {

constexpr Duration passing_page_limit{1'000};
constexpr Duration answer_limit{20'000};  // generous: machines that run tests are slow; the benchmark measures

}  // namespace

Player::Player(const content::Content& content, visit::PrinterKind printer)
    : m_content(content), m_board(content), m_painter(content, m_board), m_visit(visit::fresh({1}, {}, app::now())) {
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
        std::string operator()(const app::script::AnswerNo& answer) const { return player.answer_no(answer.until); }
        std::string operator()(const app::script::Wait& wait) const {
            std::this_thread::sleep_for(wait.duration);
            return "";
        }
        std::string operator()(const app::script::Paper&) const { return ""; }
        std::string operator()(const app::script::Happens& happens) const {
            return player.happens(happens.event(player.m_visit));
        }
    };
    return std::visit(Do{*this}, *read);
}

}  // namespace kiosk::play
