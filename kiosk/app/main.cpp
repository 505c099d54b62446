// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "log/log.hpp"

#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>

namespace {

using namespace kiosk::app;

Exit carry_out(const Options& options) {
    struct Visitor {
        const Machine& machine;
        Exit operator()(const command::Run&) const { return run(machine); }
        Exit operator()(const command::Serve& c) const { return serve(machine, c); }
        Exit operator()(const command::Check& c) const { return check(machine, c); }
        Exit operator()(const command::Accessibility& c) const { return accessibility(machine, c); }
        Exit operator()(const command::Render& c) const { return render(machine, c); }
        Exit operator()(const command::Handout& c) const { return handout(machine, c); }
        Exit operator()(const command::Map& c) const { return map(machine, c); }
        Exit operator()(const command::Preview& c) const { return preview(machine, c); }
        Exit operator()(const command::Translate& c) const { return translate(machine, c); }
        Exit operator()(const command::Diff& c) const { return diff(c); }
        Exit operator()(const command::Book& c) const { return book(machine, c); }
        Exit operator()(const command::VisitScript& c) const { return visit_script(machine, c); }
        Exit operator()(const command::Status&) const { return status(machine); }
        Exit operator()(const command::Password&) const { return password(machine); }
        Exit operator()(const command::Pin&) const { return pin(machine); }
        Exit operator()(const command::DeskKey& c) const { return desk_key(machine, c); }
        Exit operator()(const command::TakeIn&) const { return take_in(machine); }
        Exit operator()(const command::Pack& c) const { return pack(machine, c); }
        Exit operator()(const command::Install& c) const { return install(machine, c); }
        Exit operator()(const command::Sorry&) const { return sorry(machine); }
        Exit operator()(const command::Approve& c) const { return approve(machine, c); }
    };
    return std::visit(Visitor{options.machine}, options.command);
}

kiosk::log::Where where(const Command& command) {
    if (std::holds_alternative<command::Run>(command)) return kiosk::log::Where::screen;
    if (std::holds_alternative<command::Serve>(command)) return kiosk::log::Where::service;
    return kiosk::log::Where::command;
}

/// The same program in the place of this one, which held its stop signals back. Returns only where it cannot.
void begin_anew(char** argv) {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    execv("/proc/self/exe", argv);
}

}  // namespace

int main(int argc, char** argv) {
    auto from = kiosk::log::Where::command;
    try {
        const auto read = read_options(argc, argv);
        if (const int* code = std::get_if<int>(&read)) return *code;
        const auto& options = std::get<Options>(read);
        from = where(options.command);
        const auto end = carry_out(options);
        if (end == Exit::again) begin_anew(argv);
        return static_cast<int>(end);
    } catch (const std::exception& error) {
        kiosk::log::write(kiosk::log::fact::Bug{from});
        // The journal of screen and service takes no free text; a person at a command line needs it.
        if (from == kiosk::log::Where::command) std::cerr << "kiosk: " << error.what() << '\n';
        return static_cast<int>(Exit::bug);
    }
}
