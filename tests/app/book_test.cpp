// SPDX-License-Identifier: Apache-2.0
// The sign-off book of the shipped content, as other programs read it: bound, counted, bookmarked, the same twice.
#include "app/commands.hpp"
#include "app/files.hpp"
#include "views/leaves.hpp"

#include "fixtures/small.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

using namespace kiosk;
using namespace kiosk::app;

namespace {

std::string output_of(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    REQUIRE(pipe);
    std::string text;
    std::array<char, 65536> part{};
    while (const auto got = fread(part.data(), 1, part.size(), pipe.get())) text.append(part.data(), got);
    return text;
}

std::string bytes_of(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

int times(const std::string& text, const std::string& words) {
    int count = 0;
    for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++count;
    return count;
}

}  // namespace

TEST_CASE("long: the sign-off book is bound to its content, counted through, bookmarked, and the same twice" *
          doctest::skip()) {
    Scratch scratch;
    kiosk::fixtures::copy_in_own_language(scratch.folder);
    const Machine machine{.content = (scratch.folder / "content.xml").string()};
    const auto first = (scratch.folder / "1.pdf").string(), second = (scratch.folder / "2.pdf").string();
    REQUIRE(book(machine, {first, "2026-11-22"}) == Exit::fine);
    REQUIRE(book(machine, {second, "2026-11-22"}) == Exit::fine);
    CHECK(bytes_of(first) == bytes_of(second));

    const auto content = *load_content(machine.content).content;
    const auto& topic = content.topics.front();
    const auto text = output_of("pdftotext -layout " + first + " -");
    const int pages = times(text, "\f");
    CHECK(times(text, content.hash) >= pages);  // at the foot of every page
    for (const int page : {1, 2, pages})
        CHECK(text.find("Page " + std::to_string(page) + " of " + std::to_string(pages)) != std::string::npos);
    for (const auto& handout : topic.handouts) CHECK(text.find(handout.title({})) != std::string::npos);
    for (const auto& source : topic.sources) CHECK(text.find(source.id) != std::string::npos);
    for (const auto& leaf : views::leaves(content, {}))
        CHECK_MESSAGE(text.find(leaf.name) != std::string::npos, leaf.name);

    CHECK(times(text, "How hard it is to read: English") > 1);
    const auto closed_up = [](std::string words) {  // a name may be parted by the end of a line
        std::erase_if(words, [](char c) { return c == ' ' || c == '\n' || c == '-'; });
        return words;
    };
    const auto cells = closed_up(output_of("pdftotext " + first + " -"));
    for (const auto& question : topic.questions)
        CHECK_MESSAGE(cells.find(closed_up("question \"" + question.id + "\" school grade")) != std::string::npos,
                      question.id);

    const auto outline = nlohmann::json::parse(output_of("qpdf --json=1 " + first))["outlines"];
    const auto languages = content.languages.size(), topics = content.topics.size();
    CHECK(outline.size() == 1 + topics * (3 + 2 * languages) + languages + 3);
    CHECK(outline.front()["title"] == "Sign-off book");
    CHECK(outline.back()["title"] == "Signatures");
    CHECK(outline.back()["destpageposfrom1"] == pages);
}
