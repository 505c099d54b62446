// SPDX-License-Identifier: Apache-2.0
// A kiosk at its welcome, and somebody at the desk in a real browser.
#pragma once

#include "browser.hpp"
#include "room.hpp"

#include <string>
#include <vector>

namespace kiosk::test {

inline constexpr Duration limit{60'000};

/// What `kiosk status` says of the room.
std::string status(const Room&);
/// Of the desk page that it names.
std::string address(const Room&);
/// One that the service has again after its restart.
int free_port();

bool reads(Browser&, const std::string& selector, const std::string& words);
/// A key may be made anew between being found and being clicked.
void press(Browser&, const std::string& key);
/// "I have been with this patient", once the page takes it for an answer.
void confirm_close(Browser&);
void add_name(Browser&, const std::string& name);
/// Where a person wants to look at the page: KIOSK_PICTURES=/tmp/somewhere.
void picture(Browser&, const std::string& name);

/// The glass knows by now how far its call has come, and whether a desk listens.
void sees(const Room&, play::Player&, visit::DeskStage);
void hears(const Room&, play::Player&, visit::Desk);

inline std::vector<std::string> with_desk(int port = 0) {
    return {"--listen", "127.0.0.1:" + std::to_string(port), "--name", "Waiting room 1"};
}

struct Kiosk {
    Room room;
    play::Player player;

    explicit Kiosk(std::vector<std::string> options = with_desk());
    /// Before the player, who looks at its display.
    static const content::Content& started(Room&, std::vector<std::string> options);
};

struct Staffed : Kiosk {
    Browser desk;

    explicit Staffed(int port = 0);
};

}  // namespace kiosk::test
