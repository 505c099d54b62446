// SPDX-License-Identifier: Apache-2.0
// The desk page over HTTP: one page, one stream of the board to each desk, and the few deeds of staff. Threads of its
// own, bounded; what a client does cannot hold up how a call is written down. Beyond this machine it speaks TLS alone,
// and only to who has signed in with the staff password.
#pragma once

#include "desk/desk.hpp"
#include "desk/kiosk_keys.hpp"
#include "desk/listen.hpp"
#include "desk/secrets.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace kiosk::desk {

/// What the page needs besides calls: every word of it, by name ("coming" for desk.coming), in the clinic's language.
struct PageText {
    std::map<std::string, std::string> words;
    std::string language = "en";
    bool right_to_left = false;
    Duration shown_within{10'000}, answered_within{30'000};  ///< as the glass counts; then the page is louder
};

/// How strangers are kept out. PEM files; the secrets must outlive the page.
struct Door {
    std::string certificate, key;
    Secrets* secrets = nullptr;
    std::string metrics_token{};  ///< whoever shows it reads /metrics; empty: nobody does
};

class FrontPage {
public:
    /// Streams of boards at once; the next is told to come later.
    static constexpr int most_streams = 48;

    /// Failure: the address is taken or not this machine's, a certificate that cannot be used, or no door where one is
    /// needed. The desk and the keys of its other kiosks must outlive it.
    static Result<std::unique_ptr<FrontPage>> open(Desk&, const Listen&, PageText, const std::optional<Door>& = {},
                                                   KioskKeys* = nullptr);
    ~FrontPage();
    FrontPage(const FrontPage&) = delete;
    FrontPage& operator=(const FrontPage&) = delete;

    /// Whether it still takes connections; one that does not is opened anew.
    bool is_open() const;
    /// Its words have changed; open pages take them up within seconds.
    void say(PageText);
    /// Where it listens; the port too where 0 was asked for.
    const Listen& listens() const;

private:
    struct Server;
    explicit FrontPage(std::unique_ptr<Server>);
    std::unique_ptr<Server> m_server;
};

}  // namespace kiosk::desk
