// SPDX-License-Identifier: Apache-2.0
#include "printer/address.hpp"

#include <cups/cups.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace kiosk::printer {

namespace {

Failure wrong(std::string_view text, const std::string& why) {
    return {"The printer \"" + std::string(text) + "\" " + why};
}

/// 64 lower-case digits, or empty if it is no SHA-256.
std::string plain_pin(std::string_view pin) {
    std::string digits;
    for (const char c : pin) {
        if (c == ':' || c == ' ') continue;
        if (!std::isxdigit(static_cast<unsigned char>(c))) return {};
        digits += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return digits.size() == 64 ? digits : std::string();
}

Result<Address> folder_address(std::string_view text) {
    Address address;
    address.folder = text.substr(std::string_view("folder:").size());
    if (address.folder.empty()) return wrong(text, "names no folder: write folder:DIR.");
    return address;
}

Result<Address> network_address(std::string_view text) {
    std::array<char, 32> scheme{};
    std::array<char, 256> user{}, host{};
    std::array<char, 1024> resource{};
    int port = 0;
    const std::string uri(text);
    const http_uri_status_t status =
        httpSeparateURI(HTTP_URI_CODING_ALL, uri.c_str(), scheme.data(), static_cast<int>(scheme.size()), user.data(),
                        static_cast<int>(user.size()), host.data(), static_cast<int>(host.size()), &port,
                        resource.data(), static_cast<int>(resource.size()));
    if (status < HTTP_URI_STATUS_OK || host[0] == '\0')
        return wrong(text, "is no address: write ipp://HOST/ipp/print or ipps://HOST/ipp/print.");
    if (user[0] != '\0') return wrong(text, "holds a user name or password: leave it out.");
    Address address;
    address.scheme = std::string_view(scheme.data()) == "ipps" ? Scheme::ipps : Scheme::ipp;
    address.host = host.data();
    address.port = port;
    address.resource = resource.data();
    if (address.resource.empty() || address.resource == "/") address.resource = "/ipp/print";
    return address;
}

bool starts(std::string_view text, std::string_view with) {
    return text.substr(0, with.size()) == with;
}

}  // namespace

Result<Address> parse_address(std::string_view text, std::string_view pin) {
    const bool network = starts(text, "ipp://") || starts(text, "ipps://");
    if (!network && !starts(text, "folder:"))
        return wrong(text, "is not known: write folder:DIR, ipp://HOST/ipp/print or ipps://HOST/ipp/print.");
    auto address = network ? network_address(text) : folder_address(text);
    if (!address || pin.empty()) return address;
    if (address->scheme != Scheme::ipps) return wrong(text, "cannot be pinned: only ipps:// shows a certificate.");
    address->pin = plain_pin(pin);
    if (address->pin.empty())
        return wrong(text, "has a pin that is no SHA-256: write the 64 hex digits of its certificate's fingerprint.");
    return address;
}

std::string uri(const Address& address) {
    if (address.scheme == Scheme::folder) return "folder:" + address.folder;
    std::array<char, 1400> text{};
    httpAssembleURI(HTTP_URI_CODING_ALL, text.data(), static_cast<int>(text.size()),
                    address.scheme == Scheme::ipps ? "ipps" : "ipp", nullptr, address.host.c_str(), address.port,
                    address.resource.c_str());
    return text.data();
}

}  // namespace kiosk::printer
