// SPDX-License-Identifier: Apache-2.0
// `kiosk preview` as a window of its own process: keys leaf, what is saved shows, what is broken is said.
#include "app/files.hpp"
#include "app/preview_look.hpp"
#include "room.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace kiosk;
using namespace kiosk::test;

namespace {

constexpr Duration limit{20'000};
constexpr Size window{900, 900};

/// Where on the black screen the window begins.
Point begin_of(const Pixels& screen) {
    for (int y = 0; y < screen.height; ++y)
        for (int x = 0; x < screen.width; ++x)
            if (screen.bgra[static_cast<std::size_t>(y * screen.width + x)] == 0xFFFFFFFF)
                return {static_cast<double>(x), static_cast<double>(y)};
    return {};
}

Pixels part_of(const Pixels& screen, Point begin) {
    Pixels part{static_cast<int>(window.width), static_cast<int>(window.height), {}};
    for (int y = 0; y < part.height; ++y) {
        const auto row =
            screen.bgra.begin() + (y + static_cast<int>(begin.y)) * screen.width + static_cast<int>(begin.x);
        part.bgra.insert(part.bgra.end(), row, row + part.width);
    }
    return part;
}

/// The window and what it must show: the same album turned by the same moves.
struct Preview {
    Folder folder;
    VirtualDisplay display{1400, 1400, folder / "xvfb.log"};
    play::XScreen screen;
    Child kiosk;
    app::Album album;
    Problems problems;

    explicit Preview(const std::string& content)
        : kiosk({KIOSK_BINARY, "preview", "--content", content, "--windowed", "900x900"}, folder / "kiosk.log"),
          album(*app::load_content(content).content) {}

    bool shows_it() {
        const auto sheet = app::preview_sheet(album, problems, window);
        Pixels expected;
        page::paint(sheet, album.style(), expected);
        return until(limit, [&] {
            const auto look = screen.look();
            const auto begin = begin_of(look);
            const bool fits = begin.x + window.width <= look.width && begin.y + window.height <= look.height;
            return fits && part_of(look, begin) == expected;
        });
    }
    void touch(std::size_t key) {
        const auto begin = begin_of(screen.look());
        const auto box = app::preview_sheet(album, problems, window).targets[key].touch;
        screen.tap({begin.x + box.x + box.width / 2, begin.y + box.y + box.height / 2});
        album.make(app::preview_keys[key].move);
    }
    void type(const char* key, app::Move move) {
        screen.type(key);
        album.make(move);
    }
};

void replace_in(const std::string& file, const std::string& from, const std::string& to) {
    auto text = read_file(file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("the preview leafs by keys and touches, follows what is saved and says what is broken") {
    Folder clinic;
    std::filesystem::copy(std::string(KIOSK_SOURCE) + "/screens", clinic / "screens",
                          std::filesystem::copy_options::recursive);
    std::filesystem::copy(std::string(KIOSK_SOURCE) + "/content.xml", clinic / "content.xml");
    const auto content = clinic / "content.xml", topic = clinic / "screens/upper-back-pain.xml";
    Preview preview(content);
    CHECK(preview.shows_it());
    preview.touch(1);
    CHECK(preview.shows_it());
    CHECK(preview.album.place().find("   2 of ") != std::string::npos);
    preview.type("Down", app::Move::next_leaf);
    CHECK(preview.shows_it());
    preview.type("Right", app::Move::next);
    CHECK(preview.shows_it());
    preview.type("o", app::Move::turn);
    CHECK(preview.shows_it());
    preview.type("p", app::Move::medium);
    CHECK(preview.shows_it());
    preview.type("Home", app::Move::first);
    CHECK(preview.shows_it());

    const auto title = preview.album.content().topics.front().handouts.front().title({});
    replace_in(topic, "<title>" + title + "</title>", "<title>Another title</title>");
    preview.album.replace(*app::load_content(content).content);
    CHECK(preview.album.content().topics.front().handouts.front().title({}) == "Another title");
    CHECK(preview.shows_it());

    replace_in(topic, "<title>Another title</title>", "<titel>Another title</titel>");
    preview.problems = app::load_content(content).problems;
    REQUIRE(has_errors(preview.problems));
    CHECK(preview.shows_it());

    replace_in(topic, "<titel>Another title</titel>", "<title>A third title</title>");
    preview.problems.clear();
    preview.album.replace(*app::load_content(content).content);
    CHECK(preview.shows_it());
    preview.screen.type("Escape");
    CHECK(preview.kiosk.ended(limit));
    CHECK(preview.kiosk.code() == 0);
}
