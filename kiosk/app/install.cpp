// SPDX-License-Identifier: Apache-2.0
#include "app/approval.hpp"
#include "app/bundle.hpp"
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/examine.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"
#include "app/state.hpp"
#include "app/stick.hpp"
#include "app/updates.hpp"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <iostream>

namespace kiosk::app {

namespace {

namespace fs = std::filesystem;
using visit::StickUpdate;

constexpr const char* taken_up = "Patients see it as soon as nobody is at the glass.";

/// Older than one that was here, or another of the same version; nothing: it may go on.
std::optional<std::string> is_old(const Bundle& bundle, const LastGood& last_good) {
    const auto newest = last_good.newest_bundle();
    if (bundle.version > newest) return {};
    const bool is_known = last_good.edition_of(bundle.reading.hash).has_value();
    if (bundle.version == newest && is_known) return {};
    return "This kiosk has had version " + std::to_string(newest) + "; version " + std::to_string(bundle.version) +
           " is " + (bundle.version == newest ? "another with the same number" : "older") +
           ". Pack it anew (kiosk pack), which gives it a higher one.";
}

/// Judged as an edit on this machine is, and always approved.
Exit judge(const Machine& machine, const Bundle& bundle) {
    const auto& reading = bundle.reading;
    const auto loaded = content::load(files_in(reading.files), reading.root);
    if (!loaded.content) return refused(loaded.problems, "The content of this bundle has errors.");
    if (loaded.content->hash != reading.hash) return refused({}, "The content of this bundle is not what was signed.");
    const auto approval = judge_approval(reading.approval, *loaded.content, machine, today());
    if (!approval.sign_off)
        return refused(approval.problems,
                       "The content of this bundle is not approved for this kiosk (kiosk approve, then kiosk pack).",
                       Severity::warning);
    auto approved = loaded;
    approved.content->sign_off = approval.sign_off;  // it is on the glass, and must fit there
    const auto problems = examine(approved).problems;
    return has_errors(problems) ? refused(problems, "The content of this bundle has errors.") : Exit::fine;
}

/// How it ended, for the command line and for the glass.
struct Taken {
    Exit exit;
    StickAnswer is;
};

Taken take(const Machine& machine, std::string_view bytes, const std::string& name) {
    if (machine.bundle_key.empty())
        return {
            refused({}, "This kiosk takes no bundles: its machine file names no bundle-key (kiosk pack prints it)."),
            {StickUpdate::not_ours}};
    const auto bundle = read_bundle(bytes, machine.bundle_key);
    if (!bundle) return {refused({}, bundle.failure().sentence), {StickUpdate::not_ours}};
    const LastGood last_good(machine);
    if (const auto old = is_old(*bundle, last_good)) return {refused({}, *old), {StickUpdate::older}};
    if (const auto judged = judge(machine, *bundle); judged != Exit::fine) return {judged, {StickUpdate::unfit}};
    const auto not_saved = [](const Failure& why) {
        return Taken{world_said_no(why.sentence), {StickUpdate::not_saved}};
    };
    const auto kept = last_good.keep(bundle->reading, bundle->version, name);
    if (!kept) return not_saved(kept.failure());
    // What lies on the disk is older, also where nobody has judged it yet.
    if (const auto edit = load_content(machine.content); edit.content)
        if (const auto noted = last_good.pass_over(edit.content->hash); !noted) return not_saved(noted.failure());
    std::cout << "Version " << bundle->version << " is installed. " << taken_up << '\n';
    return {Exit::fine, {StickUpdate::installed, bundle->version}};
}

Exit from_file(const Machine& machine, const std::string& file) {
    std::error_code error;
    if (fs::file_size(file, error) > largest_bundle && !error) return refused({}, file + " is too large for a bundle.");
    const auto read = read_file(file);
    if (!read.text) return world_said_no(file + ' ' + read.why_not + '.');
    return take(machine, *read.text, fs::path(file).filename().string()).exit;
}

/// `unattended`: by a timer, which a server in trouble keeps waiting.
Exit from_server(const Machine& machine, const std::string& url, bool unattended) {
    const auto note = book(machine, "updates").string();
    const auto now_ms = static_cast<std::int64_t>(wall_milliseconds());
    const auto asked = read_asked(read_file(note).text.value_or(""), url);
    if (unattended && !may_ask(asked, now_ms)) {
        std::cout << "Not asked: " << asked.failures
                  << " times in a row it was not reached, or had nothing this kiosk takes; the next time is "
                  << minute_of(asked.not_before_ms) << ".\n";
        return Exit::fine;
    }
    const auto fetched = fetch(machine, unattended ? asked : Asked{url, {}, asked.failures, 0});
    auto end = Exit::fine;
    bool is_done = false;  // what was refused may be taken with another key in the machine file, or by a newer kiosk
    if (!fetched) {
        end = world_said_no(fetched.failure().sentence);
    } else if (fetched->bytes) {
        const auto taken = take(machine, *fetched->bytes, fs::path(url).filename().string());
        end = taken.exit;
        is_done = taken.is.is == StickUpdate::installed || taken.is.is == StickUpdate::older;
    } else {
        is_done = true;
        std::cout << "Nothing new.\n";
    }
    // What the world kept from being installed is fetched again.
    if (fetched && end == Exit::world) return end;
    const auto next = after(asked, is_done ? std::optional(fetched->etag) : std::nullopt, now_ms);
    if (const auto failure = write_file(note, write_asked(next))) return world_said_no(failure->sentence);
    return end;
}

std::string why_nothing(StickUpdate is) {
    if (is == StickUpdate::no_stick) return "No USB stick was found.";
    if (is == StickUpdate::empty) return "On this stick is no bundle, which is a file NAME.kiosk outside of folders.";
    return "This stick cannot be read. Format it as FAT32 and copy the bundle onto it once more (mtools must be here).";
}

/// By what they say they are, the newest that is signed for this kiosk; where none is, the first, to be told why.
std::optional<std::string> newest(const Machine& machine, std::vector<StickFile> files) {
    constexpr std::size_t most_read = 16;
    std::stable_sort(files.begin(), files.end(),
                     [](const StickFile& a, const StickFile& b) { return a.claims > b.claims; });
    files.resize(std::min(files.size(), most_read));
    std::optional<std::string> first;
    for (const auto& file : files) {
        auto bytes = read_stick(file);
        if (bytes && read_bundle(*bytes, machine.bundle_key)) return bytes;
        if (!first) first = std::move(bytes);
    }
    return first;
}

Taken take_from(const Machine& machine, const OnStick& found) {
    const auto nothing = [](StickUpdate is) { return Taken{world_said_no(why_nothing(is)), {is}}; };
    if (found.bundles.empty()) return nothing(found.is);
    leave_answer(machine, {StickUpdate::checking, 0});
    const auto bytes = newest(machine, found.bundles);
    return bytes ? take(machine, *bytes, "a USB stick") : nothing(StickUpdate::unreadable);
}

Exit from_stick(const Machine& machine, Duration to_put_it_in) {
    take_note(machine);
    if (!takes_sticks(machine))
        return refused({},
                       "This kiosk takes nothing from sticks: its machine file names no bundle-key, or sets sticks= to "
                       "nothing.");
    const auto taken = take_from(machine, wait_for_stick(machine, to_put_it_in));
    if (!leave_answer(machine, taken.is)) return world_said_no("What came of it cannot be written for the glass.");
    return taken.exit;
}

Exit go_back(const Machine& machine) {
    const auto before = LastGood(machine).go_back();
    if (!before) return refused({}, "There is no version before this one.");
    std::cout << "The version before is back (" << hash_of(*before) << "). " << taken_up << '\n';
    return Exit::fine;
}

}  // namespace

Exit install(const Machine& machine, const command::Install& command) {
    std::signal(SIGPIPE, SIG_IGN);
    if (const auto made = make_books_folder(machine); !made) return world_said_no(made.failure().sentence);
    if (command.previous) return go_back(machine);
    if (command.stick) return from_stick(machine, std::chrono::seconds(command.wait));
    if (!command.from.empty() && command.from.find("://") == std::string::npos) return from_file(machine, command.from);
    const bool unattended = command.from.empty();
    if (unattended && machine.updates.empty()) {
        std::cerr << "kiosk: Name a bundle, a file or https://..., or set updates= in the machine file.\n";
        return Exit::usage;
    }
    return from_server(machine, unattended ? machine.updates : command.from, unattended);
}

}  // namespace kiosk::app
