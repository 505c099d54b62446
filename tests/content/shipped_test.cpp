// SPDX-License-Identifier: Apache-2.0
// The content that is shipped is a test: it loads, and nothing that check finds in it is an error.
#include "content/broken.hpp"
#include "content/picture_names.hpp"

#include <algorithm>
#include <filesystem>

namespace kiosk::content {

namespace {

FileText shipped_file(const std::string& path) {
    return fixtures::read_file(std::string(KIOSK_SOURCE) + '/' + path);
}

}  // namespace

TEST_CASE("the shipped content loads without a problem") {
    const auto loaded = load(shipped_file);
    REQUIRE(loaded.content);
    CHECK(loaded.content->languages.size() > 1);
    // Of a language that is shipped as a draft there is one thing to be said: nobody has reviewed it yet.
    const auto is_draft = [](const Problem& problem) {
        return problem.severity == Severity::todo && problem.file.ends_with(".xlf");
    };
    auto others = loaded.problems;
    others.erase(std::remove_if(others.begin(), others.end(), is_draft), others.end());
    CHECK(in_lines(others) == "");
    CHECK_MESSAGE(!has_errors(check(*loaded.content, "2026-11-22")), in_lines(check(*loaded.content, "2026-11-22")));
}

TEST_CASE("no sign of the shipped check can be taken away, or renamed, unseen") {
    const auto loaded = load(shipped_file);
    REQUIRE(loaded.content);
    const auto& signs = loaded.content->topics.front().signs;
    for (std::size_t i = 0; i < signs.size(); ++i) {
        auto content = *loaded.content;
        auto& sign = content.topics.front().signs[i];
        CAPTURE(sign.id);
        sign.id = "another-name";
        CHECK(in_lines(check(content, "2026-11-22")).find('"' + signs[i].id + "\" is not asked any more") !=
              std::string::npos);
    }
}

TEST_CASE("the program knows every icon that is shipped") {
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(KIOSK_SOURCE) + "/screens/pictures/icons")) {
        const auto name = "icons/" + entry.path().stem().string();
        const auto& known = program_pictures;
        CHECK_MESSAGE(std::find(std::begin(known), std::end(known), name) != std::end(known), name);
    }
}

}  // namespace kiosk::content
