// SPDX-License-Identifier: Apache-2.0
#include "chaos.hpp"

#include "app/files.hpp"
#include "visit/names.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <thread>

namespace kiosk::soak {

namespace {

using namespace std::chrono_literals;
namespace action = kiosk::visit::action;
namespace place = kiosk::visit::place;

constexpr Duration patience{60'000};  // machines that run tests are slow
constexpr Duration glass_follows{400};
constexpr const char* interface = "screens/interface.xml";
constexpr std::array words{"Touch to start", "Begin here"};
constexpr Size whole{1080, 1920};

content::Content load(const std::string& file) {
    auto loaded = app::load_content(file);
    REQUIRE(loaded.content);
    return *loaded.content;
}

/// The longest that a person may be away before the next one begins.
Duration longest_idle(const content::Timing& timing) {
    return std::max({timing.idle, timing.idle_reading, timing.idle_largest, timing.staff_idle});
}

}  // namespace

void Journal::read_on() {
    std::ifstream file(m_file);
    file.seekg(m_at);
    std::string more{std::istreambuf_iterator<char>(file), {}};
    m_at += static_cast<std::streamoff>(more.size());
    m_part += more;
    for (auto end = m_part.find('\n'); end != std::string::npos; end = m_part.find('\n')) {
        const auto line = m_part.substr(0, end);
        m_part.erase(0, end + 1);
        if (line.find("failed: the service is gone") != std::string::npos) ++m_lost;
        if (!line.starts_with("soak: at ")) continue;
        m_place = line.substr(9);
        ++m_seen[m_place];
    }
}

const std::string& Journal::place() {
    read_on();
    return m_place;
}

const std::map<std::string, int>& Journal::seen() {
    read_on();
    return m_seen;
}

int Journal::services_lost() {
    read_on();
    return m_lost;
}

Chaos::Chaos(std::uint64_t seed, test::Room& room, test::Clinic& clinic)
    : m_room(room),
      m_clinic(clinic),
      m_draw(visit::drawn_from(seed)),
      m_journal(room.folder / "kiosk.log"),
      m_clock(map_moved_clock(room.folder / "clock")) {
    setenv(moved_clock_variable, (room.folder / "clock").c_str(), 1);
    m_contents.push_back(load(clinic.content()));
    clinic.change(interface, words[0], words[1]);
    m_contents.push_back(load(clinic.content()));
    clinic.change(interface, words[1], words[0]);
}

void Chaos::start() {
    m_room.start({"--windowed", "1080x1920", "--printer", m_printer.uri(), "--name", "Waiting room 1", "--listen",
                  "127.0.0.1:0"},
                 m_clinic.content());
    REQUIRE(test::until(patience, [&] {
        m_screen.resize(whole);  // it begins in the middle, beyond the upper edge
        return shows_welcome().empty();
    }));
    REQUIRE(test::until(patience, [&] { return m_room.service() != 0; }));
}

void Chaos::deal() {
    using C = Chaos;
    if (m_deck.empty()) {
        m_deck = {&C::visit,         &C::visit,          &C::visit,        &C::visit,     &C::taps,     &C::taps,
                  &C::six_keys,      &C::six_keys,       &C::plain_keys,   &C::resize,    &C::sleep,    &C::clock_set,
                  &C::printer_fault, &C::printer_mended, &C::kill_service, &C::good_edit, &C::bad_edit, &C::clock_set};
        REQUIRE(m_deck.size() == 2 * half_a_deck);
        for (auto left = m_deck.size(); left > 1; --left) std::swap(m_deck[left - 1], m_deck[below(left)]);
    }
    const auto card = m_deck.back();
    m_deck.pop_back();
    (this->*card)();
}

void Chaos::pause(std::size_t least_ms, std::size_t most_ms) {
    std::this_thread::sleep_for(Duration{static_cast<int>(least_ms + below(most_ms - least_ms))});
}

Point Chaos::anywhere() {
    return {static_cast<double>(below(static_cast<std::size_t>(whole.width))),
            static_cast<double>(below(static_cast<std::size_t>(whole.height)))};
}

/// Somebody who knows what the keys mean, as far as can be told from outside: a visit of one's own is stepped along,
/// and where the glass does something else (the printer, the desk, a word that changed), the visit ends in mere
/// touches.
void Chaos::visit() {
    if (m_journal.place() != "welcome") return taps();
    play::Player player(m_contents[m_edited ? 1 : 0], visit::PrinterKind::real);
    visit::Walker walker(m_contents[0], m_draw);
    for (int tries = 0, touches = 0; tries < 400 && touches < 45; ++tries) {
        const auto event = walker.next(player.visit());
        const auto* tapped = std::get_if<visit::event::Tapped>(&event);
        const auto* key = tapped == nullptr ? nullptr : player.key(tapped->action);
        if (key == nullptr) continue;
        ++touches;
        if (!player.touch(key).empty()) return;
        const bool follows = m_screen.wait_for(player.expected(), glass_follows);
        if (!follows && m_journal.place() != visit::name_of(player.visit().place)) return taps();
    }
}

void Chaos::taps() {
    for (auto left = 20 + below(60); left > 0; --left) {
        m_screen.press(anywhere());
        if (below(10) == 0) m_screen.move(anywhere());
        if (below(20) == 0) pause(50, 1'200);  // a finger that rests
        m_screen.release();
        pause(5, 50);
    }
}

void Chaos::six_keys() {
    static constexpr std::array keys{"Left", "Right", "Right", "Right", "Return", "Return", "Escape", "F5", "F1"};
    for (auto left = 10 + below(40); left > 0; --left) {
        const char* key = keys.at(below(keys.size()));
        m_screen.hold(key);
        if (below(15) == 0) pause(100, 900);
        m_screen.let_go(key);
        pause(5, 150);
    }
}

void Chaos::plain_keys() {
    static constexpr std::array keys{"Tab",   "space",  "a",    "Q",  "7",    "F4",  "F11",
                                     "Print", "Delete", "Home", "Up", "Down", "Menu"};
    static constexpr std::array held{"Alt_L", "Control_L", "Shift_L", "Super_L"};
    for (auto left = 10 + below(30); left > 0; --left) {
        const char* with = below(3) == 0 ? held.at(below(held.size())) : nullptr;
        if (with != nullptr) m_screen.hold(with);
        m_screen.type(keys.at(below(keys.size())));
        if (with != nullptr) m_screen.let_go(with);
        pause(5, 60);
    }
}

void Chaos::printer_fault() {
    static constexpr std::array reasons{"media-empty-error", "media-jam-error", "door-open-error",
                                        "toner-empty-error", "offline-report",  "no-such-word-error",
                                        "other-warning"};
    static constexpr std::array manners{fake::Manner::ipp,          fake::Manner::ipp,    fake::Manner::mute,
                                        fake::Manner::garbage,      fake::Manner::closes, fake::Manner::web_page,
                                        fake::Manner::asks_password};
    static constexpr std::array jobs{IPP_JSTATE_PENDING, IPP_JSTATE_HELD,     IPP_JSTATE_PROCESSING, IPP_JSTATE_STOPPED,
                                     IPP_JSTATE_ABORTED, IPP_JSTATE_CANCELED, IPP_JSTATE_COMPLETED};
    fake::Script script;
    script.manner = manners.at(below(manners.size()));
    script.accepting = below(5) != 0;
    script.obeys_cancel = below(3) != 0;
    script.delay_ms = static_cast<int>(below(400));
    script.idle.printer = below(2) == 0 ? IPP_PSTATE_STOPPED : IPP_PSTATE_IDLE;
    script.idle.printer_reasons = {reasons.at(below(reasons.size()))};
    script.looks.assign(
        1, {jobs.at(below(jobs.size())), {"job-printing"}, 1, script.idle.printer, script.idle.printer_reasons});
    m_printer.change([&](fake::Script& now) { now = script; });
}

void Chaos::printer_mended() {
    m_printer.change([](fake::Script& now) { now = {}; });
}

void Chaos::kill_service() {
    const auto service = m_room.service();
    if (service != 0 && ::kill(service, SIGKILL) == 0) ++m_killed;
}

void Chaos::mend_content() {
    for (const auto& [file, text] : m_broken) std::ofstream(m_clinic.folder / file) << text;
    m_broken.clear();
}

void Chaos::good_edit() {
    mend_content();
    m_clinic.change(interface, words.at(m_edited ? 1 : 0), words.at(m_edited ? 0 : 1));
    m_edited = !m_edited;
}

/// A save that broke off in the first half of a file.
void Chaos::bad_edit() {
    static constexpr std::array files{"content.xml", interface, "screens/theme.xml", "screens/upper-back-pain.xml"};
    const std::string file = files.at(below(files.size()));
    const auto text = test::read_file(m_clinic.folder / file);
    m_broken.try_emplace(file, text);
    std::ofstream(m_clinic.folder / file) << text.substr(0, below(text.size() / 2));
}

/// Within a month, so that no content grows old by it.
void Chaos::clock_set() {
    constexpr std::int64_t month = std::int64_t{30} * 24 * 3'600'000;
    static constexpr std::array<std::int64_t, 5> jumps{1'000, 61'000, 3'600'000, 24 * 3'600'000, month};
    const auto jump = jumps.at(below(jumps.size())) * (below(2) == 0 ? 1 : -1);
    m_clock.wall_ms = std::clamp(m_clock.wall_ms + jump, -month, month);
}

void Chaos::sleep_for(Duration time) {
    m_clock.wall_ms += time.count();
    m_clock.slept_ms += time.count();
}

void Chaos::sleep() {
    sleep_for(Duration{static_cast<int>(1'000 * (1 + below(600)))});
}

void Chaos::resize() {
    for (auto left = 2 + below(4); left > 0; --left) {
        m_screen.resize({static_cast<double>(1 + below(1'080)), static_cast<double>(1 + below(1'920))});
        pause(20, 400);
        m_screen.tap(anywhere());
    }
    m_screen.resize(whole);
    pause(200, 400);
}

std::string Chaos::shows_welcome() {
    for (const auto printer : {visit::PrinterKind::real, visit::PrinterKind::none})
        for (const auto& content : m_contents)
            if (play::Player player(content, printer); m_screen.wait_for(player.expected(), Duration{50})) return {};
    return "the journal says welcome, and the glass does not show it";
}

bool Chaos::comes_home(Wait wait) {
    const auto& timing = m_contents[0].clinic.timing;
    const auto warned = longest_idle(timing) + timing.printing_deadline,
               counted = timing.idle_countdown + timing.unfinished_notice;
    const auto is_home = [&] { return m_journal.place() == "welcome" || m_journal.place() == "red page"; };
    if (wait == Wait::awake) return test::until(warned + counted + patience, is_home);
    // It looks at its clock each two seconds.
    for (int times = 0; times < 12; ++times) {
        if (test::until(2'500ms, is_home)) return true;
        sleep_for(times % 2 == 0 ? warned : counted);
    }
    return is_home();
}

/// Staff would say that they are there; here somebody touches whatever there is until it is left.
std::string Chaos::leave_red_page() {
    sleep_for(2 * longest_idle(m_contents[0].clinic.timing));
    if (test::until(3s, [&] { return m_journal.place() != "red page"; })) return "the red page went away by itself";
    const bool left = test::until(patience, [&] {
        taps();
        return m_journal.place() != "red page";
    });
    return left ? "" : "the red page cannot be left";
}

std::string Chaos::rest(Wait wait) {
    mend_content();
    printer_mended();
    m_screen.resize(whole);
    for (int times = 0; times < 10; ++times) {
        if (!comes_home(wait)) return "it stays at " + m_journal.place();
        if (m_journal.place() == "welcome") break;
        if (const auto problem = leave_red_page(); !problem.empty()) return problem;
    }
    if (!test::until(patience, [&] { return m_room.service() != 0; })) return "its service does not come back";
    // A ring or an open panel may lie over welcome until nobody was there for long enough.
    std::string problem;
    for (int times = 0; times < 4 && !test::until(3s, [&] { return (problem = shows_welcome()).empty(); }); ++times)
        wait == Wait::asleep ? sleep_for(longest_idle(m_contents[0].clinic.timing))
                             : std::this_thread::sleep_for(longest_idle(m_contents[0].clinic.timing));
    return problem;
}

}  // namespace kiosk::soak
