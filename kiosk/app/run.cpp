// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/finger.hpp"
#include "app/loaded.hpp"
#include "app/post.hpp"
#include "app/screen.hpp"
#include "app/service_process.hpp"
#include "app/signals.hpp"
#include "log/log.hpp"
#include "visit/step.hpp"

#include <algorithm>
#include <array>
#include <future>

namespace kiosk::app {

namespace {

constexpr Duration net{1'000};    // a nudge may be lost
constexpr Duration spinner{100};  // between two pictures of it
constexpr Duration frame{16};

/// The one loop: input, reports and time become events; events become a visit; a visit becomes a picture.
class Loop {
public:
    Loop(const content::Content& content, window::Glass& glass, ScreenPainter& painter, Post& post, visit::Visit visit)
        : m_content(content),
          m_glass(glass),
          m_painter(painter),
          m_post(post),
          m_finger(content.clinic.timing),
          m_visit(std::move(visit)) {}

    void show(Instant at);
    void read_fingers();
    void read_reports() {
        for (const auto& event : m_post.collect(now())) happen(event);
    }
    void read_clock();
    /// What is left of those who have gone, after the glass shows the next screen.
    void forget() { m_post.forget(); }
    Duration until_next(Instant at) const;
    /// The person at the glass is forgotten; what has not come out is cancelled.
    void leave() {
        happen(visit::event::Tapped{visit::action::Finish{}});
        m_post.forget();
    }
    bool closed() const { return m_closed; }

private:
    void happen(const visit::Event&);
    bool spins() const;

    const content::Content& m_content;
    window::Glass& m_glass;
    ScreenPainter& m_painter;
    Post& m_post;
    FingerReader m_finger;
    visit::Visit m_visit;
    bool m_closed = false;
};

void Loop::happen(const visit::Event& event) {
    auto next = visit::step(m_content, std::move(m_visit), event, now());
    m_visit = std::move(next.visit);
    for (const auto& answer : m_post.carry_out(next.effects)) happen(answer);
}

void Loop::show(Instant at) {
    if (!m_painter.paint(m_visit, m_glass.size(), at)) return;
    const bool another = m_painter.is_another_screen();
    m_glass.show(m_painter.pixels(), another ? window::Change::fade : window::Change::cut);
    if (another) m_finger.screen_changed(now());
}

void Loop::read_fingers() {
    for (const auto& input : m_glass.inputs()) {
        if (std::holds_alternative<window::Closed>(input)) m_closed = true;
        const auto* finger = std::get_if<window::Finger>(&input);
        if (finger == nullptr) continue;
        if (finger->kind == window::Finger::Kind::down) show(now());  // it meets the screen that the one before it made
        if (const auto event = m_finger.read(*finger, m_painter.sheet(), m_painter.screen(), now())) happen(*event);
    }
    show(now());
}

void Loop::read_clock() {
    const auto wake = visit::wake_at(m_content, m_visit);
    if (wake && *wake <= now()) happen(visit::event::Woken{});
}

bool Loop::spins() const {
    return std::holds_alternative<visit::place::Emergency>(m_visit.place) && m_visit.call &&
           m_visit.call->state == visit::CallState::calling;
}

Duration Loop::until_next(Instant at) const {
    Duration wait = spins() ? spinner : net;
    if (const auto wake = visit::wake_at(m_content, m_visit)) wait = std::clamp(*wake - at, Duration{0}, wait);
    return wait;
}

Exit watch_the_glass(Loop& loop, window::Glass& glass, const mailbox::Screen& mailbox, ServiceProcess* service,
                     const StopSignals& signals) {
    const std::array others{mailbox.descriptor(), signals.descriptor()};
    for (int signal = 0; signal == 0 && !loop.closed(); signal = signals.asked()) {
        if (service != nullptr) service->keep(mailbox.service_is_there(), now());
        loop.read_reports();
        loop.read_clock();
        loop.show(now());
        const bool is_moving = glass.animate();
        if (!is_moving) loop.forget();
        glass.wait(is_moving ? frame : loop.until_next(now()), others);
        loop.read_fingers();
    }
    loop.leave();
    return Exit::fine;
}

}  // namespace

Exit run(const Machine& machine) {
    const auto content = content_or_problems(machine);
    if (!content) return Exit::content_problem;
    const window::Mode mode{machine.windowed, machine.still ? Duration{0} : window::Mode{}.fade};
    const auto size = window::Glass::measure(mode);
    if (!size) return world_said_no(size.failure().sentence);
    const std::string folder = state_folder(machine);
    if (const auto made = mailbox::make_folder(folder); !made) return world_said_no(made.failure().sentence);
    auto mailbox = mailbox::Screen::open(folder);
    if (!mailbox) return world_said_no(mailbox.failure().sentence);

    // Opening the window takes longest: the first screen is painted meanwhile.
    const auto visit = visit::fresh({mailbox->next_ticket()}, {}, now());
    std::optional<DrawingBoard> board;
    std::optional<ScreenPainter> painter;
    auto first = std::async(std::launch::async, [&] {
        board.emplace(*content);
        painter.emplace(*content, *board);
        painter->paint(visit, *size, now());
    });
    const StopSignals signals;
    auto glass = window::Glass::open(mode);
    first.get();
    if (!glass) return world_said_no(glass.failure().sentence);
    (*glass)->show(painter->pixels(), window::Change::cut);

    log::write(log::fact::Started{log::Process::screen});
    mailbox->publish({{mailbox::Fact::pid, std::to_string(getpid())}, {mailbox::Fact::content, content->hash}});
    Post post(*content, *mailbox);
    std::optional<ServiceProcess> service;
    if (!machine.service_runs) service.emplace(machine, signals.before());
    Loop loop(*content, **glass, *painter, post, visit);
    const auto exit = watch_the_glass(loop, **glass, *mailbox, service ? &*service : nullptr, signals);
    log::write(log::fact::Stopped{log::Process::screen, 0});
    return exit;
}

}  // namespace kiosk::app
