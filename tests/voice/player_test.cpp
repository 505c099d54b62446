// SPDX-License-Identifier: Apache-2.0
// The real player over real OpenAL: a machine without sound, one whose sound goes nowhere, one whose sound is a file.
#include "voice/voice.hpp"

#include "apart.hpp"

#include <doctest/doctest.h>
#include <poll.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>
#include <vector>

using namespace kiosk;
using namespace kiosk::voice;
namespace fs = std::filesystem;

namespace {

constexpr const char* question = "Do your arms or legs feel weak or numb?";

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point then) {
    return std::chrono::duration<double, std::milli>(Clock::now() - then).count();
}

/// Until it is no longer being made, nor sounding; nobody waits for longer than a minute.
Saying heard_out(Voice& voice) {
    for (const auto begun = Clock::now(); milliseconds_since(begun) < 60'000;) {
        const auto is = voice.look();
        if (is != Saying::being_made && is != Saying::sounding) return is;
        pollfd bell{voice.descriptor(), POLLIN, 0};
        poll(&bell, 1, is == Saying::sounding ? static_cast<int>(voice.left().value_or(Duration{0}).count()) : 10'000);
    }
    return Saying::lost;
}

Saying begun(Voice& voice) {
    while (voice.look() == Saying::being_made) {
        pollfd bell{voice.descriptor(), POLLIN, 0};
        poll(&bell, 1, 10'000);
    }
    return voice.look();
}

/// A folder of its own that is gone with it.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("kiosk-voice-" + std::to_string(getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    std::string file(const std::string& name) const { return (path / name).string(); }
};

/// OpenAL writes what it would play into the folder's cap.wav.
std::string captured_into(const Folder& folder) {
    std::ofstream(folder.file("alsoft.conf")) << "drivers=wave\nsample-type=int16\nchannels=mono\nfrequency=22050\n"
                                              << "[wave]\nfile=" << folder.file("cap.wav") << '\n';
    return folder.file("alsoft.conf");
}

std::vector<std::int16_t> samples_in(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream all;
    all << file.rdbuf();
    const std::string bytes = all.str();
    const auto at = bytes.find("data");
    REQUIRE(at != std::string::npos);
    std::vector<std::int16_t> samples((bytes.size() - at - 8) / 2);
    std::memcpy(samples.data(), bytes.data() + at + 8, samples.size() * 2);
    return samples;
}

/// Milliseconds from the first sound to the last.
Duration heard(const std::vector<std::int16_t>& samples) {
    const auto loud = [](std::int16_t s) { return std::abs(static_cast<int>(s)) > 60; };
    const auto first = std::find_if(samples.begin(), samples.end(), loud);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), loud);
    if (first == samples.end()) return Duration{0};
    return Duration{(last.base() - first) * 1'000 / 22'050};
}

int loudest(const std::vector<std::int16_t>& samples) {
    int most = 0;
    for (const auto s : samples) most = std::max(most, std::abs(static_cast<int>(s)));
    return most;
}

}  // namespace

TEST_CASE("a machine without sound says so in a sentence") {
    const int said = apart("ALSOFT_DRIVERS", "nothing", [] {
        const auto player = Player::open();
        if (player) return 1;
        return player.failure().sentence ==
                       "This machine has no sound. Plug in a loudspeaker or headphones: the kiosk finds it by itself."
                   ? 0
                   : 2;
    });
    CHECK(said == 0);
}

TEST_CASE("a machine without espeak-ng has no voice") {
    const int said = apart("ALSOFT_DRIVERS", "null", [] {
        const auto voice = Voice::open({"en"}, espeak_ng("espeak-ng-is-not-here"));
        return !voice && voice.failure().sentence.find("Install the package espeak-ng.") != std::string::npos ? 0 : 1;
    });
    CHECK(said == 0);
}

TEST_CASE("a language that is not spoken silences no other") {
    const int said = apart("ALSOFT_DRIVERS", "null", [] {
        const auto voice = Voice::open({"en", "tlh-none", "es"});
        if (!voice) return 1;
        if (!(*voice)->speaks("en") || !(*voice)->speaks("es") || (*voice)->speaks("tlh-none")) return 2;
        if ((*voice)->gaps() !=
            "not in \"tlh-none\": espeak-ng does not speak the language \"tlh-none\". There is no Listen key in it. "
            "See `espeak-ng --voices`: a newer one may have it.")
            return 3;
        const auto all = Voice::open({"en", "es"});
        if (!all || !(*all)->gaps().empty()) return 4;
        return Voice::open({"tlh-none"}) ? 5 : 0;
    });
    CHECK(said == 0);
}

TEST_CASE("it stops within ten milliseconds, and says the next thing") {
    const int said = apart("ALSOFT_DRIVERS", "null", [] {
        auto voice = Voice::open({"en"});
        if (!voice) return 1;
        (*voice)->say({question, "en"}, 1);
        if (begun(**voice) != Saying::sounding) return 2;
        const auto asked = Clock::now();
        (*voice)->hush();
        if ((*voice)->look() != Saying::nothing || milliseconds_since(asked) > 10) return 3;
        (*voice)->say({"Yes", "en"}, 1);
        if (heard_out(**voice) != Saying::ended) return 4;
        (*voice)->say({"Yes", "tlh-none"}, 1);  // nobody can speak it
        return heard_out(**voice) == Saying::ended ? 0 : 5;
    });
    CHECK(said == 0);
}

TEST_CASE("hushed while it is made, it never begins") {
    const int said = apart("ALSOFT_DRIVERS", "null", [] {
        auto voice = Voice::open({"en"});
        if (!voice) return 1;
        (*voice)->say({question, "en"}, 1);
        (*voice)->hush();
        pollfd bell{(*voice)->descriptor(), POLLIN, 0};
        if (poll(&bell, 1, 10'000) != 1) return 2;  // it is made now
        return (*voice)->look() == Saying::nothing && !(*voice)->left() ? 0 : 3;
    });
    CHECK(said == 0);
}

TEST_CASE("what is heard is what was said, for as long as it takes") {
    const Folder folder;
    const auto settings = captured_into(folder);
    const auto alone = espeak_ng()->speak({question, "en"});
    REQUIRE(alone);
    const int said = apart("ALSOFT_CONF", settings.c_str(), [] {
        auto voice = Voice::open({"en"});
        if (!voice) return 1;
        (*voice)->say({question, "en"}, 1);
        return heard_out(**voice) == Saying::ended ? 0 : 2;
    });
    REQUIRE(said == 0);
    const auto captured = samples_in(folder.file("cap.wav"));
    const auto words = heard(alone->samples);
    CHECK(heard(captured) > words - Duration{120});
    CHECK(heard(captured) < words + Duration{250});
    CHECK(loudest(captured) > 3'000);
}

TEST_CASE("quieter is quieter") {
    const Folder folder;
    const auto settings = captured_into(folder);
    const auto alone = espeak_ng()->speak({"Yes", "en"});
    REQUIRE(alone);
    const int said = apart("ALSOFT_CONF", settings.c_str(), [] {
        auto voice = Voice::open({"en"});
        if (!voice) return 1;
        (*voice)->say({"Yes", "en"}, 0.25);
        return heard_out(**voice) == Saying::ended ? 0 : 2;
    });
    REQUIRE(said == 0);
    const double share = static_cast<double>(loudest(samples_in(folder.file("cap.wav")))) / loudest(alone->samples);
    CHECK(share > 0.2);
    CHECK(share < 0.3);
}

TEST_CASE("a recorded file is played instead of the engine's voice; one that is none is not missed") {
    const Folder folder;
    const auto settings = captured_into(folder);
    // Half a second of a tone that no voice makes, as a WAV file: SFML reads it by what it holds.
    std::string file("RIFF\0\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x22\x56\0\0\x44\xac\0\0\x02\0\x10\0data\x2a\x56\0\0",
                     44);
    for (int i = 0; i < 11'025; ++i) {
        const int sample = i / 25 % 2 == 0 ? 20'000 : -20'000;
        file += static_cast<char>(sample & 0xff);
        file += static_cast<char>(sample >> 8 & 0xff);
    }
    const int said = apart("ALSOFT_CONF", settings.c_str(), [&] {
        auto voice = Voice::open({"en"});
        if (!voice) return 1;
        (*voice)->say({question, "en", Speed::normal, std::make_shared<const std::string>(file)}, 1);
        return heard_out(**voice) == Saying::ended ? 0 : 2;
    });
    REQUIRE(said == 0);
    const auto captured = samples_in(folder.file("cap.wav"));
    CHECK(heard(captured) > Duration{400});
    CHECK(heard(captured) < Duration{650});
    CHECK(loudest(captured) > 19'000);

    const auto engine = espeak_ng();
    const auto spoken =
        sound_of({"Yes", "en", Speed::normal, std::make_shared<const std::string>("no sound")}, *engine);
    REQUIRE(spoken);
    CHECK(spoken->length() > Duration{200});
}

TEST_CASE("what was prepared sounds at once") {
    const int said = apart("ALSOFT_DRIVERS", "null", [] {
        auto voice = Voice::open({"en"});
        if (!voice) return 1;
        (*voice)->say({"Yes", "en"}, 1);
        (*voice)->prepare({"No", "en"});
        if (heard_out(**voice) != Saying::ended) return 2;
        (*voice)->say({"No", "en"}, 1);
        return (*voice)->left() ? 0 : 3;
    });
    CHECK(said == 0);
}

namespace {

/// Counts what it is asked for; speaks one of a kind after the other for as long as it should.
struct Counting : Engine {
    explicit Counting(int& spoken, std::chrono::milliseconds each = {}) : m_spoken(spoken), m_each(each) {}
    Result<Sound> speak(const Utterance&) override {
        std::this_thread::sleep_for(m_each);
        return ++m_spoken, Sound{std::vector<std::int16_t>(220), 22'050, 1};
    }
    int& m_spoken;
    std::chrono::milliseconds m_each;
};

struct Dumb : Engine {
    Result<Sound> speak(const Utterance& what) override {
        if (what.text == "1") return Sound{std::vector<std::int16_t>(220), 22'050, 1};
        return Failure{"Nobody speaks it."};
    }
};

}  // namespace

TEST_CASE("nothing of what was said stays when somebody has left") {
    const int said = apart("ALSOFT_DRIVERS", "null", [] {
        int times = 0;
        const std::shared_ptr<Player> player(std::move(*Player::open()));
        Workshop workshop(player, std::make_unique<Counting>(times));
        const auto is_made = [&](const Utterance& what) {
            workshop.want(what);
            pollfd bell{workshop.descriptor(), POLLIN, 0};
            while (!workshop.made(what)) poll(&bell, 1, 1'000);
            workshop.quiet();
        };
        is_made({"Yes", "en"});
        is_made({"Yes", "en"});
        if (times != 1 || !player->is_awake()) return 1;
        workshop.clear();
        if (workshop.made({"Yes", "en"})) return 2;
        for (const auto begun = Clock::now(); player->is_awake();)
            if (milliseconds_since(begun) > 10'000) return 3;
        is_made({"Yes", "en"});
        return times == 2 ? 0 : 4;
    });
    CHECK(said == 0);
}

TEST_CASE("nobody waits for a voice that hangs, neither who asks nor who leaves") {
    const int said = apart("ALSOFT_DRIVERS", "null", [] {
        int times = 0;
        const auto begun = Clock::now();
        {
            Voice voice(std::move(*Player::open()), std::make_unique<Counting>(times, std::chrono::seconds(30)));
            voice.say({"Yes", "en"}, 1);
            if (voice.look() != Saying::being_made) return 1;
            voice.hush();
        }
        return milliseconds_since(begun) < 10'000 ? 0 : 2;
    });
    CHECK(said == 0);
}

TEST_CASE("what nobody speaks is passed over; where nothing is spoken any more, the voice is lost and says why") {
    const int said = apart("ALSOFT_DRIVERS", "null", [] {
        auto voice = Voice::open({"en"}, std::make_unique<Dumb>());
        if (!voice) return 1;
        for (int i = 0; i < 2; ++i) {
            (*voice)->say({"Yes", "en"}, 1);
            if (heard_out(**voice) != Saying::ended) return 2;
        }
        (*voice)->say({"Yes", "en"}, 1);
        return heard_out(**voice) == Saying::lost && (*voice)->trouble() == "Nobody speaks it." ? 0 : 3;
    });
    CHECK(said == 0);
}
