// SPDX-License-Identifier: Apache-2.0
#include "printer/condition.hpp"

#include "printer/reasons.hpp"

namespace kiosk::printer {

namespace {

Security security(const Address& address) {
    if (address.scheme == Scheme::ipp) return Security::plain;
    return address.pin.empty() ? Security::encrypted_not_pinned : Security::pinned;
}

}  // namespace

Trouble trouble(Reach reach) {
    if (reach == Reach::reached) return Trouble::none;
    return reach == Reach::unreachable || reach == Reach::no_answer ? Trouble::offline : Trouble::attention;
}

bool is_hopeless(Reach reach) {
    return reach == Reach::wrong_certificate || reach == Reach::refused;
}

Condition describe(const Address& address, const Answer& answer, const Capabilities& can,
                   const std::string& presented_pin) {
    Condition now;
    now.reach = answer.reach;
    now.security = security(address);
    now.trouble = trouble(answer.reach);
    if (answer.reach == Reach::wrong_certificate) now.presented_pin = presented_pin;
    if (!answer) return now;
    now.format = choose(can, Document{}).format;
    now.trouble = stopping(can.state, can.reasons, Moving::yes);
    if (now.trouble == Trouble::none && !can.accepting) now.trouble = Trouble::attention;
    now.paper_low = is_low(can.reasons, Trouble::paper);
    now.toner_low = is_low(can.reasons, Trouble::toner);
    return now;
}

}  // namespace kiosk::printer
