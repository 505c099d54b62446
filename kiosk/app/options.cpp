// SPDX-License-Identifier: Apache-2.0
#include "app/options.hpp"

#include <CLI/CLI.hpp>

#include <cstdlib>
#include <functional>
#include <sstream>

namespace kiosk::app {

namespace {

constexpr const char* exit_codes =
    "Exit codes: 0 fine; 1 the content has errors; 2 wrong use of the command line;\n"
    "3 the world said no (no display, no state folder, no such file); 70 a bug.";
constexpr const char* machine_note = "Options of the machine (content, state, printer, ...): see kiosk --help.";

Size read_size(const std::string& text) {
    Size size;
    char between = 0, rest = 0;
    std::istringstream words(text);
    if (!(words >> size.width >> between >> size.height) || between != 'x' || words >> rest || size.width < 100 ||
        size.height < 100)
        throw CLI::ValidationError("size", "'" + text + "' is no size; write width x height, like 1080x1920");
    return size;
}

/// Default at the top so that `kiosk` alone runs.
struct Parser {
    CLI::App cli{"Patient education kiosk: red-flag questions, referral to staff, natural-care handouts.", "kiosk"};
    Machine machine;
    command::Serve service;
    command::Render render;
    command::Handout handout;
    command::VisitScript script;
    Command chosen = command::Run{};
    std::string windowed, render_size;

    Parser() {
        cli.set_version_flag("--version", KIOSK_VERSION);
        cli.footer(exit_codes);
        cli.require_subcommand(0, 1);
        add_machine_options();
        add("run", "The screen (the default). Starts its own `kiosk serve`.", [this] { chosen = command::Run{}; });
        add("serve", "The service: the printer. Started by run unless told otherwise.", [this] {
            chosen = service;
        })->add_flag("--with-screen", service.with_screen, "End when no screen is left");
        add("check", "Says whether the content is fit for patients, a line a problem.", [this] {
            chosen = command::Check{};
        })->add_option("FILE", machine.content, "content.xml to check");
        add_render();
        add_handout();
        add("map", "The safety check and its rules as text.", [this] { chosen = command::Map{}; });
        add("visit", "Plays a scripted visit without a window and prints what was seen.", [this] { chosen = script; })
            ->add_option("FILE", script.file, "the script; see CONTRIBUTING.md")
            ->required();
        add("status", "What the screen and the service are doing.", [this] { chosen = command::Status{}; });
    }

    CLI::App* add(const char* name, const char* what, std::function<void()> then) {
        auto* sub = cli.add_subcommand(name, what);
        sub->fallthrough();
        sub->footer(std::string(machine_note) + "\n" + exit_codes);
        sub->callback(std::move(then));
        return sub;
    }

    void add_machine_options() {
        cli.set_config("--config", "/etc/clinic-kiosk/machine.conf",
                       "Machine file with these options, a line each: printer=ipp://...");
        cli.add_option("--content", machine.content, "The clinic's content.xml")->capture_default_str();
        cli.add_option("--state", machine.state, "Folder for requests between screen and service");
        cli.add_option("--printer", machine.printer,
                       "ipp://HOST/ipp/print, ipps://..., or folder:DIR for a demonstration");
        cli.add_option("--printer-pin", machine.printer_pin, "SHA-256 of the printer's certificate (ipps)");
        cli.add_option("--name", machine.name, "What staff call this kiosk");
        cli.add_option("--windowed", windowed, "In a window of this size, for a desk: 540x960");
        cli.add_flag("--still", machine.still, "Plain cuts; nothing moves");
        cli.add_flag("--service-runs", machine.service_runs, "Do not start `kiosk serve`: it runs already");
    }

    void add_render() {
        auto* sub = add("render", "Writes every screen as PNG.", [this] { chosen = render; });
        sub->add_option("-o,--output", render.folder, "Folder")->required();
        sub->add_option("--size", render_size, "Size of the screen")->default_str("1080x1920");
        sub->add_option("--only", render.only, "Only screens with this in their name");
        sub->add_flag("--text", render.text, "Also NAME.txt: what is on each screen");
    }

    void add_handout() {
        auto* sub = add("handout", "Writes handouts as PDF.", [this] { chosen = handout; });
        sub->add_option("--topic", handout.topic, "Topic id; the first if not given");
        sub->add_option("--handout", handout.handouts, "Handout id; may be repeated; all if not given");
        sub->add_option("--language", handout.language, "Language code; the clinic's if not given");
        sub->add_option("--paper", handout.paper, "letter or a4; the clinic's if not given")
            ->check(CLI::IsMember({"letter", "a4"}));
        sub->add_flag("--large-print", handout.large_print, "18 pt");
        sub->add_option("-o,--output", handout.out, "PDF file")->required();
    }

    void parse(int argc, char** argv) {
        cli.parse(argc, argv);
        if (!windowed.empty()) machine.windowed = read_size(windowed);
        if (auto* r = std::get_if<command::Render>(&chosen); r != nullptr && !render_size.empty())
            r->size = read_size(render_size);
    }
};

}  // namespace

std::variant<Options, int> read_options(int argc, char** argv) {
    Parser parser;
    try {
        parser.parse(argc, argv);
    } catch (const CLI::Error& error) {
        const int code = parser.cli.exit(error);
        return code == 0 ? 0 : static_cast<int>(Exit::usage);
    }
    return Options{parser.machine, parser.chosen};
}

std::string state_folder(const Machine& machine) {
    if (!machine.state.empty()) return machine.state;
    if (const char* given = std::getenv("STATE_DIRECTORY")) return given;
    if (const char* given = std::getenv("XDG_STATE_HOME")) return std::string(given) + "/clinic-kiosk";
    if (const char* home = std::getenv("HOME")) return std::string(home) + "/.local/state/clinic-kiosk";
    return "/var/lib/clinic-kiosk";
}

}  // namespace kiosk::app
