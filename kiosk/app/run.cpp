// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/finger.hpp"
#include "app/loaded.hpp"
#include "app/memory_dump.hpp"
#include "app/post.hpp"
#include "app/screen.hpp"
#include "app/service_process.hpp"
#include "app/signals.hpp"
#include "log/log.hpp"
#include "visit/step.hpp"
#include "window/display_lost.hpp"

#include <algorithm>
#include <array>
#include <future>

namespace kiosk::app {

namespace {

constexpr Duration net{2'000};    // a nudge may be lost
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

/// What stands behind the glass. However the screen ends: nobody gets paper any more, and nothing of a visit stays.
class Backstage {
public:
    Backstage(const content::Content& content, mailbox::Screen& mailbox)
        : m_mailbox(mailbox), m_post(content, mailbox) {}
    ~Backstage() { clear(); }
    Backstage(const Backstage&) = delete;
    Backstage& operator=(const Backstage&) = delete;

    Post& post() { return m_post; }
    int descriptor() const { return m_mailbox.descriptor(); }
    void run_service(const Machine& machine, const StopSignals& signals) {
        m_service.emplace(machine, signals.before());
    }
    void keep_service();
    void clear() {
        m_post.leave();
        m_service.reset();  // its last reports come now
        m_post.leave();
    }

private:
    mailbox::Screen& m_mailbox;
    Post m_post;
    std::optional<ServiceProcess> m_service;
    std::string m_trouble;
};

void Backstage::keep_service() {
    if (!m_service) return;
    m_service->keep(m_mailbox.service_is_there(), now());
    if (m_trouble == m_service->trouble()) return;
    if (m_mailbox.publish({{mailbox::Fact::service_trouble, m_service->trouble()}})) m_trouble = m_service->trouble();
}

/// The signal that ended it; 0: the window was closed.
int watch_the_glass(Loop& loop, window::Glass& glass, Backstage& backstage, const StopSignals& signals) {
    const std::array others{backstage.descriptor(), signals.descriptor()};
    int signal = 0;
    for (; signal == 0 && !loop.closed(); signal = signals.asked()) {
        backstage.keep_service();
        loop.read_reports();
        loop.read_clock();
        loop.show(now());
        const bool is_moving = glass.animate();
        if (!is_moving) loop.forget();
        glass.wait(is_moving ? frame : loop.until_next(now()), others);
        loop.read_fingers();
    }
    return signal;
}

mailbox::Facts facts(const Machine& machine, const content::Content& content) {
    return {{mailbox::Fact::pid, std::to_string(getpid())},
            {mailbox::Fact::content, content.hash},
            {mailbox::Fact::name, machine.name}};
}

[[noreturn]] void lose_display(Backstage& backstage) {
    log::write(log::fact::Failed{log::Code::display_lost, 0});
    backstage.clear();
    _exit(static_cast<int>(Exit::world));
}

}  // namespace

Exit run(const Machine& machine) {
    forbid_memory_dumps();
    const StopSignals signals;
    const auto content = content_for_patients(machine);
    if (!content) return Exit::content_problem;
    const window::Mode mode{machine.windowed, machine.still ? Duration{0} : window::Mode{}.fade};
    const auto size = window::Glass::measure(mode);
    if (!size) return world_said_no(size.failure().sentence);
    const std::string folder = state_folder(machine);
    if (const auto made = mailbox::make_folder(folder); !made) return world_said_no(made.failure().sentence);
    auto mailbox = mailbox::Screen::open(folder);
    if (!mailbox) return world_said_no(mailbox.failure().sentence);
    Backstage backstage(*content, *mailbox);
    window::when_display_is_lost([&] { lose_display(backstage); });

    // Opening the window takes longest: the first screen is painted meanwhile.
    const auto visit = visit::fresh({mailbox->next_ticket()}, {}, now());
    std::optional<DrawingBoard> board;
    std::optional<ScreenPainter> painter;
    auto first = std::async(std::launch::async, [&] {
        board.emplace(*content);
        painter.emplace(*content, *board);
        painter->paint(visit, *size, now());
    });
    auto glass = window::Glass::open(mode);
    first.get();
    if (!glass) return world_said_no(glass.failure().sentence);
    (*glass)->show(painter->pixels(), window::Change::cut);

    log::write(log::fact::Started{log::Process::screen});
    const auto told = mailbox->publish(facts(machine, *content));
    if (!told) return world_said_no(told.failure().sentence);
    if (!machine.service_runs) backstage.run_service(machine, signals);

    // Going from here, the window closes first; then backstage puts away what there was.
    Loop loop(*content, **glass, *painter, backstage.post(), visit);
    const int signal = watch_the_glass(loop, **glass, backstage, signals);
    log::write(log::fact::Stopped{log::Process::screen, signal});
    return Exit::fine;
}

}  // namespace kiosk::app
