// SPDX-License-Identifier: Apache-2.0
// Leafing through the small clinic, as `kiosk preview` does.
#include "app/album.hpp"

#include "fixtures/small.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace kiosk;
using namespace kiosk::app;

TEST_CASE("an album leafs page by page and leaf by leaf, and stops at its ends") {
    Album album(fixtures::small_clinic());
    const auto screens = album.count();
    CHECK(album.place() == "01-welcome   1 of " + std::to_string(screens));
    CHECK(album.look() == "screens, Sore test, English, normal letters, portrait");
    album.make(Move::previous);
    CHECK(album.page() == 0);
    std::set<std::string> names;
    std::size_t turns = 0;
    for (std::string place; place != album.place(); ++turns) {
        place = album.place();
        names.insert(album.leaf().name);
        album.make(Move::next);
    }
    CHECK(names.size() == screens);
    CHECK(turns > screens);  // some screens have pages
    album.make(Move::first);
    CHECK(album.leaf().name == "01-welcome");
}

TEST_CASE("another look stays at the same leaf; paper has leaves of its own") {
    Album album(fixtures::small_clinic());
    while (album.leaf().name != "04-question-accident") album.make(Move::next_leaf);
    for (const auto move : {Move::size, Move::turn, Move::lowered, Move::language, Move::topic}) {
        album.make(move);
        CHECK(album.leaf().name == "04-question-accident");
    }
    album.make(Move::medium);
    album.make(Move::first);
    CHECK(album.leaf().name == "handout-warm-bath");
    const auto width = album.sheet().size.width;
    album.make(Move::turn);
    CHECK(album.sheet().size.width != width);  // A4 for letter
    album.make(Move::last);
    CHECK(album.leaf().name.starts_with("note-"));
}

TEST_CASE("a changed content takes the old one's place at the same leaf") {
    auto content = fixtures::small_clinic();
    Album album(content);
    while (album.leaf().name != "09-reading-heat") album.make(Move::next_leaf);
    content.topics.front().handouts.erase(content.topics.front().handouts.begin());
    album.replace(content);
    CHECK(album.leaf().name == "09-reading-heat");
    content.topics.front().handouts.erase(content.topics.front().handouts.begin());
    album.replace(content);
    CHECK(album.leaf().name != "09-reading-heat");
}
