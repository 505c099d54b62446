// SPDX-License-Identifier: Apache-2.0
// What the command line and the machine file say. Words of the clinic are not here: they stand in content.xml.
#pragma once

#include "base/geometry.hpp"
#include "base/problem.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kiosk::app {

/// Documented in --help.
enum class Exit { fine = 0, content_problem = 1, usage = 2, world = 3, bug = 70, again = 75 };

/// What belongs to this one machine; may stand in the machine file (--config).
struct Machine {
    std::string config;  ///< the machine file these come from; empty: none was read
    std::string content = "content.xml";
    std::string state;                         ///< folder of the mailbox; empty: the usual place
    std::string printer;                       ///< empty: no printer
    std::string printer_pin;                   ///< SHA-256 of its certificate, hex
    std::string name;                          ///< "Waiting room 1"
    std::string listen;                        ///< "127.0.0.1:8080", where the desk page is; empty: there is none
    std::string certificate, certificate_key;  ///< PEM files, for a desk page on a network
    std::string desk;                          ///< "https://10.0.0.5:8443", the desk of another kiosk; empty: none
    std::string desk_key;                      ///< file of what that desk knows this kiosk by
    std::string desk_authority;                ///< PEM file: who vouches for it; empty: whom this machine trusts
    std::string broker;                        ///< "mqtts://...", through which kiosks of other clinics reach this desk
    std::string broker_authority, broker_certificate, broker_key;  ///< PEM files, for either end of a broker
    std::string webhook;            ///< "https://...", where a paging system is; empty: there is none
    std::string webhook_secret;     ///< file of what its messages are signed with
    std::string webhook_authority;  ///< PEM file: who vouches for it; empty: whom this machine trusts
    std::string metrics_token;      ///< file of what a scraper on the network must show; empty: none may
    std::string keypad;             ///< which keys send its six: "next=F13 ok=F15"; empty: what a keyboard sends
    std::optional<Size> windowed;
    bool no_screen = false;         ///< a desk for other kiosks, without a glass of its own
    double panel_diagonal = 546;    ///< mm of the picture, 16:9
    double viewing_distance = 600;  ///< mm from the eye to the glass
    bool staff_corners = true;      ///< the hidden touches lead to the PIN
    bool still = false;             ///< every visit begins with plain cuts: nothing moves
    bool headphones = false;        ///< its sound goes to a headphone socket alone
    bool service_runs = false;      ///< `kiosk serve` is started by someone else
    bool require_approval = false;  ///< as in content.xml, but not for whoever edits the content to take away
    std::string updates;            ///< "https://...", where bundles of content are; empty: nowhere
    std::string updates_authority;  ///< PEM file: who vouches for that server; empty: whom this machine trusts
    std::string bundle_key;         ///< hex; bundles signed by its other part are taken, no others
    std::string sticks = "/dev/disk/by-id/usb-*";  ///< where USB sticks with bundles are; empty: none is looked at
    std::string approval_key;                      ///< hex; with it only approvals signed by its other part count
};

namespace command {
struct Run {};
struct Serve {
    bool with_screen = false;  ///< started by run: ends when no screen is left
};
struct Check {
    enum class Format { text, json, sarif };
    enum class Depth { words, whole, self_test };  ///< words: nothing is laid out; self_test: of check itself
    Format format = Format::text;
    Depth depth = Depth::whole;
    bool watch = false;
    Problems of_machine;  ///< what is wrong with the machine file: one more thing to tell
};
struct Accessibility {
    bool json = false;
};
struct Render {
    std::string folder;
    Size size{1080, 1920};
    std::string only;           ///< part of the names to render; empty = all
    bool text = false;          ///< what is on them as text, too
    bool speech = false;        ///< what they say, too
    std::string language = {};  ///< code; empty = the clinic's

    // Every screen in this look, and not each look in its turn.
    bool largest = false, contrast = false, lowered = false;
};
struct Handout {
    std::string topic, language, paper, out;
    std::vector<std::string> handouts;
    bool large_print = false;
};
struct Map {
    std::string topic;  ///< empty: all
    std::string out;    ///< empty: text to standard output; else .svg, .pdf or .png
};
struct Diff {
    std::string before, after;
    std::string out;  ///< PDF; empty: none
};
struct Book {
    std::string out;   ///< PDF
    std::string date;  ///< ISO; empty: today
};
struct Preview {
    std::string folder;  ///< empty: a window
    std::string topic, language, paper, size, only;
    bool landscape = false;
};
struct Translate {
    std::string language;
};
struct VisitScript {
    std::string file;
};
struct Status {};
struct Password {};
struct Pin {};
struct DeskKey {
    std::string kiosk;    ///< its name; empty: the names of all are told
    bool remove = false;  ///< its key no longer counts
};
struct TakeIn {};  ///< started by serve
struct Sorry {};   ///< started by systemd where the screen was given up on
struct Approve {
    std::string by, until, key, make_key;
};
struct Pack {
    std::string out, key;
    std::uint64_t version = 0;  ///< 0: the minute it is made in
};
struct Install {
    std::string from;  ///< file or https://...; empty: what the machine file's updates names
    bool previous = false;
    bool stick = false;  ///< from a USB stick, for staff at the glass
    int wait = 30;       ///< s, for a stick to be put in
};
}  // namespace command

using Command =
    std::variant<command::Run, command::Serve, command::Check, command::Accessibility, command::Render,
                 command::Handout, command::Map, command::Preview, command::Diff, command::Book, command::Translate,
                 command::VisitScript, command::Status, command::Password, command::Pin, command::DeskKey,
                 command::Approve, command::Pack, command::Install, command::TakeIn, command::Sorry>;

struct Options {
    Machine machine;
    Command command;
};

/// Options, or the exit code after help, version or a usage error was printed.
std::variant<Options, int> read_options(int argc, char** argv);

/// The mailbox's folder: --state, else what systemd gives, else the user's own.
std::string state_folder(const Machine&);

}  // namespace kiosk::app
