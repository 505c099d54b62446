// SPDX-License-Identifier: Apache-2.0
#include "desk/intake.hpp"

#include "desk/exchange.hpp"

namespace kiosk::desk {

std::optional<std::string> kiosk_of(KioskKeys* keys, const httplib::Request& request) {
    constexpr std::string_view bearer = "Bearer ";
    const auto given = request.get_header_value("Authorization");
    if (keys == nullptr || !given.starts_with(bearer)) return {};
    return keys->name_of(given.substr(bearer.size()));
}

void answer_kiosk(Desk& desk, KioskKeys* keys, const httplib::Request& request, httplib::Response& response) {
    const auto kiosk = kiosk_of(keys, request);
    response.status = kiosk ? 400 : 401;
    const auto said = kiosk ? read_said(request.body) : std::nullopt;
    if (!said) return;
    const auto heard = exchange(desk, *kiosk, *said);
    response.status = heard ? 200 : 500;
    if (heard) response.set_content(write_heard(*heard), "application/json");
}

}  // namespace kiosk::desk
