// SPDX-License-Identifier: Apache-2.0
// What is read aloud is what stands on the glass: every word and every key of every screen.
#include "views/speech.hpp"

#include "glass_words.hpp"
#include "golden.hpp"
#include "shipped_content.hpp"

#include <algorithm>
#include <set>
#include <sstream>

using namespace kiosk;
using glass::letters, glass::words_of;
using visit::Sound;

namespace {

std::string joined(const views::Script& script) {
    std::string all;
    for (const auto& sentence : script) all += letters(sentence.text);
    return all;
}

/// What stands on the glass and is not said; empty: everything is.
std::string unsaid(const content::Content& content, views::Shown shown, Size size, const page::Style& style) {
    shown.visit.around.sound = Sound::headphones;
    const auto sheet = page::lay_out(views::compose(content, shown.visit, shown.now).page, size, style);
    const auto script = views::speech(content, shown.visit, sheet);
    const auto said = joined(script);
    std::string missing;
    std::istringstream lines(page::describe(sheet));
    for (std::string line; std::getline(lines, line);)
        if (said.find(letters(words_of(line))) == std::string::npos) missing += line + '\n';
    for (const auto& target : sheet.targets)
        if (said.find(letters(target.spoken.empty() ? target.label : target.spoken)) == std::string::npos)
            missing += "key " + target.label + '\n';
    for (const auto& sentence : script)
        if (sentence.text.empty() || sentence.language.empty()) missing += "a sentence of nothing\n";
    return missing;
}

views::Script script_of(const std::string& name, Sound sound, bool listening = false) {
    auto shown = shipped::screen(name);
    shown.visit.around.sound = sound;
    if (listening) shown.visit.listening.is = visit::Listening::Is::reading;
    const auto& content = shipped::content();
    const auto sheet =
        page::lay_out(views::compose(content, shown.visit, shown.now).page, {1080, 1920}, shipped::style());
    return views::speech(content, shown.visit, sheet);
}

std::string text_of(const views::Script& script) {
    std::string text;
    for (const auto& sentence : script) text += sentence.text + '\n';
    return text;
}

}  // namespace

TEST_CASE("every word and every key of every screen is said") {
    for (const auto& shown : shipped::gallery()) {
        CAPTURE(shown.name);
        CHECK(unsaid(shipped::content(), shown, {1080, 1920}, shipped::style()) == "");
    }
}

TEST_CASE("long: and in every language that is shipped, upright and across" * doctest::skip()) {
    const auto& content = shipped::in_all_languages();
    const auto& style = shipped::style();
    for (auto shown : views::screens(content))
        for (std::size_t language = 0; language < content.languages.size(); ++language)
            for (const auto size : {Size{1080, 1920}, Size{1920, 1080}}) {
                CAPTURE(shown.name);
                CAPTURE(content.languages[language].code);
                CAPTURE(size.width);
                shown.visit.look.language = {language};
                CHECK(unsaid(content, shown, size, style) == "");
            }
}

TEST_CASE("title, texts, keys, help, access keys, and the header last") {
    CHECK(text_of(script_of("04-question-chest-ticked", Sound::loudspeaker)) ==
          golden::kept("views", "speech-question.txt",
                       text_of(script_of("04-question-chest-ticked", Sound::loudspeaker))));
    const auto listening = text_of(script_of("12d-listening", Sound::loudspeaker, true));
    for (const char* key : {"\nRepeat\n", "\nSlower\n", "\nStop\n", "\nQuieter\n", "\nLouder\n"})
        CHECK_MESSAGE(listening.find(key) != std::string::npos, key);
    CHECK(listening.find("Text size") == std::string::npos);
}

TEST_CASE("a number to dial is said digit by digit, any other as it is") {
    CHECK(text_of(script_of("05-no-desk", Sound::loudspeaker)).find("9 1 1") != std::string::npos);
    auto oils = shipped::screen("09-reading-essential-oils");
    std::string all;
    for (int page = 0; page < 11; ++page) {
        const auto shown = views::turned(shipped::content(), oils, page);
        const auto composed = views::compose(shipped::content(), shown.visit, shown.now);
        const auto sheet = page::lay_out(composed.page, {1080, 1920}, shipped::style());
        all += text_of(views::speech(shipped::content(), shown.visit, sheet));
    }
    CHECK(all.find("1, 8 0 0, 2 2 2, 1 2 2 2") != std::string::npos);
    CHECK(text_of(script_of("03-safety-intro", Sound::loudspeaker)).find("19 ") != std::string::npos);
}

TEST_CASE("the word for help is said in each language's own voice; who begins by keys is told what they do") {
    std::set<std::string> voices;
    for (const auto& sentence : script_of("01-welcome", Sound::loudspeaker)) {
        voices.insert(sentence.language);
        CHECK_MESSAGE(sentence.text.find("·") == std::string::npos, sentence.text);
    }
    CHECK(voices.size() == shipped::content().languages.size());
    CHECK(text_of(script_of("01-welcome", Sound::loudspeaker)).find("OK chooses") == std::string::npos);
    auto shown = shipped::screen("01-welcome");
    shown.visit.around.sound = Sound::loudspeaker;
    shown.visit.focus = visit::focus::Text{};
    const auto screen = views::compose(shipped::content(), shown.visit, shown.now);
    const auto sheet = page::lay_out(screen.page, {1080, 1920}, shipped::style());
    CHECK(text_of(views::speech_of_stop(shipped::content(), shown.visit, screen, sheet, 0)).find("OK chooses") !=
          std::string::npos);
}

TEST_CASE("states are said, not only seen") {
    const auto says = [](const std::string& name, const std::string& words) {
        return text_of(script_of(name, Sound::loudspeaker)).find(words) != std::string::npos;
    };
    CHECK(says("04-question-chest-ticked", "\nTicked\n"));
    CHECK(!says("04-question-chest", "\nTicked\n"));
    CHECK(says("04-question-chest", "\nNot ticked\n"));
    CHECK(says("12a-text-size", "\nChosen\n"));
    CHECK(says("09-reading-stretches", "Previous\nNot in use here\n"));
    CHECK(says("04-question-chest", "Picture\n"));
}

TEST_CASE("a private question is not said on a loudspeaker, nor why it is asked; on headphones it is") {
    const auto& content = shipped::content();
    int seen = 0;
    for (const auto& shown : shipped::gallery()) {
        const auto* asking = std::get_if<visit::place::Asking>(&shown.visit.place);
        if (!asking || !content[*shown.visit.topic][asking->question].is_private) continue;
        const bool shows_it = shown.visit.overlay.index() < 2;
        if (!shows_it) continue;
        ++seen;
        CAPTURE(shown.name);
        auto heard = shown;
        const auto said = [&](Sound sound) {
            heard.visit.around.sound = sound;
            const auto sheet =
                page::lay_out(views::compose(content, heard.visit, heard.now).page, {1080, 1920}, shipped::style());
            return text_of(views::speech(content, heard.visit, sheet));
        };
        const auto& question = content[*shown.visit.topic][asking->question];
        const auto loud = said(Sound::loudspeaker), alone = said(Sound::headphones);
        CHECK(loud.starts_with("This page is private.\n"));
        CHECK(loud.find("I need help now") != std::string::npos);
        CHECK(loud.find(question.ask({}).substr(0, 12)) == std::string::npos);
        for (const auto sign : question.signs)
            if (const auto& label = content[*shown.visit.topic][sign].label({}); !label.empty())
                CHECK(loud.find(label) == std::string::npos);
        CHECK(alone.find("This page is private.") == std::string::npos);
        CHECK(alone != loud);
    }
    CHECK(seen > 2);
}

TEST_CASE("the sentence that is read is marked; what stands nowhere marks nothing") {
    const auto& content = shipped::content();
    const auto& shown = shipped::screen("12d-listening");
    const auto sheet =
        page::lay_out(views::compose(content, shown.visit, shown.now).page, {1080, 1920}, shipped::style());
    const auto script = views::speech(content, shown.visit, sheet);
    const auto at = views::read_now(script, shown.visit);
    REQUIRE(at);
    Pixels plain, marked;
    page::paint(sheet, shipped::style(), plain);
    page::paint(views::with_mark(sheet, at), shipped::style(), marked);
    CHECK(plain != marked);
    CHECK(page::describe(views::with_mark(sheet, at)) == page::describe(sheet));
    auto silent = shown.visit;
    silent.listening.is = visit::Listening::Is::waiting;
    CHECK(!views::read_now(script, silent));
    silent.listening.is = visit::Listening::Is::reading;
    silent.listening.sentence = static_cast<int>(script.size());
    CHECK(!views::read_now(script, silent));
}

TEST_CASE("a recorded text is one piece in its own voice, whatever sentences it has; a stop alone says where it is") {
    auto content = shipped::content();
    auto shown = shipped::screen("12d-listening");
    const auto sheet =
        page::lay_out(views::compose(content, shown.visit, shown.now).page, {1080, 1920}, shipped::style());
    const auto& question = content[*shown.visit.topic][std::get<visit::place::Asking>(shown.visit.place).question];
    const auto file = std::make_shared<const std::string>("a sound");
    content.recordings.resize(1);
    content.recordings[0][question.ask({})] = {file};
    const auto script = views::speech(content, shown.visit, sheet);
    const auto recorded = [](const views::Sentence& sentence) { return sentence.recording != nullptr; };
    REQUIRE(std::count_if(script.begin(), script.end(), recorded) == 1);
    CHECK(std::find_if(script.begin(), script.end(), recorded)->text == question.ask({}));

    const auto last = page::stops(sheet).size();
    const auto screen = views::compose(content, shown.visit, shown.now);
    CHECK(views::speech_of_stop(content, shown.visit, screen, sheet, last).empty());
    const auto stop = views::speech_of_stop(content, shown.visit, screen, sheet, last - 1);
    CHECK(stop.back().text == std::to_string(last) + " of " + std::to_string(last));
    CHECK(stop.front().text == "Louder");
}
