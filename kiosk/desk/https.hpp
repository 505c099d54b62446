// SPDX-License-Identifier: Apache-2.0
// HTTP POST to one other program, over TLS beyond this machine.
#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace kiosk::desk {

/// An address in its parts; what it does not have is empty. Any scheme.
struct Url {
    std::string scheme, host, port, path, user, password;
};
std::optional<Url> parse_url(const std::string&);
bool is_this_machine(const std::string& host);

/// What keeps an address from being posted to. plain: unencrypted, and not to this machine.
enum class AddressFault { none, no_address, has_password, plain };
AddressFault fault_of(const std::string& url);

struct Peer {
    std::string what;              ///< "The paging system", as sentences call it
    std::string url;               ///< of no fault; may hold a token: not for staff, not for the log
    std::string authority;         ///< PEM file: who vouches for it; empty: whom this machine trusts
    std::string authority_option;  ///< what names that file to staff
    Duration patience{0};          ///< nobody waits longer
};

/// Keeps its connection from one post to the next. One thread at a time, which must not take SIGPIPE.
class Poster {
public:
    explicit Poster(Peer);
    ~Poster();
    Poster(const Poster&) = delete;
    Poster& operator=(const Poster&) = delete;

    struct Answer {
        long status = 0;
        std::string body;  ///< cut where it is longer than was asked for
    };
    /// Failure: it is not known to have arrived, and why. Redirects are not followed; a stop ends it within a second.
    Result<Answer> post(const std::vector<std::string>& headers, const std::string& body, std::size_t longest_answer,
                        const std::stop_token&);
    /// "The paging system at paging.example.org"
    std::string name() const;

private:
    struct Handle;
    Peer m_peer;
    std::unique_ptr<Handle> m_handle;
};

}  // namespace kiosk::desk
