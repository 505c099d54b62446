// SPDX-License-Identifier: Apache-2.0
#include "app/call_text.hpp"

#include "views/told_staff.hpp"

#include <nlohmann/json.hpp>

namespace kiosk::app {

namespace {

using nlohmann::json;

desk::Level level(content::Urgency urgency) {
    if (urgency == content::Urgency::emergency) return desk::Level::emergency;
    return urgency == content::Urgency::today ? desk::Level::today : desk::Level::routine;
}

}  // namespace

std::string write_call(const content::Content& content, const visit::Record& record, Instant at) {
    const auto told = views::told_staff(content, record);
    return json{{"level", static_cast<int>(level(told.level))},
                {"reasons", told.reasons},
                {"language", told.language},
                {"at", at.ms}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<CallText> read_call(const std::string& text) {
    try {
        const auto from = json::parse(text);
        const int level = from.at("level").get<int>();
        if (level < 0 || level > static_cast<int>(desk::Level::emergency)) return {};
        return CallText{{static_cast<desk::Level>(level), from.at("reasons").get<std::vector<std::string>>(),
                         from.at("language").get<std::string>()},
                        {from.at("at").get<std::int64_t>()}};
    } catch (const json::exception&) {
        return {};
    }
}

}  // namespace kiosk::app
