// SPDX-License-Identifier: Apache-2.0
#include "mailbox/nudge.hpp"

#include "store/rights.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

namespace kiosk::mailbox {

namespace {

std::optional<sockaddr_un> address(const std::filesystem::path& path) {
    sockaddr_un made{};
    made.sun_family = AF_UNIX;
    const std::string text = path.string();
    if (text.size() >= sizeof made.sun_path) return std::nullopt;
    std::memcpy(made.sun_path, text.c_str(), text.size() + 1);
    return made;
}

const sockaddr* generic(const sockaddr_un& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

/// Never of what a link leads to: whoever shares the folder may have put one there.
bool give_rights(const char* path, mode_t rights) {
    return fchmodat(AT_FDCWD, path, rights, AT_SYMLINK_NOFOLLOW) == 0;
}

Descriptor fresh_socket() {
    return Descriptor(socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
}

}  // namespace

Result<Nudge> Nudge::open(const std::filesystem::path& folder, Side own) {
    const auto from = address(socket_of(folder, own));
    // Both names are checked now: the longer one must not fail later, in silence.
    if (!from || !address(socket_of(folder, other(own))))
        return Failure{"The path of the state folder " + folder.string() +
                       " is too long for a socket (107 bytes with the socket's name). Name a shorter one."};
    Descriptor socket = fresh_socket();
    unlink(from->sun_path);
    if (socket.fd() < 0 || bind(socket.fd(), generic(*from), sizeof *from) != 0 ||
        !give_rights(from->sun_path, store::rights_in(folder)))
        return Failure{"No socket can be made in the state folder " + folder.string() + " (" + std::strerror(errno) +
                       "). It must be on a local disk and belong to the user kiosk runs as."};
    return Nudge(std::move(socket), socket_of(folder, other(own)));
}

void Nudge::send() const {
    const auto to = address(m_to);
    const char byte = 1;
    // A full or missing receiver is no error: it looks once a second anyway.
    if (to) sendto(m_socket.fd(), &byte, 1, MSG_DONTWAIT | MSG_NOSIGNAL, generic(*to), sizeof *to);
}

void Nudge::quiet() const {
    char bytes[16];
    while (recv(m_socket.fd(), bytes, sizeof bytes, MSG_DONTWAIT) >= 0) {
    }
}

bool listens(const std::filesystem::path& path) {
    const auto to = address(path);
    const Descriptor socket = fresh_socket();
    return to && connect(socket.fd(), generic(*to), sizeof *to) == 0;
}

}  // namespace kiosk::mailbox
