// SPDX-License-Identifier: Apache-2.0
// The kiosk as it is soaked: the same program, but every step that the screen takes is held against the rules of the
// proof, it says where it is, and what it reads of the clocks is moved by the test (the linker wraps the two calls).
#include "app/commands.hpp"
#include "app/run.hpp"
#include "moved_clock.hpp"
#include "proof/rules.hpp"
#include "visit/names.hpp"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <ctime>
#include <iostream>

using namespace kiosk;

namespace {

const soak::MovedBy& moved() {
    static const soak::MovedBy& by = [] {
        const char* file = std::getenv(soak::moved_clock_variable);
        static const soak::MovedBy not_at_all;
        return file == nullptr ? std::cref(not_at_all) : std::cref(soak::map_moved_clock(file));
    }();
    return by;
}

void move(timespec& time, std::int64_t ms) {
    const auto all = std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec + ms * 1'000'000;
    time.tv_sec = static_cast<time_t>(all / 1'000'000'000);
    time.tv_nsec = static_cast<long>(all % 1'000'000'000);
}

/// In one write: the service says its lines into the same file.
void say(const std::string& line) {
    if (write(STDERR_FILENO, line.data(), line.size()) < 0) std::abort();
}

visit::Step held_to_rules(const content::Content& content, visit::Visit before, const visit::Event& event,
                          Instant now) {
    auto after = visit::step(content, before, event, now);
    if (const auto broken = proof::broken_rule({content, before, event, now, after}); !broken.empty()) {
        say("soak: rule broken at " + std::string(visit::name_of(before.place)) + ": " + broken + "\n");
        std::abort();
    }
    if (after.visit.place.index() != before.place.index())
        say("soak: at " + std::string(visit::name_of(after.visit.place)) + "\n");
    return after;
}

app::Exit carry_out(const app::Options& options) {
    if (std::holds_alternative<app::command::Run>(options.command)) return app::run_by(options.machine, held_to_rules);
    if (const auto* serve = std::get_if<app::command::Serve>(&options.command))
        return app::serve(options.machine, *serve);
    return app::take_in(options.machine);
}

}  // namespace

extern "C" {
int __real_clock_gettime(clockid_t, timespec*);
int __wrap_clock_gettime(clockid_t, timespec*);
time_t __wrap_time(time_t*);

int __wrap_clock_gettime(clockid_t clock, timespec* time) {
    const int done = __real_clock_gettime(clock, time);
    if (clock == CLOCK_REALTIME) move(*time, moved().wall_ms);
    if (clock == CLOCK_BOOTTIME) move(*time, moved().slept_ms);
    return done;
}

time_t __wrap_time(time_t* out) {
    timespec time{};
    __wrap_clock_gettime(CLOCK_REALTIME, &time);
    if (out != nullptr) *out = time.tv_sec;
    return time.tv_sec;
}
}

int main(int argc, char** argv) {
    const auto read = app::read_options(argc, argv);
    if (const int* code = std::get_if<int>(&read)) return *code;
    return static_cast<int>(carry_out(std::get<app::Options>(read)));
}
