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

namespace fs = std::filesystem;

namespace kiosk::app {

namespace {

constexpr std::size_t hash_digits = 64, approval_digits = 16;
constexpr const char* part = ".part";

Edition edition(const Reading& reading) {
    const auto approval =
        reading.approval.empty() ? "none" : content::sha256(reading.approval).substr(0, approval_digits);
    return reading.hash + '-' + approval;
}

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

void copy(const Reading& reading, const fs::path& to) {
    const fs::path beside(to.string() + part);
    fs::remove_all(beside);
    try {
        for (const auto& [name, text] : reading.files) write_flushed(beside / name, text);
        if (!reading.approval.empty()) write_flushed(approval_file((beside / reading.root).string()), reading.approval);
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

LastGood::LastGood(const Machine& machine) : m_folder(fs::path(state_folder(machine)) / "content") {
    std::error_code error;
    m_source = fs::absolute(content_file(machine.content), error).lexically_normal().string();
}

std::optional<Edition> LastGood::current() const {
    std::ifstream file(m_folder / "current");
    Edition name;
    std::string source;
    if (!std::getline(file, name) || !std::getline(file, source) || source != m_source) return {};
    return name.find('/') == std::string::npos && name.size() > hash_digits ? std::optional(name) : std::nullopt;
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
    const auto root = (m_folder / edition / fs::path(m_source).filename()).string();
    auto loaded = load_content(root);
    if (!loaded.content || loaded.content->hash != hash_of(edition)) return {};
    loaded.content->sign_off = approval_beside(root, *loaded.content, machine, today).sign_off;
    return std::move(loaded.content);
}

Result<Edition> LastGood::keep(const Reading& reading) const {
    const auto name = edition(reading);
    const auto to = m_folder / name;
    const auto is_sound = [&] {
        const auto read_back = load_content((to / reading.root).string());
        return read_back.content && read_back.content->hash == reading.hash;
    };
    try {
        fs::create_directories(m_folder);
        const Alone alone(m_folder / "lock");
        if (fs::exists(to) && !is_sound()) fs::remove_all(to);
        if (!fs::exists(to)) copy(reading, to);
        if (!is_sound()) return Failure{"The copy in " + m_folder.string() + " came out wrong. Check the disk."};
        if (current() != name) put(m_folder / "current", name + '\n' + m_source + '\n');
        return name;
    } catch (const fs::filesystem_error& error) {
        return Failure{"No copy could be kept in " + m_folder.string() + ": " + error.code().message() +
                       ". Check that it may be written to and has room."};
    }
}

void LastGood::sweep(const std::set<std::string>& hashes) const {
    std::error_code error;
    const auto now = current();
    if (!now) return;
    std::set<fs::path> old;
    for (const auto& entry : fs::directory_iterator(m_folder, error)) {
        const auto name = entry.path().filename().string();
        const bool half = name.ends_with(part);
        const bool is_copy = entry.is_directory(error) && name != *now;
        if (half || (is_copy && !hashes.contains(hash_of(name)))) old.insert(entry.path());
    }
    for (const auto& path : old) fs::remove_all(path, error);
}

}  // namespace kiosk::app
