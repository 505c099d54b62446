// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/desk_at_kiosk.hpp"
#include "app/loaded.hpp"
#include "app/state.hpp"

#include <iostream>

namespace kiosk::app {

namespace {

Exit tell_names(desk::KioskKeys& keys) {
    const auto names = keys.names();
    if (!names) return world_said_no(names.failure().sentence);
    for (const auto& name : *names) std::cout << name << '\n';
    if (names->empty()) std::cout << "No other kiosk has a key.\n";
    return Exit::fine;
}

}  // namespace

Exit desk_key(const Machine& machine, const command::DeskKey& command) {
    if (command.kiosk.empty() && command.remove) {
        std::cerr << "kiosk: Name the kiosk whose key is to go: kiosk desk-key --remove \"Waiting room 2\"\n";
        return Exit::usage;
    }
    if (!command.kiosk.empty() && command.kiosk == machine.name) {
        std::cerr << "kiosk: " << command.kiosk
                  << " is this kiosk itself. Give the other its own name, so that staff know where to go.\n";
        return Exit::usage;
    }
    if (const auto made = make_books_folder(machine); !made) return world_said_no(made.failure().sentence);
    auto keys = desk::KioskKeys::open(keys_file(machine));
    if (!keys) return world_said_no(keys.failure().sentence);
    if (command.kiosk.empty()) return tell_names(*keys);
    if (command.remove) {
        const auto gone = keys->remove(command.kiosk);
        if (!gone) return world_said_no(gone.failure().sentence);
        std::cout << "The desk no longer hears " << command.kiosk << ".\n";
        return Exit::fine;
    }
    const auto key = keys->make(command.kiosk);
    if (!key) return world_said_no(key.failure().sentence);
    std::cerr << "Put this key into a file at " << command.kiosk
              << " that others cannot read, and name it there: desk-key. It is not shown again.\n";
    std::cout << *key << '\n';
    return Exit::fine;
}

}  // namespace kiosk::app
