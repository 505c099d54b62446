// SPDX-License-Identifier: Apache-2.0
// The desk page over HTTP: one page, one stream of the board to each desk, and the few deeds of staff. Threads of its
// own, bounded; what a client does cannot hold up how a call is written down. Listens on this machine alone.
#pragma once

#include "desk/desk.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>

namespace kiosk::desk {

struct Listen {
    std::string host = "127.0.0.1";
    int port = 0;
    bool operator==(const Listen&) const = default;
};
/// "127.0.0.1:8080", "localhost:8080", "[::1]:8080"; Failure says what else to write.
Result<Listen> parse_listen(const std::string&);

/// What the page needs besides calls: every word of it, by name ("coming" for desk.coming), in the clinic's language.
struct PageText {
    std::map<std::string, std::string> words;
    std::string language = "en";
    bool right_to_left = false;
    Duration shown_within{10'000}, answered_within{30'000};  ///< as the glass counts; then the page is louder
};

class FrontPage {
public:
    /// Streams of boards at once; the next is told to come later.
    static constexpr int most_streams = 48;

    /// Failure: the address is taken or not this machine's. The desk must outlive it.
    static Result<std::unique_ptr<FrontPage>> open(Desk&, const Listen&, PageText);
    ~FrontPage();
    FrontPage(const FrontPage&) = delete;
    FrontPage& operator=(const FrontPage&) = delete;

    /// Where it listens; the port too where 0 was asked for.
    const Listen& listens() const;

private:
    struct Server;
    explicit FrontPage(std::unique_ptr<Server>);
    std::unique_ptr<Server> m_server;
};

}  // namespace kiosk::desk
