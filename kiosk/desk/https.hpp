// SPDX-License-Identifier: Apache-2.0
// HTTP to one other program, over TLS beyond this machine.
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

/// How the address of somebody is spoken of.
struct AddressWords {
    const char *what, *example;     ///< "A webhook", "https://..."
    const char* known_by;           ///< instead of a name and password: "messages are signed with webhook-secret"
    const char *plain, *encrypted;  ///< schemes; what is plain is for this machine alone
};
/// What is wrong with it; empty: nothing.
std::string address_trouble(const std::string& url, const AddressWords&);

struct Peer {
    std::string what;              ///< "The paging system", as sentences call it
    std::string url;               ///< with which nothing is wrong; may hold a token: not for staff, not for the log
    std::string authority;         ///< PEM file: who vouches for it; empty: whom this machine trusts
    std::string authority_option;  ///< what names that file to staff
    Duration patience{0};          ///< nobody waits longer
};

/// Keeps its connection from one request to the next. One thread at a time, which must not take SIGPIPE.
class Poster {
public:
    explicit Poster(Peer);
    ~Poster();
    Poster(const Poster&) = delete;
    Poster& operator=(const Poster&) = delete;

    struct Answer {
        long status = 0;
        std::string body;  ///< cut where it is longer than was asked for
        std::string etag;  ///< by which the server knows this version of it again; empty: it said none
    };
    /// Failure: it is not known to have arrived, and why. Redirects are not followed; a stop ends it within a second.
    Result<Answer> post(const std::vector<std::string>& headers, const std::string& body, std::size_t longest_answer,
                        const std::stop_token&);
    /// The same, with nothing to say.
    Result<Answer> get(const std::vector<std::string>& headers, std::size_t longest_answer, const std::stop_token&);
    /// "The paging system at paging.example.org"
    std::string name() const;

private:
    struct Handle;
    Result<Answer> perform(const std::vector<std::string>& headers, std::size_t longest_answer, const std::stop_token&);
    Peer m_peer;
    std::unique_ptr<Handle> m_handle;
};

}  // namespace kiosk::desk
