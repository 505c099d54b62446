// SPDX-License-Identifier: Apache-2.0
#include "app/options.hpp"

#include "app/machine_file.hpp"
#include "app/signing.hpp"
#include "content/clinic_reader.hpp"
#include "printer/address.hpp"

#include <CLI/CLI.hpp>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>

namespace kiosk::app {

namespace {

constexpr const char* exit_codes =
    "Exit codes: 0 fine; 1 the content has errors; 2 wrong use of the command line or the machine\n"
    "file, a script that cannot be played, no such screen; 3 the world said no (no display, no state\n"
    "folder, no such file); 70 a bug.";
constexpr const char* machine_note = "Options of the machine (content, state, printer, ...): see kiosk --help.";

constexpr std::streamsize largest_machine_file = 1 << 16;
constexpr double smallest = 320, largest = 8192;  // px a side

std::optional<Size> read_size(const std::string& text) {
    Size size;
    char between = 0, rest = 0;
    std::istringstream words(text);
    if (!(words >> size.width >> between >> size.height) || between != 'x' || words >> rest) return {};
    const auto fits = [](double side) { return side >= smallest && side <= largest; };
    return fits(size.width) && fits(size.height) ? std::optional(size) : std::nullopt;
}

std::string no_size(const std::string& text) {
    if (text.empty() || read_size(text)) return {};
    return "'" + text + "' is no size; write width x height, 320 to 8192 pixels each, like 1080x1920";
}

std::string ends_in(const std::string& file, std::initializer_list<const char*> endings) {
    std::string all;
    for (const auto* ending : endings) {
        if (file.ends_with(ending)) return {};
        all += (all.empty() ? "" : " or ") + std::string(ending);
    }
    return "'" + file + "' does not say what to write; end it in " + all;
}

std::string no_key(const std::string& text) {
    if (text.empty() || is_public_key(text)) return {};
    return "that is no public key; write the 64 digits that kiosk approve --make-key printed";
}

/// It becomes part of a file name.
std::string no_language(const std::string& code) {
    if (content::is_language_code(code)) return {};
    return "'" + code + "' is no language code; write a code as en, es or zh-Hans";
}

/// Default at the top so that `kiosk` alone runs.
struct Parser {
    CLI::App cli{"Patient education kiosk: red-flag questions, referral to staff, natural-care handouts.", "kiosk"};
    Machine machine;
    command::Serve service;
    command::Check check;
    command::Render render;
    command::Handout handout;
    command::Map visit_map;
    command::Preview preview;
    command::Translate translate;
    command::Diff diff;
    command::Book book;
    command::VisitScript script;
    command::Approve approval;
    Command chosen = command::Run{};
    std::map<std::string, int> lines;  ///< of what the machine file sets, by the option's name
    Problems wrong;                    ///< in the machine file, where the command goes on all the same
    std::string config = "/etc/clinic-kiosk/machine.conf", windowed, render_size, checked;

    Parser() {
        cli.set_version_flag("--version", KIOSK_VERSION);
        cli.footer(exit_codes);
        cli.require_subcommand(0, 1);
        add_machine_options();
        add("run", "The screen (the default). Starts its own `kiosk serve`.", [this] { chosen = command::Run{}; });
        add("serve", "The service: the printer. Started by run unless told otherwise.", [this] {
            chosen = service;
        })->add_flag("--with-screen", service.with_screen, "End when no screen is left");
        add_check();
        add_render();
        add_handout();
        add_map();
        add_preview();
        add("translate", "Makes or updates the XLIFF files of a language, beside each topic and the interface.",
            [this] { chosen = translate; })
            ->add_option("LANGUAGE", translate.language, "Its code: es, vi, zh-Hans")
            ->required()
            ->check(no_language);
        add_diff();
        add_book();
        add("visit", "Plays a scripted visit without a window and prints what was seen.", [this] { chosen = script; })
            ->add_option("FILE", script.file, "the script; see CONTRIBUTING.md")
            ->required();
        add_approve();
        add("take-in", "Started by serve: judges a changed content and keeps a copy.", [this] {
            chosen = command::TakeIn{};
        })->group("");
        add("status",
            "What the screen and the service are doing, and how the content stands (exit 1: patients do not see the "
            "files as they are).",
            [this] { chosen = command::Status{}; });
    }

    CLI::App* add(const char* name, const char* what, std::function<void()> then) {
        auto* sub = cli.add_subcommand(name, what);
        sub->fallthrough();
        sub->footer(std::string(machine_note) + "\n" + exit_codes);
        sub->callback(std::move(then));
        return sub;
    }

    void add_machine_options() {
        // Of one that is given twice, the last counts: a starter's defaults may stand before what a person adds.
        cli.option_defaults()->take_last();
        cli.add_option("--config", config, "Machine file with these options, a line each: name=Waiting room 1")
            ->capture_default_str();
        cli.add_option("--content", machine.content, "The clinic's content.xml")->capture_default_str();
        cli.add_option("--state", machine.state, "Folder for requests between screen and service");
        cli.add_option("--printer", machine.printer,
                       "ipp://HOST/ipp/print, ipps://..., or folder:DIR for a demonstration");
        cli.add_option("--printer-pin", machine.printer_pin, "SHA-256 of the printer's certificate (ipps)");
        cli.add_option("--name", machine.name, "What staff call this kiosk");
        cli.add_option("--windowed", windowed, "In a window of this size, for a desk: 540x960")->check(no_size);
        cli.add_flag("--still", machine.still, "Plain cuts; nothing moves");
        cli.add_flag("--service-runs", machine.service_runs, "Do not start `kiosk serve`: it runs already");
        cli.add_flag("--require-approval", machine.require_approval,
                     "Patients see only approved content (kiosk approve)");
        cli.add_option("--approval-key", machine.approval_key,
                       "Only approvals signed with this key count (approve --make-key)")
            ->check(no_key);
        cli.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
    }

    void add_check() {
        using Check = command::Check;
        auto* sub = add("check", "Says whether the content is fit for patients, a line a problem.", {});
        sub->add_option("FILE", checked, "content.xml to check, or its folder");
        sub->add_option_function<std::string>(
               "--format",
               [this](const std::string& format) {
                   check.format = format == "json"    ? Check::Format::json
                                  : format == "sarif" ? Check::Format::sarif
                                                      : Check::Format::text;
               },
               "text, json, or sarif (SARIF 2.1.0, for editors and CI)")
            ->check(CLI::IsMember({"text", "json", "sarif"}));
        sub->add_flag_callback(
            "--no-fit", [this] { check.depth = Check::Depth::words; }, "Quick: lays out no screen and no sheet");
        sub->add_flag_callback(
            "--self-test", [this] { check.depth = Check::Depth::self_test; },
            "Plants faults in a copy of the content and says which check catches each");
        sub->add_flag("--watch", check.watch, "Checks again whenever a file of the content is saved, until Ctrl-C");
        sub->callback([this] {
            if (check.watch && check.format != Check::Format::text)
                throw CLI::ValidationError("--watch", "is for people; leave out --format");
            chosen = check;
        });
    }

    void add_render() {
        auto* sub = add("render", "Writes every screen as PNG.", [this] { chosen = render; });
        sub->add_option("-o,--output", render.folder, "Folder")->required();
        sub->add_option("--size", render_size, "Size of the screen")->default_str("1080x1920")->check(no_size);
        sub->add_option("--only", render.only, "Only screens with this in their name");
        sub->add_flag("--text", render.text, "Also NAME.txt: what is on each screen");
    }

    void add_approve() {
        auto* sub =
            add("approve", "Records that patients may see exactly this content, in approval.xml beside it.", [this] {
                if (approval.by.empty() && approval.make_key.empty()) throw CLI::RequiredError("--by \"Name, role\"");
                chosen = approval;
            });
        auto* by = sub->add_option("--by", approval.by, "Who approves: \"Name, role\"");
        sub->add_option("--until", approval.until, "The last day it holds: 2027-11-22; without it there is none");
        sub->add_option("--key", approval.key, "Sign with this secret key");
        sub->add_option("--make-key", approval.make_key,
                        "Only write a new secret key to this file, and print its public part for "
                        "approval-key= in the machine file of each kiosk")
            ->excludes(by);
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

    void add_book() {
        auto* sub =
            add("book", "The sign-off book: every screen and sheet, the map, the warning signs, as PDF to sign.",
                [this] { chosen = book; });
        sub->add_option("-o,--output", book.out, "PDF file. Needs Graphviz.")
            ->required()
            ->check([](const std::string& file) { return ends_in(file, {".pdf"}); });
        sub->add_option("--date", book.date, "Day of making it, like 2026-11-22; today if not given");
    }

    void add_diff() {
        auto* sub = add("diff", "What differs between two contents: where answers lead, rules, texts, screens.",
                        [this] { chosen = diff; });
        sub->add_option("OLD", diff.before, "The old content.xml, or its folder")->required();
        sub->add_option("NEW", diff.after, "The new one")->required();
        sub->add_option("-o,--output", diff.out, "Also as PDF, with the screens side by side")
            ->check([](const std::string& file) { return ends_in(file, {".pdf"}); });
        sub->footer(
            "Exit codes: 0 no difference; 1 there are some; 2 wrong use of the command line; 3 one of them cannot be "
            "read.");
    }

    void add_preview() {
        auto* sub =
            add("preview", "A window to leaf through every screen and sheet; follows the files as they are saved.",
                [this] { chosen = preview; });
        sub->add_option("--out", preview.folder, "Writes them into this folder as PNG instead; all languages");
        sub->add_option("--topic", preview.topic, "Topic id; the first if not given");
        sub->add_option("--language", preview.language, "Language code");
        sub->add_option("--size", preview.size, "normal, large or largest letters; on paper large print")
            ->check(CLI::IsMember({"normal", "large", "largest"}));
        sub->add_option("--paper", preview.paper, "letter or a4; the clinic's if not given")
            ->check(CLI::IsMember({"letter", "a4"}));
        sub->add_flag("--landscape", preview.landscape, "Screens that hang across");
        sub->add_option("--only", preview.only, "With --out: only what has this in its name");
        sub->footer(
            "Arrow keys leaf; p paper or glass, t topic, l language, s letters, o turn the panel or A4, w lowered,\n"
            "q or Escape ends. " +
            std::string(machine_note) + "\n" + exit_codes);
    }

    void add_map() {
        auto* sub =
            add("map", "The safety check and its rules, as text or drawn (-o).", [this] { chosen = visit_map; });
        sub->add_option("--topic", visit_map.topic, "Topic id; all if not given");
        sub->add_option("-o,--output", visit_map.out, "Draws it into this file: .svg, .pdf or .png. Needs Graphviz.")
            ->check([](const std::string& file) {
                return ends_in(file, {".svg", ".pdf", ".png"});
            });
    }

    /// Names of the options that may stand in the machine file.
    std::vector<std::string_view> names() const {
        std::vector<std::string_view> found;
        for (const auto* option : cli.get_options())
            for (const auto& name : option->get_lnames())
                if (name != "help" && name != "version" && name != "config") found.emplace_back(name);
        return found;
    }

    /// What the machine file says counts where the command line says nothing.
    Problems apply(const MachineFile& file) {
        Problems problems = file.problems;
        for (const auto& [name, value, line] : file.settings) {
            auto* option = cli.get_option("--" + name);
            if (option->count() > 0) continue;
            lines[name] = line;
            try {
                option->add_result(option->get_expected_min() == 0 ? option->get_flag_value(name, value) : value);
                option->run_callback();
            } catch (const CLI::Error& error) {
                problems.push_back(wrong_value(*option, name, value, line, error.what()));
            }
        }
        return problems;
    }

    Problem wrong_value(const CLI::Option& option, const std::string& name, const std::string& value, int line,
                        std::string why) const {
        if (option.get_expected_min() == 0)
            return {config, line, Severity::error, "\"" + value + "\" is no value of " + name, "true or false"};
        if (const std::string prefix = "--" + name + ": "; why.rfind(prefix, 0) == 0) why.erase(0, prefix.size());
        return {config, line, Severity::error, name + ": " + why, {}};
    }

    void finish() {
        machine.windowed = read_size(windowed);
        if (auto* c = std::get_if<command::Check>(&chosen)) c->of_machine = wrong;
        if (!checked.empty()) machine.content = checked;
        if (auto* r = std::get_if<command::Render>(&chosen); r != nullptr && !render_size.empty())
            r->size = *read_size(render_size);
    }
};

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

/// Of the machine file, it is one more problem that check tells.
std::optional<Exit> check_printer(Parser& parser) {
    const auto trouble = printer_trouble(parser);
    if (trouble.empty()) return {};
    const auto line = std::max(parser.lines["printer"], parser.lines["printer-pin"]);
    if (line == 0 || !std::holds_alternative<command::Check>(parser.chosen))
        return complain("kiosk: " + trouble, Exit::usage);
    add(parser.wrong, {{parser.config, line, Severity::error, trouble, {}}}, "machine");
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
    if (!wrong) wrong = check_printer(parser);
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
