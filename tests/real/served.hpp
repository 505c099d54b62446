// SPDX-License-Identifier: Apache-2.0
// A real `kiosk serve` without a screen, on a network as it believes: with a certificate and a password.
#pragma once

#include "child.hpp"
#include "room.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kiosk::test {

struct Served {
    static constexpr Duration limit{60'000};

    Folder folder;
    std::string certificate = folder / "certificate.pem", key = folder / "key.pem";
    std::unique_ptr<Child> kiosk;

    Served();
    /// A certificate for 127.0.0.1 in the place of the one before.
    void make_certificate(int days) const;
    /// A command of kiosk with the files of this machine.
    std::string asked(const std::string& command) const;
    /// With these options besides; whatever ran before is killed.
    void start(const std::vector<std::string>& options = {});
    /// What `kiosk status` says once the page is open.
    std::string open_page() const;
    static int port(const std::string& status);
};

}  // namespace kiosk::test
