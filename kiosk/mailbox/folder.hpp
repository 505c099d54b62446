// SPDX-License-Identifier: Apache-2.0
// The folder of the mailbox, and who holds which end of it. Used by the box only.
#pragma once

#include "base/result.hpp"
#include "mailbox/mailbox.hpp"

#include <filesystem>
#include <variant>

namespace kiosk::mailbox {

/// A descriptor that is closed with its owner.
class Descriptor {
public:
    Descriptor() = default;
    explicit Descriptor(int fd) : m_fd(fd) {}
    Descriptor(Descriptor&& other) noexcept : m_fd(other.m_fd) { other.m_fd = -1; }
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor();
    int fd() const { return m_fd; }

private:
    int m_fd = -1;
};

const char* name(Side);
Side other(Side);
std::filesystem::path database_in(const std::filesystem::path& folder);
std::filesystem::path socket_of(const std::filesystem::path& folder, Side);

/// It exists and is kept as mailbox.hpp says; otherwise what to do.
Result<std::monostate> check_folder(const std::filesystem::path&, Purpose = Purpose::use);
/// Held until closed or killed; Failure if another process is this side already.
Result<Descriptor> claim(const std::filesystem::path& folder, Side);
/// Waits until nobody else is opening the mailbox.
Result<Descriptor> opening(const std::filesystem::path& folder);

}  // namespace kiosk::mailbox
