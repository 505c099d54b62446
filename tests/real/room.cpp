// SPDX-License-Identifier: Apache-2.0
#include "room.hpp"

#include "app/files.hpp"
#include "fixtures/small.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace kiosk::test {

namespace action = kiosk::visit::action;

const content::Content& shipped() {
    static const auto loaded = app::load_content(std::string(KIOSK_SOURCE) + "/content.xml");
    REQUIRE(loaded.content);
    return *loaded.content;
}

Room::Room(int width, int height, const std::string& without_clients)
    : display(width, height, folder / "display.log", without_clients) {}

void Room::start(std::vector<std::string> options, const std::string& content) {
    kiosk.reset();
    std::ofstream(folder / "machine.conf") << "still=true\n";  // not the one of the host
    std::vector<std::string> words{KIOSK_BINARY, "run",   "--config", folder / "machine.conf",
                                   "--content",  content, "--state",  folder / "state"};
    words.insert(words.end(), options.begin(), options.end());
    kiosk = std::make_unique<Child>(words, folder / "kiosk.log");
}

std::string Room::log() const {
    return read_file(folder / "kiosk.log");
}

pid_t Room::service() const {
    return child_of(kiosk->pid());
}

pid_t child_of(pid_t parent) {
    const auto task = "/proc/" + std::to_string(parent) + "/task/" + std::to_string(parent) + "/children";
    std::istringstream children(read_file(task));
    pid_t pid = 0;
    children >> pid;
    return pid;
}

Clinic::Clinic() {
    kiosk::fixtures::copy_in_own_language(folder / "");
    xml = read_file(content());
}

void Clinic::write(const std::string& text) const {
    std::ofstream(content()) << text;
}

void Clinic::change(const std::string& file, const std::string& from, const std::string& to) const {
    auto text = read_file(folder / file);
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    std::ofstream(folder / file) << text.replace(at, from.size(), to);
}

std::string status(const Room& room, const Clinic& clinic) {
    return output_of(std::string(KIOSK_BINARY) + " status --config " + (room.folder / "machine.conf") + " --state " +
                     (room.folder / "state") + " --content " + clinic.content());
}

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

void fine(const Room& room, const std::string& problem) {
    INFO(room.log());
    REQUIRE(problem == "");
}

void to_first_question(const Room& room, play::Player& player) {
    fine(room, player.see());
    const bool asks_language = player.key(action::ChooseLanguage{}) != nullptr;
    fine(room, player.tap(asks_language ? visit::Action{action::ChooseLanguage{}} : action::Start{}));
    fine(room, player.tap(action::StartQuestions{}));
    fine(room, player.tap(action::ChooseWho{visit::Who::me}));
}

content::HandoutId read_a_handout(const Room& room, play::Player& player) {
    to_first_question(room, player);
    fine(room, player.answer_all_no());
    REQUIRE(std::holds_alternative<visit::place::Library>(player.visit().place));
    const auto& handouts = shipped()[{0}].handouts;
    const auto open = std::find_if(handouts.begin(), handouts.end(), [](const auto& h) { return !h.always_open; });
    const content::HandoutId id{static_cast<std::size_t>(open - handouts.begin())};
    fine(room, player.tap_on_some_page(action::Read{id}));
    return id;
}

}  // namespace kiosk::test
