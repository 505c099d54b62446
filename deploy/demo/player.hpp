// SPDX-License-Identifier: Apache-2.0
// Plays a scripted visit on a real kiosk's real display: knows from the same step and the same painter where each key
// is and what the glass must show after each line, taps there, and waits until it does.
#pragma once

#include "app/keypad_reader.hpp"
#include "app/loaded.hpp"
#include "app/screen.hpp"
#include "app/script_line.hpp"
#include "visit/step.hpp"
#include "x_screen.hpp"

#include <functional>
#include <string>

namespace kiosk::play {

class Player {
public:
    /// `printer`: what the kiosk on this display was started with.
    Player(const content::Content&, visit::PrinterKind printer);

    /// Plays one line of a script (kiosk visit). Empty, or what went wrong.
    std::string play(const std::string& line);
    /// Touches the key with this meaning and waits until the glass shows what follows.
    std::string tap(const visit::Action&);
    /// Presses one of a keypad's six keys, as a plain keyboard sends it, and waits until the glass shows what follows.
    std::string press(app::KeypadKey);
    /// The same without waiting.
    void send(app::KeypadKey);
    /// The keypad's Next until the key with these words, or this meaning, has the focus.
    std::string go_to(const std::string& label);
    std::string go_to(const visit::Action&);
    /// What is read aloud of the screen now; empty while nobody listens.
    const views::Script& script();
    /// Waits until the sentence that is read is over, or all that follow, as the glass shows by its mark; takes as long
    /// as the voice does.
    std::string hear_out(bool all = true);
    /// Touches without waiting: what the printer reports may change the glass before it is seen.
    std::string touch(const page::Target*);
    /// Like tap, turning pages until the key is there.
    std::string tap_on_some_page(const visit::Action&);
    /// Something the world reports, by which the glass must change.
    std::string happens(const visit::Event&);
    /// Answers with No and "None of these" until this question is asked; empty: to the end.
    std::string answer_no(const std::string& until);
    std::string answer_all_no() { return answer_no({}); }
    /// Waits until the glass shows what it must now.
    std::string see();
    const Pixels& expected();
    XScreen& screen() { return m_screen; }
    const visit::Visit& visit() const { return m_visit; }
    /// The key with these words or this meaning on the screen now; nullptr if there is none.
    const page::Target* key(const std::string& label);
    const page::Target* key(const visit::Action&);

private:
    void happen(const visit::Event&);
    app::OnGlass on_glass();
    /// Next until it is so; how often at most, the stops say.
    std::string next_until(const std::function<bool()>& is_there);

    const content::Content& m_content;
    app::DrawingBoard m_board;
    app::ScreenPainter m_painter;
    XScreen m_screen;
    visit::Visit m_visit;
    app::KeypadReader m_keys;
};

}  // namespace kiosk::play
