// SPDX-License-Identifier: Apache-2.0
#include "desk/board_text.hpp"

#include "desk/names.hpp"
#include "desk/usage_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace kiosk::desk {

namespace {

using nlohmann::json;

constexpr std::array ways_closed{"", "with-patient", "at-kiosk", "seen"};
constexpr std::array deeds{"shown", "coming", "close", "add-person", "remove-person", "here", "test-call", "test-page"};

/// A ticket has more digits than a number of JavaScript.
json id_text(const CallId& id) {
    return {{"kiosk", id.kiosk},
            {"ticket", std::to_string(id.ticket)},
            {"kind", name(kinds, id.kind)},
            {"number", id.number}};
}

std::uint64_t read_ticket(const std::string& text) {
    std::uint64_t ticket = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, ticket);
    if (read.ec != std::errc{} || read.ptr != end) throw std::invalid_argument(text);
    return ticket;
}

CallId read_id(const json& from) {
    return {from.at("kiosk").get<std::string>(), read_ticket(from.at("ticket").get<std::string>()),
            named<Kind>(kinds, from.at("kind").get<std::string>()), whole<int>(from.at("number"))};
}

json call_text(const Call& call) {
    return {{"id", id_text(call.id)},
            {"level", name(levels, call.told.level)},
            {"reasons", call.told.reasons},
            {"language", call.told.language},
            {"stage", name(stages, call.stage)},
            {"closed", name(ways_closed, call.closed)},
            {"cancelled", call.cancelled},
            {"raisedAt", call.raised_at.ms},
            {"shownAt", call.shown_at.ms},
            {"againAt", call.again_at.ms},
            {"comingAt", call.coming_at.ms},
            {"closedAt", call.closed_at.ms},
            {"comingBy", call.coming_by},
            {"closedBy", call.closed_by}};
}

json facts_text(const std::vector<Fact>& facts) {
    json text = json::array();
    for (const auto& fact : facts)
        text.push_back({{"name", fact.name}, {"value", fact.value}, {"trouble", fact.is_trouble}});
    return text;
}

json known_text(const Known& known) {
    return {{"number", known.number}, {"all", known.is_all}};
}

json week_text(const Week& week) {
    return {{"visits", week.visits}, {"finished", known_text(week.finished)}, {"handouts", known_text(week.handouts)}};
}

}  // namespace

std::string write_board(const Board& board) {
    json text{{"now", board.now.ms},    {"revision", board.revision}, {"trouble", board.trouble},
              {"people", board.people}, {"calls", json::array()},     {"alarms", json::array()}};
    for (const auto& call : board.calls) text["calls"].push_back(call_text(call));
    for (const auto& alarm : board.alarms) text["alarms"].push_back({{"kiosk", alarm.kiosk}, {"text", alarm.text}});
    return text.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string write_kiosks(const Kiosks& kiosks) {
    json text{{"facts", facts_text(kiosks.facts)}, {"kiosks", json::array()}};
    for (const auto& kiosk : kiosks.all) {
        json one{{"name", kiosk.name}, {"silent", kiosk.is_silent}, {"facts", facts_text(kiosk.about.facts)}};
        one["prints"] = kiosk.about.test_page.has_value();
        one["lastTest"] = kiosk.last_test ? call_text(*kiosk.last_test) : json(nullptr);
        text["kiosks"].push_back(std::move(one));
    }
    return text.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string write_records(const About& about) {
    json text{{"drills", json::array()}, {"usage", nullptr}};
    for (const auto& drill : about.drills)
        text["drills"].push_back({{"at", drill.at.ms}, {"passed", drill.passed}, {"line", drill.line}});
    if (!about.usage.days.empty())
        text["usage"] = {{"days", usage_text(about.usage)}, {"week", week_text(week(about.usage))}};
    return text.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<Deed> read_deed(const std::string& text) {
    try {
        const auto from = json::parse(text);
        Deed deed{.what = named<Deed::What>(deeds, from.at("what").get<std::string>()), .call = {}, .name = {}};
        if (from.contains("call")) deed.call = read_id(from.at("call"));
        deed.name = from.value("name", std::string());
        deed.with_patient = from.value("withPatient", false);
        return deed;
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace kiosk::desk
