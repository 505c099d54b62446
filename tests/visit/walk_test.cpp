// SPDX-License-Identifier: Apache-2.0
// Random walks over step: whatever anybody touches, whenever, no rule is ever broken.
#include "play.hpp"
#include "walker.hpp"

#include "content/load.hpp"
#include "proof/rules.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

using namespace kiosk;
using namespace kiosk::visit;

namespace {

/// What a walk came across: a walk that never gets anywhere shows nothing.
struct Seen {
    std::set<std::string> places, effects;
    std::set<std::size_t> overlays;
    std::set<CallState> calls;
    std::set<PrintStage> stages;
    std::set<Release> releases;

    void see(const Step& step) {
        places.insert(name_of(step.visit.place));
        overlays.insert(step.visit.overlay.index());
        for (const auto& effect : step.effects) effects.insert(name_of(effect));
        if (step.visit.call) calls.insert(step.visit.call->state);
        if (step.visit.job) stages.insert(step.visit.job->stage);
        releases.insert(step.visit.release);
    }
};

/// Time passes in the walk as it does in the house: whoever asked to be woken is woken on the way.
void walk(const content::Content& content, std::uint64_t seed, int steps, Seen& seen) {
    Walker walker(content, drawn_from(seed));
    Instant now{50'000'000};
    auto visit = fresh({1}, {PrinterKind::real, Desk::listens, true}, now);
    for (int i = 0; i < steps; ++i) {
        const auto until = now + walker.pause(visit, now);
        const auto due = wake_at(content, visit);
        const bool woken = due && *due <= until;
        now = woken ? std::max(now, *due) : until;
        const Event event = woken ? Event{event::Woken{}} : walker.next(visit);
        auto next = step(content, visit, event, now);
        INFO("seed ", seed, ", step ", i, ", at ", std::string(name_of(visit.place)), ", event ", event.index());
        REQUIRE(proof::broken_rule({content, visit, event, now, next}) == "");
        seen.see(next);
        visit = std::move(next.visit);
    }
}

content::Content everything_twice() {
    auto content = small_clinic::content_in_two_languages();
    content.topics.push_back(small_clinic::topic("neck"));
    return content;
}

content::FileText read_shipped(const std::string& path) {
    std::ifstream in(std::string(KIOSK_SOURCE) + '/' + path, std::ios::binary);
    if (!in) return {std::nullopt, "does not exist"};
    return {std::string(std::istreambuf_iterator<char>(in), {}), ""};
}

content::Content shipped() {
    auto loaded = content::load(read_shipped);
    for (const auto& problem : loaded.problems)
        if (problem.severity == Severity::error) MESSAGE(to_string(problem));
    REQUIRE_MESSAGE(loaded.content, "the shipped content does not load");
    return std::move(*loaded.content);
}

}  // namespace

TEST_CASE("100,000 random steps through the small clinic break no rule") {
    Seen seen;
    walk(small_clinic::content(), 1, 40'000, seen);
    walk(small_clinic::content_that_opens_with_note(), 2, 30'000, seen);
    walk(everything_twice(), 3, 30'000, seen);
    CHECK(seen.places.size() == std::variant_size_v<Place>);
    CHECK(seen.overlays.size() == std::variant_size_v<Overlay>);
    CHECK(seen.effects.size() == std::variant_size_v<Effect>);
    CHECK(seen.calls.size() == 7);
    CHECK(seen.stages.size() == 9);
    CHECK(seen.releases.size() == 3);
}

TEST_CASE("100,000 random steps through the shipped content break no rule") {
    Seen seen;
    walk(shipped(), 11, 100'000, seen);
    for (const auto* place : {"library", "see staff", "red page", "reading", "held back", "printing", "unfinished"})
        CHECK_MESSAGE(seen.places.contains(place), std::string(place));
    CHECK(seen.effects.size() == std::variant_size_v<Effect>);
}

// For the full rung: ctest runs it by name.
TEST_CASE("long: five million random steps break no rule" * doctest::skip()) {
    Seen seen;
    for (std::uint64_t seed = 100; seed < 150; ++seed) {
        walk(small_clinic::content(), seed + 1000, 20'000, seen);
        walk(small_clinic::content_that_opens_with_note(), seed + 2000, 15'000, seen);
        walk(everything_twice(), seed + 3000, 15'000, seen);
    }
    const auto content = shipped();
    for (std::uint64_t seed = 100; seed < 150; ++seed) walk(content, seed, 50'000, seen);
    CHECK(seen.places.size() == std::variant_size_v<Place>);
}
