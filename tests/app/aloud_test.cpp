// SPDX-License-Identifier: Apache-2.0
// A machine whose sound comes and goes.
#include "app/aloud.hpp"

#include "voice/apart.hpp"

#include <doctest/doctest.h>
#include <poll.h>

#include <atomic>

using namespace kiosk;
using app::Aloud;

namespace {

void wait_for(const Aloud& aloud) {
    pollfd bell{aloud.descriptor(), POLLIN, 0};
    REQUIRE(poll(&bell, 1, 10'000) == 1);
}

struct English : voice::Engine {
    Result<voice::Sound> speak(const voice::Utterance& what) override {
        if (what.language == "en") return voice::Sound{std::vector<std::int16_t>(220), 22'050, 1};
        return Failure{"Only English."};
    }
};

}  // namespace

TEST_CASE("where there is no sound it is tried again, ever more seldom, and staff are told why") {
    std::atomic<int> tries = 0;
    Aloud aloud([&tries] { return ++tries, Aloud::Opened(Failure{"No loudspeaker."}); }, visit::Sound::loudspeaker);
    const Instant begin{1'000'000};
    wait_for(aloud);
    CHECK(aloud.collect(begin).empty());
    CHECK(aloud.trouble() == "No loudspeaker.");
    CHECK(aloud.condition() == "No loudspeaker.");
    CHECK(aloud.collect(begin + Duration{59'999}).empty());
    CHECK(tries == 1);
    aloud.collect(begin + Duration{60'000});
    wait_for(aloud);
    CHECK(tries == 2);
    aloud.collect(begin + Duration{60'001});
    CHECK(aloud.trouble() == "No loudspeaker.");
    aloud.collect(begin + Duration{180'000});
    CHECK(tries == 2);
    aloud.collect(begin + Duration{180'001});
    wait_for(aloud);
    CHECK(tries == 3);
}

TEST_CASE("only a visit in a language that is spoken is told of sound; staff are told which is not") {
    const int said = apart("ALSOFT_DRIVERS", "null", [] {
        Aloud aloud(
            [] {
                return voice::Voice::open({"en", "ti"}, std::make_unique<English>());
            },
            visit::Sound::headphones);
        auto visit = visit::fresh({1}, {}, {1'000'000});
        if (aloud.changed(visit, "en")) return 1;
        while (aloud.condition().empty()) {
            wait_for(aloud);
            aloud.collect({1'000'000});
        }
        const auto there = aloud.changed(visit, "en");
        if (!there || there->sound != visit::Sound::headphones || aloud.changed(visit, "ti")) return 2;
        visit.around.sound = there->sound;
        const auto gone = aloud.changed(visit, "ti");
        if (!gone || gone->sound != visit::Sound::none || aloud.changed(visit, "en")) return 3;
        return aloud.condition().starts_with("ready, but not in \"ti\": Only English. ") ? 0 : 4;
    });
    CHECK(said == 0);
}

TEST_CASE("nobody waits for a device that never answers") {
    std::promise<void> never;
    Aloud aloud(
        [answer = never.get_future().share()] {
            answer.wait();
            return Aloud::Opened(Failure{"too late"});
        },
        visit::Sound::loudspeaker);
    CHECK(aloud.collect({1'000'000}).empty());
    CHECK(aloud.trouble().empty());
    never.set_value();
    wait_for(aloud);
}
