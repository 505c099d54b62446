// SPDX-License-Identifier: Apache-2.0
// A bundle: whole and signed, or nothing of it is used; and what a kiosk takes, refuses and goes back to.
#include "app/bundle.hpp"

#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/signing.hpp"
#include "app/updates.hpp"
#include "bundle_way.hpp"
#include "content/fingerprint.hpp"
#include "content/sign_off.hpp"
#include "told.hpp"

#include <doctest/doctest.h>

#include <sys/mman.h>

#include <atomic>
#include <random>

using namespace kiosk;
using namespace kiosk::app;

namespace {

/// Bytes with a right signature, whatever they are.
std::string signed_bundle(const std::string& head, const std::string& bytes, const std::string& key) {
    return head + "signature " + *sign(head, key) + "\n\n" + bytes;
}

std::string file_line(const std::string& path, const std::string& bytes) {
    return "file " + content::sha256(bytes) + ' ' + std::to_string(bytes.size()) + ' ' + path + '\n';
}

}  // namespace

TEST_CASE("a bundle is read as it was packed, and its head by a person") {
    const Way way;
    told([&] { return approve(way.machine, by_doctor()); }, Exit::fine);
    told([&] { return pack(way.machine, {.out = way.bundle, .key = way.key, .version = 7}); }, Exit::fine);
    const auto bytes = way.bytes();
    const auto bundle = read_bundle(bytes, way.kiosk.bundle_key);
    REQUIRE(bundle);
    CHECK(bundle->version == 7);
    CHECK(bundle->reading.root == "content.xml");
    CHECK(bundle->reading.approval == *read_file(way.file("approval.xml")).text);
    CHECK(bundle->reading.files.at("content.xml") == *read_file(way.file("content.xml")).text);
    CHECK(content::load(files_in(bundle->reading.files)).content->hash == bundle->reading.hash);
    CHECK(bytes.starts_with("clinic-kiosk-bundle 1\nversion 7\nroot content.xml\ncontent " + bundle->reading.hash +
                            "\nfile "));
    const auto signature = *sign(head_of(*bundle), way.key);
    CHECK(write_bundle(*bundle, signature) == bytes);
}

TEST_CASE("any byte changed, cut off or added: nothing of it is used") {
    const Way way;
    way.pack(7);
    const auto whole = way.bytes();
    const auto is_taken = [&](const std::string& bytes) {
        return static_cast<bool>(read_bundle(bytes, way.kiosk.bundle_key));
    };
    REQUIRE(is_taken(whole));
    std::mt19937 dice(20261130);
    const auto head = whole.find("\n\n") + 2;
    for (int i = 0; i < 600; ++i) {
        const auto end = i % 2 == 0 ? head : whole.size();
        const auto at = std::uniform_int_distribution<std::size_t>(0, end - 1)(dice);
        CAPTURE(at);
        auto changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ (1 << std::uniform_int_distribution<int>(0, 7)(dice)));
        // Hex may be written in either case: the same signature.
        if (std::tolower(changed[at]) != std::tolower(whole[at])) CHECK_FALSE(is_taken(changed));
        CHECK_FALSE(is_taken(whole.substr(0, at)));
    }
    CHECK_FALSE(is_taken(whole + ' '));
    CHECK_FALSE(is_taken({}));
    const auto another = *make_key(way.file("another"));
    CHECK_FALSE(read_bundle(whole, another));
    CHECK_FALSE(read_bundle(whole, {}));
}

TEST_CASE("also a signed head is read by its rules alone") {
    const Way way;
    const std::string start = "clinic-kiosk-bundle 1\nversion 7\nroot content.xml\ncontent abc\n";
    const auto is_taken = [&](const std::string& head, const std::string& bytes) {
        return static_cast<bool>(read_bundle(signed_bundle(head, bytes, way.key), way.kiosk.bundle_key));
    };
    CHECK(is_taken(start + file_line("content.xml", "a") + file_line("screens/voice/en/b.ogg", "b"), "ab"));
    for (const auto* path : {"../x", "/etc/passwd", "a/../../x", "./x", "a//b", "a/", "..", "a\\b", "a\tb"})
        CHECK_MESSAGE(!is_taken(start + file_line(path, "a"), "a"), path);
    CHECK_FALSE(is_taken(start + file_line("x", "a") + file_line("x", "a"), "aa"));
    CHECK_FALSE(is_taken(start + file_line("x", "a"), "aa"));
    CHECK_FALSE(is_taken(start + file_line("x", "ab"), "a"));
    CHECK_FALSE(is_taken(start, ""));
    for (const auto* version : {"0", "07", "-1", "7 ", "x", "1000000000000", "99999999999999999999"})
        CHECK_MESSAGE(!is_taken("clinic-kiosk-bundle 1\nversion " + std::string(version) +
                                    "\nroot content.xml\ncontent abc\n" + file_line("x", "a"),
                                "a"),
                      version);
    CHECK_FALSE(
        is_taken("clinic-kiosk-bundle 1\nversion 7\nroot a/content.xml\ncontent abc\n" + file_line("x", "a"), "a"));
    CHECK_FALSE(
        is_taken("clinic-kiosk-bundle 2\nversion 7\nroot content.xml\ncontent abc\n" + file_line("x", "a"), "a"));
}

TEST_CASE("pack: only what is approved and without an error") {
    const Way way;
    const auto packed = [&](Exit exit) {
        return told([&] { return pack(way.machine, {.out = way.bundle, .key = way.key, .version = 1}); }, exit);
    };
    CHECK(packed(Exit::content_problem).errors ==
          "kiosk: No kiosk takes a bundle that nobody approved. First: kiosk approve --by \"Name, role\"\n");
    told([&] { return approve(way.machine, by_doctor()); }, Exit::fine);
    const auto said = packed(Exit::fine).output;
    CHECK(said.starts_with(way.bundle + ": version 1, "));
    CHECK(said.find("approved by A. Name, family doctor") != std::string::npos);
    CHECK(said.ends_with("\nbundle-key=" + way.kiosk.bundle_key + "\n"));
    CHECK(told([&] { return pack(way.machine, {.out = way.bundle, .key = way.bundle, .version = 1}); }, Exit::world)
              .errors == "kiosk: " + public_part(way.bundle).failure().sentence + "\n");
    way.change("content.xml", "<topic ", "<topc ");
    CHECK(packed(Exit::content_problem)
              .errors.ends_with("kiosk: " + way.machine.content + " cannot be packed before this is mended.\n"));
    CHECK_MESSAGE(*read_file(way.bundle).text != "", "the one before is still there");
}

TEST_CASE("install: newer and approved, or a sentence that says why not; what was there stays") {
    Way way;
    way.pack(7);
    CHECK(way.install(Exit::fine).output ==
          "Version 7 is installed. Patients see it as soon as nobody is at the glass.\n");
    CHECK(way.shown() == "Small Clinic");
    CHECK(way.install(Exit::fine).output.starts_with("Version 7 is installed."));
    CHECK_MESSAGE(!LastGood(way.kiosk).last_edit(), "there are no files of staff's own here");
    way.kiosk.content = way.machine.content;
    way.install(Exit::fine);
    CHECK_MESSAGE(LastGood(way.kiosk).last_edit(), "what lies there is older than the bundle");

    const auto first = way.bytes();
    way.change("content.xml", "Small Clinic", "Second Clinic");
    way.pack(7);
    CHECK(way.install(Exit::content_problem).errors ==
          "kiosk: This kiosk has had version 7; version 7 is another with the same number. Pack it anew (kiosk pack), "
          "which gives it a higher one.\n");
    way.pack(8);
    way.install(Exit::fine);
    CHECK(way.shown() == "Second Clinic");
    std::ofstream(way.bundle) << first;
    CHECK(way.install(Exit::content_problem)
              .errors.starts_with("kiosk: This kiosk has had version 8; version 7 is older."));
    CHECK(told([&] { return install(way.kiosk, {.previous = true}); }, Exit::fine)
              .output.starts_with("The version before is back ("));
    CHECK(way.shown() == "Small Clinic");
    CHECK_MESSAGE(way.install(Exit::content_problem).errors != "", "going back lets nothing older in");

    way.kiosk.approval_key = *make_key(way.file("clinician"));
    way.pack(9);
    CHECK(way.install(Exit::content_problem).errors.find("is not signed") != std::string::npos);
    way.kiosk.approval_key.clear();
    way.kiosk.bundle_key = *make_key(way.file("another"));
    CHECK(way.install(Exit::content_problem).errors.starts_with("kiosk: The bundle is not signed by the one"));
    way.kiosk.bundle_key.clear();
    CHECK(way.install(Exit::content_problem).errors.starts_with("kiosk: This kiosk takes no bundles"));
    way.install(Exit::world, way.file("nothing.kiosk"));
    CHECK(way.shown() == "Small Clinic");
}

TEST_CASE("install: a signed content that is not fit for patients is refused with its problems") {
    const Way way;
    way.pack(7);
    auto bundle = *read_bundle(way.bytes(), way.kiosk.bundle_key);
    auto& xml = bundle.reading.files.at("content.xml");
    xml.replace(xml.find("<topic "), 7, "<topc ");
    std::ofstream(way.bundle) << write_bundle(bundle, *sign(head_of(bundle), way.key));
    const auto errors = way.install(Exit::content_problem).errors;
    CHECK(errors.find("content.xml:7: error: <kiosk> holds no <topc>") != std::string::npos);
    CHECK(errors.ends_with("kiosk: The content of this bundle has errors.\n"));
    CHECK(way.shown() == "nothing");
}

TEST_CASE("killed at any moment while installing, patients see one version or the other, whole") {
    const Way way;
    std::string bundles[2];
    for (std::uint64_t version : {1U, 2U}) {
        if (version == 2) way.change("content.xml", "Small Clinic", "Second Clinic");
        way.pack(version);
        bundles[version - 1] = way.bytes();
    }
    const auto first = *read_bundle(bundles[0], way.kiosk.bundle_key);
    const auto second = *read_bundle(bundles[1], way.kiosk.bundle_key);
    const LastGood last_good(way.kiosk);
    std::filesystem::create_directories(way.kiosk.state);
    REQUIRE(last_good.keep(first.reading, 1, "first"));
    auto& kept = *static_cast<std::atomic<std::uint64_t>*>(
        mmap(nullptr, sizeof(std::uint64_t), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
    for (int i = 0; i < 60; ++i) {
        const auto before = kept.load();
        Child child([&] {
            for (std::uint64_t version = before + 2;; ++version) {
                last_good.keep(version % 2 == 0 ? second.reading : first.reading, version, "one");
                last_good.sweep({});
                ++kept;
            }
        });
        // However slow the machine is, in every third the killed has come through once.
        while (i % 3 == 0 && kept == before) usleep(1'000);
        usleep(static_cast<useconds_t>(1'000 + 600 * i));
        child.kill_now();
        REQUIRE(way.shown() != "nothing");
        CHECK(last_good.newest_bundle() >= last_good.origin_of(*last_good.current())->bundle);
    }
    REQUIRE(last_good.go_back());
    CHECK(way.shown() != "nothing");
}
