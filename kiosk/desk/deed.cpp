// SPDX-License-Identifier: Apache-2.0
#include "desk/deed.hpp"

namespace kiosk::desk {

bool may(Desk& desk, const Deed& deed) {
    using What = Deed::What;
    if (deed.what == What::here) return !deed.name.empty() && deed.name.size() <= 64;
    if (deed.what == What::test_call) return desk.knows_kiosk(deed.call.kiosk) && desk.knows(deed.name);
    if (deed.what != What::coming && deed.what != What::close) return true;
    if (deed.what == What::close && deed.call.kind == Kind::call && !deed.with_patient) return false;
    return desk.knows(deed.name);
}

Result<Done> carry_out(Desk& desk, const Deed& deed) {
    using What = Deed::What;
    if (deed.what == What::here) return desk.hear(deed.name), Done{};
    return desk.write([&](CallBook& book, WallTime now) -> Result<Done> {
        switch (deed.what) {
            case What::shown:
                return book.show(deed.call, now);
            case What::coming:
                return book.acknowledge(deed.call, deed.name, now);
            case What::close:
                return book.close(deed.call, deed.with_patient ? Closed::with_patient : Closed::seen, deed.name, now);
            case What::add_person:
                return book.add_person(deed.name);
            case What::remove_person:
                return book.remove_person(deed.name);
            case What::test_call:
                return book.take({.id = {deed.call.kiosk, static_cast<std::uint64_t>(now.ms), Kind::test, 1},
                                  .told = {},
                                  .raised_at = now});
            case What::here:
                break;
        }
        return Done{};
    });
}

}  // namespace kiosk::desk
