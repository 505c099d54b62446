// SPDX-License-Identifier: Apache-2.0
#include "mailbox/folder.hpp"

#include "mailbox/mailbox.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace kiosk::mailbox {

namespace {

Failure missing(const Folder& folder) {
    return {"The state folder " + folder.string() + " does not exist. Make it (mkdir -m 700 " + folder.string() +
            ") for the user kiosk runs as, or name another one."};
}

Failure unusable(const Folder& folder, int error) {
    return {"The state folder " + folder.string() + " cannot be used (" + std::strerror(error) +
            "). It must belong to the user kiosk runs as and be writable."};
}

bool is_in(gid_t group) {
    if (group == getegid()) return true;
    std::vector<gid_t> groups(static_cast<std::size_t>(std::max(0, getgroups(0, nullptr))));
    getgroups(static_cast<int>(groups.size()), groups.data());
    return std::find(groups.begin(), groups.end(), group) != groups.end();
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
    std::swap(m_fd, other.m_fd);
    return *this;
}

Descriptor::~Descriptor() {
    if (m_fd >= 0) close(m_fd);
}

const char* name(Side side) {
    return side == Side::screen ? "screen" : "service";
}
Side other(Side side) {
    return side == Side::screen ? Side::service : Side::screen;
}
Folder database_in(const Folder& folder) {
    return folder / "mailbox.db";
}
Folder socket_of(const Folder& folder, Side side) {
    return folder / (std::string(name(side)) + ".sock");
}

Result<Done> make_folder(const Folder& folder, Purpose purpose) {
    std::error_code error;
    if (folder.has_parent_path()) std::filesystem::create_directories(folder.parent_path(), error);
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return Failure{"The state folder " + folder.string() + " cannot be made (" + std::strerror(errno) +
                       "). Make it by hand, or name another one."};
    return check_folder(folder, purpose);
}

Result<Done> check_folder(const Folder& folder, Purpose purpose) {
    struct stat found {};
    if (stat(folder.c_str(), &found) != 0) return errno == ENOENT ? missing(folder) : unusable(folder, errno);
    if (!S_ISDIR(found.st_mode)) return unusable(folder, ENOTDIR);
    const bool root_looks = purpose == Purpose::look && geteuid() == 0;
    const bool is_shared = (found.st_mode & S_ISGID) != 0 && (is_in(found.st_gid) || root_looks);
    if (found.st_uid != geteuid() && !is_shared && !root_looks)
        return Failure{"The state folder " + folder.string() +
                       " belongs to another user. Run kiosk as that user, or name another folder."};
    if ((found.st_mode & (is_shared ? 07 : 077)) != 0)
        return Failure{"The state folder " + folder.string() + " can be read by others. Make it private: chmod " +
                       (is_shared ? "o= " : "700 ") + folder.string() + "."};
    if (access(folder.c_str(), purpose == Purpose::pass ? X_OK : R_OK | W_OK | X_OK) != 0)
        return unusable(folder, errno);
    return Done{};
}

Result<Descriptor> claim(const Folder& folder, Side side) {
    const Folder path = folder / (std::string(name(side)) + ".lock");
    Descriptor lock(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (lock.fd() < 0) return unusable(folder, errno);
    if (flock(lock.fd(), LOCK_EX | LOCK_NB) == 0) return lock;
    return Failure{std::string("Another ") + (side == Side::screen ? "kiosk run" : "kiosk serve") +
                   " is using the state folder " + folder.string() + ". Stop it first, or name another folder."};
}

Result<Descriptor> opening(const Folder& folder) {
    Descriptor lock(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (lock.fd() < 0) return unusable(folder, errno);
    while (flock(lock.fd(), LOCK_EX) != 0)
        if (errno != EINTR) return unusable(folder, errno);
    return lock;
}

}  // namespace kiosk::mailbox
