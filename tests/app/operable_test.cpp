// SPDX-License-Identifier: Apache-2.0
// By six keys alone: on every screen of the gallery, in every language and every look, Next comes to every key there
// is, with the real step in between, and OK there is a touch of it. And no ring cuts a key.
#include "app/keypad_reader.hpp"
#include "app/loaded.hpp"
#include "views/focus.hpp"
#include "views/gallery.hpp"
#include "visit/step.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace kiosk;
using app::KeypadKey;

namespace {

constexpr Size portrait{1080, 1920}, landscape{1920, 1080};
constexpr Instant at{1'000'000};

struct Seat {
    const content::Content& content;
    const page::Style& style;
    std::vector<std::string> wrong;
    int keys = 0;

    void look(const views::Shown& shown, Size size);
    void walk(const views::Shown& shown, const views::Screen&, const page::Sheet&);
    void press(const views::Screen&, const std::vector<page::Stop>&, std::size_t stop, const std::string& name);
};

std::string called(const page::Stop& stop) {
    return stop.words.empty() ? "nothing" : stop.words.front().text;
}

/// Any key leads on from there, as any touch does; or none does.
bool is_passing(const visit::Visit& visit) {
    return std::holds_alternative<visit::place::Unfinished>(visit.place) ||
           std::holds_alternative<visit::place::Cleaning>(visit.place);
}

void Seat::press(const views::Screen& screen, const std::vector<page::Stop>& stops, std::size_t stop,
                 const std::string& name) {
    if (stops[stop].key < 0 || stops[stop].disabled) return;
    ++keys;
    app::KeypadReader reader{content.clinic.timing};
    const auto event = reader.read(KeypadKey::ok, {screen, stops, stop}, at);
    const auto& meant = screen.actions.at(static_cast<std::size_t>(stops[stop].key));
    if (event != std::vector<visit::Event>{visit::event::Tapped{meant}})
        wrong.push_back(name + ": OK on " + called(stops[stop]));
}

void Seat::walk(const views::Shown& shown, const views::Screen& screen, const page::Sheet& sheet) {
    const auto stops = page::stops(sheet);
    app::KeypadReader reader{content.clinic.timing};
    auto visit = shown.visit;
    std::set<page::KeyId> reached;
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const auto events =
            reader.read(KeypadKey::next, {screen, stops, views::focused(stops, screen, visit.focus)}, at);
        REQUIRE(events.size() == 1);
        visit = visit::step(content, std::move(visit), events.front(), shown.now).visit;
        if (views::compose(content, visit, shown.now).actions != screen.actions)
            return wrong.push_back(shown.name + ": Next changes the keys on the glass at " + called(stops[i]));
        if (views::focused(stops, screen, visit.focus) != i)
            return wrong.push_back(shown.name + ": Next does not come to " + called(stops[i]));
        reached.insert(stops[i].key);
        press(screen, stops, i, shown.name);
    }
    for (const auto& target : sheet.targets)
        if (!reached.contains(target.key)) wrong.push_back(shown.name + ": no stop at " + target.label);
    for (const auto& text : stops)
        for (const auto& key : stops)
            if (text.kind == page::Stop::Kind::text && key.kind == page::Stop::Kind::key && text.box.overlaps(key.box))
                wrong.push_back(shown.name + ": the ring of " + called(text) + " cuts " + called(key));
}

void Seat::look(const views::Shown& shown, Size size) {
    const auto screen = views::compose(content, shown.visit, shown.now);
    const auto sheet = page::lay_out(screen.page, size, style);
    if (!is_passing(shown.visit)) walk(shown, screen, sheet);
    const bool one_page = shown.pages == views::Pages::one || shown.name.find("page") != std::string::npos;
    for (int page = 1; !one_page && page < sheet.pages; ++page) {
        auto next = views::turned(content, shown, page);
        next.name += " page " + std::to_string(page + 1);
        look(next, size);
    }
}

std::vector<std::string> wrong_in(const std::vector<std::size_t>& languages, bool all_looks, int& keys) {
    app::Machine machine;
    machine.content = std::string(KIOSK_SOURCE) + "/content.xml";
    const auto content = app::content_or_problems(machine);
    REQUIRE(content);
    REQUIRE(content->languages.size() == 5);
    const app::DrawingBoard board(*content);
    Seat seat{*content, board.style, {}};
    for (const auto& shown : views::screens(*content))
        for (const auto language : languages) {
            auto seen = shown;
            seen.visit.look.language = {language};
            seen.name += ", " + content->languages[language].code;
            seat.look(seen, portrait);
            if (!all_looks) continue;
            seat.look(seen, landscape);
            seen.visit.look.lowered = true;
            seat.look(seen, portrait);
            seen.visit.look.lowered = false;
            seen.visit.look.size = visit::TextSize::largest;
            seen.name += ", largest";
            seat.look(seen, portrait);
        }
    keys = seat.keys;
    return seat.wrong;
}

std::string lines(const std::vector<std::string>& all) {
    std::string text;
    for (const auto& one : all) text += one + "\n";
    return text;
}

}  // namespace

TEST_CASE("every key of every screen by Next and OK") {
    int keys = 0;
    CHECK(lines(wrong_in({0}, false, keys)) == "");
    CHECK(keys > 1'000);
}

TEST_CASE("long: every key of every screen by Next and OK, in every language and look" * doctest::skip()) {
    int keys = 0;
    CHECK(lines(wrong_in({0, 1, 2, 3, 4}, true, keys)) == "");
    CHECK(keys > 20'000);
}
