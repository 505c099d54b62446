// SPDX-License-Identifier: Apache-2.0
// The real espeak-ng, as a process.
#include "voice/engine.hpp"
#include "voice/wave.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

using namespace kiosk;
using namespace kiosk::voice;

namespace {

Duration length(const std::string& text, const std::string& language, Speed speed = Speed::normal) {
    const auto sound = espeak_ng()->speak({text, language, speed});
    REQUIRE_MESSAGE(sound, (sound ? "" : sound.failure().sentence));
    return sound->length();
}

int loudest(const Sound& sound) {
    int most = 0;
    for (const auto sample : sound.samples) most = std::max(most, std::abs(static_cast<int>(sample)));
    return most;
}

}  // namespace

TEST_CASE("espeak-ng speaks every language of the shipped content, for as long as the words take") {
    struct Row {
        const char *language, *text;
    };
    // Each is the question of the design's screen 04; a person reads it in one and a half to six seconds.
    const Row rows[] = {{"en", "Do your arms or legs feel weak or numb?"},
                        {"es", "¿Siente debilidad o adormecimiento en los brazos o las piernas?"},
                        {"vi", "Tay hoặc chân của quý vị có yếu hoặc tê không?"},
                        {"zh-Hans", "您的胳膊或腿感到无力或麻木吗？"},
                        {"ar", "هل تشعر بضعف أو خدر في ذراعيك أو ساقيك؟"}};
    for (const auto& row : rows) {
        CAPTURE(row.language);
        const auto sound = espeak_ng()->speak({row.text, row.language});
        REQUIRE(sound);
        CHECK(sound->rate == 22'050);
        CHECK(sound->channels == 1);
        CHECK(sound->length() > Duration{1'500});
        CHECK(sound->length() < Duration{6'000});
        CHECK(loudest(*sound) > 3'000);
        CHECK(length(std::string(row.text) + " " + row.text, row.language) > sound->length() * 3 / 2);
    }
}

TEST_CASE("Chinese is read as Chinese, not letter by letter in English") {
    CHECK(espeak_voice("zh-Hans") == "cmn-latn-pinyin");
    // Five syllables: 1.7 s; the voice "cmn" needs 2.5 s.
    CHECK(length("你哪里疼痛？", "zh-Hans") < Duration{2'100});
}

TEST_CASE("slower takes longer, faster less") {
    const std::string text = "Numb means you feel less than normal.";
    CHECK(length(text, "en", Speed::slow) > length(text, "en") * 12 / 10);
    CHECK(length(text, "en", Speed::fast) < length(text, "en") * 8 / 10);
}

TEST_CASE("words that look like options or commands are words") {
    CHECK(length("--help; $(reboot) `x` -v", "en") > Duration{1'000});
    CHECK(length("<speak>1 & 2</speak>", "en") > Duration{300});
}

TEST_CASE("what cannot be spoken is said in a sentence") {
    const auto nobody = espeak_ng()->speak({"a", "tlh-none"});
    REQUIRE(!nobody);
    CHECK(nobody.failure().sentence == "espeak-ng does not speak the language \"tlh-none\".");
    const auto missing = espeak_ng("espeak-ng-is-not-here")->speak({"a", "en"});
    REQUIRE(!missing);
    CHECK(missing.failure().sentence ==
          "What is on the screen is read aloud by espeak-ng, and it is not here. Install the package espeak-ng.");
    const auto silent = espeak_ng("true")->speak({"a", "en"});
    REQUIRE(!silent);
    CHECK(silent.failure().sentence == "espeak-ng gave no sound. Check what `espeak-ng --version` says.");
}

TEST_CASE("a WAV file is read as far as it goes") {
    using namespace std::string_literals;
    const std::string head =
        "RIFF\x24\xf0\xff\x7fWAVEfmt \x10\0\0\0\x01\0\x01\0\x22\x56\0\0\x44\xac\0\0\x02\0\x10\0data"s;
    const auto sound = read_wave(head + "\0\xf0\xff\x7f\x01\0\xff\xff"s);  // a length that nobody can know
    REQUIRE(sound);
    CHECK(*sound == Sound{{1, -1}, 22'050, 1});
    CHECK(!read_wave(""));
    CHECK(!read_wave("RIFF"));
    CHECK(!read_wave("RIFF    WAVE"));
    CHECK(!read_wave(head));
    CHECK(!read_wave(head + "\0\0\0\0"s));
    CHECK(!read_wave("RIFF    WAVEfmt \xff\xff\xff\xff\x01\0\x01\0\x22\x56\0\0\x44\xac\0\0\x02\0\x10\0data    ab"s));
}
