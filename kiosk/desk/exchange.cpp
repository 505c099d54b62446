// SPDX-License-Identifier: Apache-2.0
#include "desk/exchange.hpp"

#include "desk/desk.hpp"

#include <algorithm>

namespace kiosk::desk {

namespace {

constexpr Duration oldest{7 * 24 * 3'600'000};

Result<Done> write_down(CallBook& book, const std::string& kiosk, const Telling& telling, WallTime now) {
    const auto& key = telling.key;
    const CallId id{kiosk, key.ticket, key.kind, key.number};
    const WallTime at{now.ms - std::clamp(telling.ago, Duration{0}, oldest).count()};
    switch (key.what) {
        case Telling::What::raised:
            return book.take({.id = id, .told = telling.told, .raised_at = at});
        case Telling::What::again:
            return book.again(id, at, key.at);
        case Telling::What::cancelled:
            return book.cancel(id);
        case Telling::What::closed:
            break;
    }
    return book.close(id, Closed::at_kiosk, {}, at);
}

/// Whoever has stolen a key must not fill the desk; what is not taken is said again when staff have closed some.
bool has_room(Desk& desk, const std::string& kiosk, const Telling::Key& key) {
    if (key.what != Telling::What::raised) return true;
    const auto open = desk.open_calls_but({kiosk, key.ticket, key.kind, key.number});
    return open && *open < most_open_calls;
}

}  // namespace

Result<Heard> exchange(Desk& desk, const std::string& kiosk, const Said& said) {
    std::vector<Telling::Key> taken;
    for (const auto& telling : said.tellings) {
        if (!has_room(desk, kiosk, telling.key)) break;
        const auto done =
            desk.write([&](CallBook& book, WallTime now) { return write_down(book, kiosk, telling, now); });
        if (!done) break;
        taken.push_back(telling.key);
    }
    desk.hear_kiosk(kiosk, said.about);
    auto heard = desk.heard_by(kiosk);
    if (heard) heard->taken = std::move(taken);
    return heard;
}

Said said_at(Instant now, Said said) {
    for (auto& telling : said.tellings) telling.ago = std::max(now - telling.key.at, Duration{0});
    return said;
}

}  // namespace kiosk::desk
