// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/loaded.hpp"
#include "mailbox/mailbox.hpp"

#include <iostream>

namespace kiosk::app {

namespace {

std::string fact(const mailbox::Facts& facts, mailbox::Fact which) {
    const auto at = facts.find(which);
    return at == facts.end() ? "not known" : at->second;
}

const char* running(bool is_there) {
    return is_there ? "running" : "not running";
}

}  // namespace

Exit status(const Machine& machine) {
    const auto look = mailbox::look(state_folder(machine));
    if (!look) return world_said_no(look.failure().sentence);
    std::cout << "kiosk: " << (machine.name.empty() ? "no name set" : machine.name) << '\n'
              << "screen: " << running(look->screen_is_there) << '\n'
              << "content on the glass: " << fact(look->screen, mailbox::Fact::content) << '\n'
              << "service: " << running(look->service_is_there) << '\n'
              << "printer: "
              << (look->service_is_there ? fact(look->service, mailbox::Fact::printer_condition)
                                         : std::string("not known, the service is not running"))
              << '\n'
              << "requests waiting: " << look->waiting << '\n';
    return Exit::fine;
}

}  // namespace kiosk::app
