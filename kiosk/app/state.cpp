// SPDX-License-Identifier: Apache-2.0
#include "app/state.hpp"

namespace kiosk::app {

namespace {

namespace fs = std::filesystem;

fs::path books_folder(const Machine& machine) {
    return fs::path(state_folder(machine)) / "books";
}

Result<mailbox::Done> make_in_state(const Machine& machine, const fs::path& folder) {
    if (auto made = mailbox::make_folder(state_folder(machine), mailbox::Purpose::pass); !made) return made;
    return mailbox::make_folder(folder);
}

}  // namespace

fs::path mailbox_folder(const Machine& machine) {
    return fs::path(state_folder(machine)) / "mailbox";
}

fs::path book(const Machine& machine, const char* name) {
    return books_folder(machine) / name;
}

Result<mailbox::Done> make_mailbox_folder(const Machine& machine) {
    return make_in_state(machine, mailbox_folder(machine));
}

Result<mailbox::Done> make_books_folder(const Machine& machine) {
    return make_in_state(machine, books_folder(machine));
}

}  // namespace kiosk::app
