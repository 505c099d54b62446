// SPDX-License-Identifier: Apache-2.0
// What lies where in the state folder: mailbox/, which screen and service share; content/, the copies that the service
// makes and both read; books/, what the service alone may see. Where both are one user, all of it is private to that
// one; where they are two, whoever installs them makes the first two folders (deploy/units/tmpfiles.conf).
#pragma once

#include "app/options.hpp"
#include "mailbox/mailbox.hpp"

#include <filesystem>

namespace kiosk::app {

std::filesystem::path mailbox_folder(const Machine&);
/// A file of the service's own: "calls.sqlite".
std::filesystem::path book(const Machine&, const char* name);

/// There is such a folder to work in afterwards; else what to do.
Result<mailbox::Done> make_mailbox_folder(const Machine&);
Result<mailbox::Done> make_books_folder(const Machine&);

/// From here on root is who owns the state folder, if that is somebody else: what the kiosk may not read is not read
/// here either. For a command that only looks.
void look_as_the_kiosk(const Machine&);

}  // namespace kiosk::app
