// SPDX-License-Identifier: Apache-2.0
// Where bundles come from, beyond this machine: any static web server or object store. What is known of the last
// answer is kept, so that what has not changed is not fetched again and a server in trouble is left alone for longer
// each time.
#pragma once

#include "app/options.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace kiosk::app {

/// What is wrong with the address of a bundle; empty: nothing. Plain http is for this machine alone.
std::string updates_trouble(const std::string& url);

/// How it went with one address.
struct Asked {
    std::string url, etag;           ///< etag: of the bundle that was taken, or is old
    int failures = 0;                ///< in a row
    std::int64_t not_before_ms = 0;  ///< since 1970: when it may be asked again by a timer
    bool operator==(const Asked&) const = default;
};
/// After the next answer; nothing: there was none, or what came was refused. A quarter of an hour, doubling, a day at
/// most.
Asked after(const Asked&, const std::optional<std::string>& etag, std::int64_t now_ms);
/// Whether a timer may ask; a clock that was set back does not keep it waiting for longer than a day.
bool may_ask(const Asked&, std::int64_t now_ms);

std::string write_asked(const Asked&);
/// Of this address; nothing known where it is of another, or broken.
Asked read_asked(const std::string& text, const std::string& url);

struct Fetched {
    std::string etag;
    std::optional<std::string> bytes;  ///< nothing: it is as it was
};
/// One request, a minute and a half at most. Failure: why there is no answer, for staff.
Result<Fetched> fetch(const Machine&, const Asked&);

}  // namespace kiosk::app
