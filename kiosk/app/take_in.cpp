// SPDX-License-Identifier: Apache-2.0
#include "app/take_in.hpp"

#include "app/approval.hpp"
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/examine.hpp"
#include "content/fingerprint.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <iostream>
#include <sstream>

namespace kiosk::app {

namespace {

constexpr int gentle = 10;         // niceness: printing comes first
constexpr int most_readings = 20;  // of files that change while they are read
constexpr useconds_t pause = 100'000;
constexpr std::size_t most_told = 20;

struct Read {
    FilesRead files;
    content::Loaded loaded;
    content::FileText approval;
};

/// The same twice, with nothing touched in between: no half of a save.
Read read_stable(const std::string& content_xml, Findings& found) {
    const auto once = [&] {
        Read read;
        read.loaded = load_content(content_xml, &read.files);
        read.approval = read_file(approval_file(content_xml));
        return read;
    };
    auto read = once();
    for (int i = 0; i < most_readings; ++i) {
        found.files.clear();
        for (const auto& [path, text] : read.files) found.files.push_back(path);
        found.files.push_back(approval_file(content_xml));
        found.state = state_of(found.files);
        auto again = once();
        const bool same = again.files == read.files && again.approval.text == read.approval.text;
        read = std::move(again);
        if (same && state_of(found.files) == found.state) break;
        usleep(pause);
    }
    return read;
}

void tell(Findings& found, const Problems& problems, Severity least) {
    for (const auto& problem : problems)
        if (problem.severity >= least && found.problems.size() < most_told)
            found.problems.push_back(to_string(problem));
}

/// Who asks for approval: this machine, this content, or the one that patients see now; else one who may change words
/// could do away with the question.
bool must_be_approved(const Machine& machine, const content::Content& content, const LastGood& last_good) {
    if (machine.no_screen) return false;
    if (needs_approval(machine, content.clinic)) return true;
    const auto now = last_good.current();
    const auto shown = now ? last_good.load(*now, machine, today()) : std::nullopt;
    return shown && shown->clinic.require_approval;
}

/// These words, under this name: it was checked when the copy was made.
bool is_known(const content::Content& content, const Machine& machine, const LastGood& last_good) {
    const auto edition = last_good.edition_of(content.hash);
    const auto copy = edition ? last_good.load(*edition, machine, today()) : std::nullopt;
    return copy && copy->sign_off == content.sign_off;
}

bool is_fit(const content::Loaded& loaded, const Machine& machine, const LastGood& last_good, Findings& found) {
    if (is_known(*loaded.content, machine, last_good)) return true;
    tell(found, examine(loaded).problems, Severity::error);
    return found.problems.empty();
}

bool is_approved(const Approval& approval, const std::string& content_xml, Findings& found) {
    if (approval.sign_off) return true;
    tell(found, approval.problems, Severity::warning);
    found.problems.push_back(to_string(not_approved(content_xml, Severity::error)));
    return false;
}

/// What was installed after this was accepted: it stays until somebody edits anew.
std::optional<Edition> newer_than(const std::string& hash, const LastGood& last_good) {
    const auto now = last_good.current();
    const auto origin = now ? last_good.origin_of(*now) : std::nullopt;
    const auto accepted = last_good.last_edit();
    const bool is_newer = origin && origin->bundle > 0 && accepted && hash_of(*accepted) == hash;
    return is_newer ? now : std::nullopt;
}

Exit look(const Machine& machine, Findings& found) {
    const auto content_xml = content_file(machine.content);
    auto read = read_stable(content_xml, found);
    const LastGood last_good(machine);
    tell(found, words_problems(read.loaded), Severity::error);
    if (!found.problems.empty()) return Exit::content_problem;
    auto& content = *read.loaded.content;
    if ((found.edition = newer_than(content.hash, last_good))) return Exit::fine;
    const auto approval = judge_approval(read.approval, content, machine, today());
    content.sign_off = approval.sign_off;
    if (must_be_approved(machine, content, last_good) && !is_approved(approval, content_xml, found))
        return Exit::content_problem;
    if (!is_fit(read.loaded, machine, last_good, found)) return Exit::content_problem;  // the last: it takes seconds
    const auto kept = last_good.keep(
        reading_of(read.files, content_xml, content.hash, approval.sign_off ? *read.approval.text : std::string()));
    if (kept)
        found.edition = *kept;
    else
        found.problems.push_back(kept.failure().sentence);
    return kept ? Exit::fine : Exit::world;
}

}  // namespace

std::string state_of(const std::vector<std::string>& files) {
    std::ostringstream all;
    for (const auto& file : files) {
        struct stat is {};
        all << file << '\n';
        if (stat(file.c_str(), &is) == 0)
            all << is.st_dev << ' ' << is.st_ino << ' ' << is.st_size << ' ' << is.st_mode << ' ' << is.st_mtim.tv_sec
                << ' ' << is.st_mtim.tv_nsec << ' ' << is.st_ctim.tv_sec << ' ' << is.st_ctim.tv_nsec << '\n';
    }
    return content::sha256(all.str());
}

std::string write_findings(const Findings& found) {
    std::string text;
    const auto line = [&](const char* name, const std::string& value) {
        text += std::string(name) + ' ' + value + '\n';
    };
    for (const auto& file : found.files) line("file", file);
    line("state", found.state);
    for (const auto& problem : found.problems) line("problem", problem);
    if (found.edition) line("edition", *found.edition);
    return text;
}

Findings read_findings(const std::string& text) {
    Findings found;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const auto space = line.find(' ');
        const auto name = line.substr(0, space);
        const auto value = space == std::string::npos ? std::string() : line.substr(space + 1);
        if (name == "file") found.files.push_back(value);
        if (name == "state") found.state = value;
        if (name == "problem") found.problems.push_back(value);
        if (name == "edition") found.edition = value;
    }
    return found;
}

Exit take_in(const Machine& machine) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // a service that was killed starts its own
    setpriority(PRIO_PROCESS, 0, gentle);
    Findings found;
    const auto exit = look(machine, found);
    std::cout << write_findings(found) << std::flush;
    return exit;
}

}  // namespace kiosk::app
