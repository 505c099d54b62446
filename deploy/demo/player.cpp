// SPDX-License-Identifier: Apache-2.0
#include "player.hpp"

#include "app/clock.hpp"

#include <algorithm>
#include <thread>

namespace kiosk::play {

namespace {

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

std::optional<Point> Player::key(const std::string& label) {
    expected();
    const auto& targets = m_painter.sheet().targets;
    const auto at = std::find_if(targets.begin(), targets.end(), [&](const page::Target& t) {
        return t.key >= 0 && (t.label == label || t.spoken == label);
    });
    if (at == targets.end()) return {};
    return Point{at->touch.x + at->touch.width / 2, at->touch.y + at->touch.height / 2};
}

std::string Player::tap(const std::string& label) {
    const auto at = key(label);
    if (!at) return "there is no key \"" + label + "\"";
    const auto action = std::find_if(m_painter.sheet().targets.begin(), m_painter.sheet().targets.end(),
                                     [&](const page::Target& t) { return t.key >= 0 && t.touch.contains(*at); });
    // A person looks before touching again; the glass is deaf for as long after a change of screen.
    std::this_thread::sleep_for(m_content.clinic.timing.ignore_after_change + Duration{100});
    m_screen.tap(*at);
    happen(visit::event::Tapped{m_painter.screen().actions.at(static_cast<std::size_t>(action->key))});
    return see();
}

std::string Player::play(const std::string& line) {
    const auto read = app::read_script_line(line);
    if (!read) return read.failure().sentence;
    struct Do {
        Player& player;
        std::string operator()(const app::script::Tap& tap) const { return player.tap(tap.label); }
        std::string operator()(const app::script::Wait& wait) const {
            std::this_thread::sleep_for(wait.duration);
            return "";
        }
        std::string operator()(const app::script::Paper&) const { return ""; }
        std::string operator()(const app::script::Happens& happens) const {
            const auto& visit = player.m_visit;
            player.happen(happens.event(visit.ticket, visit.job ? visit.job->number : visit::JobNumber{},
                                        visit.call ? visit.call->number : visit::CallNumber{}));
            return player.see();
        }
    };
    return std::visit(Do{*this}, *read);
}

}  // namespace kiosk::play
