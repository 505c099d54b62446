// SPDX-License-Identifier: Apache-2.0
#include "desk/deed.hpp"

#include "desk/staff_name.hpp"

namespace kiosk::desk {

namespace {

using What = Deed::What;

bool may(Desk& desk, const Deed& deed) {
    if (deed.what == What::here) return !deed.name.empty() && deed.name.size() <= 64;
    if (deed.what == What::test_call) return desk.knows_kiosk(deed.call.kiosk) && desk.knows(deed.name);
    if (deed.what != What::coming && deed.what != What::close) return true;
    if (deed.what == What::close && deed.call.kind == Kind::call && !deed.with_patient) return false;
    return desk.knows(deed.name);
}

/// Told twice by one person is told once.
Refused after_coming(CallBook& book, const Deed& deed, Done done) {
    if (done == Done::changed) return Refused::not_at_all;
    const auto call = book.find(deed.call);
    const bool is_theirs = call && *call && (*call)->stage == Stage::coming && (*call)->coming_by == deed.name;
    return is_theirs ? Refused::not_at_all : Refused::gone;
}

Result<Done> write_down(CallBook& book, const Deed& deed, WallTime now, Refused& refused) {
    switch (deed.what) {
        case What::shown:
            return book.show(deed.call, now);
        case What::coming: {
            const auto done = book.acknowledge(deed.call, deed.name, now);
            if (done) refused = after_coming(book, deed, *done);
            return done;
        }
        case What::close:
            return book.close(deed.call, deed.with_patient ? Closed::with_patient : Closed::seen, deed.name, now);
        case What::add_person: {
            const auto there = book.people();
            if (!there) return there.failure();
            if (there->size() >= CallBook::most_people) return refused = Refused::full, Done::same;
            return book.add_person(deed.name);
        }
        case What::remove_person:
            return book.remove_person(deed.name);
        case What::test_call: {
            const auto open = book.open_test(deed.call.kiosk);
            if (!open) return open.failure();
            if (*open) return refused = Refused::rings, Done::same;
            return book.take({.id = {deed.call.kiosk, static_cast<std::uint64_t>(now.ms), Kind::test, 1},
                              .told = {},
                              .raised_at = now});
        }
        case What::here:
        case What::test_page:
            break;
    }
    return Done::same;
}

}  // namespace

Result<Refused> carry_out(Desk& desk, const Deed& deed) {
    if (!may(desk, deed)) return Refused::no_deed;
    if (deed.what == What::here) return desk.hear(deed.name), Refused::not_at_all;
    if (deed.what == What::test_page)
        return desk.ask_for_test_page(deed.call.kiosk) ? Refused::not_at_all : Refused::silent;
    if (deed.what == What::test_call && !desk.hears_kiosk(deed.call.kiosk)) return Refused::silent;
    if (deed.what == What::add_person && !is_staff_name(deed.name)) return Refused::name;
    auto refused = Refused::not_at_all;
    const auto done = desk.write([&](CallBook& book, WallTime now) { return write_down(book, deed, now, refused); });
    if (!done) return done.failure();
    return refused;
}

}  // namespace kiosk::desk
