// SPDX-License-Identifier: Apache-2.0
// Screen and service as two users of one group: what they share, and whom they keep out.
#include "mailbox/mailbox.hpp"
#include "mailbox/scratch.hpp"

#include <grp.h>
#include <sys/stat.h>

using namespace kiosk;
using namespace kiosk::mailbox;

namespace {

constexpr uid_t screen_user = 64'101, service_user = 64'102, stranger = 64'103;
constexpr gid_t their_group = 64'100, other_group = 64'109;

std::string refusal(const Folder& folder) {
    const auto opened = Service::open(folder);
    return opened ? "opened" : opened.failure().sentence;
}

/// In a process of this user, who is in these groups: its exit code.
int as(uid_t user, gid_t group, const std::function<int()>& work) {
    Child child([&] {
        if (setgroups(1, &group) != 0 || setgid(other_group) != 0 || setuid(user) != 0) _exit(99);
        umask(0077);
        _exit(work());
    });
    return child.wait_for();
}

mode_t rights(const Folder& file) {
    struct stat found {};
    REQUIRE(lstat(file.c_str(), &found) == 0);
    return found.st_mode & 07777;
}

}  // namespace

TEST_CASE("what is made in a shared folder is the group's, whatever the umask; in a private one it is the owner's") {
    Scratch scratch;
    bool is_shared = false;
    SUBCASE("shared") {
        is_shared = true;
        REQUIRE(chmod(scratch.folder.c_str(), 02770) == 0);
    }
    SUBCASE("private") {}
    Screen screen = std::move(*Screen::open(scratch.folder));
    Service service = std::move(*Service::open(scratch.folder));
    REQUIRE(screen.put({{1, Kind::call, 1}, "x"}));
    for (const char* file : {"mailbox.db", "mailbox.db-wal", "mailbox.db-shm", "screen.sock", "service.sock"})
        CHECK_MESSAGE(rights(scratch.folder / file) == (is_shared ? 0660 : 0600), file);
}

TEST_CASE("a folder is shared on purpose or not at all") {
    Scratch scratch;
    const auto at = scratch.folder.string();
    SUBCASE("a group may write, but nobody said that it should") {
        REQUIRE(chmod(at.c_str(), 0770) == 0);
        CHECK(refusal(at) ==
              "The state folder " + at + " can be read by others. Make it private: chmod 700 " + at + ".");
    }
    SUBCASE("everybody may look into a shared one") {
        REQUIRE(chmod(at.c_str(), 02775) == 0);
        CHECK(refusal(at) ==
              "The state folder " + at + " can be read by others. Make it private: chmod o= " + at + ".");
    }
}

TEST_CASE("two users of a group work from one mailbox, and nobody else does") {
    Scratch scratch;
    if (getuid() != 0) {
        MESSAGE("skipped: only root can be other users");
        return;
    }
    const Folder box = scratch.folder / "mailbox";
    REQUIRE(chmod(scratch.folder.c_str(), 0755) == 0);
    REQUIRE(mkdir(box.c_str(), 0700) == 0);
    REQUIRE(chown(box.c_str(), service_user, their_group) == 0);
    REQUIRE(chmod(box.c_str(), 02770) == 0);
    for (int round = 1; round <= 2; ++round) {  // whoever comes first makes the files
        CHECK(as(screen_user, their_group, [&] {
                  auto screen = Screen::open(box);
                  return screen && screen->put({{1, Kind::call, round}, "from the glass"}) ? 0 : 1;
              }) == 0);
        CHECK(as(service_user, their_group, [&] {
                  auto service = Service::open(box);
                  if (!service) return 1;
                  const auto left = service->unfinished();
                  return left && service->publish({{Fact::name, "told"}}) ? 0 : 2;
              }) == 0);
    }
    CHECK(as(stranger, other_group, [&] {
              return refusal(box) == "The state folder " + box.string() +
                                         " belongs to another user. Run kiosk as that user, or name another folder."
                         ? 0
                         : 1;
          }) == 0);
    CHECK(value_of(look(box)->service, Fact::name) == "told");
    CHECK(refusal(box).find("belongs to another user") != std::string::npos);  // not even root's
}

TEST_CASE("books of the service in a shared state folder are out of the screen's reach") {
    Scratch scratch;
    if (getuid() != 0) {
        MESSAGE("skipped: only root can be other users");
        return;
    }
    const Folder state = scratch.folder / "state";
    REQUIRE(chmod(scratch.folder.c_str(), 0755) == 0);
    REQUIRE(mkdir(state.c_str(), 0700) == 0);
    REQUIRE(chown(state.c_str(), service_user, their_group) == 0);
    REQUIRE(chmod(state.c_str(), 02750) == 0);
    CHECK(as(service_user, their_group, [&] {
              if (!make_folder(state, Purpose::pass) || !make_folder(state / "books")) return 1;
              std::ofstream(state / "books/calls.sqlite") << "a reason";
              return 0;
          }) == 0);
    CHECK(as(screen_user, their_group, [&] {
              if (!make_folder(state, Purpose::pass)) return 1;
              if (access((state / "books").c_str(), R_OK) == 0 || access((state / "books").c_str(), X_OK) == 0)
                  return 2;
              return std::ifstream(state / "books/calls.sqlite") ? 3 : 0;
          }) == 0);
}
