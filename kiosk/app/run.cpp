// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/exhibit.hpp"
#include "app/finger.hpp"
#include "app/first_content.hpp"
#include "app/loaded.hpp"
#include "app/memory_dump.hpp"
#include "app/post.hpp"
#include "app/service_process.hpp"
#include "app/signals.hpp"
#include "app/staff_gesture.hpp"
#include "log/log.hpp"
#include "visit/step.hpp"
#include "window/display_lost.hpp"

#include <algorithm>
#include <array>
#include <future>
#include <iostream>

namespace kiosk::app {

namespace {

constexpr Duration net{2'000};  // a nudge may be lost
constexpr Duration heartbeat{10'000};
constexpr Duration spinner{100};  // between two pictures of it
constexpr Duration frame{16};

/// The one loop: input, reports and time become events; events become a visit; a visit becomes a picture.
class Loop {
public:
    Loop(const Machine& machine, std::unique_ptr<Exhibit> first, window::Glass& glass, Post& post, visit::Visit visit)
        : m_machine(machine),
          m_exhibit(std::move(first)),
          m_next(machine),
          m_glass(glass),
          m_post(post),
          m_finger(m_exhibit->content().clinic.timing),
          m_visit(std::move(visit)) {
        m_post.show(content());
    }

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
    bool restart_asked() const { return m_post.restart_asked(); }
    /// Between visits only: a changed content, another day. True where the glass shows from another one now.
    bool take_up();
    const content::Content& content() const { return m_exhibit->content(); }
    /// Patients may see what is shown.
    bool allowed() const { return is_allowed(m_machine, content()); }

private:
    void happen(const visit::Event&);
    bool spins() const;

    const Machine& m_machine;
    std::unique_ptr<Exhibit> m_exhibit;
    NextExhibit m_next;
    window::Glass& m_glass;
    Post& m_post;
    FingerReader m_finger;
    StaffGesture m_gesture;
    visit::Visit m_visit;
    bool m_closed = false;
};

void Loop::happen(const visit::Event& event) {
    auto next = visit::step(content(), std::move(m_visit), event, now());
    m_visit = std::move(next.visit);
    for (const auto& answer : m_post.carry_out(next.effects)) happen(answer);
}

void Loop::show(Instant at) {
    if (!m_exhibit->painter.paint(m_visit, m_glass.size(), at)) return;
    const bool another = m_exhibit->painter.is_another_screen();
    m_glass.show(m_exhibit->painter.pixels(), another ? window::Change::fade : window::Change::cut);
    if (another) m_finger.screen_changed(now());
}

void Loop::read_fingers() {
    for (const auto& input : m_glass.inputs()) {
        if (std::holds_alternative<window::Closed>(input)) m_closed = true;
        const auto* finger = std::get_if<window::Finger>(&input);
        if (finger == nullptr) continue;
        const bool is_down = finger->kind == window::Finger::Kind::down;
        if (is_down && m_machine.staff_corners && m_gesture.touch(finger->at, m_glass.size(), now()))
            happen(visit::event::StaffGesture{});
        if (is_down) show(now());  // it meets the screen that the one before it made
        if (const auto event = m_finger.read(*finger, m_exhibit->painter.sheet(), m_exhibit->painter.screen(), now()))
            happen(*event);
    }
    show(now());
}

void Loop::read_clock() {
    const auto wake = visit::wake_at(content(), m_visit);
    if (wake && *wake <= now()) happen(visit::event::Woken{});
}

bool Loop::take_up() {
    m_next.look(m_post.offered(), *m_exhibit, today());
    if (!is_between_visits(m_visit)) return false;
    auto next = m_next.take();
    if (next == nullptr) return false;
    m_exhibit = std::move(next);
    m_post.show(content());
    m_finger = FingerReader(content().clinic.timing);
    log::write(log::fact::ContentLoaded{number_of(content().hash), 0, 0});
    return true;
}

bool Loop::spins() const {
    const bool drill = std::holds_alternative<visit::place::Drill>(m_visit.place);
    if (!drill && !std::holds_alternative<visit::place::Emergency>(m_visit.place)) return false;
    const auto& call = drill ? m_visit.test_call : m_visit.call;
    return call && call->state == visit::CallState::calling;
}

Duration Loop::until_next(Instant at) const {
    Duration wait = spins() ? spinner : net;
    if (const auto wake = visit::wake_at(content(), m_visit)) wait = std::clamp(*wake - at, Duration{0}, wait);
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
    Result<mailbox::Done> publish(const mailbox::Facts& facts) { return m_mailbox.publish(facts); }
    void run_service(const Machine& machine, const StopSignals& signals) {
        m_service.emplace(machine, signals.before());
    }
    void keep_service();
    /// Tells the service that this screen still turns: a frozen one keeps its end of the mailbox.
    void beat(Instant at);
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
    Instant m_beat{};
};

void Backstage::beat(Instant at) {
    if (at - m_beat < heartbeat) return;
    m_beat = at;
    // What cannot be written now is written with the next beat.
    m_mailbox.publish({{mailbox::Fact::heartbeat, std::to_string(at.ms)}});
}

void Backstage::keep_service() {
    if (!m_service) return;
    m_service->keep(m_mailbox.service_is_there(), now());
    if (m_trouble == m_service->trouble()) return;
    if (m_mailbox.publish({{mailbox::Fact::service_trouble, m_service->trouble()}})) m_trouble = m_service->trouble();
}

/// What staff may know about what is on the glass.
mailbox::Facts about(const content::Content& content) {
    const auto now = stamp({});
    std::string approval = "not yet reviewed by a clinician";
    if (content.sign_off) {
        const auto& [by, on, until] = *content.sign_off;
        approval = "approved by " + by + ", on " + on + (until.empty() ? "" : ", until " + until);
    }
    return {{mailbox::Fact::content, content.hash},
            {mailbox::Fact::content_since, now.date + " " + now.time},
            {mailbox::Fact::approval, approval}};
}

/// The signal that ended it; 0: the window was closed.
int watch_the_glass(Loop& loop, window::Glass& glass, Backstage& backstage, const StopSignals& signals) {
    const std::array others{backstage.descriptor(), signals.descriptor()};
    int signal = 0;
    for (; signal == 0 && !loop.closed() && loop.allowed() && !loop.restart_asked(); signal = signals.asked()) {
        backstage.keep_service();
        backstage.beat(now());
        loop.read_reports();
        loop.read_clock();
        if (loop.take_up()) backstage.publish(about(loop.content()));
        loop.show(now());
        const bool is_moving = glass.animate();
        if (!is_moving) loop.forget();
        glass.wait(is_moving ? frame : loop.until_next(now()), others);
        loop.read_fingers();
    }
    return signal;
}

mailbox::Facts facts(const Machine& machine, const content::Content& content) {
    auto facts = about(content);
    facts.insert({{mailbox::Fact::pid, std::to_string(getpid())}, {mailbox::Fact::name, machine.name}});
    return facts;
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
    const auto content = first_content(machine);
    if (!content) return Exit::content_problem;
    const window::Mode mode{machine.windowed, machine.still ? Duration{0} : window::Mode{}.fade};
    auto display = window::Watch::open();
    if (!display) return world_said_no(display.failure().sentence);
    const Size size = window::size_of(mode, **display);
    const std::string folder = state_folder(machine);
    if (const auto made = mailbox::make_folder(folder); !made) return world_said_no(made.failure().sentence);
    auto mailbox = mailbox::Screen::open(folder);
    if (!mailbox) return world_said_no(mailbox.failure().sentence);
    Backstage backstage(*content, *mailbox);
    window::when_display_is_lost([&] { lose_display(backstage); });

    // Opening the window takes longest: the first screen is painted meanwhile.
    const auto visit = visit::fresh({mailbox->next_ticket()}, {}, now());
    auto making = std::async(std::launch::async, [&] {
        auto made = std::make_unique<Exhibit>(*content, today());
        made->painter.paint(visit, size, now());
        return made;
    });
    auto glass = window::Glass::open(mode, std::move(*display));
    auto first = making.get();
    if (!glass) return world_said_no(glass.failure().sentence);
    (*glass)->show(first->painter.pixels(), window::Change::cut);

    log::write(log::fact::Started{log::Process::screen});
    const auto told = mailbox->publish(facts(machine, *content));
    if (!told) return world_said_no(told.failure().sentence);
    if (!machine.service_runs) backstage.run_service(machine, signals);

    // Going from here, the window closes first; then backstage puts away what there was.
    Loop loop(machine, std::move(first), **glass, backstage.post(), visit);
    const int signal = watch_the_glass(loop, **glass, backstage, signals);
    log::write(log::fact::Stopped{log::Process::screen, signal});
    if (loop.restart_asked()) return Exit::again;
    if (loop.allowed()) return Exit::fine;
    std::cerr << not_allowed << '\n';
    return Exit::content_problem;
}

}  // namespace kiosk::app
