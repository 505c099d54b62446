// SPDX-License-Identifier: Apache-2.0
// A mailbox that cannot be read any more: put aside, begun anew, and known to both sides.
#include "mailbox/mailbox.hpp"
#include "mailbox/scratch.hpp"

#include <sys/stat.h>

#include <ctime>

using namespace kiosk;
using namespace kiosk::mailbox;

namespace {

constexpr std::int64_t day = 24LL * 3'600 * 1'000;

void fill(const Folder& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

void overwrite(const Folder& file, std::streamoff from) {
    std::fstream io(file, std::ios::in | std::ios::out | std::ios::binary);
    io.seekp(from);
    io << std::string(4'096, '\x7e');
}

std::int64_t wall_now() {
    return std::int64_t{std::time(nullptr)} * 1'000;
}

}  // namespace

TEST_CASE("a file that is no mailbox is put aside, and the new one works") {
    Scratch scratch;
    const Folder file = scratch.folder / "mailbox.db";
    SUBCASE("garbage") {
        fill(file, std::string(20'000, 'x'));
    }
    SUBCASE("a head without a body") {
        fill(file, std::string("SQLite format 3\0", 16) + std::string(5'000, '\xff'));
    }
    SUBCASE("cut in the middle") {
        {
            Screen screen = std::move(*Screen::open(scratch.folder));
            REQUIRE(screen.put({{1, Kind::call, 1}, std::string(50'000, 'y')}));
        }
        std::filesystem::resize_file(file, 9'000);
    }
    SUBCASE("a page overwritten") {
        { Screen screen = std::move(*Screen::open(scratch.folder)); }
        overwrite(file, 4'096);
    }
    const auto bytes = std::filesystem::file_size(file);
    CHECK_FALSE(put_aside_at(scratch.folder, wall_now()));
    Screen screen = std::move(*Screen::open(scratch.folder));
    Service service = std::move(*Service::open(scratch.folder));
    CHECK(std::filesystem::file_size(scratch.folder / "mailbox.damaged") == bytes);
    REQUIRE(screen.put({{1, Kind::call, 1}, "x"}));
    CHECK((*service.take())->payload == "x");
    CHECK_FALSE(screen.is_lost());
    CHECK_FALSE(service.is_lost());
}

TEST_CASE("what was put aside is told for a week, and then deleted; the next one takes its place") {
    Scratch scratch;
    fill(scratch.folder / "mailbox.db", std::string(20'000, 'x'));
    { Screen screen = std::move(*Screen::open(scratch.folder)); }
    const auto at = put_aside_at(scratch.folder, wall_now());
    REQUIRE(at);
    CHECK(wall_now() - *at < 60'000);
    fill(scratch.folder / "mailbox.db", "still no mailbox, but a shorter one");
    { Screen screen = std::move(*Screen::open(scratch.folder)); }
    CHECK(scratch.holders("shorter one") == "mailbox.damaged ");
    CHECK(scratch.holders("xxxx") == "");
    CHECK(put_aside_at(scratch.folder, wall_now() + 6 * day));
    CHECK_FALSE(put_aside_at(scratch.folder, wall_now() + 8 * day));
    CHECK(scratch.holders("shorter one") == "");
}

TEST_CASE(
    "a side that holds the damaged one knows that it is lost, writes nothing more into it, and opens the new one") {
    Scratch scratch;
    const Folder file = scratch.folder / "mailbox.db";
    Screen screen = std::move(*Screen::open(scratch.folder));
    { Service service = std::move(*Service::open(scratch.folder)); }  // and its log is in the file now
    for (std::streamoff page = 0; page < 20; ++page) overwrite(file, page * 4'096);
    Service service = std::move(*Service::open(scratch.folder));
    CHECK(screen.is_lost());
    CHECK(screen.put({{1, Kind::call, 1}, "nobody would read this"}).failure().sentence ==
          "The mailbox " + file.string() + " was found damaged and is put aside; kiosk starts a new one.");
    CHECK(scratch.holders("nobody would read this") == "");
    { Screen leaves = std::move(screen); }
    screen = std::move(*Screen::open(scratch.folder));
    REQUIRE(screen.put({{1, Kind::call, 2}, "this one arrives"}));
    CHECK((*service.take())->payload == "this one arrives");
}

TEST_CASE("damage that is met in use is a failure at once, and a mailbox that is lost") {
    Scratch scratch;
    Service service = std::move(*Service::open(scratch.folder));
    Screen screen = std::move(*Screen::open(scratch.folder));
    REQUIRE(screen.put({{1, Kind::call, 1}, std::string(50'000, 'y')}));
    REQUIRE(screen.leave());  // all of it is in the file, the log is cut
    for (std::streamoff page = 1; page < 20; ++page) overwrite(scratch.folder / "mailbox.db", page * 4'096);
    REQUIRE_FALSE(service.take());  // it reads the file anew, for the screen has written since
    CHECK(service.is_lost());
}
