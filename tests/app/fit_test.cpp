// SPDX-License-Identifier: Apache-2.0
// What does not fit on a screen or a sheet is told at the line whose words an author can change.
#include "app/fit.hpp"
#include "app/commands.hpp"
#include "app/loaded.hpp"
#include "content/broken.hpp"

#include <filesystem>
#include <fstream>

namespace kiosk::app {

namespace {

using content::Broken;

constexpr const char* topic_xml = "screens/small.xml";

/// How many screens there are is no matter here.
std::string without_count(std::string text) {
    const std::string before = "and ", digits = "0123456789";
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + 1)) {
        const auto from = at + before.size(), to = text.find_first_not_of(digits, from);
        if (to > from && text.compare(to, 5, " more") == 0) text.erase(from, to - from + 1);
    }
    return text;
}

/// The small topic in the shipped words of the interface.
std::string found(const Broken& row) {
    auto files = content::small_files();
    files["screens/interface.xml"] = *fixtures::read_file(std::string(KIOSK_SOURCE) + "/screens/interface.xml").text;
    auto& text = files[row.path];
    const auto at = text.find(row.from);
    REQUIRE_MESSAGE(at != std::string::npos, row.from);
    text.replace(at, row.from.size(), row.to);
    const auto loaded = content::load(content::from_memory(files));
    REQUIRE_MESSAGE(loaded.content, content::in_lines(loaded.problems));
    return without_count(content::in_lines(look_at_all(*loaded.content, loaded.written).problems));
}

std::string times(int count, const std::string& text) {
    std::string all;
    for (int i = 0; i < count; ++i) all += text;
    return all;
}

/// The shipped content in a folder of its own, with one text changed.
class Changed {
public:
    Changed(const std::string& file, const std::string& from, const std::string& to) {
        const std::filesystem::path source(KIOSK_SOURCE);
        std::filesystem::remove_all(m_folder);
        std::filesystem::create_directories(m_folder);
        std::filesystem::copy(source / "screens", m_folder / "screens", std::filesystem::copy_options::recursive);
        std::filesystem::copy(source / "content.xml", m_folder / "content.xml");
        std::string text = *fixtures::read_file(m_folder / file).text;
        REQUIRE(text.find(from) != std::string::npos);
        std::ofstream(m_folder / file) << text.replace(text.find(from), from.size(), to);
    }
    ~Changed() { std::filesystem::remove_all(m_folder); }
    Changed(const Changed&) = delete;
    Changed& operator=(const Changed&) = delete;

    Machine machine() const {
        Machine machine;
        machine.content = m_folder / "content.xml";
        return machine;
    }
    std::string pictures() const { return m_folder / "out"; }

private:
    std::filesystem::path m_folder = std::filesystem::temp_directory_path() / "kiosk-fit-test";
};

}  // namespace

TEST_CASE("the small clinic fits") {
    CHECK(found({"", topic_xml, "Sore test?", "Sore test?", ""}) == "");
}

TEST_CASE("what does not fit is told with file and line") {
    const std::vector<Broken> rows = {
        {"a letter that no font has", topic_xml, "Pain in your chest<", "Pain in your chest \U0001F600<",
         "screens/small.xml:23: error: a character that no font of the kiosk has: \"Pain in your chest \U0001F600\", "
         "on "
         "04-question-chest (portrait), and more (write it in letters of the languages that the kiosk has)\n"},
        {"a choice with too long a word", topic_xml, "Pain in your chest<",
         "Donaudampfschifffahrtsgesellschaftskapitän<",
         "screens/small.xml:23: error: wider than its place: \"Donaudampfschifffahrtsgesellschaftskapitän\", on "
         "04-question-chest (portrait), and more (write fewer or shorter words)\n"},
        {"a part higher than the glass and the paper", topic_xml, "Walk for 5 minutes.",
         times(90, "Walk for 5 minutes and then rest. "),
         "screens/small.xml:118: error: a block is higher than its page, on 09-reading-walking (portrait), and more "
         "(write fewer or shorter words)\n"},
        {"reasons that push the key off their panel", topic_xml, "These can be signs of heart trouble.",
         times(24, "These can be signs of heart trouble. "),
         "screens/small.xml:18: error: too much for the page by 140 px, on 04b-why-chest (portrait), and more (write "
         "fewer or shorter words)\n"
         "screens/small.xml:21: error: does not fit in letters of this size, so they are smaller: no room for \"These "
         "can "
         "be signs of heart trouble. These can be signs of ...\", on 04b-why-chest (portrait, large letters), and more "
         "(write fewer or shorter words)\n"},
        {"letters that would be smaller than asked for", topic_xml, "Hard to breathe</choice>",
         "Donaudampfschifffahrtsgesellschaft</choice>",
         "screens/small.xml:24: error: does not fit in letters of this size, so they are smaller: wider than its "
         "place: "
         "\"Donaudampfschifffahrtsgesellschaft\", on 04-question-chest (portrait, large letters), and more (write "
         "fewer or "
         "shorter words)\n"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        CHECK('\n' + found(row) == '\n' + row.problems);
    }
}

TEST_CASE("a key of the interface that is too wide is told at its line") {
    const Broken row{"", "screens/interface.xml", ">Yes<", ">Donaudampfschifffahrtsgesellschaft<", ""};
    const auto interface = *fixtures::read_file(std::string(KIOSK_SOURCE) + '/' + row.path).text;
    const auto line =
        std::count(interface.begin(), interface.begin() + static_cast<long>(interface.find(">Yes<")), '\n');
    CHECK(found(row) == "screens/interface.xml:" + std::to_string(line + 1) +
                            ": error: wider than its place: \"Donaudampfschifffahrtsgesellschaft\", on "
                            "04-question-accident (portrait), and more (write fewer or shorter words)\n");
}

TEST_CASE("who will approve it finds room for the name: what has none is told before") {
    const std::string line = "Approved by {person}, {date}, until {until}.";
    const auto told = found({"", "screens/interface.xml", line, times(9, line + ' '), ""});
    CHECK(told.find(", on 03-safety-intro (portrait)") != std::string::npos);
    CHECK(told.find(", on 09-reading-walking (portrait, large letters)") != std::string::npos);
}

TEST_CASE("that nobody has approved finds room, too: before, and when an approval ends") {
    const std::string line = "Not yet reviewed by a clinician.";
    auto files = content::small_files();
    files["screens/interface.xml"] = *fixtures::read_file(std::string(KIOSK_SOURCE) + "/screens/interface.xml").text;
    auto& text = files["screens/interface.xml"];
    text.replace(text.find(line), line.size(), times(12, line + ' '));
    auto loaded = content::load(content::from_memory(files));
    REQUIRE(loaded.content);
    for (const auto& sign_off : {std::optional<content::SignOff>(),
                                 std::optional(content::SignOff{"A. Name, nurse", "2026-11-22", "2027-11-22"})}) {
        loaded.content->sign_off = sign_off;
        const auto told = content::in_lines(look_at_all(*loaded.content, loaded.written).problems);
        CHECK(told.find("on 03-safety-intro (portrait") != std::string::npos);
    }
}

TEST_CASE("a screen that does not fit fails render") {
    const Changed sound("content.xml", "Riverside", "Riverside");
    CHECK(render(sound.machine(), {sound.pictures(), {1080, 1920}, "04-question-breathing", false}) == Exit::fine);
    const Changed broken("screens/upper-back-pain.xml", ">You cough up blood<", ">Donaudampfschifffahrtsgesellschaft<");
    CHECK(render(broken.machine(), {broken.pictures(), {1080, 1920}, "04-question-breathing", false}) ==
          Exit::content_problem);
}

TEST_CASE("no command starts with content that lost a question") {
    const Changed sound("content.xml", "Riverside", "Riverside");
    CHECK(content_or_problems(sound.machine()));
    const Changed broken("screens/upper-back-pain.xml", "evidence=\"E10\"", "evidence=\"E3\"");
    CHECK(!content_or_problems(broken.machine()));
}

}  // namespace kiosk::app
