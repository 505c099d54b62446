// SPDX-License-Identifier: Apache-2.0
#include "app/album.hpp"
#include "app/commands.hpp"
#include "app/file_watch.hpp"
#include "app/files.hpp"
#include "app/preview_look.hpp"
#include "app/signals.hpp"
#include "window/glass.hpp"

#include <array>
#include <filesystem>
#include <iostream>
#include <map>

namespace kiosk::app {

namespace {

constexpr Duration look_again{1'000};  // where a folder is not there to be watched
constexpr Size desk_window{1180, 1000};

std::optional<Move> move_of(const std::string& key) {
    static const std::map<std::string, Move> moves{
        {"Left", Move::previous},  {"Prior", Move::previous}, {"Right", Move::next},
        {"Next", Move::next},      {"space", Move::next},     {"Up", Move::previous_leaf},
        {"Down", Move::next_leaf}, {"Home", Move::first},     {"End", Move::last}};
    if (const auto at = moves.find(key); at != moves.end()) return at->second;
    for (const auto& one : preview_keys)
        if (key == std::string(1, one.letter)) return one.move;
    return {};
}

/// Leafs as it is told, reads again what is saved, shows what is wrong over the last content that was fine.
class Window {
public:
    Window(const Machine& machine, window::Glass& glass, content::Content content, const views::Sight& sight)
        : m_file(content_file(machine.content)), m_glass(glass), m_album(std::move(content), sight) {}

    Exit until_closed() {
        while (!m_closed) {
            const auto sight = m_watch.look_at(m_folders);
            if (read_files() || sight == FileWatch::Sight::widened) continue;
            show();
            const std::array others{m_stop.descriptor(), m_watch.descriptor()};
            m_glass.wait(sight == FileWatch::Sight::partial ? look_again : Duration{-1}, others);
            for (const auto& input : m_glass.inputs()) take(input);
            if (m_stop.asked() != 0) m_closed = true;
            if (m_watch.happened()) m_watch.settle();
        }
        return Exit::fine;
    }

private:
    void show() {
        const Size size = m_glass.size();
        m_sheet = preview_sheet(m_album, m_problems, size);
        page::paint(m_sheet, m_album.style(), m_pixels);
        m_glass.show(m_pixels, window::Change::cut);
    }

    /// True where what is watched has changed with what was read.
    bool read_files() {
        FilesRead now;
        auto loaded = load_content(m_file, &now);
        if (now == m_read) return false;
        m_read = std::move(now);
        auto folders = folders_of(m_read);
        const bool others = folders != m_folders;
        m_folders = std::move(folders);
        m_problems = loaded.problems;
        if (loaded.content) m_album.replace(std::move(*loaded.content));
        return others;
    }

    void take(const window::Input& input) {
        if (std::holds_alternative<window::Closed>(input)) m_closed = true;
        if (const auto* typed = std::get_if<window::Typed>(&input)) {
            if (typed->key == "Escape" || typed->key == "q") m_closed = true;
            if (const auto move = move_of(typed->key)) m_album.make(*move);
        }
        const auto* finger = std::get_if<window::Finger>(&input);
        if (finger == nullptr || finger->kind != window::Finger::Kind::down) return;
        for (const auto& target : m_sheet.targets)
            if (target.key >= 0 && target.touch.contains(finger->at))
                return m_album.make(preview_keys[static_cast<std::size_t>(target.key)].move);
    }

    const std::string m_file;
    window::Glass& m_glass;
    Album m_album;
    StopSignals m_stop;
    FileWatch m_watch;
    std::set<std::string> m_folders;
    FilesRead m_read;
    Problems m_problems;
    page::Sheet m_sheet;
    Pixels m_pixels;
    bool m_closed = false;
};

/// Screens and sheets of all languages that were asked for, as files.
Exit write_all(const content::Content& content, const command::Preview& command, views::Sight sight) {
    std::error_code error;
    std::filesystem::create_directories(command.folder, error);
    int written = 0;
    const auto first = command.language.empty() ? 0 : sight.language.index;
    const auto end = command.language.empty() ? content.languages.size() : first + 1;
    for (std::size_t language = first; language < end; ++language)
        for (const auto medium : {views::Medium::glass, views::Medium::paper}) {
            sight.language = {language};
            sight.medium = medium;
            const auto seen = views::seen(content, sight);
            const DrawingBoard board(seen);
            for (const auto& leaf : views::leaves(seen, sight)) {
                if (leaf.name.find(command.only) == std::string::npos) continue;
                int page = 0;
                for (const auto& sheet : views::sheets(seen, sight, leaf, board.style)) {
                    const auto more = ++page > 1 ? "-page-" + std::to_string(page) : std::string();
                    const auto file =
                        command.folder + "/" + content.languages[language].code + "-" + leaf.name + more + ".png";
                    if (const auto failure = write_file(file, png_of(sheet, board.style)))
                        return world_said_no(failure->sentence);
                    ++written;
                }
            }
        }
    std::cout << written << " screens and sheets written to " << command.folder << '\n';
    return written > 0 ? Exit::fine : Exit::usage;
}

}  // namespace

Exit preview(const Machine& machine, const command::Preview& command) {
    auto content = content_or_problems(machine);
    if (!content) return Exit::content_problem;
    const auto sight = sight_of(*content, command);
    if (!sight) return Exit::usage;
    if (!command.folder.empty()) return write_all(*content, command, *sight);
    auto display = window::Watch::open();
    if (!display) return world_said_no(display.failure().sentence);
    auto glass = window::Glass::open({.windowed = machine.windowed.value_or(desk_window), .fade = Duration{0}},
                                     std::move(*display));
    if (!glass) return world_said_no(glass.failure().sentence);
    return Window(machine, **glass, std::move(*content), *sight).until_closed();
}

}  // namespace kiosk::app
