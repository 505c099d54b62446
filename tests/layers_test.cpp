// SPDX-License-Identifier: Apache-2.0
// The walls of the house: reads every #include under kiosk/ and holds it against the table of ARCHITECTURE.md.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Room {
    std::set<std::string> ours;       ///< rooms it may include, besides itself
    std::vector<std::string> others;  ///< beginnings of foreign headers it may include
    bool pure = false;
};

// clang-format off
const std::map<std::string, Room> house = {
    {"base",    {{}, {}, true}},
    {"content", {{"base"}, {"tinyxml2", "libxml/", "sodium.h"}, true}},
    {"visit",   {{"base", "content"}, {}, true}},
    {"proof",   {{"base", "content", "visit"}, {}, true}},
    {"page",    {{"base"}, {"pango/", "cairo", "fontconfig/", "librsvg/", "qpdf/", "qrencode", "glib"}, true}},
    {"views",   {{"base", "content", "visit", "page"}, {}, true}},
    {"window",  {{"base"}, {"SFML/", "X11/", "GL/"}}},
    {"voice",   {{"base"}, {"SFML/"}}},
    {"store",   {{"base"}, {"SQLiteCpp/", "sqlite3"}}},
    {"mailbox", {{"base", "store"}, {"SQLiteCpp/", "sqlite3"}}},
    {"printer", {{"base"}, {"cups/"}}},
    {"desk",    {{"base", "store"}, {"SQLiteCpp/", "sqlite3", "httplib", "curl/", "mosquitto.h", "mqtt_protocol.h", "nlohmann/", "openssl/", "sodium.h"}}},
    {"log",     {{"base"}, {"spdlog/"}}},
    {"app",     {{"base", "content", "visit", "proof", "page", "views", "window", "voice", "store", "mailbox", "printer", "desk", "log"}, {"CLI/", "nlohmann/", "hunspell/", "sodium.h"}}},
};
// clang-format on

/// Headers of C++ and POSIX; the pure rooms may not use those that reach the world.
const std::set<std::string> worldly = {"filesystem",         "fstream", "iostream", "thread",   "mutex",
                                       "condition_variable", "ctime",   "cstdio",   "unistd.h", "time.h"};

bool is_standard(const std::string& header) {
    static const std::regex plain("[a-z_0-9]+(\\.h)?|sys/[a-z]+\\.h|netinet/[a-z]+\\.h|linux/[a-z]+\\.h");
    return std::regex_match(header, plain) && header != "tinyxml2.h" && header != "cairo.h" && header != "qrencode.h" &&
           header != "glib.h" && header != "sqlite3.h";
}

std::string complaint(const std::string& room, const std::string& header, char bracket) {
    const Room& rules = house.at(room);
    if (bracket == '"') {
        const auto other = header.substr(0, header.find('/'));
        return other == room || rules.ours.contains(other) ? "" : "may not include room " + other;
    }
    for (const auto& beginning : rules.others)
        if (header.starts_with(beginning)) return "";
    if (!is_standard(header)) return "may not include " + header;
    return rules.pure && worldly.contains(header) ? "is pure and may not include " + header : "";
}

}  // namespace

TEST_CASE("every room includes only what its row in the table allows") {
    const fs::path kiosk = fs::path(KIOSK_SOURCE) / "kiosk";
    const std::regex include("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
    int seen = 0;
    for (const auto& entry : fs::recursive_directory_iterator(kiosk)) {
        if (!entry.is_regular_file()) continue;
        const auto relative = fs::relative(entry.path(), kiosk);
        const auto room = relative.begin()->string();
        INFO(relative.string());
        REQUIRE(house.contains(room));
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            std::smatch match;
            if (!std::regex_search(line, match, include)) continue;
            ++seen;
            INFO(line);
            CHECK(complaint(room, match[2], match[1].str()[0]) == "");
        }
    }
    CHECK(seen > 100);
}

TEST_CASE("each file opens with its licence and no file is named for nothing") {
    const std::set<std::string> nothing = {"util", "utils", "helper", "helpers", "manager", "common", "impl", "misc"};
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(KIOSK_SOURCE) / "kiosk")) {
        if (!entry.is_regular_file()) continue;
        INFO(entry.path().string());
        std::ifstream file(entry.path());
        std::string first;
        std::getline(file, first);
        if (const auto kind = entry.path().extension(); kind == ".html") std::getline(file, first);  // after its type
        CHECK(first.find("SPDX-License-Identifier: Apache-2.0") != std::string::npos);
        CHECK(!nothing.contains(entry.path().stem().string()));
    }
}
