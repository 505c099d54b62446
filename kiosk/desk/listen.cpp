// SPDX-License-Identifier: Apache-2.0
#include "desk/listen.hpp"

namespace kiosk::desk {

namespace {

constexpr const char* digits = "0123456789";
constexpr const char* of_hosts = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.:-";

bool only(const std::string& text, const char* letters) {
    return !text.empty() && text.find_first_not_of(letters) == std::string::npos;
}

}  // namespace

Result<Listen> parse_listen(const std::string& text) {
    const Failure wrong{"The desk page cannot listen on '" + text +
                        "': write an address of this machine and a port, like 127.0.0.1:8080."};
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return wrong;
    auto host = text.substr(0, colon);
    const auto port = text.substr(colon + 1);
    if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    if (!only(host, of_hosts) || !only(port, digits) || port.size() > 5 || std::stoi(port) > 65'535) return wrong;
    return Listen{host, std::stoi(port)};
}

bool is_of_this_machine(const Listen& listen) {
    return listen.host == "127.0.0.1" || listen.host == "localhost" || listen.host == "::1";
}

std::string address_of(const Listen& listen, bool encrypted) {
    const auto host = listen.host.find(':') == std::string::npos ? listen.host : "[" + listen.host + "]";
    return (encrypted ? "https://" : "http://") + host + ":" + std::to_string(listen.port) + "/";
}

}  // namespace kiosk::desk
