// SPDX-License-Identifier: Apache-2.0
#include "app/options.hpp"

#include "app/machine_check.hpp"
#include "app/parser.hpp"
#include "desk/mqtt.hpp"
#include "printer/address.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace kiosk::app {

Parser::Parser() {
    cli.set_version_flag("--version", KIOSK_VERSION);
    cli.footer(exit_codes);
    cli.require_subcommand(0, 1);
    add_machine_options();
    add("run", "The screen (the default). Starts its own `kiosk serve`.", [this] { chosen = command::Run{}; });
    add("serve", "The service: printer and front desk. Started by run unless told otherwise.", [this] {
        chosen = service;
    })->add_flag("--with-screen", service.with_screen, "End when no screen is left");
    add_check();
    add_accessibility();
    add_render();
    add_handout();
    add_map();
    add_preview();
    add_translate();
    add_diff();
    add_book();
    add("visit", "Plays a scripted visit without a window and prints what was seen.", [this] { chosen = script; })
        ->add_option("FILE", script.file, "the script; see CONTRIBUTING.md")
        ->required();
    add_approve();
    add_pack();
    add_install();
    add("take-in", "Started by serve: judges a changed content and keeps a copy.", [this] {
        chosen = command::TakeIn{};
    })->group("");
    add("sorry", "Started by systemd in place of a screen that keeps failing: one page, whom to tell.", [this] {
        chosen = command::Sorry{};
    })->group("");
    add("password", "Sets the staff password of the desk page; asks for it, or takes a line of standard input.",
        [this] { chosen = command::Password{}; });
    add("pin", "Sets the PIN of staff at the glass, six digits; asks for it, or takes a line of standard input.",
        [this] { chosen = command::Pin{}; });
    add_desk_key();
    add("status", "What the screen and the service are doing, and how the content stands.",
        [this] { chosen = command::Status{}; })
        ->footer(
            "Exit codes: 0 fine; 1 patients do not see the files as they are, or no desk can be told of a call, it "
            "says "
            "why; 3 the state folder cannot "
            "be read.\n" +
            std::string(machine_note));
}

void Parser::add_desk_key() {
    auto* sub = add("desk-key", "At the kiosk with the desk page: a key for another kiosk of the clinic, made anew.",
                    [this] { chosen = desk_key; });
    sub->add_option("KIOSK", desk_key.kiosk, "what staff call it; without it, the kiosks that have a key are named");
    sub->add_flag("--remove", desk_key.remove, "its key no longer counts");
}

CLI::App* Parser::add(const char* name, const char* what, std::function<void()> then) {
    auto* sub = cli.add_subcommand(name, what);
    sub->fallthrough();
    sub->footer(std::string(machine_note) + "\n" + exit_codes);
    sub->callback(std::move(then));
    return sub;
}

void Parser::finish() {
    machine.windowed = read_size(windowed);
    if (auto* c = std::get_if<command::Check>(&chosen)) {
        kiosk::add(wrong, machine_problems(machine, lines), "machine");
        c->of_machine = wrong;
    }
    if (!checked.empty()) machine.content = checked;
    if (auto* r = std::get_if<command::Render>(&chosen); r != nullptr && !render_size.empty())
        r->size = *read_size(render_size);
}

namespace {

constexpr std::streamsize largest_machine_file = 1 << 16;

Exit complain(const std::string& sentence, Exit code) {
    std::cerr << sentence << '\n';
    return code;
}

/// Nothing, or the exit code after its problems were printed.
std::optional<Exit> read_machine(Parser& parser) {
    const bool asked_for = parser.cli.get_option("--config")->count() > 0;
    if (parser.config.empty() || (!asked_for && access(parser.config.c_str(), F_OK) != 0)) return {};
    std::error_code error;
    // /dev/null is a fine machine file; a pipe would hang.
    const bool is_file = std::filesystem::is_regular_file(parser.config, error) ||
                         std::filesystem::is_character_file(parser.config, error);
    std::ifstream file(is_file ? parser.config : std::string());
    std::string text;
    if (file) {
        text.resize(largest_machine_file);
        text.resize(static_cast<std::size_t>(file.read(text.data(), largest_machine_file).gcount()));
    } else {
        return complain("kiosk: The machine file " + parser.config + " cannot be read. Check its name and its rights.",
                        Exit::world);
    }
    parser.machine.config = parser.config;
    auto problems = parser.apply(read_machine_file(text, parser.config, parser.names()));
    sort(problems);
    if (std::holds_alternative<command::Check>(parser.chosen)) {
        add(parser.wrong, std::move(problems), "machine");
        return {};
    }
    for (const auto& problem : problems) complain(to_string(problem), Exit::usage);
    return problems.empty() ? std::nullopt : std::optional(Exit::usage);
}

/// Empty where there is none.
std::string printer_trouble(const Parser& parser) {
    const Machine& machine = parser.machine;
    const bool named = parser.cli.get_option("--printer")->count() > 0;
    if (!named && !machine.printer_pin.empty())
        return "There is a printer-pin but no printer. Name the printer too: ipps://HOST/ipp/print.";
    if (machine.printer.empty()) return {};
    const auto address = printer::parse_address(machine.printer, machine.printer_pin);
    return address ? "" : address.failure().sentence;
}

/// Empty where there is none.
std::string webhook_trouble(const Parser& parser) {
    if (parser.machine.webhook.empty()) return {};
    if (parser.machine.webhook_secret.empty())
        return "A webhook needs webhook-secret: a file of what its messages are signed with.";
    if (parser.cli.get_option("--listen")->count() > 0) return {};
    return "There is a webhook but no listen: without a desk there are no calls to page anybody for.";
}

/// Empty where there is none.
std::string desk_trouble(const Parser& parser) {
    const auto& machine = parser.machine;
    if (!machine.broker.empty() && machine.listen.empty())
        return "There is a broker but no listen: without a desk page nobody sees what comes through it.";
    if (machine.no_screen && machine.listen.empty())
        return "There is no-screen but no listen: a machine without a glass is a desk, or nothing.";
    if (machine.no_screen && std::holds_alternative<command::Run>(parser.chosen))
        return "There is no-screen: this machine has no glass. Start kiosk serve.";
    if (machine.desk.empty()) return {};
    if (!machine.listen.empty())
        return "There are a desk and a listen: calls of this kiosk go to the desk of another, or to its own.";
    if (desk::is_broker(machine.desk)) return {};
    return machine.desk_key.empty() ? "A desk needs desk-key: a file of the key that kiosk desk-key printed there."
                                    : "";
}

/// Of the machine file, it is one more problem that check tells.
std::optional<Exit> complain_of(Parser& parser, const std::string& trouble, int line) {
    if (trouble.empty()) return {};
    if (line == 0) return complain("kiosk: " + trouble, Exit::usage);
    const Problem problem{parser.config, line, Severity::error, trouble, {}, {}};
    if (!std::holds_alternative<command::Check>(parser.chosen)) return complain(to_string(problem), Exit::usage);
    add(parser.wrong, {problem}, "machine");
    return {};
}

}  // namespace

std::variant<Options, int> read_options(int argc, char** argv) {
    Parser parser;
    try {
        parser.cli.parse(argc, argv);
    } catch (const CLI::Error& error) {
        const int code = parser.cli.exit(error);
        return code == 0 ? 0 : static_cast<int>(Exit::usage);
    }
    auto wrong = read_machine(parser);
    auto& lines = parser.lines;
    if (!wrong) wrong = complain_of(parser, printer_trouble(parser), std::max(lines["printer"], lines["printer-pin"]));
    if (!wrong) wrong = complain_of(parser, webhook_trouble(parser), lines["webhook"]);
    if (!wrong)
        wrong =
            complain_of(parser, desk_trouble(parser), std::max({lines["desk"], lines["broker"], lines["no-screen"]}));
    if (wrong) return static_cast<int>(*wrong);
    parser.finish();
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
