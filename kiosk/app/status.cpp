// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"
#include "mailbox/mailbox.hpp"

#include <iostream>

namespace kiosk::app {

namespace {

std::string fact(const mailbox::Facts& facts, mailbox::Fact which) {
    const auto at = facts.find(which);
    return at == facts.end() ? std::string() : at->second;
}

std::string or_else(std::string text, const char* instead) {
    return text.empty() ? instead : text;
}

std::string content_on_glass(const mailbox::Look& look) {
    return look.screen_is_there ? or_else(fact(look.screen, mailbox::Fact::content), "not known")
                                : "none, the screen is not running";
}

std::string service(const mailbox::Look& look) {
    if (look.service_is_there) return "running";
    const auto trouble = look.screen_is_there ? fact(look.screen, mailbox::Fact::service_trouble) : std::string();
    return trouble.empty() ? "not running" : "not running: " + trouble;
}

std::string printer(const mailbox::Look& look) {
    return look.service_is_there ? or_else(fact(look.service, mailbox::Fact::printer_condition), "not known")
                                 : "not known, the service is not running";
}

/// What staff have to do about files that were changed under a running kiosk; empty if nothing.
std::string about_content(const Machine& machine, const mailbox::Look& look) {
    if (!look.screen_is_there) return {};
    const auto shown = fact(look.screen, mailbox::Fact::content);
    const auto on_disk = load_content(machine.content).content;
    const bool service_differs = look.service_is_there && fact(look.service, mailbox::Fact::content) != shown;
    if (!service_differs && (!on_disk || on_disk->hash == shown)) return {};
    return std::string("The screen shows older content: restart the kiosk.") +
           (service_differs ? " Until then nothing can be printed." : "") + "\n";
}

}  // namespace

Exit status(const Machine& machine) {
    const auto look = mailbox::look(state_folder(machine));
    if (!look) return world_said_no(look.failure().sentence);
    const auto name = look->screen_is_there ? fact(look->screen, mailbox::Fact::name) : machine.name;
    std::cout << "kiosk: " << or_else(name, "no name set") << '\n'
              << "screen: " << (look->screen_is_there ? "running" : "not running") << '\n'
              << "content on the glass: " << content_on_glass(*look) << '\n'
              << "service: " << service(*look) << '\n'
              << "printer: " << printer(*look) << '\n'
              << "requests waiting: " << look->waiting << '\n'
              << about_content(machine, *look);
    return Exit::fine;
}

}  // namespace kiosk::app
