// SPDX-License-Identifier: Apache-2.0
#include "app/stick.hpp"

#include "app/bundle.hpp"
#include "app/clock.hpp"
#include "app/files.hpp"
#include "app/other_program.hpp"
#include "app/state.hpp"

#include <glob.h>

#include <ctime>
#include <sstream>

namespace kiosk::app {

namespace {

using visit::StickUpdate;
namespace fs = std::filesystem;

constexpr Duration to_put_it_in{30'000};  ///< somebody has it in a pocket
constexpr Duration to_settle{5'000};      ///< a stick that shows nothing may have a second part, or be slow
constexpr Duration no_answer_after{120'000}, no_verdict_after{300'000};
constexpr timespec between_looks{0, 500'000'000};
constexpr std::size_t most_bundles = 16;

fs::path wanted(const Machine& machine) {
    return book(machine, "stick-wanted");
}
fs::path answer(const Machine& machine) {
    return book(machine, "stick-answer");
}

std::vector<std::string> devices(const std::string& pattern) {
    glob_t found{};
    std::vector<std::string> all;
    if (glob(pattern.c_str(), 0, nullptr, &found) == 0) all.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
    globfree(&found);
    return all;
}

bool is_bundle(const std::string& name) {
    constexpr std::string_view ending = ".kiosk";
    if (name.size() < ending.size()) return false;
    std::string end = name.substr(name.size() - ending.size());
    for (char& c : end)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return end == ending;
}

/// Its bundles, outside of folders.
StickUpdate list_device(const std::string& device, std::vector<StickFile>& bundles) {
    const auto listed = run_program({"mdir", "-b", "-i", device, "::/"}, {}, 1U << 20);
    if (listed.as != Ran::As::fine) return StickUpdate::unreadable;
    std::istringstream names(listed.out);
    const auto before = bundles.size();
    for (std::string name; std::getline(names, name) && bundles.size() < most_bundles;)
        if (is_bundle(name)) bundles.push_back({device, name});
    return bundles.size() > before ? StickUpdate::looking : StickUpdate::empty;
}

std::optional<StickAnswer> read_answer(const std::string& text) {
    std::istringstream numbers(text);
    int is = 0;
    StickAnswer answer;
    if (!(numbers >> is >> answer.version)) return {};
    answer.is = static_cast<StickUpdate>(is);
    return answer;
}

}  // namespace

bool takes_sticks(const Machine& machine) {
    return !machine.bundle_key.empty() && !machine.sticks.empty();
}

StickDesk::StickDesk(const Machine& machine)
    : m_wanted(wanted(machine)), m_answer(answer(machine)), m_takes(takes_sticks(machine)) {
    // Of a service that was here before.
    take_note(machine);
}

bool StickDesk::ask(Instant now) {
    if (!m_takes || m_asked) return true;
    std::error_code error;
    fs::remove(m_answer, error);
    if (write_file(m_wanted, "")) return false;
    m_asked = now;
    return true;
}

StickAnswer StickDesk::look(Instant now) {
    if (!m_takes) return {StickUpdate::not_here, 0};
    if (!m_asked) return m_last;
    const auto said = read_file(m_answer).text;
    const auto told = said ? read_answer(*said) : std::nullopt;
    const bool is_checking = told && told->is == StickUpdate::checking;
    if (!told || is_checking) {
        if (now - *m_asked <= (is_checking ? no_verdict_after : no_answer_after))
            return {is_checking ? StickUpdate::checking : StickUpdate::looking, 0};
    }
    m_last = told && !is_checking ? *told : StickAnswer{StickUpdate::no_answer, 0};
    std::error_code error;
    fs::remove(m_wanted, error);
    m_asked.reset();
    return m_last;
}

void take_note(const Machine& machine) {
    std::error_code error;
    fs::remove(wanted(machine), error);
}

bool leave_answer(const Machine& machine, const StickAnswer& is) {
    return !write_file(answer(machine), std::to_string(static_cast<int>(is.is)) + ' ' + std::to_string(is.version));
}

OnStick look_at_sticks(const Machine& machine) {
    OnStick all;
    for (const auto& device : devices(machine.sticks)) {
        const auto is = list_device(device, all.bundles);
        // What can be read says more than what cannot: the whole stick beside its one part.
        if (is == StickUpdate::looking || all.is == StickUpdate::no_stick ||
            (is == StickUpdate::empty && all.is == StickUpdate::unreadable))
            all.is = is;
    }
    return all;
}

std::string read_stick(const StickFile& file) {
    return run_program({"mtype", "-i", file.device, file.name}, {}, largest_bundle + 1).out;
}

OnStick wait_for_stick(const Machine& machine) {
    const auto begun = now();
    std::optional<Instant> seen;
    for (;;) {
        auto found = look_at_sticks(machine);
        if (found.is == StickUpdate::no_stick)
            seen.reset();
        else if (!seen)
            seen = now();
        const bool enough = seen ? now() - *seen >= to_settle : now() - begun >= to_put_it_in;
        if (found.is == StickUpdate::looking || enough) return found;
        nanosleep(&between_looks, nullptr);
    }
}

}  // namespace kiosk::app
