// SPDX-License-Identifier: Apache-2.0
#include "mailbox/box.hpp"

namespace kiosk::mailbox {

Result<Look> look(const Folder& folder) {
    const auto usable = check_folder(folder, Purpose::look);
    if (!usable) return usable.failure();
    const auto alone = opening(folder);  // else one that is just being made is seen half
    if (!alone) return alone.failure();
    const Folder file = database_in(folder);
    if (!std::filesystem::exists(file))
        return Failure{"There is no mailbox in the state folder " + folder.string() +
                       " yet: kiosk has not run there, or another folder is meant."};
    return store::attempt(file, mailbox_file, [&] {
        Store file_of(file, mailbox_file, Store::Open::only_if_there);
        Look found;
        found.screen_is_there = listens(socket_of(folder, Side::screen));
        found.service_is_there = listens(socket_of(folder, Side::service));
        found.screen = read_facts(file_of.db(), Side::screen);
        found.service = read_facts(file_of.db(), Side::service);
        found.waiting = file_of.db().execAndGet("SELECT count(*) FROM request WHERE state <> 2 AND kind <> 8").getInt();
        return found;
    });
}

}  // namespace kiosk::mailbox
