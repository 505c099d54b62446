// SPDX-License-Identifier: Apache-2.0
// What may happen to a kiosk in a waiting room, dealt at random from a deck: nothing is left out for long. The same
// seed deals the same cards and draws the same numbers; how fast the machine is, it cannot repeat.
#pragma once

#include "moved_clock.hpp"
#include "printer/fake_printer.hpp"
#include "real/room.hpp"
#include "visit/walker.hpp"

#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace kiosk::soak {

/// What the soaked kiosk says of itself, read on as it is written.
class Journal {
public:
    explicit Journal(std::string file) : m_file(std::move(file)) {}

    /// Where the screen is: "welcome", "red page".
    const std::string& place();
    /// How often it came to each place.
    const std::map<std::string, int>& seen();
    /// How often the service has ended.
    int services_lost();

private:
    void read_on();

    std::string m_file, m_place = "welcome", m_part;
    std::streamoff m_at = 0;
    std::map<std::string, int> m_seen;
    int m_lost = 0;
};

class Chaos {
public:
    /// The kiosk of this room is started, windowed, with the clinic's content and the scripted printer.
    Chaos(std::uint64_t seed, test::Room&, test::Clinic&);

    static constexpr int half_a_deck = 9;
    /// Deals the next card.
    void deal();
    /// What is out of order is put in order, and nobody touches anything: it must come back to welcome. Of the red
    /// page, that waits for a person, it first makes sure that it stays. Empty, or what went wrong. `asleep`: the
    /// time-outs pass while the machine sleeps, in seconds; else they take as long as they do.
    enum class Wait { asleep, awake };
    std::string rest(Wait);
    int services_killed() const { return m_killed; }
    Journal& journal() { return m_journal; }
    void start();

private:
    std::size_t below(std::size_t end) { return m_draw(end); }
    void pause(std::size_t least_ms, std::size_t most_ms);
    Point anywhere();

    void visit();
    void taps();
    void six_keys();
    void plain_keys();
    void printer_fault();
    void printer_mended();
    void kill_service();
    void good_edit();
    void bad_edit();
    void clock_set();
    void sleep();
    void resize();

    void mend_content();
    void sleep_for(Duration);
    bool comes_home(Wait);
    std::string leave_red_page();
    std::string shows_welcome();

    test::Room& m_room;
    test::Clinic& m_clinic;
    visit::Draw m_draw;
    fake::Printer m_printer{{}};
    Journal m_journal;
    MovedBy& m_clock;
    play::XScreen m_screen;
    std::vector<content::Content> m_contents;  ///< before and after the good edit
    std::vector<void (Chaos::*)()> m_deck;
    bool m_edited = false;
    std::map<std::string, std::string> m_broken;  ///< files as they were before the bad edit
    int m_killed = 0;
};

}  // namespace kiosk::soak
