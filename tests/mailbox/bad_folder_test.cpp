// SPDX-License-Identifier: Apache-2.0
#include "mailbox/mailbox.hpp"
#include "mailbox/scratch.hpp"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>

#include <SQLiteCpp/SQLiteCpp.h>

using namespace kiosk;
using namespace kiosk::mailbox;

namespace {

std::string refusal(const Folder& folder) {
    const auto opened = Screen::open(folder);
    return opened ? "opened" : opened.failure().sentence;
}

void fill(const Folder& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("a folder that cannot be used gets a sentence that says what to do") {
    Scratch scratch;
    const std::string at = scratch.folder.string();

    SUBCASE("missing") {
        CHECK(refusal(at + "/none") == "The state folder " + at + "/none does not exist. Make it (mkdir -m 700 " + at +
                                           "/none) for the user kiosk runs as, or name another one.");
    }
    SUBCASE("a file") {
        fill(scratch.folder / "file", "");
        CHECK(refusal(at + "/file") == "The state folder " + at +
                                           "/file cannot be used (Not a directory). It must belong to the user kiosk "
                                           "runs as and be writable.");
    }
    SUBCASE("open to others") {
        chmod(at.c_str(), 0750);
        CHECK(refusal(at) ==
              "The state folder " + at + " can be read by others. Make it private: chmod 700 " + at + ".");
    }
    SUBCASE("a path too long for a socket") {
        const Folder deep = scratch.folder / std::string(100, 'd');
        REQUIRE(make_folder(deep));
        CHECK(refusal(deep) == "The path of the state folder " + deep.string() +
                                   " is too long for a socket (107 bytes with the socket's name). Name a shorter one.");
    }
    SUBCASE("already in use") {
        const auto first = Screen::open(at);
        REQUIRE(first);
        CHECK(refusal(at) ==
              "Another kiosk run is using the state folder " + at + ". Stop it first, or name another folder.");
        CHECK(Service::open(at));
    }
    SUBCASE("never used, for status") {
        CHECK(look(at).failure().sentence == "There is no mailbox in the state folder " + at +
                                                 " yet: kiosk has not run there, or another folder is meant.");
    }
}

TEST_CASE("a folder of another user is refused") {
    Scratch scratch;
    if (getuid() != 0) {
        MESSAGE("skipped: only root can try this as another user");
        return;
    }
    Child nobody([&] {
        if (setuid(65534) != 0) _exit(2);
        _exit(refusal(scratch.folder) == "The state folder " + scratch.folder.string() +
                                             " belongs to another user. Run kiosk as that user, or name another "
                                             "folder."
                  ? 0
                  : 1);
    });
    CHECK(nobody.wait_for() == 0);
}

TEST_CASE("root is refused another user's folder, too, but may look into it") {
    Scratch scratch;
    if (getuid() != 0) {
        MESSAGE("skipped: only root can try this");
        return;
    }
    { Screen screen = std::move(*Screen::open(scratch.folder)); }
    REQUIRE(chown(scratch.folder.c_str(), 65534, 65534) == 0);
    CHECK(refusal(scratch.folder) == "The state folder " + scratch.folder.string() +
                                         " belongs to another user. Run kiosk as that user, or name another folder.");
    CHECK(look(scratch.folder));
}

TEST_CASE("a mailbox that is a link out of the private folder is refused, and what it leads to stays as it was") {
    Scratch scratch, elsewhere;
    const Folder target = elsewhere.folder / "target";
    const Folder file = scratch.folder / "mailbox.db";
    SUBCASE("to a file") {
        fill(target, "");
    }
    SUBCASE("to nothing") {}
    std::filesystem::create_symlink(target, file);
    const bool was_there = std::filesystem::exists(target);
    CHECK(refusal(scratch.folder) ==
          "The mailbox " + file.string() + " is a link, and is not followed. Remove the link.");
    CHECK(look(scratch.folder).failure().sentence != "");
    CHECK(std::filesystem::exists(target) == was_there);
    if (was_there) CHECK(std::filesystem::file_size(target) == 0);
}

TEST_CASE("make_folder makes a private folder, and is content with one that is there and ours alone") {
    Scratch scratch;
    const Folder deep = scratch.folder / "a" / "b";
    REQUIRE(make_folder(deep));
    REQUIRE(make_folder(deep));
    struct stat found {};
    REQUIRE(stat(deep.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0700);
    REQUIRE(chmod(deep.c_str(), 0750) == 0);
    CHECK(make_folder(deep).failure().sentence == "The state folder " + deep.string() +
                                                      " can be read by others. Make it private: chmod 700 " +
                                                      deep.string() + ".");
    fill(scratch.folder / "file", "");
    CHECK(make_folder(scratch.folder / "file").failure().sentence.find("Not a directory") != std::string::npos);
    CHECK(make_folder(scratch.folder / "file" / "x").failure().sentence ==
          "The state folder " + (scratch.folder / "file" / "x").string() +
              " cannot be made (Not a directory). Make it by hand, or name another one.");
}

TEST_CASE("an empty file is as good as none") {
    Scratch scratch;
    fill(scratch.folder / "mailbox.db", "");
    CHECK(refusal(scratch.folder) == "opened");
}

TEST_CASE("a mailbox of another version is left alone") {
    Scratch scratch;
    const Folder file = scratch.folder / "mailbox.db";
    SQLite::Database(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("PRAGMA user_version = 7");
    CHECK(refusal(scratch.folder) == "The mailbox " + file.string() +
                                         " was made by another version of kiosk. Stop kiosk, move the file away and "
                                         "start kiosk again.");
}

TEST_CASE("a mailbox that turns into garbage while in use is a failure, not a crash") {
    Scratch scratch;
    Screen screen = std::move(*Screen::open(scratch.folder));
    REQUIRE(screen.put({{1, Kind::call, 1}, "x"}));
    SQLite::Database other((scratch.folder / "mailbox.db").string(), SQLite::OPEN_READWRITE);
    other.exec("DROP TABLE request");
    const auto outcome = screen.put({{1, Kind::call, 2}, "x"});
    REQUIRE_FALSE(outcome);
    CHECK(outcome.failure().sentence ==
          "The mailbox " + (scratch.folder / "mailbox.db").string() + " cannot be used (SQL logic error).");
}

TEST_CASE("a full disk is said to be full, nothing half is kept, and room makes it work again") {
    Scratch scratch;
    enum Outcome { fine, no_small_disk, never_full, wrong_words, half_kept, not_mended, not_wiped };
    Child child([&] {
        if (unshare(getuid() == 0 ? CLONE_NEWNS : CLONE_NEWUSER | CLONE_NEWNS) != 0) _exit(no_small_disk);
        mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr);
        if (mount("none", scratch.folder.c_str(), "tmpfs", 0, "size=1500k,mode=0700") != 0) _exit(no_small_disk);
        Screen screen = std::move(*Screen::open(scratch.folder));
        Service service = std::move(*Service::open(scratch.folder));
        fill(scratch.folder / "ballast", std::string(1'200'000, 'b'));
        int number = 0;
        Result<Put> put = Put::waiting;
        while (number < 100 && put) put = screen.put({{1, Kind::print, ++number}, "MARKER" + std::string(10'000, 'm')});
        if (put) _exit(never_full);
        if (put.failure().sentence !=
            "The disk of the state folder " + scratch.folder.string() + " is full. Make room on it.")
            _exit(wrong_words);
        int kept = 0;
        std::filesystem::remove(scratch.folder / "ballast");
        for (auto next = service.take(); next && *next; next = service.take(), ++kept)
            if ((*next)->payload.size() != 10'006 || !service.finish((*next)->key)) _exit(half_kept);
        if (kept != number - 1) _exit(half_kept);
        if (!screen.put({{1, Kind::print, 200}, "MARKER"}) || !service.finish({1, Kind::print, 200})) _exit(not_mended);
        if (!screen.forget(1) || !scratch.holders("MARKER").empty()) _exit(not_wiped);
        _exit(fine);
    });
    const int outcome = child.wait_for();
    if (outcome == no_small_disk) {
        MESSAGE("skipped: this host lets nobody mount a small disk");
        return;
    }
    CHECK(outcome == fine);
}
