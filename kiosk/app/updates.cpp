// SPDX-License-Identifier: Apache-2.0
#include "app/updates.hpp"

#include "app/bundle.hpp"
#include "desk/https.hpp"

#include <algorithm>
#include <sstream>

namespace kiosk::app {

namespace {

constexpr std::int64_t minute = 60'000, shortest_wait = 15 * minute, longest_wait = minute * 60 * 24;
constexpr int most_doublings = 7;  // beyond the longest
constexpr Duration patience{90'000};
constexpr long ok = 200, not_modified = 304;

}  // namespace

std::string updates_trouble(const std::string& url) {
    return desk::address_trouble(url, {"updates", "https://content.example.org/clinic.kiosk",
                                       "a bundle is known by its signature", "http", "https"});
}

Asked after(const Asked& asked, const std::optional<std::string>& etag, std::int64_t now_ms) {
    if (etag) return {asked.url, *etag, 0, 0};
    const auto wait = std::min(shortest_wait << std::min(asked.failures, most_doublings), longest_wait);
    return {asked.url, asked.etag, asked.failures + 1, now_ms + wait};
}

bool may_ask(const Asked& asked, std::int64_t now_ms) {
    return now_ms >= asked.not_before_ms || asked.not_before_ms - now_ms > longest_wait;
}

std::string write_asked(const Asked& asked) {
    return asked.url + '\n' + asked.etag + '\n' + std::to_string(asked.failures) + ' ' +
           std::to_string(asked.not_before_ms) + '\n';
}

Asked read_asked(const std::string& text, const std::string& url) {
    std::istringstream lines(text);
    Asked asked;
    std::getline(lines, asked.url);
    std::getline(lines, asked.etag);
    const bool is_whole = static_cast<bool>(lines >> asked.failures >> asked.not_before_ms);
    return is_whole && asked.url == url && asked.failures >= 0 ? asked : Asked{url, {}, 0, 0};
}

Result<Fetched> fetch(const Machine& machine, const Asked& asked) {
    if (const auto trouble = updates_trouble(asked.url); !trouble.empty()) return Failure{trouble};
    desk::Poster server({"The server of bundles", asked.url, machine.updates_authority, "updates-authority", patience});
    std::vector<std::string> headers;
    if (!asked.etag.empty()) headers.push_back("If-None-Match: " + asked.etag);
    auto answer = server.get(headers, largest_bundle + 1, {});
    if (!answer) return answer.failure();
    if (answer->status == not_modified) return Fetched{asked.etag, {}};
    if (answer->status != ok)
        return Failure{server.name() + " answered " + std::to_string(answer->status) + " instead of a bundle."};
    std::erase_if(answer->etag, [](char c) { return c == '\n' || c == '\r'; });
    return Fetched{answer->etag, std::move(answer->body)};
}

}  // namespace kiosk::app
