// SPDX-License-Identifier: Apache-2.0
// kiosk-bench-desk: 2,000 kiosks, a real mosquitto and one desk on this machine. Every kiosk raises one call within a
// minute, and a page marks it as shown; told is how long it took until the kiosk heard so, and what was lost. The
// kiosks are the lines that the service has, each with its connection and its thread; the page is a loop over the
// desk's book that does what a page in a browser does. Nothing is asserted.
#include "child.hpp"
#include "desk/deed.hpp"
#include "desk/mqtt_intake.hpp"
#include "desk/mqtt_line.hpp"

#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>
#include <thread>

using namespace kiosk;
using namespace kiosk::desk;

namespace {

constexpr int kiosks = 2'000;
constexpr Duration minute{60'000}, patience{180'000};
constexpr int port = 18'830;

Instant ticks() {
    return {std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count()};
}

WallTime wall() {
    return {std::chrono::duration_cast<Duration>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

struct Simulated {
    std::unique_ptr<Line> line;
    Instant raises_at, shown_at{};
    bool connected = false, raised = false;

    Said call() const {
        return {{{.key = {Telling::What::raised, 1, Kind::call, 1, raises_at},
                  .told = {Level::emergency, {"Chest pain now", "Asked for help now"}, ""}}},
                {}};
    }
    void hear() {
        const auto heard = line->hear();
        if (!heard) return;
        connected = true;
        if (!heard->taken.empty()) line->say({});
        const auto is_shown = [](const Progress& call) { return call.stage == Stage::shown; };
        if (shown_at.ms == 0 && std::any_of(heard->calls.begin(), heard->calls.end(), is_shown)) shown_at = ticks();
    }
};

/// Every call that is on the desk's disk is shown, as an open page does.
void show_all(Desk& desk, const std::stop_token& stop) {
    std::int64_t board = 0, book = 0;
    while (!stop.stop_requested()) {
        board = desk.wait(board, Duration{1'000}, stop);
        desk.hear("page");
        const auto changed = desk.changed_after(book);
        if (!changed) continue;
        for (const auto& call : *changed) {
            book = std::max(book, call.revision);
            if (call.stage == Stage::taken) static_cast<void>(carry_out(desk, {Deed::What::shown, call.id, {}, false}));
        }
    }
}

template <class Is>
int count(const std::vector<Simulated>& all, Is is) {
    return static_cast<int>(std::count_if(all.begin(), all.end(), is));
}

void let_hear(std::vector<Simulated>& all, Duration limit, const std::function<bool()>& done) {
    const auto end = ticks() + limit;
    while (!done() && ticks() < end) {
        for (auto& kiosk : all) kiosk.hear();
        std::this_thread::sleep_for(Duration{1});
    }
}

/// Whether every call is on the disk and was told to its kiosk as shown.
bool print(std::vector<Simulated>& all, Desk& desk) {
    std::vector<std::int64_t> took;
    for (const auto& kiosk : all)
        if (kiosk.shown_at.ms != 0) took.push_back((kiosk.shown_at - kiosk.raises_at).count());
    std::sort(took.begin(), took.end());
    const auto at = [&](double part) {
        return took.empty() ? -1 : took[static_cast<std::size_t>(part * static_cast<double>(took.size() - 1))];
    };
    const auto calls = desk.calls({0});
    std::printf("calls shown, told to the kiosk after: p50 %lld ms, p99 %lld ms, longest %lld ms\n",
                static_cast<long long>(at(0.5)), static_cast<long long>(at(0.99)), static_cast<long long>(at(1)));
    std::printf("%d kiosks raised %d calls; on the desk's disk %zu, told as shown %zu\n", kiosks,
                count(all, [](const Simulated& kiosk) { return kiosk.raised; }), calls ? calls->size() : 0,
                took.size());
    return calls && calls->size() == all.size() && took.size() == all.size();
}

}  // namespace

int main() {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);
    const test::Folder folder;
    std::ofstream(folder / "mosquitto.conf") << "listener " << port << " 127.0.0.1\nallow_anonymous true\n";
    const test::Child broker({"/usr/sbin/mosquitto", "-c", folder / "mosquitto.conf"}, folder / "mosquitto.log");
    const BrokerAddress address{"mqtt://127.0.0.1:" + std::to_string(port) + "/clinics", {}, {}, {}};
    auto book = CallBook::open(folder / "calls.sqlite");
    if (!book) return std::printf("%s\n", book.failure().sentence.c_str()), 3;
    Desk desk(std::move(*book), wall, ticks);
    const auto intake = MqttIntake::open(address, desk);
    const std::jthread page([&](const std::stop_token& stop) { show_all(desk, stop); });

    std::vector<Simulated> all(kiosks);
    const auto began = ticks();
    for (int i = 0; i < kiosks; ++i) {
        auto line = line_to(address, "Kiosk " + std::to_string(i), ticks);
        if (!line) return std::printf("%s\n", line.failure().sentence.c_str()), 3;
        all[static_cast<std::size_t>(i)].line = std::move(*line);
        all[static_cast<std::size_t>(i)].line->say({});
    }
    let_hear(all, patience,
             [&] { return count(all, [](const Simulated& kiosk) { return kiosk.connected; }) == kiosks; });
    std::printf("%d of %d kiosks hear the desk %lld ms after the first started\n",
                count(all, [](const Simulated& kiosk) { return kiosk.connected; }), kiosks,
                static_cast<long long>((ticks() - began).count()));

    std::mt19937 dice(1);
    std::uniform_int_distribution<std::int64_t> when(0, minute.count());
    const auto start = ticks();
    for (auto& kiosk : all) kiosk.raises_at = start + Duration{when(dice)};
    let_hear(all, minute + patience, [&] {
        for (auto& kiosk : all)
            if (!kiosk.raised && ticks() >= kiosk.raises_at) {
                kiosk.raised = true;
                kiosk.raises_at = ticks();
                kiosk.line->say(kiosk.call());
            }
        return count(all, [](const Simulated& kiosk) { return kiosk.shown_at.ms != 0; }) == kiosks;
    });
    return print(all, desk) ? 0 : 1;
}
