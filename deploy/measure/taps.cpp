// SPDX-License-Identifier: Apache-2.0
#include "taps.hpp"

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>

namespace kiosk::measure {

namespace {

using Clock = std::chrono::steady_clock;
constexpr double longest_ms = 20'000;
constexpr auto between_looks = std::chrono::microseconds(50);
constexpr auto settling = std::chrono::milliseconds(700);
constexpr std::uint32_t colour_bits = 0xffffffU;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

Pixels settled(const play::XScreen& screen) {
    std::this_thread::sleep_for(settling);
    return screen.look();
}

Touch touch_at(const Pixels& pixels, std::size_t i, Point at) {
    const auto width = static_cast<std::size_t>(pixels.width);
    return {at, {static_cast<double>(i % width), static_cast<double>(i / width)}, pixels.bgra[i] & colour_bits};
}

Touch result_of(const Pixels& before, const Pixels& pressed, const Pixels& after, Point at) {
    for (std::size_t i = after.bgra.size(); i-- > 0;)
        if (after.bgra[i] != before.bgra[i] && after.bgra[i] != pressed.bgra[i]) return touch_at(after, i, at);
    throw std::runtime_error("a touch at " + std::to_string(at.x) + "," + std::to_string(at.y) + " changed nothing");
}

/// Where two pictures of one size differ, in words.
std::string difference(const Pixels& before, const Pixels& after) {
    std::size_t count = 0, last = 0;
    for (std::size_t i = 0; i < after.bgra.size(); ++i) {
        if (after.bgra[i] == before.bgra[i]) continue;
        ++count;
        last = i;
    }
    const auto width = static_cast<std::size_t>(after.width);
    return std::to_string(count) + " pixels are others, the lowest at " + std::to_string(last % width) + "," +
           std::to_string(last / width);
}

/// True once the pixel has the colour; false after far too long.
bool wait_for(const play::XScreen& screen, const Touch& touch, Clock::time_point start) {
    while (screen.look_at(touch.watch) != touch.colour) {
        if (ms_since(start) > longest_ms) return false;
        std::this_thread::sleep_for(between_looks);
    }
    return true;
}

/// Pixels all over the screen by which the picture is known before all of it is compared.
std::vector<Touch> landmarks(const Pixels& blank, const Pixels& settled) {
    constexpr std::size_t apart = 40'009;  // prime: no column is met twice in a row
    std::vector<Touch> marks;
    for (std::size_t i = 0; i < settled.bgra.size(); i += apart)
        if (settled.bgra[i] != blank.bgra[i]) marks.push_back(touch_at(settled, i, {}));
    return marks;
}

}  // namespace

std::vector<Touch> learn(const play::XScreen& screen, const std::vector<Point>& round) {
    std::vector<Touch> touches;
    for (const Point at : round) {  // a browser draws the edge of a key otherwise once it has been down
        screen.press(at);
        std::this_thread::sleep_for(settling);
        screen.release();
        std::this_thread::sleep_for(settling);
    }
    const Pixels first = settled(screen);
    Pixels before = first;
    for (const Point at : round) {
        screen.press(at);
        const Pixels pressed = settled(screen);
        screen.release();
        Pixels after = settled(screen);
        touches.push_back(result_of(before, pressed, after, at));
        before = std::move(after);
    }
    if (!(before == first))
        throw std::runtime_error("the touches do not lead back to where they began: " + difference(first, before));
    return touches;
}

std::vector<double> time_touches(const play::XScreen& screen, const std::vector<Touch>& round, int count,
                                 Duration pause) {
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const Touch& touch = round[static_cast<std::size_t>(i) % round.size()];
        const auto start = Clock::now();
        screen.tap(touch.at);
        if (!wait_for(screen, touch, start)) throw std::runtime_error("a touch was not answered");
        times.push_back(ms_since(start));
        std::this_thread::sleep_for(pause);
    }
    return times;
}

double time_start(const play::XScreen& screen, const Pixels& blank, const Pixels& settled,
                  const std::function<void()>& launch) {
    const auto marks = landmarks(blank, settled);
    const auto start = Clock::now();
    launch();
    for (;;) {
        for (const auto& mark : marks)
            if (!wait_for(screen, mark, start)) throw std::runtime_error("the first screen did not come");
        const double time = ms_since(start);  // before the whole picture is fetched: that takes time of its own
        if (screen.look() == settled) return time;
        if (time > longest_ms) throw std::runtime_error("the first screen is another each time");
    }
}

}  // namespace kiosk::measure
