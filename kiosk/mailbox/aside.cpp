// SPDX-License-Identifier: Apache-2.0
#include "mailbox/aside.hpp"

#include "mailbox/folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>

namespace kiosk::mailbox {

namespace {

constexpr std::int64_t kept = 7LL * 24 * 3'600 * 1'000;
constexpr const char* parts[] = {"-shm", "-wal", ""};  // the file last: while it is there, it will be tried again

Folder damaged_in(const Folder& folder) {
    return folder / "mailbox.damaged";
}

Folder with(const Folder& file, const char* part) {
    return file.string() + part;
}

}  // namespace

void put_aside(const Folder& folder) {
    std::error_code error;
    for (const char* part : parts) {
        const auto to = with(damaged_in(folder), part);
        std::filesystem::remove(to, error);
        std::filesystem::rename(with(database_in(folder), part), to, error);
    }
    utimensat(AT_FDCWD, damaged_in(folder).c_str(), nullptr, AT_SYMLINK_NOFOLLOW);  // its time: now
}

std::optional<std::int64_t> put_aside_at(const Folder& folder, std::int64_t wall_ms) {
    struct stat found {};
    if (lstat(damaged_in(folder).c_str(), &found) != 0) return {};
    const auto at = std::int64_t{found.st_mtim.tv_sec} * 1'000 + found.st_mtim.tv_nsec / 1'000'000;
    if (wall_ms - at < kept) return at;
    std::error_code error;
    for (const char* part : parts) std::filesystem::remove(with(damaged_in(folder), part), error);
    return {};
}

}  // namespace kiosk::mailbox
