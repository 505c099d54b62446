// SPDX-License-Identifier: Apache-2.0
#include "desk/exchange.hpp"
#include "desk/names.hpp"
#include "desk/usage_text.hpp"

#include <nlohmann/json.hpp>

namespace kiosk::desk {

namespace {

using nlohmann::json;

constexpr std::array whats{"raised", "again", "cancelled", "closed"};
constexpr std::size_t most_facts = 60, most_reasons = 100, most_calls = 1'000, most_drills = 20;
constexpr std::size_t longest_words = 4'000;  // bytes, of what one call or one fact says

std::string text_of(const json& from) {
    return from.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string cut(std::string words, std::size_t& left) {
    words.resize(std::min(words.size(), left));
    left -= words.size();
    return words;
}

template <class Value>
json list(const std::vector<Value>& of, json (*write)(const Value&)) {
    json all = json::array();
    for (const auto& one : of) all.push_back(write(one));
    return all;
}

template <class Value>
std::vector<Value> values(const json& from, const char* name, std::size_t most, Value (*read)(const json&)) {
    const auto& all = from.at(name);
    if (!all.is_array() || all.size() > most) throw std::invalid_argument(name);
    std::vector<Value> found;
    for (const auto& one : all) found.push_back(read(one));
    return found;
}

std::string word(const json& from) {
    return from.get<std::string>();
}

json key_text(const Telling::Key& key) {
    return {{"what", name(whats, key.what)},
            {"ticket", key.ticket},
            {"kind", name(kinds, key.kind)},
            {"number", key.number},
            {"at", key.at.ms}};
}

Telling::Key read_key(const json& from) {
    return {named<Telling::What>(whats, word(from.at("what"))),
            whole<std::uint64_t>(from.at("ticket")),
            named<Kind>(kinds, word(from.at("kind"))),
            whole<int>(from.at("number")),
            {whole<std::int64_t>(from.at("at"))}};
}

json telling_text(const Telling& telling) {
    json text{{"key", key_text(telling.key)}, {"ago", telling.ago.count()}};
    if (telling.key.what != Telling::What::raised) return text;
    std::size_t left = longest_words;
    text["level"] = name(levels, telling.told.level);
    text["language"] = cut(telling.told.language, left);
    text["reasons"] = json::array();
    for (const auto& reason : telling.told.reasons)
        if (left > 0 && text["reasons"].size() < most_reasons) text["reasons"].push_back(cut(reason, left));
    return text;
}

Telling read_telling(const json& from) {
    Telling telling{.key = read_key(from.at("key")), .told = {}, .ago = Duration{whole<std::int64_t>(from.at("ago"))}};
    if (telling.key.what != Telling::What::raised) return telling;
    telling.told = {named<Level>(levels, word(from.at("level"))),
                    values<std::string>(from, "reasons", most_reasons, word), word(from.at("language"))};
    // Whoever says it may be another than who writes it here.
    std::size_t left = longest_words;
    telling.told.language = cut(std::move(telling.told.language), left);
    for (auto& reason : telling.told.reasons) reason = cut(std::move(reason), left);
    std::erase(telling.told.reasons, "");
    return telling;
}

json fact_text(const Fact& fact) {
    std::size_t left = longest_words;
    return {{"name", cut(fact.name, left)}, {"value", cut(fact.value, left)}, {"trouble", fact.is_trouble}};
}

Fact read_fact(const json& from) {
    return {word(from.at("name")), word(from.at("value")), from.at("trouble").get<bool>()};
}

json drill_text(const Drill& drill) {
    std::size_t left = longest_words;
    return {{"ticket", drill.ticket}, {"at", drill.at.ms}, {"passed", drill.passed}, {"line", cut(drill.line, left)}};
}

Drill read_drill(const json& from) {
    return {whole<std::uint64_t>(from.at("ticket")),
            {whole<std::int64_t>(from.at("at"))},
            from.at("passed").get<bool>(),
            word(from.at("line"))};
}

json about_text(const About& about) {
    return {{"facts", list(about.facts, fact_text)},
            {"drills", list(about.drills, drill_text)},
            {"usage", usage_text(about.usage)},
            {"testPage", about.test_page ? json(*about.test_page) : json(nullptr)},
            {"alarm", about.alarm},
            {"content", about.health.content},
            {"screenRuns", about.health.screen_runs},
            {"printerTrouble", about.health.printer_trouble}};
}

About read_about(const json& from) {
    const auto& page = from.at("testPage");
    return {values<Fact>(from, "facts", most_facts, read_fact),
            word(from.at("alarm")),
            {word(from.at("content")), from.at("screenRuns").get<bool>(), from.at("printerTrouble").get<bool>()},
            values<Drill>(from, "drills", most_drills, read_drill),
            read_usage(from.at("usage")),
            page.is_null() ? std::nullopt : std::optional(whole<std::int64_t>(page))};
}

json progress_text(const Progress& call) {
    return {{"ticket", call.ticket},
            {"kind", name(kinds, call.kind)},
            {"number", call.number},
            {"stage", name(stages, call.stage)},
            {"again", call.again.ms}};
}

Progress read_progress(const json& from) {
    return {whole<std::uint64_t>(from.at("ticket")),
            named<Kind>(kinds, word(from.at("kind"))),
            whole<int>(from.at("number")),
            named<Stage>(stages, word(from.at("stage"))),
            {whole<std::int64_t>(from.at("again"))}};
}

template <class Value>
std::optional<Value> read(const std::string& text, Value (*take)(const json&)) {
    if (text.size() > longest_text) return {};
    try {
        return take(json::parse(text));
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace

std::string write_said(const Said& said) {
    return text_of({{"tellings", list(said.tellings, telling_text)}, {"about", about_text(said.about)}});
}

std::optional<Said> read_said(const std::string& text) {
    return read<Said>(text, [](const json& from) {
        return Said{values<Telling>(from, "tellings", most_tellings, read_telling), read_about(from.at("about"))};
    });
}

std::string write_heard(const Heard& heard) {
    return text_of({{"taken", list(heard.taken, key_text)},
                    {"calls", list(heard.calls, progress_text)},
                    {"watched", heard.is_watched},
                    {"callsToday", heard.today.calls},
                    {"seeToday", heard.today.see_today},
                    {"testPage", heard.test_page}});
}

std::optional<Heard> read_heard(const std::string& text) {
    return read<Heard>(text, [](const json& from) {
        return Heard{values<Telling::Key>(from, "taken", most_tellings, read_key),
                     values<Progress>(from, "calls", most_calls, read_progress),
                     from.at("watched").get<bool>(),
                     {whole<int>(from.at("callsToday")), whole<int>(from.at("seeToday"))},
                     whole<std::int64_t>(from.at("testPage"))};
    });
}

}  // namespace kiosk::desk
