// SPDX-License-Identifier: Apache-2.0
// Until when the certificate of the desk page holds, read from a real one.
#include "desk/certificate.hpp"

#include "front_desk.hpp"

#include <fstream>

using namespace kiosk;
using namespace kiosk::desk;

TEST_CASE("the last day of a certificate is read from its file; of anything else there is none") {
    Scratch scratch;
    const std::string file = scratch.folder / "certificate.pem", key = scratch.folder / "key.pem";
    const auto tomorrow =
        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) + std::chrono::days{1};
    make_certificate(file, key);
    const auto last = last_day(file);
    REQUIRE(last);
    // Two days from when it was made, be that just before midnight.
    CHECK((*last == tomorrow || *last == tomorrow + std::chrono::days{1}));
    CHECK_FALSE(last_day(key));
    CHECK_FALSE(last_day(scratch.folder / "none.pem"));
    CHECK_FALSE(last_day(scratch.folder));
    std::ofstream(scratch.folder / "cut.pem") << "-----BEGIN CERTIFICATE-----\nMIIB\n";
    CHECK_FALSE(last_day(scratch.folder / "cut.pem"));
}

TEST_CASE(
    "staff hear of the end of a certificate thirty days before, and on the day after its last one that it is over") {
    const Day today = *read_day("2026-11-30");
    struct Row {
        const char* last;
        Lasts lasts;
    };
    for (const auto& row :
         {Row{"2027-11-30", Lasts::long_enough}, Row{"2026-12-30", Lasts::long_enough},
          Row{"2026-12-29", Lasts::not_long}, Row{"2026-11-30", Lasts::not_long}, Row{"2026-11-29", Lasts::is_over}}) {
        CAPTURE(row.last);
        CHECK(how_long(*read_day(row.last), today) == row.lasts);
    }
}
