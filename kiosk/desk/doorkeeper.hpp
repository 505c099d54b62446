// SPDX-License-Identifier: Apache-2.0
// Who may use the desk page: on this machine whoever sits there, on a network whoever has signed in. Looked at before
// anything that a stranger sends is read.
#pragma once

#include "desk/kiosk_keys.hpp"
#include "desk/listen.hpp"
#include "desk/secrets.hpp"

#include <httplib.h>

#include <string>

namespace kiosk::desk {

class Doorkeeper {
public:
    /// `secrets`: nothing on this machine alone. `keys`: of the desk's other kiosks; nothing: it has none.
    Doorkeeper(Secrets* secrets, KioskKeys* keys, Listen address)
        : m_secrets(secrets), m_keys(keys), m_address(std::move(address)) {}

    bool asks_for_password() const { return m_secrets != nullptr; }
    /// Where it listens, once that is known.
    void listens_on(int port) { m_address.port = port; }

    /// Handled: it was turned away.
    httplib::Server::HandlerResponse admit(const httplib::Request&, httplib::Response&) const;
    /// What a page must send with each deed; empty: it has to sign in first.
    std::string token_for(const httplib::Request&, WallTime) const;
    /// The request of a page that shows its token.
    bool is_ours(const httplib::Request&, WallTime) const;
    /// Whoever signed out, or was signed out by a new password, has none. Of a cookie as cookie_of reads it.
    bool may_stay(const std::string& cookie, WallTime) const;

    void sign_in(const httplib::Request&, httplib::Response&, WallTime);
    void sign_out(const httplib::Request&, httplib::Response&, WallTime);

private:
    bool is_local_name(const std::string& host) const;

    Secrets* m_secrets;
    KioskKeys* m_keys;
    Listen m_address;
    std::string m_secret = random_token();
};

/// Of the session; empty where there is none.
std::string cookie_of(const httplib::Request&);

}  // namespace kiosk::desk
