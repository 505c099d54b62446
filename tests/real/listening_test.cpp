// SPDX-License-Identifier: Apache-2.0
// Reading aloud on the kiosk as it is installed: a real window, real touches, a real voice; its sound goes into a file.
#include "by_keys.hpp"
#include "voice/engine.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>

using namespace kiosk;
using namespace kiosk::test;
namespace action = kiosk::visit::action;
namespace event = kiosk::visit::event;

namespace {

constexpr Duration limit{20'000};

/// Of the environment of this process and of those it starts.
class Setting {
public:
    Setting(const char* name, const std::string& value) : m_name(name) { setenv(name, value.c_str(), 1); }
    ~Setting() { unsetenv(m_name); }
    Setting(const Setting&) = delete;
    Setting& operator=(const Setting&) = delete;

private:
    const char* m_name;
};

/// OpenAL writes what it would play into the folder.
std::string captured_into(const Folder& folder) {
    std::ofstream(folder / "alsoft.conf") << "drivers=wave\nsample-type=int16\nchannels=mono\nfrequency=22050\n"
                                          << "[wave]\nfile=" << folder / "heard.wav" << '\n';
    return folder / "alsoft.conf";
}

std::vector<std::int16_t> captured(const Folder& folder) {
    const std::string bytes = read_file(folder / "heard.wav");
    const auto at = bytes.find("data");
    if (at == std::string::npos || bytes.size() < at + 8) return {};
    std::vector<std::int16_t> samples((bytes.size() - at - 8) / 2);
    std::memcpy(samples.data(), bytes.data() + at + 8, samples.size() * 2);
    return samples;
}

/// How long it is louder than this, of sound at 22,050 samples a second.
Duration loud(std::span<const std::int16_t> samples, int than = 60) {
    constexpr std::size_t piece = 220;  // 10 ms
    std::int64_t pieces = 0;
    for (; samples.size() >= piece; samples = samples.subspan(piece))
        pieces += std::any_of(samples.begin(), samples.begin() + piece,
                              [&](std::int16_t sample) { return std::abs(static_cast<int>(sample)) > than; });
    return Duration{pieces * 10};
}

/// Who makes a visit by ear: presses Next as fast as a hand does, hears out where it came to, and presses OK.
struct ByEar {
    const Room& room;
    play::Player& player;
    std::unique_ptr<voice::Engine> engine = voice::espeak_ng();
    Duration should{0}, did{0};  ///< be heard of every fifth stop
    int stops = 0;

    /// How long these sentences are by themselves; the visit's usual volume is two steps of 6 dB below.
    Duration length(const views::Script& script) const {
        Duration all{0};
        for (const auto& sentence : script) {
            const auto sound = engine->speak({sentence.text, sentence.language});
            REQUIRE(sound);
            REQUIRE(sound->rate == 22'050);
            all += loud(sound->samples, 60 * 4);
        }
        return all;
    }
    /// Bytes.
    std::uintmax_t written() const { return std::filesystem::file_size(room.folder / "heard.wav"); }
    /// Of what began when so much was written, until it has been silent for a while.
    void measure(std::uintmax_t begin, const views::Script& script) {
        constexpr std::size_t a_while = 22'050 * 6 / 10;
        std::vector<std::int16_t> all;
        std::span<const std::int16_t> heard;
        REQUIRE(until(limit, [&] {
            const auto now = written();
            if (now < begin + 2 * a_while) return false;
            all = captured(room.folder);
            if (all.size() < a_while) return false;
            heard = std::span<const std::int16_t>(all).last(std::min<std::size_t>((now - begin) / 2, all.size()));
            return loud(heard) > Duration{0} && loud(heard.last(a_while)) == Duration{0};
        }));
        should += length(script);
        did += loud(heard);
    }
    void choose(const visit::Action& meant) {
        const auto is_there = [&] { return player.visit().focus == visit::Focus{visit::focus::Key{meant}}; };
        auto before = written();
        for (int most = 60; most > 0 && !is_there(); --most) {
            before = written();
            player.send(app::KeypadKey::next);
        }
        REQUIRE(is_there());
        const auto script = player.script();
        REQUIRE(!script.empty());
        fine(room, player.hear_out());
        if (stops++ % 5 == 0) measure(before, script);
        player.send(app::KeypadKey::ok);
    }
};

}  // namespace

TEST_CASE("Listen reads, marks the sentence, goes on to the next, and a touch silences it") {
    Room room;
    const Setting sound("ALSOFT_CONF", captured_into(room.folder));
    room.start();
    play::Player player(shipped(), visit::PrinterKind::none);
    fine(room, player.happens(event::SoundIs{visit::Sound::loudspeaker}));  // until the Listen key is there
    to_first_question(room, player);
    fine(room, player.tap(action::Listen{}));
    const auto first = player.expected();
    fine(room, player.happens(event::Said{player.visit().ticket, 1, 0, false}));
    CHECK_MESSAGE(!(player.expected() == first), "another sentence is marked");

    player.screen().press({540, 30});  // beside all keys
    fine(room, player.happens(event::Touched{}));
    player.screen().release();
    fine(room, player.tap(action::Listen{}));  // goes on where it was silenced
    fine(room, player.touch(player.key(action::SetVolume{3})));
    fine(room, player.tap(action::StopListening{}));
    REQUIRE(player.key(action::Listen{}) != nullptr);
    room.kiosk->kill(SIGTERM);
    REQUIRE(room.kiosk->ended(limit));
    CHECK(loud(captured(room.folder)) > Duration{600});
    CHECK(loud(captured(room.folder)) < Duration{30'000});
}

TEST_CASE("from welcome to a printed handout by six keys and sound alone") {
    Room room;
    const Setting sound("ALSOFT_CONF", captured_into(room.folder));
    room.start({"--headphones", "--printer", "folder:" + room.folder / "paper"});
    play::Player player(shipped(), visit::PrinterKind::demonstration);
    fine(room, player.happens(event::SoundIs{visit::Sound::headphones}));
    ByEar ear{room, player};
    const ByKeys keys{room, player, [&](const visit::Action& meant) { ear.choose(meant); }};
    keys.to_first_question();
    keys.answer_no();
    const auto handout = keys.read_a_handout();
    ear.choose(action::PrintThis{});
    const auto printed = room.folder / "paper/job-1.pdf";
    REQUIRE(until(limit, [&] { return std::filesystem::exists(printed); }));
    CHECK(says(output_of("pdftotext -layout " + printed + " -"), shipped()[{0}][handout].title({})));

    CHECK(ear.stops > 15);
    CHECK(ear.should > Duration{5'000});
    // Each may have the end of the stop before it in it.
    CHECK(ear.did > ear.should * 4 / 5);
    CHECK(ear.did < ear.should * 5 / 4);
}

TEST_CASE("a machine without sound shows no Listen key, and staff are told") {
    Room room;
    const Setting sound("ALSOFT_DRIVERS", "nothing");
    room.start();
    const Clinic clinic;
    CHECK(until(limit, [&] {
        return says(status(room, clinic), "reading aloud: This machine has no sound. Plug in a loudspeaker");
    }));
    CHECK(says(room.log(), "failed: this machine has no sound: nothing is read aloud; kiosk status says why"));
    play::Player player(shipped(), visit::PrinterKind::none);
    fine(room, player.see());
    CHECK(player.key(action::Listen{}) == nullptr);
}
