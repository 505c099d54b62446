// SPDX-License-Identifier: Apache-2.0
#include "desk/paging.hpp"

#include "desk/names.hpp"
#include "desk/secrets.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <ctime>
#include <optional>

namespace kiosk::desk {

namespace {

constexpr std::array events{"not-shown", "not-answered", "coming", "closed"};
constexpr std::size_t key_length = 32;

bool is_end(Event event) {
    return event == Event::coming || event == Event::closed;
}

/// May be in the hands of somebody who is on the way.
bool was_paged(const CallId& call, const Sendings& sent) {
    return std::any_of(sent.begin(), sent.end(),
                       [&](const auto& one) { return one.first.call == call && !is_end(one.first.event); });
}

std::optional<Notice> page(const Standing& standing, Instant now, const AnswerTimes& times) {
    const bool shown = standing.call.stage == Stage::shown;
    if (now - standing.since < (shown ? times.answered_within : times.shown_within)) return {};
    return Notice{standing.call.id, shown ? Event::not_answered : Event::not_shown, standing.call.again_at.ms};
}

std::optional<Notice> holds(const Standing& standing, const Sendings& sent, Instant now, const AnswerTimes& times) {
    const auto& call = standing.call;
    if (call.id.kind != Kind::call) return {};
    if (call.stage < Stage::coming) return page(standing, now, times);
    if (!was_paged(call.id, sent)) return {};
    return Notice{call.id, call.stage == Stage::coming ? Event::coming : Event::closed};
}

std::string words_of(const CallId& id) {
    return id.kiosk + '\n' + std::to_string(id.ticket) + '\n' + std::to_string(static_cast<int>(id.kind)) + '\n' +
           std::to_string(id.number);
}

std::string iso_time(WallTime at) {
    const std::time_t seconds = at.ms / 1'000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace

std::vector<Notice> due(const std::vector<Standing>& standings, const Sendings& sent, Instant now,
                        const AnswerTimes& times) {
    std::vector<Notice> found;
    for (const auto& standing : standings) {
        const auto notice = holds(standing, sent, now, times);
        if (!notice) continue;
        const auto before = sent.find(*notice);
        if (before == sent.end() || before->second != Sent::delivered) found.push_back(*notice);
    }
    return found;
}

WallTime stands_since(const Call& call) {
    if (call.stage == Stage::shown) return call.shown_at;
    return std::max(call.raised_at, call.again_at);
}

std::string key_of(const Notice& notice) {
    const auto event = std::to_string(static_cast<int>(notice.event));
    return hash_of(words_of(notice.call) + '\n' + event + '\n' + std::to_string(notice.round)).substr(0, key_length);
}

std::string write_notice(const Notice& notice, const Call& call) {
    nlohmann::json text{{"event", name(events, notice.event)},
                        {"call", hash_of(words_of(call.id)).substr(0, key_length)},
                        {"kiosk", call.id.kiosk},
                        {"cancelled", call.cancelled},
                        {"raised_at", iso_time(call.raised_at)}};
    // Of a closed call it is wiped.
    if (call.stage != Stage::closed) text["level"] = name(levels, call.told.level);
    return text.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace kiosk::desk
