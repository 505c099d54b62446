// SPDX-License-Identifier: Apache-2.0
// The last good copy: whole or not there, whatever is killed or missing; and the shelf it is printed from.
#include "app/last_good.hpp"

#include "app/exhibit.hpp"
#include "app/shelf.hpp"
#include "app/take_in.hpp"
#include "fixtures/small.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>

using namespace kiosk;
using namespace kiosk::app;
namespace fs = std::filesystem;

namespace {

/// A small clinic as it was read, with this address.
Reading small_with(const std::string& address, std::string approval = {}) {
    Reading reading;
    reading.root = "content.xml";
    reading.approval = std::move(approval);
    const auto read = [&](const std::string& path) {
        auto file = fixtures::small_file(path);
        if (file.text && path == "content.xml") {
            const auto at = file.text->find("clinic=\"");
            REQUIRE(at != std::string::npos);
            file.text->insert(at + 8, address + " ");
        }
        if (file.text) reading.files[path] = *file.text;
        return file;
    };
    const auto loaded = content::load(read);
    REQUIRE(loaded.content);
    reading.hash = loaded.content->hash;
    return reading;
}

struct State {
    Scratch scratch;
    Machine machine;
    State() {
        machine.state = scratch.folder.string();
        machine.content = (scratch.folder / "source/content.xml").string();
    }
    LastGood copies() const { return LastGood(machine); }
    fs::path folder() const { return scratch.folder / "content"; }
};

}  // namespace

TEST_CASE("a copy is read back as it was kept, and only for the content.xml it is of") {
    State state;
    CHECK_FALSE(state.copies().current());
    CHECK_MESSAGE(!state.copies().go_back(), "before there is any folder");
    const auto a = small_with("A");
    const auto kept = state.copies().keep(a);
    REQUIRE(kept);
    CHECK(state.copies().current() == *kept);
    const auto content = state.copies().load(*kept, state.machine, "2026-11-23");
    REQUIRE(content);
    CHECK(content->hash == a.hash);
    CHECK_FALSE(content->sign_off);
    state.machine.content = "/elsewhere/content.xml";
    CHECK_FALSE(state.copies().current());
}

TEST_CASE("the one before stays until it is swept; what the glass shows is not swept") {
    State state;
    const auto a = small_with("A"), b = small_with("B"), c = small_with("C"), d = small_with("D");
    const auto copies = state.copies();
    const auto first = *copies.keep(a), second = *copies.keep(b), third = *copies.keep(c), fourth = *copies.keep(d);
    fs::create_directories(state.folder() / (b.hash + "-none.part"));
    CHECK(copies.load(first, state.machine, ""));
    copies.sweep({a.hash});
    CHECK(copies.edition_of(a.hash) == first);
    CHECK_FALSE(copies.edition_of(b.hash));
    CHECK_FALSE(fs::exists(state.folder() / second));
    CHECK_MESSAGE(copies.edition_of(c.hash) == third, "the one before");
    CHECK(copies.current() == fourth);
    CHECK_FALSE(fs::exists(state.folder() / (b.hash + "-none.part")));
}

TEST_CASE("a copy that was changed is not used, and is made anew") {
    State state;
    const auto a = small_with("A");
    const auto kept = *state.copies().keep(a);
    std::ofstream(state.folder() / kept / "content.xml", std::ios::app) << "<!-- -->";
    CHECK_FALSE(state.copies().load(kept, state.machine, ""));
    CHECK(*state.copies().keep(a) == kept);
    CHECK(state.copies().load(kept, state.machine, ""));
}

TEST_CASE("where no copy can be written, that is said, and nothing else happens") {
    State state;
    std::ofstream(state.folder()) << "in the way";
    const auto kept = state.copies().keep(small_with("A"));
    REQUIRE_FALSE(kept);
    CHECK(kept.failure().sentence.starts_with("No copy could be kept in " + state.folder().string() + ": "));
    CHECK_FALSE(state.copies().current());
}

TEST_CASE("content.xml is known by its name, also while it is not there") {
    State state;
    const auto kept = state.copies().keep(small_with("A"));
    REQUIRE(kept);
    state.machine.content = (state.scratch.folder / "source").string();
    CHECK(state.copies().current() == *kept);
    fs::create_directories(state.scratch.folder / "source/content.xml");
    state.machine.content += "/content.xml";
    CHECK(state.copies().current() == *kept);
}

TEST_CASE("what was withdrawn while it was made ready is not taken up") {
    State state;
    const auto a = small_with("A"), b = small_with("B"), c = small_with("C");
    const auto shown = state.copies().keep(a), withdrawn = state.copies().keep(b), newest = state.copies().keep(c);
    REQUIRE(shown);
    REQUIRE(withdrawn);
    REQUIRE(newest);
    constexpr const char* day = "2026-11-23";
    const Exhibit on_glass(*state.copies().load(*shown, state.machine, day), day);
    NextExhibit next(state.machine);
    next.look(*withdrawn, on_glass, day);
    std::unique_ptr<Exhibit> taken;
    for (int looks = 0; !taken && looks < 3'000; ++looks) {
        next.look(*newest, on_glass, day);
        taken = next.take();
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    REQUIRE(taken);
    CHECK(taken->content().hash == c.hash);
}

TEST_CASE("killed at any moment while copying, the last good content is whole") {
    State state;
    const Reading both[] = {small_with("A"), small_with("B")};
    REQUIRE(state.copies().keep(both[0]));
    for (int i = 0; i < 50; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            for (int turn = 1;; ++turn) {
                state.copies().keep(both[turn % 2]);
                state.copies().sweep({});
            }
        }
        usleep(static_cast<useconds_t>(1'000 + 700 * i));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        const auto now = state.copies().current();
        REQUIRE(now);
        REQUIRE(state.copies().load(*now, state.machine, ""));
    }
}

TEST_CASE("a change of a file is seen, its coming and going too") {
    Scratch scratch;
    const auto file = (scratch.folder / "a.xml").string();
    const auto absent = state_of({file});
    std::ofstream(file) << "one";
    const auto one = state_of({file});
    CHECK(one != absent);
    CHECK(state_of({file}) == one);
    fs::rename(file, file + "~");
    CHECK(state_of({file}) == absent);
    std::ofstream(file + ".new") << "two";
    fs::rename(file + ".new", file);
    CHECK(state_of({file}) != one);
}

TEST_CASE("findings survive their way through lines of text") {
    const Findings found{{"a b.xml", "c.xml"}, "state", "edition-1", {"a.xml:1: error: one (two)"}};
    const auto read = read_findings(write_findings(found));
    CHECK(read.files == found.files);
    CHECK(read.state == found.state);
    CHECK(read.edition == found.edition);
    CHECK(read.problems == found.problems);
}

TEST_CASE("the shelf has what is ready and what is on the glass, each as it holds today") {
    Shelf shelf;
    auto content = fixtures::small_clinic();
    auto& handout = content.topics[0].handouts[0];
    handout.review_by = "2026-11-23";
    handout.always_open = false;
    shelf.put(content);
    CHECK_FALSE(shelf.find(content.hash, "2026-11-23")->content.topics[0].handouts[0].expired);
    const auto held = shelf.find(content.hash, "2026-11-23");
    CHECK(shelf.find(content.hash, "2026-11-24")->content.topics[0].handouts[0].expired);
    shelf.keep_only({});
    CHECK(shelf.find(content.hash, "2026-11-24") == nullptr);
    CHECK(held->content.hash == content.hash);
}
