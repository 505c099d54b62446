// SPDX-License-Identifier: Apache-2.0
#include "panel.hpp"

#include "app/clock.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace kiosk::test {

namespace {

constexpr Duration limit{20'000};
constexpr int width = 1280, height = 720;  // of the panel, as it was built

/// A quarter turn to the right.
Pixels turned(const Pixels& from) {
    Pixels to{from.height, from.width, std::vector<std::uint32_t>(from.bgra.size())};
    for (int y = 0; y < from.height; ++y)
        for (int x = 0; x < from.width; ++x)
            to.bgra[static_cast<std::size_t>(x * to.width + from.height - 1 - y)] =
                from.bgra[static_cast<std::size_t>(y * from.width + x)];
    return to;
}

/// Of what hangs turned to the right so often, 0 to 1: where it lies on it as it was built.
Point as_built(Point at, int turns) {
    for (; turns > 0; --turns) at = {at.y, 1 - at.x};
    return at;
}

Pixels opaque(Pixels pixels) {
    for (auto& pixel : pixels.bgra) pixel |= 0xFF000000U;
    return pixels;
}

}  // namespace

Panel::Panel(const Hung& hung)
    : m_hung(hung),
      m_size(hung.turns % 2 == 1 ? Size{height, width} : Size{width, height}),
      m_board(shipped()),
      m_painter(shipped(), m_board),
      m_visit(visit::fresh({1}, {.still = true}, app::now())) {
    namespace fs = std::filesystem;
    for (const auto* made : {"panel", "panel/pictures", "runtime"}) fs::create_directory(m_folder / made);
    fs::permissions(m_folder / "runtime", fs::perms::owner_all);
    leave("panel/plugged", "");
    leave("machine.conf", "still=true\n");
    std::vector<std::string> words{"env", "-u", "DISPLAY", "-u", "WAYLAND_DISPLAY", "cage"};
    words.insert(words.end(), static_cast<std::size_t>(hung.turns), "-r");
    words.insert(words.end(), {"--", KIOSK_BINARY, "run", "--config", m_folder / "machine.conf", "--content",
                               std::string(KIOSK_SOURCE) + "/content.xml", "--state", m_folder / "state"});
    const std::map<std::string, std::string> environment{
        {"LD_PRELOAD", KIOSK_PANEL},     {"PANEL", m_folder / "panel"}, {"XDG_RUNTIME_DIR", m_folder / "runtime"},
        {"WLR_BACKENDS", "headless"},    {"WLR_HEADLESS_OUTPUTS", "0"}, {"WLR_RENDERER", "pixman"},
        {"WLR_LIBINPUT_NO_DEVICES", "1"}};
    m_cage = std::make_unique<Child>(words, m_folder / "log", environment);
    happens(visit::event::PrinterIs{visit::PrinterKind::none});
}

void Panel::happens(const visit::Event& event) {
    m_visit = visit::step(shipped(), m_visit, event, app::now()).visit;
    m_painter.paint(m_visit, m_size, app::now());
}

std::string Panel::see() {
    const auto wanted = opaque(m_painter.pixels());
    const bool is_seen = until(limit, [&] { return picture() == wanted; });
    return is_seen ? "" : "the panel does not show \"" + m_painter.screen().page.title + "\"";
}

Pixels Panel::picture() const {
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

std::string Panel::tap(const visit::Action& action) {
    const auto& targets = m_painter.sheet().targets;
    const auto key = std::find_if(targets.begin(), targets.end(), [&](const page::Target& t) {
        return t.key >= 0 && m_painter.screen().actions.at(static_cast<std::size_t>(t.key)) == action;
    });
    if (key == targets.end()) return "there is no such key on \"" + m_painter.screen().page.title + "\"";
    // A person looks before touching again; the glass is deaf for as long after a change of screen.
    std::this_thread::sleep_for(shipped().clinic.timing.ignore_after_change + Duration{100});
    touch(
        {(key->touch.x + key->touch.width / 2) / m_size.width, (key->touch.y + key->touch.height / 2) / m_size.height});
    happens(visit::event::Tapped{action});
    return see();
}

void Panel::touch(Point at) const {
    const auto felt = as_built(at, m_hung.turns);
    const auto& m = m_hung.matrix;
    std::ostringstream handed_on;
    handed_on << m[0] * felt.x + m[1] * felt.y + m[2] << ' ' << m[3] * felt.x + m[4] * felt.y + m[5];
    leave("panel/touch", handed_on.str());
}

void Panel::press(std::initializer_list<int> codes) const {
    std::string chord;
    for (const int code : codes) chord += std::to_string(code) + " ";
    leave("panel/chord", chord);
    REQUIRE(until(limit, [&] { return !std::filesystem::exists(m_folder / "panel/chord"); }));
}

void Panel::leave(const std::string& name, const std::string& text) const {
    std::ofstream(m_folder / "left") << text;
    std::filesystem::rename(m_folder / "left", m_folder / name);
}

void fine(const Panel& panel, const std::string& problem) {
    REQUIRE_MESSAGE(problem.empty(), problem << "\n" << panel.log());
}

}  // namespace kiosk::test
