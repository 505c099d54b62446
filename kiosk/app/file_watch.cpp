// SPDX-License-Identifier: Apache-2.0
#include "app/file_watch.hpp"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace kiosk::app {

namespace {
constexpr std::uint32_t all_that_counts = IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM |
                                          IN_DELETE | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
constexpr int quiet = 200;       // ms
constexpr int most_rounds = 25;  // a program that never stops writing must not keep everyone waiting
}  // namespace

FileWatch::FileWatch() : m_descriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

FileWatch::~FileWatch() {
    if (m_descriptor >= 0) close(m_descriptor);
}

FileWatch::Sight FileWatch::look_at(const std::set<std::string>& folders) {
    auto sight = Sight::known;
    for (const auto& folder : folders) {
        // The same folder gets the same number again.
        const int watch = inotify_add_watch(m_descriptor, folder.c_str(), all_that_counts);
        if (watch < 0)
            sight = Sight::partial;
        else if (m_watches.insert(watch).second && sight == Sight::known)
            sight = Sight::widened;
    }
    return sight;
}

bool FileWatch::happened() {
    alignas(inotify_event) std::array<char, 4096> buffer{};
    bool any = false;
    for (;;) {
        const auto size = read(m_descriptor, buffer.data(), buffer.size());
        if (size <= 0) return any;
        any = true;
        for (std::size_t at = 0; at < static_cast<std::size_t>(size);) {
            inotify_event event{};
            std::memcpy(&event, buffer.data() + at, sizeof event);
            if ((event.mask & IN_IGNORED) != 0) m_watches.erase(event.wd);
            at += sizeof event + event.len;
        }
    }
}

void FileWatch::settle() {
    for (int round = 0; round < most_rounds; ++round) {
        happened();
        pollfd more{m_descriptor, POLLIN, 0};
        if (poll(&more, 1, quiet) == 0) return;
    }
}

}  // namespace kiosk::app
