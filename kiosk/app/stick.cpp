// SPDX-License-Identifier: Apache-2.0
#include "app/stick.hpp"

#include "app/bundle.hpp"
#include "app/clock.hpp"
#include "app/files.hpp"
#include "app/other_program.hpp"
#include "app/state.hpp"

#include <glob.h>

#include <algorithm>
#include <ctime>
#include <sstream>

namespace kiosk::app {

namespace {

using visit::StickUpdate;
namespace fs = std::filesystem;

constexpr Duration to_settle{5'000};  ///< a stick that shows nothing may have a second part, or be slow
constexpr Duration no_answer_after{120'000}, no_verdict_after{600'000};
constexpr Duration to_be_read{3'600'000};  ///< who asked has read it, or nobody will
constexpr timespec between_looks{0, 500'000'000};
constexpr std::size_t most_bundles = 1'000;

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

/// mtools takes a name for a pattern.
std::string as_pattern(std::string name) {
    for (char& c : name)
        if (std::string_view("[]*?\\").find(c) != std::string_view::npos) c = '?';
    return name;
}

std::optional<std::string> read(const StickFile& file, std::size_t most) {
    auto ran = run_program({"mtype", "-i", file.device, as_pattern(file.name)}, {}, most, Complaints::dropped);
    // One that was cut short ends as we let it.
    if (ran.as != Ran::As::fine && ran.out.size() < most) return {};
    return std::move(ran.out);
}

/// "version 7" in its second line.
std::uint64_t claimed(const StickFile& file) {
    constexpr std::size_t head = 128;
    const auto text = read(file, head).value_or("");
    std::istringstream words(text.substr(std::min(text.find('\n'), text.size())));
    std::string word;
    std::uint64_t version = 0;
    return words >> word >> version && word == "version" ? version : 0;
}

/// Its bundles, outside of folders.
StickUpdate list_device(const std::string& device, std::vector<StickFile>& bundles) {
    const auto listed = run_program({"mdir", "-b", "-i", device, "::/"}, {}, 1U << 20, Complaints::dropped);
    if (listed.as != Ran::As::fine) return StickUpdate::unreadable;
    std::istringstream names(listed.out);
    const auto before = bundles.size();
    for (std::string name; std::getline(names, name) && bundles.size() < most_bundles;)
        if (is_bundle(name)) bundles.push_back({device, name});
    for (auto i = before; i < bundles.size(); ++i) bundles[i].claims = claimed(bundles[i]);
    return bundles.size() > before ? StickUpdate::looking : StickUpdate::empty;
}

std::optional<StickAnswer> read_answer(const std::string& text) {
    std::istringstream numbers(text);
    int is = 0;
    StickAnswer answer;
    if (!(numbers >> is >> answer.version)) return {};
    answer.is = static_cast<StickUpdate>(is);
    const bool is_one = answer.is >= StickUpdate::checking && answer.is <= StickUpdate::not_saved;
    return is_one ? answer : StickAnswer{StickUpdate::no_answer, 0};
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
    if (!m_asked && now - m_told > to_be_read) m_last = {};
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
    m_told = now;
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

std::optional<std::string> read_stick(const StickFile& file) {
    return read(file, largest_bundle + 1);
}

OnStick wait_for_stick(const Machine& machine, Duration to_put_it_in) {
    const auto begun = now();
    std::optional<Instant> came;
    // A reader without a card, or a stick that was forgotten there, is not what somebody puts in.
    for (auto before = devices(machine.sticks);;) {
        auto found = look_at_sticks(machine);
        auto there = devices(machine.sticks);
        if (!std::includes(before.begin(), before.end(), there.begin(), there.end())) came = now();
        before = std::move(there);
        const bool enough = came ? now() - *came >= to_settle : now() - begun >= to_put_it_in;
        if (found.is == StickUpdate::looking || enough) return found;
        nanosleep(&between_looks, nullptr);
    }
}

}  // namespace kiosk::app
