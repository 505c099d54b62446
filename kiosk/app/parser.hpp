// SPDX-License-Identifier: Apache-2.0
// What read_options works with: the command line as CLI11 sees it, and the values its options fill. The options of the
// machine are in machine_options.cpp, those of the commands about content in content_options.cpp.
#pragma once

#include "app/machine_file.hpp"
#include "app/options.hpp"

#include <CLI/CLI.hpp>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::app {

inline constexpr const char* exit_codes =
    "Exit codes: 0 fine; 1 the content has errors; 2 wrong use of the command line or the machine\n"
    "file, a script that cannot be played, no such screen; 3 the world said no (no display, no state\n"
    "folder, no such file); 70 a bug.";
inline constexpr const char* machine_note = "Options of the machine (content, state, printer, ...): see kiosk --help.";

/// "1080x1920", in px.
std::optional<Size> read_size(const std::string&);
/// What is wrong with it; empty: nothing.
std::string no_size(const std::string&);

/// Default at the top so that `kiosk` alone runs.
struct Parser {
    CLI::App cli{"Patient education kiosk: red-flag questions, referral to staff, natural-care handouts.", "kiosk"};
    Machine machine;
    command::Serve service;
    command::Check check;
    command::Accessibility accessibility;
    command::Render render;
    command::Handout handout;
    command::Map visit_map;
    command::Preview preview;
    command::Translate translate;
    command::Diff diff;
    command::Book book;
    command::VisitScript script;
    command::Approve approval;
    command::DeskKey desk_key;
    command::Pack bundle;
    command::Install installation;
    Command chosen = command::Run{};
    std::map<std::string, int> lines;  ///< of what the machine file sets, by the option's name
    Problems wrong;                    ///< in the machine file, where the command goes on all the same
    std::string config = "/etc/clinic-kiosk/machine.conf", windowed, render_size, checked;

    Parser();

    /// A command that says `then` when it is chosen.
    CLI::App* add(const char* name, const char* what, std::function<void()> then);
    void add_machine_options();
    void add_desk_options();
    void add_check();
    void add_accessibility();
    void add_render();
    void add_handout();
    void add_map();
    void add_preview();
    void add_translate();
    void add_diff();
    void add_book();
    void add_approve();
    void add_desk_key();
    void add_pack();
    void add_install();

    /// Names of the options that may stand in the machine file.
    std::vector<std::string_view> names() const;
    /// What the machine file says counts where the command line says nothing.
    Problems apply(const MachineFile&);
    Problem wrong_value(const CLI::Option&, const std::string& name, const std::string& value, int line,
                        std::string why) const;
    /// After the last option was read.
    void finish();
};

}  // namespace kiosk::app
