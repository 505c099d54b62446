// SPDX-License-Identifier: Apache-2.0
// Bundles under a running kiosk: the newest accepted is on the glass, whether it was edited here or installed, and a
// restart changes nothing of that.
#include "app/files.hpp"
#include "fixtures/small.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

using namespace kiosk;
using namespace kiosk::test;
namespace fs = std::filesystem;

namespace {

constexpr Duration limit{150'000};  // take-in is niced, and a busy machine lets it wait

/// The small clinic on its way to this kiosk.
struct Bundles {
    Room room;
    fs::path folder = room.folder / "author";
    std::string own = room.folder / "etc";
    std::string key;

    Bundles() {
        fixtures::copy_small(folder);
        fixtures::copy_small(own);
        const auto made = kiosk("approve --make-key " + (folder / "key").string());
        key = made.substr(made.find("approval-key=") + 13, 64);
    }
    std::string kiosk(const std::string& words) const {
        return output_of(std::string(KIOSK_BINARY) + ' ' + words + " 2>&1");
    }
    std::string machine() const {
        return " --config " + room.folder / "machine.conf" + " --state " + room.folder / "state" + " --content " + own +
               "/content.xml";
    }
    static void rename(const fs::path& clinic, const std::string& from, const std::string& to) {
        auto text = *app::read_file((clinic / "content.xml").string()).text;
        text.replace(text.find(from), from.size(), to);
        std::ofstream(clinic / "content.xml") << text;
    }
    void pack(int number) const {
        const auto content = " --content " + (folder / "content.xml").string();
        kiosk("approve --by 'A. Name, family doctor'" + content);
        const auto said = kiosk("pack --number " + std::to_string(number) + " --key " + (folder / "key").string() +
                                " -o " + bundle() + content);
        REQUIRE_MESSAGE(said.find("version") != std::string::npos, said);
    }
    std::string bundle() const { return (folder / "clinic.kiosk").string(); }
    std::string install(const std::string& what) const {
        return kiosk("install " + what + " --bundle-key " + key + machine());
    }
    void start() {
        room.start({"--printer", "folder:" + room.folder / "paper", "--bundle-key", key}, own + "/content.xml");
        REQUIRE_MESSAGE(becomes("service: running"), room.log());
    }
    std::string status() const { return kiosk("status" + machine()); }
    bool becomes(const std::string& words) const {
        return until(limit, [&] { return says(status(), words); });
    }
};

}  // namespace

TEST_CASE("the newest accepted is on the glass: bundle, edit, the one before; also after a restart") {
    Bundles way;
    way.start();
    REQUIRE_MESSAGE(way.becomes("it came from: edited here, "), way.status());

    Bundles::rename(way.folder, "Small Clinic", "Bundle Clinic");
    way.pack(7);
    CHECK(says(way.install(way.bundle()), "Version 7 is installed."));
    REQUIRE_MESSAGE(way.becomes("it came from: bundle clinic.kiosk, version 7"), way.status());
    REQUIRE_MESSAGE(way.becomes("content on the disk: as it was; the bundle was installed later"), way.status());

    way.room.kiosk->kill(SIGTERM);
    REQUIRE(way.room.kiosk->ended(limit));
    way.start();
    REQUIRE_MESSAGE(way.becomes("it came from: bundle clinic.kiosk, version 7"), way.status());
    REQUIRE_MESSAGE(way.becomes("content on the disk: as it was; the bundle was installed later"), way.status());

    Bundles::rename(way.own, "Small Clinic", "Edited Clinic");
    REQUIRE_MESSAGE(way.becomes("it came from: edited here, "), way.status());
    CHECK(says(way.install("--previous"), "The version before is back"));
    REQUIRE_MESSAGE(way.becomes("it came from: bundle clinic.kiosk, version 7"), way.status());
    CHECK(fs::is_symlink(fs::path(way.room.folder / "state/content/current")));
}

TEST_CASE("a bundle that was changed on its way changes nothing on the glass") {
    Bundles way;
    way.start();
    REQUIRE_MESSAGE(way.becomes("it came from: edited here, "), way.status());
    way.pack(7);
    auto bytes = *app::read_file(way.bundle()).text;
    bytes.back() = '!';
    std::ofstream(way.bundle()) << bytes;
    CHECK(says(way.install(way.bundle()), "The bundle was damaged on its way"));
    CHECK(says(way.status(), "it came from: edited here, "));
}
