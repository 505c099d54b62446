// SPDX-License-Identifier: Apache-2.0
#include "app/usage_text.hpp"

#include <nlohmann/json.hpp>

namespace kiosk::app {

namespace {

using nlohmann::json;
using visit::CountedOutcome;

static_assert(static_cast<int>(CountedOutcome::emergency) == static_cast<int>(desk::Outcome::emergency) &&
                  static_cast<int>(CountedOutcome::not_finished) == static_cast<int>(desk::Outcome::not_finished),
              "the two enumerations go by number");

json known_text(const desk::Known& known) {
    return {{"number", known.number}, {"all", known.is_all}};
}
desk::Known read_known(const json& from) {
    return {from.at("number").get<int>(), from.at("all").get<bool>()};
}

}  // namespace

std::string write_tally(const content::Content& content, const visit::Counted& counted) {
    return json{{"language", content.languages[counted.language.index].name},
                {"outcome", static_cast<int>(counted.outcome)}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<desk::Tally> read_tally(const std::string& text) {
    try {
        const auto from = json::parse(text);
        const int outcome = from.at("outcome").get<int>();
        if (outcome < 0 || outcome >= static_cast<int>(desk::outcomes)) return {};
        return desk::Tally{from.at("language").get<std::string>(), static_cast<desk::Outcome>(outcome)};
    } catch (const json::exception&) {
        return {};
    }
}

std::string write_week(const desk::Week& week) {
    return json{{"byDay", week.visits_by_day},
                {"visits", week.visits},
                {"finished", known_text(week.finished)},
                {"handouts", known_text(week.handouts)}}
        .dump();
}

std::optional<desk::Week> read_week(const std::string& text) {
    try {
        const auto from = json::parse(text);
        desk::Week week;
        week.visits_by_day = from.at("byDay").get<std::array<int, 7>>();
        week.visits = from.at("visits").get<int>();
        week.finished = read_known(from.at("finished"));
        week.handouts = read_known(from.at("handouts"));
        return week;
    } catch (const json::exception&) {
        return {};
    }
}

}  // namespace kiosk::app
