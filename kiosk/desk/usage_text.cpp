// SPDX-License-Identifier: Apache-2.0
#include "desk/usage_text.hpp"

#include "desk/names.hpp"

#include <nlohmann/json.hpp>

namespace kiosk::desk {

namespace {

using nlohmann::json;

constexpr std::array outcome_names{"none", "not-finished", "today", "emergency"};
constexpr std::size_t most_days = 31, most_languages = 100;

/// A number, "few", or null.
json amount_text(const Amount& amount) {
    if (amount.kind == Amount::Kind::hidden) return nullptr;
    return amount.kind == Amount::Kind::few ? json("few") : json(amount.number);
}

Amount read_amount(const json& from) {
    if (from.is_null()) return {Amount::Kind::hidden, 0};
    return from == "few" ? Amount{Amount::Kind::few, 0} : Amount{Amount::Kind::exact, whole<int>(from)};
}

json detail_text(const Detail& detail) {
    json by_outcome = json::object(), by_language = json::array();
    for (std::size_t i = 0; i < outcomes; ++i) by_outcome[outcome_names.at(i)] = amount_text(detail.by_outcome.at(i));
    for (const auto& [language, amount] : detail.by_language)
        by_language.push_back({{"name", language}, {"visits", amount_text(amount)}});
    return {{"finished", amount_text(detail.finished)},
            {"handouts", amount_text(detail.handouts)},
            {"outcomes", by_outcome},
            {"languages", by_language}};
}

Detail read_detail(const json& from) {
    Detail detail{read_amount(from.at("finished")), read_amount(from.at("handouts")), {}, {}};
    for (std::size_t i = 0; i < outcomes; ++i)
        detail.by_outcome.at(i) = read_amount(from.at("outcomes").at(outcome_names.at(i)));
    const auto& languages = from.at("languages");
    if (languages.size() > most_languages) throw std::invalid_argument("languages");
    for (const auto& one : languages)
        detail.by_language.emplace_back(one.at("name").get<std::string>(), read_amount(one.at("visits")));
    return detail;
}

ShownDay read_shown_day(const json& from) {
    const auto day = read_day(from.at("day").get<std::string>());
    if (!day) throw std::invalid_argument("day");
    ShownDay shown{*day, whole<int>(from.at("visits")), {}};
    if (!from.at("detail").is_null()) shown.detail = read_detail(from.at("detail"));
    return shown;
}

}  // namespace

json usage_text(const Usage& usage) {
    json text = json::array();
    for (const auto& day : usage.days)
        text.push_back({{"day", write_day(day.day)},
                        {"visits", day.visits},
                        {"detail", day.detail ? detail_text(*day.detail) : json(nullptr)}});
    return text;
}

Usage read_usage(const json& from) {
    if (!from.is_array() || from.size() > most_days) throw std::invalid_argument("usage");
    Usage usage;
    for (const auto& day : from) usage.days.push_back(read_shown_day(day));
    return usage;
}

}  // namespace kiosk::desk
