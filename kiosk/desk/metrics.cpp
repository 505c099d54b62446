// SPDX-License-Identifier: Apache-2.0
#include "desk/metrics.hpp"

#include "desk/names.hpp"

#include <algorithm>

namespace kiosk::desk {

namespace {

/// As the format wants it in a label.
std::string quoted(const std::string& text) {
    std::string safe = "\"";
    for (const char c : text) {
        if (c == '\\' || c == '"') safe += '\\';
        if (c == '\n')
            safe += "\\n";
        else
            safe += c;
    }
    return safe + '"';
}

struct Labels {
    std::vector<std::pair<const char*, std::string>> all;
    std::string text() const {
        std::string written;
        for (const auto& [name, value] : all)
            written += (written.empty() ? "" : ",") + std::string(name) + '=' + quoted(value);
        return written.empty() ? "" : '{' + written + '}';
    }
};

/// One metric family after the other.
struct Exposition {
    std::string text{};
    std::string family{};

    void begin(const char* name, const char* type, const char* help, const char* unit = nullptr) {
        family = std::string("clinic_kiosk_") + name;
        text += "# TYPE " + family + ' ' + type + '\n';
        if (unit != nullptr) text += "# UNIT " + family + ' ' + unit + '\n';
        text += "# HELP " + family + ' ' + help + '\n';
    }
    void sample(std::int64_t value, const Labels& labels = {}, const char* suffix = "") {
        text += family + suffix + labels.text() + ' ' + std::to_string(value) + '\n';
    }
};

std::int64_t open_calls(const Readings& of, Kind kind, Stage stage) {
    return std::count_if(of.calls.begin(), of.calls.end(),
                         [&](const Call& call) { return call.id.kind == kind && call.stage == stage; });
}

std::int64_t closed_today(const Readings& of) {
    const auto since = midnight_before(of.now);
    return std::count_if(of.calls.begin(), of.calls.end(),
                         [&](const Call& call) { return call.stage == Stage::closed && call.closed_at >= since; });
}

std::int64_t longest_wait_s(const Readings& of) {
    std::int64_t longest = 0;
    for (const auto& call : of.calls)
        if (call.id.kind == Kind::call && call.stage < Stage::coming)
            longest = std::max(longest, (of.now.ms - call.raised_at.ms) / 1'000);
    return longest;
}

void write_calls(Exposition& to, const Readings& of) {
    to.begin("calls_open", "gauge", "Messages of kiosks that nobody has closed yet.");
    for (const auto kind : {Kind::call, Kind::today, Kind::stopped})
        for (const auto stage : {Stage::taken, Stage::shown, Stage::coming})
            to.sample(open_calls(of, kind, stage), {{{"kind", name(kinds, kind)}, {"stage", name(stages, stage)}}});
    to.begin("calls_closed_today", "gauge", "Messages that were closed since midnight, local time.");
    to.sample(closed_today(of));
    to.begin("oldest_unanswered_call_seconds", "gauge",
             "How long the call that waits longest waits for somebody to come; 0: none waits.", "seconds");
    to.sample(longest_wait_s(of));
    to.begin("desk_watched", "gauge", "1: a desk page is open that would show a call.");
    to.sample(of.is_watched ? 1 : 0);
    to.begin("desk_streams", "gauge", "Desk pages that are connected.");
    to.sample(of.streams);
}

/// One gauge or info of every kiosk.
template <class Value>
void of_each(Exposition& to, const std::vector<Kiosk>& kiosks, Value value) {
    for (const auto& kiosk : kiosks) to.sample(value(kiosk) ? 1 : 0, {{{"kiosk", kiosk.name}}});
}

void write_kiosks(Exposition& to, const std::vector<Kiosk>& kiosks) {
    to.begin("heard", "gauge", "1: the desk hears of this kiosk.");
    of_each(to, kiosks, [](const Kiosk& kiosk) { return !kiosk.is_silent; });
    to.begin("screen_running", "gauge", "1: the screen in the waiting room answers.");
    of_each(to, kiosks, [](const Kiosk& kiosk) { return !kiosk.is_silent && kiosk.about.health.screen_runs; });
    to.begin("printer_trouble", "gauge", "1: somebody must go to the printer before it prints; paper, for one.");
    of_each(to, kiosks, [](const Kiosk& kiosk) { return kiosk.about.health.printer_trouble; });
    to.begin("content", "info", "The words on the glass, by their fingerprint; empty: not known.");
    for (const auto& kiosk : kiosks)
        to.sample(1, {{{"kiosk", kiosk.name}, {"hash", kiosk.about.health.content}}}, "_info");
}

void write_paging(Exposition& to, const Paging& paging) {
    to.begin("paging_failing", "gauge", "1: the last try to reach the paging system failed.");
    to.sample(paging.is_failing ? 1 : 0);
    to.begin("pages_delivered", "counter", "Notices that the paging system took, since the service started.");
    to.sample(paging.delivered, {}, "_total");
    to.begin("page_failures", "counter", "Tries to reach the paging system that failed, since the service started.");
    to.sample(paging.failed, {}, "_total");
}

}  // namespace

Result<Readings> read_metrics(Desk& desk, int streams) {
    const auto now = desk.now();
    auto calls = desk.calls(midnight_before(now));
    if (!calls) return calls.failure();
    return Readings{std::move(*calls), desk.kiosks().all, desk.paging(), desk.is_watched(), streams, now};
}

std::string write_metrics(const Readings& readings) {
    Exposition all;
    write_calls(all, readings);
    write_kiosks(all, readings.kiosks);
    if (readings.paging) write_paging(all, *readings.paging);
    return all.text + "# EOF\n";
}

}  // namespace kiosk::desk
