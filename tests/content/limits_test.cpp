// SPDX-License-Identifier: Apache-2.0
// Files that are missing, huge, deep, cut off or damaged at random: always a sentence, never a crash, and never a
// Content made of half a file.
#include "content/broken.hpp"
#include "content/xml_reader.hpp"

namespace kiosk::content {

namespace {

constexpr const char* topic_xml = "screens/small.xml";

std::string lines_of(const FilesByPath& files) {
    const auto loaded = load(from_memory(files));
    CHECK(!loaded.content);
    return in_lines(loaded.problems);
}

std::string with_topic(std::string text) {
    auto files = small_files();
    files[topic_xml] = std::move(text);
    return lines_of(files);
}

std::string times(std::size_t count, const std::string& text) {
    std::string all;
    all.reserve(count * text.size());
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("there is no content.xml") {
    CHECK(lines_of({}) == "content.xml: error: the file does not exist (put it there, or restore it from your copy)\n");
}

TEST_CASE("a file that cannot be read says why") {
    const auto loaded = load([](const std::string& path) -> FileText {
        if (path == topic_xml) return {std::nullopt, not_allowed_to_read};
        return fixtures::small_file(path);
    });
    CHECK(in_lines(loaded.problems) ==
          "content.xml:7: error: screens/small.xml may not be read here (let the kiosk read it: chmod 644 "
          "screens/small.xml, "
          "and chmod 755 the folders it lies in)\n");
}

TEST_CASE("a file of 50 MB is refused by its size") {
    CHECK(with_topic(times(50'000'000, " ")) ==
          "content.xml:7: error: screens/small.xml is larger than 4 MB (put it there, or name the right file)\n");
}

TEST_CASE("10,000 elements in each other are refused by their depth") {
    CHECK(with_topic(times(10'000, "<a>\n")) ==
          "screens/small.xml:33: error: elements nested more than 32 deep (close the outer ones)\n");
    CHECK(with_topic(times(10'000, "<a>") + times(10'000, "</a>")) ==
          "screens/small.xml:1: error: elements nested more than 32 deep (close the outer ones)\n");
}

TEST_CASE("a million elements beside each other are refused by their number") {
    CHECK(with_topic("<topic>" + times(900'000, "<a/>") + "</topic>") ==
          "screens/small.xml:1: error: more than 50000 elements (split the file)\n");
}

TEST_CASE("a billion laughs are refused at the declaration") {
    CHECK(with_topic("<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b "
                     "\"&a;&a;\">]>\n<topic>&b;</topic>") ==
          "screens/small.xml:2: error: document types and entities are not read here "
          "(leave out <!DOCTYPE ...> and <!ENTITY ...>)\n");
}

TEST_CASE("after 200 problems in a file the rest is counted") {
    const auto lines = with_topic("<topic>\n" + times(1'000, "<wrong/>\n") + "</topic>");
    CHECK(lines.find("screens/small.xml: error: and ") == 0);
    CHECK(lines.find("more problems (mend the first ones, then check again)\n") != std::string::npos);
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 201);
}

TEST_CASE("the problems of all files are told in one reading, in order") {
    auto files = small_files();
    const auto put = [&](const char* path, const std::string& from, const std::string& to) {
        auto& text = files[path];
        text.replace(text.find(from), from.size(), to);
    };
    put("content.xml", "idle=\"60s\"", "idle=\"soon\"");
    put(topic_xml, "see=\"walking\"", "see=\"walkign\"");
    put(topic_xml, "evidence=\"moderate\"", "evidence=\"modrate\"");
    put("screens/theme.xml", "<scrim opacity=\"0.62\"/>", "<scrim opacity=\"9\"/>");
    files.erase("screens/pictures/icons/hand.svg");
    files["screens/pictures/welcome.svg"] = "<svg/>";
    const auto lines = lines_of(files);
    const auto theme = lines.find("screens/theme.xml:");
    CHECK(
        lines.substr(0, theme) ==
        "content.xml:4: error: screens/pictures/icons/hand.svg does not exist (put it there, or name the right file)\n"
        "content.xml:10: error: idle=\"soon\" is no length of time (write a number with ms, s or min, from 45s to "
        "10min)\n"
        "screens/pictures/welcome.svg:1: error: <svg> does not say that it is SVG (write "
        "xmlns=\"http://www.w3.org/2000/svg\")\n"
        "screens/pictures/welcome.svg:1: error: <svg> has no viewBox of four numbers (write viewBox=\"0 0 480 360\")\n"
        "screens/small.xml:94: error: \"see\" names \"walkign\", which is no handout of this topic (did you mean "
        "\"walking\"?)\n"
        "screens/small.xml:118: error: evidence=\"modrate\" is not known (did you mean \"moderate\"?)\n");
    CHECK(lines.find("error: opacity=\"9\" is out of range (write a number from 0.3 to 1)\n", theme) !=
          std::string::npos);
}

TEST_CASE("a file cut off after any byte is no XML") {
    for (const char* path : {"content.xml", topic_xml, "screens/theme.xml"}) {
        const std::string whole = small_files().at(path);
        const auto last = whole.rfind('>') + 1;
        for (std::size_t cut = 0; cut < last; ++cut) {
            Problems problems;
            Report report(path, problems);
            const bool told = !read_xml(whole.substr(0, cut), report) && problems.size() == 1;
            if (!told) FAIL(path << " cut off after byte " << cut << " is read as whole");
        }
    }
}

TEST_CASE("a clinic with a file cut off is refused") {
    auto files = small_files();
    for (const char* path : {"content.xml", topic_xml, "screens/theme.xml", "screens/interface.xml"}) {
        const std::string whole = files[path];
        const auto last = whole.rfind('>') + 1;
        for (std::size_t cut = 0; cut < last; cut += 1 + last / 100) {
            files[path] = whole.substr(0, cut);
            CHECK(!lines_of(files).empty());
        }
        files[path] = whole;
    }
}

}  // namespace kiosk::content
