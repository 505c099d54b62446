// SPDX-License-Identifier: Apache-2.0
#include "app/staff_text.hpp"

#include <nlohmann/json.hpp>

namespace kiosk::app {

namespace {

using nlohmann::json;

std::string text_of(const json& from) {
    return from.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class Value, class Read>
std::optional<Value> read(const std::string& text, Read read) {
    try {
        return read(json::parse(text));
    } catch (const json::exception&) {
        return {};
    }
}

}  // namespace

std::string write_status(const visit::KioskStatus& status) {
    return text_of({{"printer", status.printer},
                    {"printerTrouble", status.printer_trouble},
                    {"emergencies", status.emergencies_today},
                    {"today", status.see_today},
                    {"lastDrill", status.last_drill},
                    {"visits", status.visits},
                    {"weekdays", status.weekdays},
                    {"finished", status.checks_finished},
                    {"handouts", status.handouts_printed},
                    {"allFinished", status.all_finished},
                    {"allPrinted", status.all_printed},
                    {"stick", static_cast<int>(status.stick)},
                    {"stickVersion", status.stick_version}});
}

std::optional<visit::KioskStatus> read_status(const std::string& text) {
    return read<visit::KioskStatus>(text, [](const json& from) {
        return visit::KioskStatus{.printer = from.at("printer").get<std::string>(),
                                  .printer_trouble = from.at("printerTrouble").get<bool>(),
                                  .emergencies_today = from.at("emergencies").get<int>(),
                                  .see_today = from.at("today").get<int>(),
                                  .last_drill = from.at("lastDrill").get<std::string>(),
                                  .visits = from.at("visits").get<std::vector<int>>(),
                                  .weekdays = from.at("weekdays").get<std::vector<int>>(),
                                  .checks_finished = from.at("finished").get<int>(),
                                  .handouts_printed = from.at("handouts").get<int>(),
                                  .all_finished = from.at("allFinished").get<bool>(),
                                  .all_printed = from.at("allPrinted").get<bool>(),
                                  .stick = static_cast<visit::StickUpdate>(from.at("stick").get<int>()),
                                  .stick_version = from.at("stickVersion").get<std::string>()};
    });
}

std::string write_drill(const DrillText& drill) {
    return text_of({{"passed", drill.passed}, {"line", drill.line}, {"at", drill.at}});
}

std::optional<DrillText> read_drill(const std::string& text) {
    return read<DrillText>(text, [](const json& from) {
        return DrillText{from.at("passed").get<bool>(), from.at("line").get<std::string>(),
                         from.at("at").get<std::int64_t>()};
    });
}

}  // namespace kiosk::app
