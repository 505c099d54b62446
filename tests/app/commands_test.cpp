// SPDX-License-Identifier: Apache-2.0
// Commands that are asked for what is not there: a sentence, and the documented exit code.
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/state.hpp"

#include "fixtures/small.hpp"
#include "mailbox/mailbox.hpp"
#include "mailbox/scratch.hpp"
#include "told.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>

using namespace kiosk::app;

namespace {

const Machine machine{.content = std::string(KIOSK_SOURCE) + "/content.xml"};

/// On standard error.
template <class Command>
std::string said(Command command, Exit expected) {
    return told(command, expected).errors;
}

}  // namespace

TEST_CASE("render of a screen that is not there lists those that are") {
    Scratch scratch;
    command::Render wanted;
    wanted.folder = scratch.folder;
    wanted.only = "no-such-screen";
    const auto text = said([&] { return render(machine, wanted); }, Exit::usage);
    CHECK(text.starts_with("kiosk: no screen has \"no-such-screen\" in its name. There are, and some with "));
    CHECK(text.find("\n  01-welcome") != std::string::npos);
    CHECK(std::filesystem::is_empty(scratch.folder));
}

TEST_CASE("render shows every screen in the language and the look that are asked for") {
    Scratch scratch;
    command::Render wanted;
    wanted.folder = scratch.folder;
    wanted.only = "06-see-staff-one";
    wanted.text = wanted.speech = true;
    wanted.language = "es";
    wanted.largest = wanted.contrast = true;
    told([&] { return render(machine, wanted); }, Exit::fine);
    const auto text_of = [&](const std::string& name) {
        return read_file((scratch.folder / name).string()).text.value_or("");
    };
    const std::string title = "Por favor, hable hoy con el personal";
    CHECK(text_of("06-see-staff-one.txt").find(title) != std::string::npos);
    CHECK(text_of("06-see-staff-one.speech.txt").find(title) != std::string::npos);
    CHECK(std::filesystem::exists(scratch.folder / "06-see-staff-one-page-2.png"));
    CHECK_FALSE(std::filesystem::exists(scratch.folder / "12f-largest-06-see-staff-one.png"));

    wanted.language = "xx";
    CHECK(said([&] { return render(machine, wanted); }, Exit::usage) ==
          "kiosk: there is no language 'xx'. There are: en es vi zh-Hans ar\n");
}

TEST_CASE("a scripted visit that is a folder or is not there gets a sentence") {
    Scratch scratch;
    const auto folder = scratch.folder.string();
    CHECK(said([&] { return visit_script(machine, {folder}); }, Exit::world) ==
          "kiosk: " + folder + " is a folder. Name the script in it: " + folder + "/taps.\n");
    CHECK(said([&] { return visit_script(machine, {folder + "/none"}); }, Exit::world) ==
          "kiosk: Could not read " + folder + "/none. Check its name and its rights.\n");
}

TEST_CASE("a device is written to, never put away for a file; a folder that is not there is not made") {
    Scratch scratch;
    const auto pipe = (scratch.folder / "pipe").string();
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    const int reader = open(pipe.c_str(), O_RDWR | O_NONBLOCK);
    REQUIRE(reader >= 0);
    CHECK_FALSE(write_file(pipe, "words"));
    CHECK(std::filesystem::is_fifo(pipe));
    std::array<char, 5> words{};
    CHECK(read(reader, words.data(), words.size()) == 5);
    close(reader);
    CHECK(std::string(words.data(), words.size()) == "words");
    const auto nowhere = (scratch.folder / "nope/x.pdf").string();
    const auto failure = write_file(nowhere, "words");
    REQUIRE(failure);
    CHECK(failure->sentence ==
          "Could not write " + nowhere + ". Check that the folder exists, may be written to and has room.");
}

TEST_CASE("a folder as content means its content.xml") {
    CHECK(load_content(KIOSK_SOURCE).content);
    Scratch scratch;
    const auto none = load_content(scratch.folder.string());
    REQUIRE(none.problems.size() == 1);
    CHECK(to_string(none.problems.front()).starts_with("content.xml"));
}

TEST_CASE("the map is drawn as a file of each kind; without Graphviz, a sentence") {
    Scratch scratch;
    for (const auto& [name, begins] : {std::pair("m.svg", "<?xml"), {"m.pdf", "%PDF"}, {"m.png", "\x89PNG"}}) {
        const auto file = (scratch.folder / name).string();
        CHECK(said([&] { return map(machine, {{}, file}); }, Exit::fine).empty());
        std::ifstream in(file, std::ios::binary);
        CHECK(std::string(std::istreambuf_iterator<char>(in), {}).starts_with(begins));
    }
    const std::string path = std::getenv("PATH");
    setenv("PATH", scratch.folder.c_str(), 1);
    CHECK(said(
              [&] {
                  return map(machine, {{}, (scratch.folder / "none.svg").string()});
              },
              Exit::world) ==
          "kiosk: The map is drawn by Graphviz, and its program `dot` is not here. Install the package graphviz, or "
          "leave out -o.\n");
    setenv("PATH", path.c_str(), 1);
    CHECK(said(
              [&] {
                  return map(machine, {"neck", {}});
              },
              Exit::usage) == "kiosk: there is no topic 'neck'. There are: upper-back-pain\n");
}

TEST_CASE("diff: a language that went with an English change does not make every screen look different") {
    Scratch scratch;
    for (const char* name : {"old", "new"}) {
        kiosk::fixtures::copy_in_own_language(scratch.folder / name);
        std::ofstream(scratch.folder / name / "content.xml") << kiosk::fixtures::in_languages({"zh-Hans"});
    }
    const auto topic = scratch.folder / "new/screens/upper-back-pain.xml";
    auto text = *kiosk::fixtures::read_file(topic).text;
    std::ofstream(topic) << text.insert(text.find("<hint>") + 6, "Please. ");
    const command::Diff asked{(scratch.folder / "old").string(), (scratch.folder / "new").string(), ""};
    const auto heard = told([&] { return diff(asked); }, Exit::content_problem).output;
    CHECK(heard.find("Language \"zh-Hans\" is no longer offered to patients") != std::string::npos);
    CHECK(heard.find("\n  04-question-chest (English)\n") != std::string::npos);
    CHECK(heard.find("01-welcome") == std::string::npos);
}

TEST_CASE("diff: a translation that patients are not offered is compared all the same") {
    Scratch scratch;
    for (const char* name : {"old", "new"}) {
        kiosk::fixtures::copy_in_own_language(scratch.folder / name);
        std::ofstream(scratch.folder / name / "content.xml") << kiosk::fixtures::in_languages({"es"});
    }
    const auto change = [&](const char* file, const std::string& from, const std::string& to) {
        const auto path = scratch.folder / "new/screens" / file;
        auto text = *kiosk::fixtures::read_file(path).text;
        REQUIRE(text.find(from) != std::string::npos);
        std::ofstream(path) << text.replace(text.find(from), from.size(), to);
    };
    change("upper-back-pain.xml", "<hint>", "<hint>Please. ");  // and Spanish is stale
    change("upper-back-pain.es.xlf", "<target>Le cuesta respirar</target>", "<target>Nada de esto</target>");
    const command::Diff asked{(scratch.folder / "old").string(), (scratch.folder / "new").string(), ""};
    const auto heard = told([&] { return diff(asked); }, Exit::content_problem).output;
    CHECK(heard.find(
              "  question \"breathing\": \"It is hard to breathe\" (es)\n    - [Le cuesta respirar]\n    + [Nada de "
              "esto]\n") != std::string::npos);
}

TEST_CASE("diff: 0 without a difference, 1 with one, 3 where one cannot be read; every changed text is told") {
    Scratch scratch;
    // In English alone: another English text makes the translations stale, and that is a difference of its own.
    for (const char* name : {"old", "new"}) kiosk::fixtures::copy_in_own_language(scratch.folder / name);
    const auto file = (scratch.folder / "d.pdf").string();
    const auto told = [&](Exit expected) {
        const command::Diff asked{(scratch.folder / "old").string(), (scratch.folder / "new").string(), file};
        const auto heard = kiosk::app::told([&] { return diff(asked); }, expected);
        return heard.output + heard.errors;
    };
    CHECK(told(Exit::fine).find("No answer leads elsewhere.") != std::string::npos);
    const auto topic = scratch.folder / "new/screens/upper-back-pain.xml";
    std::ifstream in(topic, std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    const auto at = text.find("<hint>") + 6;
    text.insert(at, "Please. ");
    std::ofstream(topic) << text;
    const auto changed = told(Exit::content_problem);
    CHECK(changed.find("No answer leads elsewhere.") != std::string::npos);
    CHECK(changed.find("None was added, removed or changed.") != std::string::npos);
    CHECK(changed.find("    + [Please.] ") != std::string::npos);
    CHECK(changed.find("\n  04-question-chest (English)\n") != std::string::npos);
    CHECK(changed.find("05-no-desk") == std::string::npos);
    text.insert(at, "<b>");
    std::ofstream(topic) << text;
    CHECK(told(Exit::world).find(" cannot be compared; it has errors:\nscreens/upper-back-pain.xml:") !=
          std::string::npos);
}

TEST_CASE("status ends with 1 while nobody is served, or not as promised") {
    namespace mailbox = kiosk::mailbox;
    const Scratch scratch;
    Machine asked{.content = machine.content, .state = scratch.folder};
    const auto ends_with = [&](Exit expected) { told([&] { return status(asked); }, expected); };
    ends_with(Exit::world);  // nothing ever ran here
    REQUIRE(make_mailbox_folder(asked));
    auto screen = mailbox::Screen::open(mailbox_folder(asked));
    REQUIRE(screen);
    ends_with(Exit::content_problem);  // no service: nobody is called, nothing is printed
    {
        const auto service = mailbox::Service::open(mailbox_folder(asked));
        REQUIRE(service);
        ends_with(Exit::fine);
        asked.headphones = true;
        ends_with(Exit::content_problem);
        for (const auto& [sound, expected] :
             {std::pair{"This machine has no sound.", Exit::content_problem}, {"ready", Exit::fine}}) {
            REQUIRE(screen->publish({{mailbox::Fact::sound, sound}}));
            ends_with(expected);
        }
        asked.content = scratch.folder / "not-there.xml";
        ends_with(Exit::content_problem);
        asked.content = machine.content;
        { const auto gone = std::move(*screen); }
        ends_with(Exit::content_problem);
        asked.no_screen = true;
        ends_with(Exit::fine);
    }
    ends_with(Exit::content_problem);
}
