// SPDX-License-Identifier: Apache-2.0
// The options of the machine, on the command line and in the machine file.
#include "app/keypad.hpp"
#include "app/parser.hpp"
#include "app/signing.hpp"
#include "app/updates.hpp"
#include "content/utf8.hpp"
#include "desk/https_line.hpp"
#include "desk/listen.hpp"
#include "desk/mqtt.hpp"
#include "desk/staff_name.hpp"
#include "desk/webhook.hpp"

#include <sstream>

namespace kiosk::app {

namespace {

constexpr double smallest = 320, largest = 8192;  // px a side

std::string no_key(const std::string& text) {
    if (text.empty() || is_public_key(text)) return {};
    return "that is no public key; write the 64 digits that kiosk approve --make-key printed";
}

std::string no_keypad(const std::string& text) {
    const auto keypad = Keypad::read(text);
    return keypad ? std::string() : keypad.failure().sentence;
}

/// Empty is none.
std::string no_name(const std::string& text) {
    if (text.empty() || (desk::is_staff_name(text) && !content::not_utf8_at(text))) return {};
    return "The name of a kiosk has 1 to 40 letters.";
}

/// In millimetres.
CLI::Validator length(int shortest, int longest) {
    const auto range = std::to_string(shortest) + " to " + std::to_string(longest);
    return {[=](const std::string& text) {
                std::istringstream words(text);
                double mm = 0;
                if (words >> mm && words.eof() && mm >= shortest && mm <= longest) return std::string();
                return "\"" + text + "\" is no length in millimetres; write a number, " + range + ".";
            },
            range};
}

/// Empty is none.
std::string no_listen(const std::string& text) {
    if (text.empty()) return {};
    const auto listen = desk::parse_listen(text);
    return listen ? std::string() : listen.failure().sentence;
}

/// Empty is none.
std::string no_desk(const std::string& url) {
    if (url.empty()) return {};
    return desk::is_broker(url) ? desk::broker_trouble(url) : desk::desk_trouble(url);
}

}  // namespace

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

void Parser::add_machine_options() {
    // Of one that is given twice, the last counts: a starter's defaults may stand before what a person adds.
    cli.option_defaults()->take_last();
    cli.add_option("--config", config, "Machine file with these options, a line each: name=Waiting room 1")
        ->capture_default_str();
    cli.add_option("--content", machine.content, "The clinic's content.xml")->capture_default_str();
    cli.add_option("--state", machine.state, "Folder for requests between screen and service");
    cli.add_option("--printer", machine.printer, "ipp://HOST/ipp/print, ipps://..., or folder:DIR for a demonstration");
    cli.add_option("--printer-pin", machine.printer_pin, "SHA-256 of the printer's certificate (ipps)");
    cli.add_option("--name", machine.name, "What staff call this kiosk")->check(no_name);
    add_desk_options();
    cli.add_option("--windowed", windowed, "In a window of this size, for a desk: 540x960")->check(no_size);
    cli.add_option("--keypad", machine.keypad,
                   "Which keys of a keypad send previous, next, ok, back, repeat, help: \"next=F13 ok=F15,Return\"; "
                   "besides those of a keyboard: arrows, Tab, Enter, Escape, F5, F1")
        ->check(no_keypad);
    cli.add_option("--panel-diagonal", machine.panel_diagonal,
                   "Diagonal of the panel's 16:9 picture in mm (21.5 inches are 546); check says how large letters are")
        ->capture_default_str()
        ->check(length(100, 3000));
    cli.add_option("--viewing-distance", machine.viewing_distance, "From people's eyes to the glass, in mm")
        ->capture_default_str()
        ->check(length(200, 3000));
    cli.add_flag("--staff-corners,!--no-staff-corners", machine.staff_corners,
                 "Staff reach their PIN from welcome: top left, top right, left, right (on)");
    cli.add_flag("--still", machine.still, "Every visit begins with plain cuts; nothing moves");
    cli.add_flag(
        "--headphones", machine.headphones,
        "Sound goes to a headphone socket alone, which nobody else hears: private questions are read aloud, too");
    cli.add_flag("--service-runs", machine.service_runs, "Do not start `kiosk serve`: it runs already");
    cli.add_flag("--require-approval", machine.require_approval, "Patients see only approved content (kiosk approve)");
    cli.add_option("--approval-key", machine.approval_key,
                   "Only approvals signed with this key count (approve --make-key)")
        ->check(no_key);
    cli.add_option("--bundle-key", machine.bundle_key, "Bundles signed with this key are taken (kiosk pack prints it)")
        ->check(no_key);
    cli.add_option("--sticks", machine.sticks,
                   "Where USB sticks are: staff behind their PIN take a bundle from one; empty: from none")
        ->capture_default_str();
    cli.add_option("--updates", machine.updates,
                   "https://...: where kiosk install, by a timer, looks for a newer bundle")
        ->check([](const std::string& url) { return url.empty() ? url : updates_trouble(url); });
    cli.add_option("--updates-authority", machine.updates_authority,
                   "PEM file: who vouches for its certificate, if this machine does not know them");
    cli.option_defaults()->multi_option_policy(CLI::MultiOptionPolicy::Throw);
}

void Parser::add_desk_options() {
    cli.add_option("--listen", machine.listen,
                   "Desk page for the front desk: 127.0.0.1:8080, or on a network 0.0.0.0:8443; else no desk is told")
        ->check(no_listen);
    cli.add_option("--certificate", machine.certificate, "PEM file: the desk page is encrypted, and staff sign in");
    cli.add_option("--certificate-key", machine.certificate_key, "PEM file: the key of that certificate");
    cli.add_option("--desk", machine.desk,
                   "https://10.0.0.5:8443: calls go to the desk page of another kiosk of the clinic; or "
                   "mqtts://HOST/PREFIX, to a desk behind this broker")
        ->check(no_desk);
    cli.add_option("--desk-key", machine.desk_key,
                   "File that others cannot read: the key that `kiosk desk-key` printed there");
    cli.add_option("--desk-authority", machine.desk_authority,
                   "PEM file: who vouches for its certificate, if this machine does not know them");
    cli.add_option("--broker", machine.broker,
                   "mqtts://HOST/PREFIX: this desk hears the kiosks behind this MQTT 5 broker, too")
        ->check([](const std::string& url) { return url.empty() ? url : desk::broker_trouble(url); });
    cli.add_option("--broker-authority", machine.broker_authority,
                   "PEM file: who vouches for the broker, if this machine does not know them");
    cli.add_option("--broker-certificate", machine.broker_certificate,
                   "PEM file: what the broker knows this machine by");
    cli.add_option("--broker-key", machine.broker_key, "PEM file: the key of that certificate");
    cli.add_flag("--no-screen", machine.no_screen,
                 "This machine has no glass: `kiosk serve` is a desk for other kiosks");
    cli.add_option("--webhook", machine.webhook,
                   "https://...: a paging system, told of calls that nobody at the desk sees or answers in time")
        ->check([](const std::string& url) { return url.empty() ? url : desk::webhook_trouble(url); });
    cli.add_option("--webhook-secret", machine.webhook_secret,
                   "File that others cannot read: what messages to it are signed with");
    cli.add_option("--webhook-authority", machine.webhook_authority,
                   "PEM file: who vouches for its certificate, if this machine does not know them");
    cli.add_option("--metrics-token", machine.metrics_token,
                   "File that others cannot read: what a scraper of /metrics on the network must show");
}

std::vector<std::string_view> Parser::names() const {
    std::vector<std::string_view> found;
    for (const auto* option : cli.get_options())
        for (const auto& name : option->get_lnames())
            if (name != "help" && name != "version" && name != "config") found.emplace_back(name);
    return found;
}

Problems Parser::apply(const MachineFile& file) {
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

Problem Parser::wrong_value(const CLI::Option& option, const std::string& name, const std::string& value, int line,
                            std::string why) const {
    if (option.get_expected_min() == 0)
        return {config, line, Severity::error, "\"" + value + "\" is no value of " + name, "true or false"};
    if (const std::string prefix = "--" + name + ": "; why.rfind(prefix, 0) == 0) why.erase(0, prefix.size());
    return {config, line, Severity::error, name + ": " + why, {}};
}

}  // namespace kiosk::app
