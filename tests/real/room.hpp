// SPDX-License-Identifier: Apache-2.0
// A waiting room for tests: a virtual display, a kiosk on it as its own process, and how the first questions are
// reached.
#pragma once

#include "child.hpp"
#include "content/content.hpp"
#include "player.hpp"

#include <memory>
#include <string>
#include <vector>

namespace kiosk::test {

/// The content as it is shipped.
const content::Content& shipped();

struct Room {
    Folder folder;
    VirtualDisplay display;
    std::unique_ptr<Child> kiosk;

    explicit Room(int width = 1080, int height = 1920, const std::string& without_clients = "-noreset");
    /// Starts the kiosk with these options; whatever ran before is killed first.
    void start(std::vector<std::string> options = {},
               const std::string& content = std::string(KIOSK_SOURCE) + "/content.xml");
    /// What screen and service wrote to the journal.
    std::string log() const;
    /// The process id of the kiosk's own service; 0 if there is none.
    pid_t service() const;
};

/// The first of its processes; 0 if there is none.
pid_t child_of(pid_t parent);

/// A clinic's folder of its own, to change while the kiosk runs; in its own language alone.
struct Clinic {
    Folder folder;
    std::string xml;  ///< content.xml as it was at first

    Clinic();
    std::string content() const { return folder / "content.xml"; }
    void write(const std::string& text) const;  ///< content.xml
    /// Another word in a file below the folder.
    void change(const std::string& file, const std::string& from, const std::string& to) const;
};

/// What `kiosk status` prints.
std::string status(const Room&, const Clinic&);
bool says(const std::string& text, const std::string& words);

/// Fails the test with the kiosk's own words beside what the person missed.
void fine(const Room&, const std::string& problem);
void to_first_question(const Room&, play::Player&);
/// From welcome to the library, with No everywhere, and on to reading a handout that is not always open.
content::HandoutId read_a_handout(const Room&, play::Player&);

}  // namespace kiosk::test
