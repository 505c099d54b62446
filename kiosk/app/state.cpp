// SPDX-License-Identifier: Apache-2.0
#include "app/state.hpp"

#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <iostream>

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

void look_as_the_kiosk(const Machine& machine) {
    struct stat state {};
    if (geteuid() != 0 || stat(state_folder(machine).c_str(), &state) != 0 || state.st_uid == 0) return;
    const auto* owner = getpwuid(state.st_uid);
    const bool is_owner = owner && initgroups(owner->pw_name, owner->pw_gid) == 0 && setgid(owner->pw_gid) == 0 &&
                          setuid(owner->pw_uid) == 0;
    if (!is_owner) std::cerr << "kiosk: Looked at as root: the kiosk itself may be allowed to read less.\n";
}

}  // namespace kiosk::app
