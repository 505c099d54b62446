// SPDX-License-Identifier: Apache-2.0
#include "app/approval.hpp"
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/examine.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"
#include "app/signing.hpp"
#include "content/sign_off.hpp"

#include <filesystem>
#include <iostream>

namespace kiosk::app {

namespace {

Exit wrong_use(const char* sentence) {
    std::cerr << "kiosk: " << sentence << '\n';
    return Exit::usage;
}

Exit make_signing_key(const std::string& file) {
    const auto made = make_key(file);
    if (!made) return world_said_no(made.failure().sentence);
    std::cout << file << ": the secret key. Keep it where only the one who approves can read it, away from the kiosk.\n"
              << "In the machine file of each kiosk:\napproval-key=" << *made << '\n';
    return Exit::fine;
}

/// Fit to be approved, or its errors are printed.
bool is_fit(const content::Loaded& loaded, const std::string& content_xml) {
    const auto problems = examine(loaded).problems;
    if (!has_errors(problems)) {
        std::cout << "checked: no errors, " << problems.size() << " other remarks (kiosk check lists them)\n";
        return true;
    }
    bool is_room = false;
    for (const auto& problem : problems) {
        if (problem.severity != Severity::error) continue;
        std::cerr << to_string(problem) << '\n';
        is_room |= problem.rule == "fit";
    }
    std::cerr << "kiosk: " << content_xml << " cannot be approved before this is mended.\n";
    if (is_room)
        std::cerr << "kiosk: Who approves stands on the screens: if kiosk check finds no error, make --by shorter.\n";
    return false;
}

void print_what(const content::Content& content, const content::Approved& approved) {
    std::cout << "content of " << content.clinic.name << ": " << content.hash << '\n';
    for (const auto& topic : content.topics)
        std::cout << "topic: " << topic.title({0}) << ", version " << topic.version << ": " << topic.questions.size()
                  << " questions, " << topic.handouts.size() << " handouts (" << topic.file << ")\n";
    std::cout << "languages:";
    for (const auto& language : content.languages) std::cout << ' ' << language.code;
    const auto& [by, on, until] = approved.sign_off;
    std::cout << "\napproved by " << by << ", on " << on << (until.empty() ? "" : ", until " + until) << '\n';
}

/// The signature; empty where none was asked for.
Result<std::string> signature(const content::Approved& approved, const std::string& key, const Machine& machine) {
    if (key.empty()) return std::string();
    const auto own = public_part(key);
    if (!own) return own.failure();
    if (!machine.approval_key.empty() && *own != machine.approval_key)
        return Failure{"The key " + key + " is not the one of this kiosk (approval-key in the machine file)."};
    return sign(signed_text(approved), key);
}

}  // namespace

Exit approve(const Machine& machine, const command::Approve& command) {
    if (!command.make_key.empty()) return make_signing_key(command.make_key);
    if (!content::is_signatory(command.by))
        return wrong_use("--by must be a name and a role on one line: --by \"A. Name, family doctor\".");
    if (!command.until.empty() && (!is_day(command.until) || command.until < today()))
        return wrong_use("--until must be a day that is still to come: --until 2027-11-22.");
    auto loaded = load_content(machine.content);
    const content::SignOff sign_off{command.by, today(), command.until};
    if (loaded.content) loaded.content->sign_off = sign_off;  // it is on the glass, and must fit there
    if (!is_fit(loaded, machine.content)) return Exit::content_problem;
    content::Approved approved{sign_off, loaded.content->hash, {}};
    const auto made = signature(approved, command.key, machine);
    if (!made) return world_said_no(made.failure().sentence);
    approved.signature = *made;
    const auto file = approval_file(machine.content);
    if (const auto failure = write_file(file, write_approved(approved))) return world_said_no(failure->sentence);
    // Screen and service read it as other users, whatever this person's umask.
    std::error_code ignored;
    std::filesystem::permissions(file, std::filesystem::perms(0644), ignored);
    print_what(*loaded.content, approved);
    std::cout << (made->empty() ? "not signed; " : "signed; ") << "written to " << file << '\n';
    if (made->empty() && !machine.approval_key.empty())
        std::cout << "This kiosk asks for a signature: it does not count here before it is made with --key.\n";
    return Exit::fine;
}

}  // namespace kiosk::app
