// SPDX-License-Identifier: Apache-2.0
// One job through a press, told as one line of text: "queued, sent, printing 2/3, printed, settled".
#pragma once

#include "printer/press.hpp"

#include <doctest/doctest.h>
#include <poll.h>

#include <chrono>
#include <functional>
#include <optional>
#include <string>

namespace story {

using namespace kiosk;
using namespace kiosk::printer;

/// Short enough for hundreds of tests, long enough for a loaded host.
inline Limits quick() {
    return {.connect = Duration{1'000},
            .answer = Duration{600},
            .longest = Duration{20'000},
            .poll = Duration{20},
            .retry = Duration{50},
            .reach = Duration{400},
            .deadline = Duration{1'500},
            .still = Duration{250},
            .cancel_wait = Duration{700},
            .owed_retry = Duration{100},
            .watch = Duration{60'000},
            .proceed = Duration{1'000}};
}

inline Address to(const std::string& uri, const std::string& pin = {}) {
    auto address = parse_address(uri, pin);
    REQUIRE(address);
    return *address;
}

inline Document document(int pages = 2) {
    return {.paper = Paper::letter,
            .pages = pages,
            .pdf = [] { return std::string("%PDF-1.4 MARKER"); },
            .raster =
                [](int, int dpi) {
                    const int width = dpi * 17 / 2, height = dpi * 11;
                    return Raster{width, height,
                                  std::vector<std::uint8_t>(
                                      static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 200)};
                }};
}

inline std::string text(const Report& report) {
    std::string line = name(report.stage);
    if (report.trouble != Trouble::none) line += std::string(": ") + name(report.trouble);
    if (report.page > 0 && report.stage == Stage::printing)
        line += ' ' + std::to_string(report.page) + '/' + std::to_string(report.pages);
    return line;
}

/// Takes news, answers Created with proceed unless told otherwise, and writes the story down.
class Teller {
public:
    explicit Teller(Press& press) : m_press(press) {}

    std::string line;
    std::optional<Handle> handle;
    std::optional<Condition> condition;
    std::function<void(const news::Created&)> on_created;
    std::function<void(const Report&)> on_report;

    /// Until the story ends with these words; the rest of the time is for a loaded host.
    std::string until(const std::string& words, Duration within = Duration{10'000}) {
        const auto end = std::chrono::steady_clock::now() + within;
        while (!ends_with(words) && std::chrono::steady_clock::now() < end) listen();
        return line;
    }
    std::string settled() { return until("settled"); }
    bool until_condition(const std::function<bool(const Condition&)>& holds) {
        const auto end = std::chrono::steady_clock::now() + Duration{10'000};
        while (!(condition && holds(*condition)) && std::chrono::steady_clock::now() < end) listen();
        return condition && holds(*condition);
    }
    void listen() {
        pollfd one{m_press.descriptor(), POLLIN, 0};
        poll(&one, 1, 100);
        for (const News& one_news : m_press.take()) std::visit([this](const auto& it) { hear(it); }, one_news);
    }

private:
    bool ends_with(const std::string& words) const {
        return line.size() >= words.size() && line.compare(line.size() - words.size(), words.size(), words) == 0;
    }
    void add(const std::string& words) { line += (line.empty() ? "" : ", ") + words; }
    void hear(const news::Created& created) {
        handle = created.handle;
        if (on_created) return on_created(created);
        m_press.proceed(created.key);
    }
    void hear(const news::Reported& reported) {
        add(text(reported.report));
        if (on_report) on_report(reported.report);
    }
    void hear(const news::Settled&) { add("settled"); }
    void hear(const news::ConditionIs& is) { condition = is.condition; }

    Press& m_press;
};

constexpr JobKey first{1, 1};

}  // namespace story
