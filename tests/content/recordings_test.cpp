// SPDX-License-Identifier: Apache-2.0
// Texts that somebody read aloud for the clinic: found by the id of the text, never used for other words.
#include "content/broken.hpp"
#include "content/translations.hpp"

using namespace kiosk;
using namespace kiosk::content;

namespace {

constexpr const char* folder = "screens/voice/en/";

/// The small clinic with these recordings in its own language: name and content.
FilesByPath with(const std::vector<std::pair<std::string, std::string>>& recordings) {
    auto files = small_files();
    for (const auto& [name, content] : recordings) {
        files[folder + name] = content;
        files[folder] += name + '\n';
    }
    return files;
}

Loaded loaded(const FilesByPath& files) {
    auto read = load(from_memory(files));
    REQUIRE_MESSAGE(read.content, in_lines(read.problems));
    return read;
}

}  // namespace

TEST_CASE("a recording is found by the id of its text, and counts as a part of the content") {
    const auto plain = loaded(small_files());
    CHECK(plain.content->recordings == Recordings(1));
    const auto files =
        with({{"key.help.ogg", "a voice"}, {"key.help.txt", "key.help\n"}, {"notes.md", "of the clinic"}});
    const auto read = loaded(files);
    CHECK(in_lines(read.problems) == in_lines(plain.problems));
    REQUIRE(read.content->recordings.at(0).size() == 1);
    CHECK(*read.content->recordings[0].at("key.help").file == "a voice");
    CHECK(read.content->hash != plain.content->hash);
    auto changed = files;
    changed[std::string(folder) + "key.help.ogg"] = "another voice";
    CHECK_MESSAGE(loaded(changed).content->hash != read.content->hash, "an approval is of these voices, too");
}

TEST_CASE("a recording of other words is not used, and told; so is one of no text") {
    struct Row {
        std::string what;
        std::vector<std::pair<std::string, std::string>> files;
        std::size_t used;
        std::string problems;
    };
    const Row rows[] = {
        {"the words were changed since",
         {{"key.help.ogg", "a voice"}, {"key.help.txt", "I need help"}},
         0,
         "screens/voice/en/key.help.ogg: warning: says other words than the text has now, so it is not used (have the "
         "text read again, and write its words into screens/voice/en/key.help.txt)\n"},
        {"no words beside it",
         {{"key.help.ogg", "a voice"}},
         1,
         "screens/voice/en/key.help.ogg: warning: nobody will notice when the words it says are changed (write these "
         "words into screens/voice/en/key.help.txt beside it)\n"},
        {"no such text",
         {{"key.hlep.ogg", "a voice"}, {"key.hlep.txt", "key.help"}},
         0,
         "screens/voice/en/key.hlep.ogg: warning: no text has the id \"key.hlep\" (name it as the text in the .xlf "
         "file, or remove it)\n"},
        {"with the file before the id",
         {{"interface.key.help.ogg", "a voice"}, {"interface.key.help.txt", "key.help"}},
         1,
         ""},
        {"in another folder", {{"../key.help.ogg", "a voice"}, {"sub/key.help.ogg", "a voice"}}, 0, ""},
    };
    const auto before = in_lines(loaded(small_files()).problems);
    for (const auto& row : rows) {
        CAPTURE(row.what);
        const auto read = loaded(with(row.files));
        CHECK(read.content->recordings.at(0).size() == row.used);
        std::string problems;
        for (const auto& problem : read.problems)
            if (problem.file.find("/voice/") != std::string::npos) problems += to_string(problem) + '\n';
        CHECK(problems == row.problems);
    }
}

TEST_CASE("an id that two files have needs the file before it: nobody hears the words of another topic") {
    auto files = with({{"title.ogg", "whose?"}, {"small.title.ogg", "a voice"}, {"small.title.txt", "Sore test"}});
    files["screens/other.xml"] = files["screens/small.xml"];
    files["screens/other.evidence.xml"] = files["screens/small.evidence.xml"];
    replace(files["screens/other.evidence.xml"], "topic=\"small\"", "topic=\"other\"");
    replace(files["screens/other.xml"], "<topic id=\"small\"", "<topic id=\"other\"");
    replace(files["screens/other.xml"], "<title>Sore test</title>", "<title>Other test</title>");
    replace(files["content.xml"], "<topic file",
            R"(<topic file="screens/other.xml" evidence="screens/other.evidence.xml"/><topic file)");
    const auto read = loaded(files);
    REQUIRE(read.content->recordings.at(0).size() == 1);
    CHECK(*read.content->recordings[0].at("Sore test").file == "a voice");
}

TEST_CASE("a translation has its own voices") {
    auto files = in_spanish("reviewed", "");
    files["screens/voice/es/"] = "key.help.ogg\nkey.help.txt\n";
    files["screens/voice/es/key.help.ogg"] = "una voz";
    const auto unspoken = loaded(files);
    REQUIRE(unspoken.content->recordings.size() == 2);
    const auto& help = unspoken.content->interface.at("key.help").in.at(1);
    REQUIRE(!help.empty());
    files["screens/voice/es/key.help.txt"] = help;
    const auto read = loaded(files);
    CHECK(read.content->recordings[0].empty());
    CHECK(*read.content->recordings[1].at(help).file == "una voz");
}
