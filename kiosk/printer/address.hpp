// SPDX-License-Identifier: Apache-2.0
// Where the paper comes out: a folder (demonstration), or a printer that speaks IPP. Read once from the machine's
// options; a mistake in it is a sentence that says what to write instead.
#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace kiosk::printer {

enum class Scheme { folder, ipp, ipps };

struct Address {
    Scheme scheme = Scheme::folder;
    std::string folder;  ///< of a folder printer; empty otherwise
    std::string host;    ///< without brackets
    int port = 0;
    std::string resource;  ///< "/ipp/print"
    std::string pin;       ///< SHA-256 of the printer's certificate, 64 lower-case hex digits; empty = not pinned

    bool operator==(const Address&) const = default;
};

/// `folder:DIR`, `ipp://HOST[:PORT][/PATH]`, `ipps://…`; the pin (hex, colons allowed, any case) only with ipps.
Result<Address> parse_address(std::string_view text, std::string_view pin = {});

/// The printer-uri of requests, or `folder:DIR`. Never holds the pin.
std::string uri(const Address&);

}  // namespace kiosk::printer
