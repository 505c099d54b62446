// SPDX-License-Identifier: Apache-2.0
#include "content/translate.hpp"

#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/loaded.hpp"

#include <filesystem>
#include <iostream>

namespace kiosk::app {

namespace {

std::string name_of(const std::string& content_xml) {
    return std::filesystem::path(content_file(content_xml)).filename().string();
}

/// What is wrong with the content must be mended first: a text that cannot be read would look as if it were gone.
bool tell_errors(const Problems& problems) {
    for (const auto& problem : problems)
        if (problem.severity == Severity::error) std::cerr << to_string(problem) << '\n';
    return has_errors(problems);
}

}  // namespace

Exit translate(const Machine& machine, const command::Translate& command) {
    const auto folder = content_folder(machine.content);
    const auto done = content::translate(files_below(folder), name_of(machine.content), command.language);
    if (tell_errors(done.problems)) return Exit::content_problem;
    for (const auto& file : done.files) {
        if (file.is_changed)
            if (const auto failure = write_file((std::filesystem::path(folder) / file.path).string(), file.text))
                return world_said_no(failure->sentence);
        std::cout << file.path << (file.is_changed ? ": written\n" : ": as it was\n");
    }
    std::cout << command.language << ": " << content::in_words(done.tally) << '\n';
    if (!done.is_listed)
        std::cout << "Patients are offered it once content.xml lists it: <language code=\"" << command.language
                  << "\" name=\"...\" desk=\"...\"/>\n";
    return Exit::fine;
}

}  // namespace kiosk::app
