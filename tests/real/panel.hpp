// SPDX-License-Identifier: Apache-2.0
// A kiosk under cage, as on a machine that is one. cage is real; its panel, touches and keyboard are played
// (tests/units/panel.c), and so is what libinput does with touches.
#pragma once

#include "app/loaded.hpp"
#include "app/screen.hpp"
#include "child.hpp"
#include "visit/step.hpp"

#include <array>
#include <initializer_list>
#include <memory>
#include <string>

namespace kiosk::test {

/// How a panel hangs.
struct Hung {
    int turns = 0;                                   ///< quarter turns to the right; cage is given so many "-r"
    std::array<double, 6> matrix{1, 0, 0, 0, 1, 0};  ///< LIBINPUT_CALIBRATION_MATRIX
};

class Panel {
public:
    explicit Panel(const Hung& hung = {});

    /// Waits until the panel shows, to who stands before it, what it must. Empty, or what went wrong.
    std::string see();
    /// A finger on the key with this meaning.
    std::string tap(const visit::Action&);
    /// Keys that are held down together (linux/input-event-codes.h).
    void press(std::initializer_list<int> codes) const;
    /// From now on the glass must show the visit after this.
    void happens(const visit::Event&);
    std::string log() const { return read_file(m_folder / "log"); }
    bool is_over() const { return m_cage->ended(Duration{0}); }
    const app::ScreenPainter& painter() const { return m_painter; }
    const visit::Visit& visit() const { return m_visit; }

private:
    Pixels picture() const;
    void touch(Point) const;
    void leave(const std::string& name, const std::string& text) const;

    Hung m_hung;
    Folder m_folder;
    std::unique_ptr<Child> m_cage;
    Size m_size;
    app::DrawingBoard m_board;
    app::ScreenPainter m_painter;
    visit::Visit m_visit;
};

/// Fails the test with the kiosk's own words beside what went wrong.
void fine(const Panel&, const std::string& problem);

}  // namespace kiosk::test
