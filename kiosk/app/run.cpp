// SPDX-License-Identifier: Apache-2.0
#include "app/run.hpp"

#include "app/approval_text.hpp"
#include "app/backstage.hpp"
#include "app/clock.hpp"
#include "app/closed.hpp"
#include "app/commands.hpp"
#include "app/exhibit.hpp"
#include "app/finger.hpp"
#include "app/first_content.hpp"
#include "app/keypad_reader.hpp"
#include "app/loaded.hpp"
#include "app/memory_dump.hpp"
#include "app/staff_gesture.hpp"
#include "app/state.hpp"
#include "app/supervisor.hpp"
#include "app/wait_for_screen.hpp"
#include "log/log.hpp"
#include "window/display_lost.hpp"

#include <algorithm>
#include <array>
#include <future>
#include <iostream>

namespace kiosk::app {

namespace {

constexpr Duration net{2'000};    // a nudge may be lost
constexpr Duration spinner{100};  // between two pictures of it
constexpr Duration frame{16};

/// The one loop: input, reports and time become events; events become a visit; a visit becomes a picture.
class Loop {
public:
    Loop(const Machine& machine, const Step& step, std::unique_ptr<Exhibit> first, window::Glass& glass, Post& post,
         Aloud& aloud, Keypad keypad, visit::Visit visit)
        : m_machine(machine),
          m_step(step),
          m_exhibit(std::move(first)),
          m_next(machine),
          m_glass(glass),
          m_post(post),
          m_aloud(aloud),
          m_keypad(std::move(keypad)),
          m_finger(m_exhibit->content().clinic.timing),
          m_keys(m_exhibit->content().clinic.timing),
          m_visit(std::move(visit)) {
        m_post.show(content());
    }

    void show(Instant at);
    void read_inputs();
    void read_reports() {
        for (const auto& event : m_post.collect(now())) happen(event);
        for (const auto& event : m_aloud.collect(now())) happen(event);
        learn_sound();
    }
    void read_clock();
    /// What is left of those who have gone, after the glass shows the next screen.
    void forget() { m_post.forget(); }
    Duration until_next(Instant at) const;
    bool closed() const { return m_closed; }
    bool restart_asked() const { return m_post.restart_asked(); }
    /// Nobody is at the glass.
    bool is_idle() const { return is_between_visits(m_visit); }
    /// Between visits only: a changed content, another day. True where the glass shows from another one now.
    bool take_up();
    const content::Content& content() const { return m_exhibit->content(); }
    /// Patients may see what is shown.
    bool allowed() const { return is_allowed(m_machine, content()); }

private:
    void happen(const visit::Event&);
    void learn_sound();
    void read(const window::Finger&);
    void read(const window::Typed&);
    bool spins() const;

    const Machine& m_machine;
    const Step& m_step;
    std::unique_ptr<Exhibit> m_exhibit;
    NextExhibit m_next;
    window::Glass& m_glass;
    Post& m_post;
    Aloud& m_aloud;
    Keypad m_keypad;
    FingerReader m_finger;
    KeypadReader m_keys;
    StaffGesture m_gesture;
    visit::Visit m_visit;
    bool m_closed = false;
};

void Loop::happen(const visit::Event& event) {
    auto next = m_step(content(), std::move(m_visit), event, now());
    m_visit = std::move(next.visit);
    m_aloud.silence(m_visit);
    for (const auto& answer : m_post.carry_out(next.effects)) happen(answer);
    learn_sound();
}

/// Before the glass shows a Listen key: of another visit, of another language.
void Loop::learn_sound() {
    const auto& language = content().languages.at(m_visit.look.language.index).code;
    if (const auto sound = m_aloud.changed(m_visit, language)) happen(*sound);
}

void Loop::show(Instant at) {
    if (m_exhibit->painter.paint(m_visit, m_glass.size(), at)) {
        const bool another = m_exhibit->painter.is_another_screen();
        m_glass.show(m_exhibit->painter.pixels(),
                     another && !m_visit.look.still ? window::Change::fade : window::Change::cut);
        if (another) m_finger.screen_changed(now());
        if (another) m_keys.screen_changed(now());
    }
    m_aloud.follow(m_visit, m_exhibit->painter.script());
}

void Loop::read_inputs() {
    for (const auto& input : m_glass.inputs()) {
        if (std::holds_alternative<window::Closed>(input)) m_closed = true;
        if (const auto* finger = std::get_if<window::Finger>(&input)) read(*finger);
        if (const auto* typed = std::get_if<window::Typed>(&input)) read(*typed);
    }
    show(now());
}

void Loop::read(const window::Finger& finger) {
    const bool is_down = finger.kind == window::Finger::Kind::down;
    if (is_down && m_machine.staff_corners && m_gesture.touch(finger.at, m_glass.size(), now()))
        happen(visit::event::StaffGesture{});
    if (is_down) show(now());  // it meets the screen that the one before it made
    const auto& painter = m_exhibit->painter;
    if (const auto event = m_finger.read(finger, painter.sheet(), painter.screen(), now())) happen(*event);
}

void Loop::read(const window::Typed& typed) {
    show(now());
    const auto& painter = m_exhibit->painter;
    const OnGlass on{painter.screen(), painter.stops(), painter.focused(), is_unheard(content(), m_visit)};
    for (const auto& event : m_keys.read(m_keypad.key(typed.key), on, now())) happen(event);
}

void Loop::read_clock() {
    const auto wake = visit::wake_at(content(), m_visit);
    if (wake && *wake <= now()) happen(visit::event::Woken{});
}

bool Loop::take_up() {
    m_next.look(m_post.offered(), *m_exhibit, today());
    if (!is_idle()) return false;
    auto next = m_next.take();
    if (next == nullptr) return false;
    m_exhibit = std::move(next);
    m_post.show(content());
    m_finger = FingerReader(content().clinic.timing);
    m_keys = KeypadReader(content().clinic.timing);
    log::write(log::fact::ContentLoaded{number_of(content().hash), 0, 0});
    return true;
}

bool Loop::spins() const {
    if (m_visit.look.still) return false;
    const bool drill = std::holds_alternative<visit::place::Drill>(m_visit.place);
    if (!drill && !std::holds_alternative<visit::place::Emergency>(m_visit.place)) return false;
    const auto& call = drill ? m_visit.test_call : m_visit.call;
    return call && call->state == visit::CallState::calling;
}

Duration Loop::until_next(Instant at) const {
    Duration wait = spins() ? spinner : net;
    if (const auto wake = visit::wake_at(content(), m_visit)) wait = std::clamp(*wake - at, Duration{0}, wait);
    if (const auto sentence = m_aloud.wait()) wait = std::min(wait, *sentence);
    return wait;
}

/// What staff may know about what is on the glass.
mailbox::Facts about(const content::Content& content) {
    const auto now = stamp({});
    return {{mailbox::Fact::content, content.hash},
            {mailbox::Fact::content_since, now.date + " " + now.time},
            {mailbox::Fact::approval, write_sign_off(content.sign_off)}};
}

/// The signal that ended it; 0: the window was closed.
int watch_the_glass(Loop& loop, window::Glass& glass, Backstage& backstage, const Aloud& aloud,
                    const StopSignals& signals, Supervisor& supervisor) {
    int signal = 0;
    glass.show_again();
    supervisor.ready();
    const auto goes_on = [&] {
        return !loop.closed() && loop.allowed() && !loop.restart_asked() && !(backstage.is_lost() && loop.is_idle());
    };
    for (; signal == 0 && goes_on(); signal = signals.asked()) {
        backstage.keep_service();
        backstage.beat(now());
        loop.read_reports();
        backstage.tell_sound(aloud);
        loop.read_clock();
        if (loop.take_up()) backstage.publish(about(loop.content()));
        loop.show(now());
        const bool is_moving = glass.animate();
        supervisor.turned(now());
        if (!is_moving) loop.forget();
        const std::array others{backstage.descriptor(), signals.descriptor(), aloud.descriptor()};
        glass.wait(is_moving ? frame : std::min(loop.until_next(now()), supervisor.rest()), others);
        loop.read_inputs();
    }
    supervisor.stopping();
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
    return run_by(machine, visit::step);
}

Exit run_by(const Machine& machine, const Step& step) {
    forbid_memory_dumps();
    Supervisor supervisor;
    const StopSignals signals;
    const auto content = first_content(machine);
    // A person who started it by hand reads why, and mends it; before a glass that nobody watches, patients read this.
    if (!content && supervisor.is_there()) return not_in_use_yet(machine, signals, supervisor);
    if (!content) return Exit::content_problem;
    const window::Mode mode{.windowed = machine.windowed};
    auto display = window::Watch::open();
    if (!display) return world_said_no(display.failure().sentence);
    if (!wait_for_screen(**display, signals, supervisor)) return Exit::fine;
    const auto keypad =
        Keypad::read(machine.keypad, [&](const std::string& name) { return (*display)->keys_sending(name); });
    if (!keypad) return world_said_no("keypad: " + keypad.failure().sentence);
    const Size size = window::size_of(mode, **display);
    if (const auto made = make_mailbox_folder(machine); !made) return world_said_no(made.failure().sentence);
    auto mailbox = mailbox::Screen::open(mailbox_folder(machine));
    if (!mailbox) return world_said_no(mailbox.failure().sentence);
    Backstage backstage(*content, *mailbox);
    window::when_display_is_lost([&] { lose_display(backstage); });

    // Until a voice is there, the Listen key is not.
    Aloud aloud([codes = codes_of(*content)] { return voice::Voice::open(codes); },
                machine.headphones ? visit::Sound::headphones : visit::Sound::loudspeaker);
    // Opening the window takes longest: the first screen is painted meanwhile.
    const auto visit = visit::fresh({mailbox->next_ticket()}, {.still = machine.still}, now());
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
    Loop loop(machine, step, std::move(first), **glass, backstage.post(), aloud, *keypad, visit);
    const int signal = watch_the_glass(loop, **glass, backstage, aloud, signals, supervisor);
    log::write(log::fact::Stopped{log::Process::screen, signal});
    if (loop.restart_asked() || backstage.is_lost()) return supervisor.is_there() ? Exit::fine : Exit::again;
    if (loop.allowed()) return Exit::fine;
    std::cerr << not_allowed << '\n';
    return Exit::content_problem;
}

}  // namespace kiosk::app
