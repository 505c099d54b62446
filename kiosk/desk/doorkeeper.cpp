// SPDX-License-Identifier: Apache-2.0
#include "desk/doorkeeper.hpp"

#include "desk/intake.hpp"

#include <nlohmann/json.hpp>

namespace kiosk::desk {

namespace {

using httplib::Request, httplib::Response;
using nlohmann::json;
using HandlerResponse = httplib::Server::HandlerResponse;

HandlerResponse turn_away(Response& response, int status, const char* words = "") {
    response.status = status;
    response.set_content(words, "text/plain");
    return HandlerResponse::Handled;
}

/// httplib holds its limit against Content-Length alone: what is chunked, packed or of no length would fill the memory,
/// and so would an answer of a thousand ranges.
bool is_of_known_length(const Request& request) {
    if (request.method == "GET" || request.method == "HEAD") return !request.has_header("Range");
    return request.has_header("Content-Length") && !request.has_header("Transfer-Encoding") &&
           !request.has_header("Content-Encoding");
}

}  // namespace

std::string cookie_of(const Request& request) {
    const std::string all = "; " + request.get_header_value("Cookie"), name = "; desk=";
    const auto at = all.find(name);
    if (at == std::string::npos) return {};
    const auto from = at + name.size();
    return all.substr(from, all.find(';', from) - from);
}

bool Doorkeeper::is_local_name(const std::string& host) const {
    constexpr int of_http = 80;  // browsers leave it out
    const auto port = m_address.port == of_http ? "" : ":" + std::to_string(m_address.port);
    return host == "localhost" + port || host == "127.0.0.1" + port || host == "[::1]" + port;
}

/// A page of another site does nothing here; nor one that was made to reach this machine by a name of its own (DNS
/// rebinding): without a password the name must be this machine's, with one its cookie is of another name.
HandlerResponse Doorkeeper::admit(const Request& request, Response& response) const {
    if (!is_of_known_length(request)) return turn_away(response, 411);
    if (request.path == intake_path && !kiosk_of(m_keys, request)) return turn_away(response, 401);
    const auto host = request.get_header_value("Host"), origin = request.get_header_value("Origin");
    const auto own_origin = (asks_for_password() ? "https://" : "http://") + host;
    const bool is_own = asks_for_password() || is_local_name(host);
    if (is_own && (origin.empty() || origin == own_origin)) return HandlerResponse::Unhandled;
    return turn_away(response, 403, "Open this page by its own address.\n");
}

std::string Doorkeeper::token_for(const Request& request, WallTime now) const {
    if (m_secrets == nullptr) return m_secret;
    const auto cookie = cookie_of(request);
    return m_secrets->has_session(cookie, now) ? hash_of(cookie, m_secret) : std::string();
}

bool Doorkeeper::is_ours(const Request& request, WallTime now) const {
    const auto token = token_for(request, now);
    return !token.empty() && are_same(token, request.get_header_value("X-Desk-Token"));
}

bool Doorkeeper::may_stay(const std::string& cookie, WallTime now) const {
    return m_secrets == nullptr || m_secrets->has_session(cookie, now);
}

void Doorkeeper::sign_in(const Request& request, Response& response, WallTime now) {
    const auto asked = json::parse(request.body, nullptr, false);
    const bool is_asked = m_secrets != nullptr && request.get_header_value("Content-Type") == "application/json" &&
                          asked.is_object() && asked.contains("password") && asked["password"].is_string();
    response.status = 400;
    if (!is_asked) return;
    const auto tried = m_secrets->try_at(Secrets::Door::desk, asked["password"].get<std::string>(), now);
    response.status = 500;
    if (!tried) return;
    if (tried->verdict != Secrets::Verdict::right) {
        response.status = tried->verdict == Secrets::Verdict::wrong ? 403 : 429;
        response.set_content(json{{"wait", tried->wait.count()}}.dump(), "application/json");
        return;
    }
    const auto cookie = m_secrets->begin_session(now);
    if (!cookie) return;
    response.status = 204;
    response.set_header("Set-Cookie", "desk=" + *cookie + "; Path=/; Secure; HttpOnly; SameSite=Strict");
}

void Doorkeeper::sign_out(const Request& request, Response& response, WallTime now) {
    response.status = is_ours(request, now) ? 204 : 403;
    if (response.status == 204 && m_secrets != nullptr) m_secrets->end_session(cookie_of(request));
}

}  // namespace kiosk::desk
