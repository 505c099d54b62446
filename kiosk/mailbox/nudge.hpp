// SPDX-License-Identifier: Apache-2.0
// A datagram that says "look again" to the other process; sent after a commit, never blocking, never trusted.
#pragma once

#include "base/result.hpp"
#include "mailbox/folder.hpp"

#include <filesystem>

namespace kiosk::mailbox {

class Nudge {
public:
    static Result<Nudge> open(const std::filesystem::path& folder, Side own);

    void send() const;
    void quiet() const;  ///< takes all that has come
    int descriptor() const { return m_socket.fd(); }

private:
    Nudge(Descriptor socket, std::filesystem::path to) : m_socket(std::move(socket)), m_to(std::move(to)) {}
    Descriptor m_socket;
    std::filesystem::path m_to;
};

/// Whether a living process listens there.
bool listens(const std::filesystem::path& socket);

}  // namespace kiosk::mailbox
