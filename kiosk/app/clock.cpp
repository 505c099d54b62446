// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"

#include "content/values.hpp"

#include <ctime>

namespace kiosk::app {

namespace {

std::int64_t milliseconds(clockid_t clock) {
    timespec t{};
    clock_gettime(clock, &t);
    return static_cast<std::int64_t>(t.tv_sec) * 1000 + t.tv_nsec / 1'000'000;
}

std::string local(const char* format, std::time_t t = std::time(nullptr)) {
    std::tm parts{};
    localtime_r(&t, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, format, &parts)};
}

}  // namespace

Instant now() {
    return {milliseconds(CLOCK_BOOTTIME)};
}

bool is_day(const std::string& text) {
    Problems problems;
    content::Report report({}, problems);
    content::Element e;
    e.attributes = {{"until", text}};
    content::date(e, "until", report);
    return problems.empty();
}

std::string today() {
    return local("%Y-%m-%d");
}

views::Stamp stamp(const std::string& kiosk_name) {
    return {.date = today(), .time = local("%H:%M"), .now = now(), .kiosk = kiosk_name};
}

std::string minute_of(std::int64_t wall_ms) {
    return local("%Y-%m-%d %H:%M", wall_ms / 1'000);
}

std::uint64_t wall_milliseconds() {
    return static_cast<std::uint64_t>(milliseconds(CLOCK_REALTIME));
}

}  // namespace kiosk::app
