// SPDX-License-Identifier: Apache-2.0
#include "app/approval.hpp"
#include "app/bundle.hpp"
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/examine.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"
#include "app/signing.hpp"

#include <ctime>
#include <iostream>

namespace kiosk::app {

namespace {

/// 202611301742: the minute, UTC. Higher than any made before, and nobody has to remember the last one.
std::uint64_t this_minute() {
    const auto seconds = static_cast<std::time_t>(wall_milliseconds() / 1'000);
    std::tm is{};
    gmtime_r(&seconds, &is);
    char digits[16] = {};
    std::strftime(digits, sizeof digits, "%Y%m%d%H%M", &is);
    return std::stoull(digits);
}

}  // namespace

Exit pack(const Machine& machine, const command::Pack& command) {
    const auto key = public_part(command.key);  // before what takes long
    if (!key) return world_said_no(key.failure().sentence);
    const auto content_xml = content_file(machine.content);
    FilesRead files;
    auto loaded = load_content(content_xml, &files);
    const auto approval = put_approval_beside(content_xml, loaded, machine, today());
    const auto problems = examine(loaded).problems;
    if (has_errors(problems)) return refused(problems, content_xml + " cannot be packed before this is mended.");
    if (!approval.sign_off)
        return refused(approval.problems,
                       "No kiosk takes a bundle that nobody approved. First: kiosk approve --by \"Name, role\"",
                       Severity::warning);
    const Bundle bundle{
        command.version > 0 ? command.version : this_minute(),
        reading_of(files, content_xml, loaded.content->hash, read_file(approval_file(content_xml)).text.value_or(""))};
    const auto signature = sign(head_of(bundle), command.key);
    if (!signature) return world_said_no(signature.failure().sentence);
    if (const auto failure = write_file(command.out, write_bundle(bundle, *signature)))
        return world_said_no(failure->sentence);
    std::cout << command.out << ": version " << bundle.version << ", " << bundle.reading.files.size()
              << " files, approved by " << approval.sign_off->by
              << "; for kiosks whose machine file says\nbundle-key=" << *key << '\n';
    return Exit::fine;
}

}  // namespace kiosk::app
