// SPDX-License-Identifier: Apache-2.0
#include "app/last_good.hpp"

#include "app/approval.hpp"
#include "content/fingerprint.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <system_error>
#include <vector>

namespace fs = std::filesystem;

namespace kiosk::app {

namespace {

constexpr std::size_t hash_digits = 64, approval_digits = 16;
constexpr const char* part = ".part";
constexpr const char* previous_link = "previous";
constexpr const char *edit_note = "edit", *bundle_note = "newest-bundle", *origin_note = "origin";

[[noreturn]] void fail(const fs::path& path) {
    throw fs::filesystem_error("write", path, std::error_code(errno, std::generic_category()));
}

/// What is flushed stays through a power cut.
void flush(const fs::path& path) {
    const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = fd >= 0 && fsync(fd) == 0;
    if (fd >= 0) close(fd);
    if (!flushed) fail(path);
}

void write_flushed(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    {
        std::ofstream file(path, std::ios::binary | std::ios::trunc);
        file.write(text.data(), static_cast<std::streamsize>(text.size()));
        file.close();
        if (!file) fail(path);
    }
    flush(path);
}

void flush_folders(const fs::path& top) {
    for (const auto& entry : fs::recursive_directory_iterator(top))
        if (entry.is_directory()) flush(entry.path());
    flush(top);
}

/// Points there at once: whoever follows it sees the one before or this one.
void put_link(const fs::path& link, const Edition& to) {
    const fs::path beside(link.string() + part);
    fs::remove(beside);
    fs::create_symlink(to, beside);
    fs::rename(beside, link);
    flush(link.parent_path());
}

std::optional<Edition> linked(const fs::path& link) {
    std::error_code error;
    const auto name = fs::read_symlink(link, error).string();
    return name.find('/') == std::string::npos && name.size() > hash_digits ? std::optional(name) : std::nullopt;
}

std::vector<std::string> lines_of(const fs::path& path) {
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

std::uint64_t number(const std::string& digits) {
    std::uint64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string write_origin(const Origin& origin) {
    return std::to_string(origin.bundle) + '\n' + origin.source + '\n' + origin.root + '\n';
}

/// Written beside, then given its name.
void put(const fs::path& path, const std::string& text) {
    write_flushed(path.string() + part, text);
    fs::rename(path.string() + part, path);
    flush(path.parent_path());
}

/// One writer at a time: the service that was killed may have left its own behind.
class Alone {
public:
    explicit Alone(const fs::path& file) : m_fd(open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
        if (m_fd < 0 || flock(m_fd, LOCK_EX) != 0) fail(file);
    }
    ~Alone() { close(m_fd); }
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

private:
    int m_fd;
};

void copy(const Reading& reading, const Origin& origin, const fs::path& to) {
    const fs::path beside(to.string() + part);
    fs::remove_all(beside);
    try {
        for (const auto& [name, text] : reading.files) write_flushed(beside / name, text);
        if (!reading.approval.empty()) write_flushed(approval_file((beside / reading.root).string()), reading.approval);
        write_flushed(beside / origin_note, write_origin(origin));
        flush_folders(beside);
        fs::rename(beside, to);
    } catch (const fs::filesystem_error&) {
        std::error_code error;
        fs::remove_all(beside, error);  // a full disk needs the room
        throw;
    }
    flush(to.parent_path());
}

}  // namespace

std::string hash_of(const Edition& edition) {
    return edition.substr(0, hash_digits);
}

std::uint64_t number_of(const std::string& hash) {
    std::uint64_t value = 0;
    std::from_chars(hash.data(), hash.data() + std::min<std::size_t>(16, hash.size()), value, 16);
    return value;
}

Reading reading_of(const FilesRead& files, const std::string& content_xml, const std::string& hash,
                   const std::string& approval) {
    const auto folder = content_folder(content_xml);
    Reading reading{{}, fs::path(content_xml).filename().string(), hash, approval};
    for (const auto& [path, text] : files)
        if (text && !path.ends_with('/'))  // a folder's names are not kept, what was read of it is
            reading.files.emplace(fs::path(path).lexically_proximate(folder), *text);
    return reading;
}

Edition edition_of(const Reading& reading) {
    const auto approval =
        reading.approval.empty() ? "none" : content::sha256(reading.approval).substr(0, approval_digits);
    return reading.hash + '-' + approval;
}

Failure LastGood::not_kept(const fs::filesystem_error& error) const {
    return {"No copy could be kept in " + m_folder.string() + ": " + error.code().message() +
            ". Check that it may be written to and has room."};
}

LastGood::LastGood(const Machine& machine) : m_folder(fs::path(state_folder(machine)) / "content") {
    std::error_code error;
    m_source = fs::absolute(content_file(machine.content), error).lexically_normal().string();
}

std::optional<Edition> LastGood::current() const {
    auto name = linked(current_file());
    const auto origin = name ? origin_of(*name) : std::nullopt;
    if (!origin || (origin->bundle == 0 && origin->source != m_source)) return {};
    return name;
}

std::optional<Origin> LastGood::origin_of(const Edition& edition) const {
    const auto lines = lines_of(m_folder / edition / origin_note);
    if (lines.size() != 3 || lines[2].find('/') != std::string::npos) return {};
    return Origin{number(lines[0]), lines[1], lines[2]};
}

std::optional<Edition> LastGood::last_edit() const {
    const auto lines = lines_of(m_folder / edit_note);
    return lines.size() == 2 && lines[1] == m_source ? std::optional(lines[0]) : std::nullopt;
}

Result<Edition> LastGood::pass_over(const std::string& hash) const {
    const Edition edition = hash + "-none";
    try {
        put(m_folder / edit_note, edition + '\n' + m_source + '\n');
        return edition;
    } catch (const fs::filesystem_error& error) {
        return not_kept(error);
    }
}

std::uint64_t LastGood::newest_bundle() const {
    const auto lines = lines_of(m_folder / bundle_note);
    const auto now = linked(current_file());
    const auto origin = now ? origin_of(*now) : std::nullopt;
    return std::max(lines.empty() ? 0 : number(lines[0]), origin ? origin->bundle : 0);
}

std::optional<Edition> LastGood::edition_of(const std::string& hash) const {
    std::error_code error;
    if (const auto now = current(); now && hash_of(*now) == hash) return now;
    for (const auto& entry : fs::directory_iterator(m_folder, error)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(hash + '-') && !name.ends_with(part)) return name;
    }
    return {};
}

std::optional<content::Content> LastGood::load(const Edition& edition, const Machine& machine,
                                               const std::string& today) const {
    const auto origin = origin_of(edition);
    if (!origin) return {};
    const auto root = (m_folder / edition / origin->root).string();
    auto loaded = load_content(root);
    if (!loaded.content || loaded.content->hash != hash_of(edition)) return {};
    loaded.content->sign_off = approval_beside(root, *loaded.content, machine, today).sign_off;
    return std::move(loaded.content);
}

Result<Edition> LastGood::keep(const Reading& reading) const {
    return keep(reading, {0, m_source, reading.root});
}

Result<Edition> LastGood::keep(const Reading& reading, std::uint64_t version, const std::string& name) const {
    return keep(reading, {version, name, reading.root});
}

Result<Edition> LastGood::keep(const Reading& reading, const Origin& origin) const {
    const auto name = app::edition_of(reading);
    const auto to = m_folder / name;
    const auto is_sound = [&] {
        const auto read_back = load_content((to / reading.root).string());
        return read_back.content && read_back.content->hash == reading.hash;
    };
    try {
        fs::create_directories(m_folder);
        const Alone alone(m_folder / "lock");
        if (fs::exists(to) && !is_sound()) fs::remove_all(to);
        if (!fs::exists(to)) copy(reading, origin, to);
        if (!is_sound()) return Failure{"The copy in " + m_folder.string() + " came out wrong. Check the disk."};
        if (origin_of(name) != origin) put(to / origin_note, write_origin(origin));
        make_current(name);
        if (origin.bundle > 0)
            put(m_folder / bundle_note, std::to_string(std::max(origin.bundle, newest_bundle())) + '\n');
        else if (last_edit() != name)
            put(m_folder / edit_note, name + '\n' + m_source + '\n');
        return name;
    } catch (const fs::filesystem_error& error) {
        return not_kept(error);
    }
}

void LastGood::make_current(const Edition& name) const {
    const auto before = linked(current_file());
    if (before == name) return;
    if (before) put_link(m_folder / previous_link, *before);
    put_link(current_file(), name);
}

std::optional<Edition> LastGood::go_back() const {
    if (!linked(m_folder / previous_link)) return {};
    const Alone alone(m_folder / "lock");
    const auto before = linked(m_folder / previous_link);
    if (!before || !origin_of(*before)) return {};
    make_current(*before);
    return before;
}

void LastGood::sweep(const std::set<std::string>& hashes) const {
    std::error_code error;
    const auto now = linked(current_file()), before = linked(m_folder / previous_link);
    if (!now) return;
    std::set<fs::path> old;
    for (const auto& entry : fs::directory_iterator(m_folder, error)) {
        const auto name = entry.path().filename().string();
        const bool half = name.ends_with(part);
        const bool is_copy = !entry.is_symlink(error) && entry.is_directory(error) && name != *now && name != before;
        if (half || (is_copy && !hashes.contains(hash_of(name)))) old.insert(entry.path());
    }
    for (const auto& path : old) fs::remove_all(path, error);
}

}  // namespace kiosk::app
