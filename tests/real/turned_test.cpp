// SPDX-License-Identifier: Apache-2.0
// A touch panel that does not hang as it was built: as deploy/README.md says, cage turns the picture and libinput the
// touches. The panel and what libinput does with the matrix are played (tests/units/panel.c); cage is real.
#include "app/clock.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

using namespace kiosk;
using namespace kiosk::test;
namespace action = kiosk::visit::action;

namespace {

constexpr Duration limit{20'000};
constexpr int width = 1280, height = 720;  // of the panel, as it was built

/// One way to hang a panel, as the table in deploy/README.md has it.
struct Hung {
    int turns = 0;  ///< times "-r"
    std::array<double, 6> matrix{};
};

std::vector<Hung> table() {
    std::vector<Hung> rows;
    std::istringstream lines(read_file(std::string(KIOSK_SOURCE) + "/deploy/README.md"));
    for (std::string line; std::getline(lines, line);) {
        const auto options = line.find("| `-r");
        if (options == std::string::npos) continue;
        Hung row;
        const auto end = line.find('`', options + 3);
        const auto written = line.substr(options, end - options);
        row.turns = static_cast<int>(std::count(written.begin(), written.end(), 'r'));
        std::istringstream numbers(line.substr(line.find('`', end + 1) + 1));
        for (auto& number : row.matrix) numbers >> number;
        REQUIRE_MESSAGE(numbers, line);
        rows.push_back(row);
    }
    return rows;
}

/// A quarter turn to the right.
Pixels turned(const Pixels& from) {
    Pixels to{from.height, from.width, std::vector<std::uint32_t>(from.bgra.size())};
    for (int y = 0; y < from.height; ++y)
        for (int x = 0; x < from.width; ++x)
            to.bgra[static_cast<std::size_t>(x * to.width + from.height - 1 - y)] =
                from.bgra[static_cast<std::size_t>(y * from.width + x)];
    return to;
}

/// Of the glass, 0 to 1: where it lies on what was turned to the right so often, before that was turned.
Point before_turning(Point at, int turns) {
    for (; turns > 0; --turns) at = {at.y, 1 - at.x};
    return at;
}

Pixels opaque(Pixels pixels) {
    for (auto& pixel : pixels.bgra) pixel |= 0xFF000000U;
    return pixels;
}

/// A kiosk under cage on a panel that was turned to the right when it was hung.
class Panel {
public:
    explicit Panel(const Hung& hung) : m_hung(hung) {
        for (const auto* made : {"panel", "panel/pictures", "runtime"})
            std::filesystem::create_directory(m_folder / made);
        std::filesystem::permissions(m_folder / "runtime", std::filesystem::perms::owner_all);
        std::ofstream(m_folder / "panel/plugged");
        std::ofstream(m_folder / "machine.conf") << "still=true\n";
        std::vector<std::string> words{"env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "cage"};
        words.insert(words.end(), static_cast<std::size_t>(hung.turns), "-r");
        words.insert(words.end(), {"--", KIOSK_BINARY, "run", "--config", m_folder / "machine.conf", "--content",
                                   std::string(KIOSK_SOURCE) + "/content.xml", "--state", m_folder / "state"});
        m_cage = std::make_unique<Child>(words, m_folder / "log",
                                         std::map<std::string, std::string>{{"LD_PRELOAD", KIOSK_PANEL},
                                                                            {"PANEL", m_folder / "panel"},
                                                                            {"XDG_RUNTIME_DIR", m_folder / "runtime"},
                                                                            {"WLR_BACKENDS", "headless"},
                                                                            {"WLR_HEADLESS_OUTPUTS", "0"},
                                                                            {"WLR_RENDERER", "pixman"},
                                                                            {"WLR_LIBINPUT_NO_DEVICES", "1"}});
    }

    std::string log() const { return read_file(m_folder / "log"); }

    /// What a person before it sees.
    Pixels picture() const {
        std::istringstream file(read_file(m_folder / "panel/pictures/now"));
        Pixels shown;
        file >> shown.width >> shown.height;
        file.get();
        if (!file || shown.width != width || shown.height != height) return {};
        shown.bgra.resize(static_cast<std::size_t>(width) * height);
        file.read(reinterpret_cast<char*>(shown.bgra.data()),
                  static_cast<std::streamsize>(shown.bgra.size() * sizeof(shown.bgra[0])));
        if (!file) return {};
        for (int turn = 0; turn < m_hung.turns; ++turn) shown = turned(shown);
        return opaque(std::move(shown));
    }

    bool shows(const Pixels& pixels) const {
        return until(limit, [&, wanted = opaque(pixels)] { return picture() == wanted; });
    }

    /// A finger there; 0 to 1 of what a person sees.
    void touch(Point at) const {
        const auto felt = before_turning(at, m_hung.turns);
        const auto& m = m_hung.matrix;
        std::ofstream(m_folder / "touch")
            << m[0] * felt.x + m[1] * felt.y + m[2] << ' ' << m[3] * felt.x + m[4] * felt.y + m[5];
        std::filesystem::rename(m_folder / "touch", m_folder / "panel/touch");
    }

private:
    Hung m_hung;
    Folder m_folder;
    std::unique_ptr<Child> m_cage;
};

/// What the kiosk on it must show, and where its keys are.
struct Glass {
    Size size;
    app::DrawingBoard board{shipped()};
    app::ScreenPainter painter{shipped(), board};
    visit::Visit visit = visit::fresh({1}, {.still = true}, app::now());

    explicit Glass(Size s) : size(s) { happen(visit::event::PrinterIs{visit::PrinterKind::none}); }
    void happen(const visit::Event& event) {
        visit = visit::step(shipped(), visit, event, app::now()).visit;
        painter.paint(visit, size, app::now());
    }
    /// The middle of a key, 0 to 1 of the glass.
    Point key(const visit::Action& action) const {
        for (const auto& target : painter.sheet().targets)
            if (target.key >= 0 && painter.screen().actions.at(static_cast<std::size_t>(target.key)) == action)
                return {(target.touch.x + target.touch.width / 2) / size.width,
                        (target.touch.y + target.touch.height / 2) / size.height};
        FAIL("there is no such key");
        return {};
    }
};

}  // namespace

TEST_CASE("on a panel that hangs turned the picture is upright, and a touch meets what is under it") {
    const auto ways = table();
    REQUIRE(ways.size() == 3);
    for (const auto& hung : ways) {
        CAPTURE(hung.turns);
        const bool is_upright = hung.turns % 2 == 1;
        const Panel panel(hung);
        Glass glass(is_upright ? Size{height, width} : Size{width, height});
        REQUIRE_MESSAGE(panel.shows(glass.painter.pixels()), panel.log());
        // Near the lower left corner: on no axis of any turn.
        for (const visit::Action& tapped :
             {visit::Action(action::OpenPanel{visit::Panel::contrast}), visit::Action(action::Close{})}) {
            std::this_thread::sleep_for(shipped().clinic.timing.ignore_after_change + Duration{100});
            panel.touch(glass.key(tapped));
            glass.happen(visit::event::Tapped{tapped});
            REQUIRE_MESSAGE(panel.shows(glass.painter.pixels()), panel.log());
        }
    }
}
