// SPDX-License-Identifier: Apache-2.0
#include "app/bundle.hpp"

#include "app/approval.hpp"
#include "app/signing.hpp"
#include "content/fingerprint.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <vector>

namespace kiosk::app {

namespace {

constexpr std::string_view magic = "clinic-kiosk-bundle 1";
constexpr std::size_t largest_head = 1U << 20;
constexpr std::size_t most_files = 10'000, longest_path = 255;
constexpr std::size_t hash_digits = 64;

std::string line(std::string_view name, std::string_view value) {
    return std::string(name) + ' ' + std::string(value) + '\n';
}

std::string file_line(const std::string& path, const std::string& bytes) {
    return line("file", content::sha256(bytes) + ' ' + std::to_string(bytes.size()) + ' ' + path);
}

std::optional<std::uint64_t> number(std::string_view digits) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool is_one = error == std::errc{} && end == digits.data() + digits.size() && !digits.starts_with('0');
    return is_one || digits == "0" ? std::optional(value) : std::nullopt;
}

/// Stays below the folder it is unpacked into, and names no file twice under two names.
bool is_path(std::string_view path) {
    const auto is_odd = [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\\' || c == 0x7f; };
    if (path.empty() || path.size() > longest_path || std::any_of(path.begin(), path.end(), is_odd)) return false;
    const std::filesystem::path parts(path);
    if (parts.is_absolute() || parts.lexically_normal().string() != path || !parts.has_filename()) return false;
    return std::none_of(parts.begin(), parts.end(), [](const auto& name) { return name == ".." || name == "."; });
}

struct FileLine {
    std::string hash, path;
    std::size_t size = 0;
};

std::optional<FileLine> read_file_line(std::string_view value) {
    const auto first = value.find(' ');
    const auto second = first == value.npos ? value.npos : value.find(' ', first + 1);
    if (second == value.npos) return {};
    const auto size = number(value.substr(first + 1, second - first - 1));
    FileLine file{std::string(value.substr(0, first)), std::string(value.substr(second + 1)), 0};
    if (!size || *size > largest_bundle || file.hash.size() != hash_digits || !is_path(file.path)) return {};
    file.size = *size;
    return file;
}

struct Head {
    std::uint64_t version = 0;
    std::string root, hash, signature;
    std::vector<FileLine> files;
};

/// The lines of a head, in the one order they are written in.
class HeadReader {
public:
    explicit HeadReader(std::string_view text) : m_rest(text) {}

    std::optional<std::string_view> value(std::string_view name) {
        const auto end = m_rest.find('\n');
        const auto line = m_rest.substr(0, end);
        if (end == m_rest.npos || !line.starts_with(name) || line.size() < name.size() + 2 || line[name.size()] != ' ')
            return {};
        m_rest.remove_prefix(end + 1);
        return line.substr(name.size() + 1);
    }
    bool is_at_end() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

std::optional<Head> read_head(std::string_view text) {
    if (!text.starts_with(magic) || text.size() == magic.size() || text[magic.size()] != '\n') return {};
    HeadReader lines(text.substr(magic.size() + 1));
    const auto version = lines.value("version"), root = lines.value("root"), hash = lines.value("content");
    const auto number_of_it = version ? number(*version).value_or(0) : 0;
    if (!root || !hash || number_of_it == 0 || number_of_it > largest_version) return {};
    Head head{number_of_it, std::string(*root), std::string(*hash), {}, {}};
    if (!is_path(head.root) || head.root.find('/') != std::string::npos) return {};
    while (const auto value = lines.value("file")) {
        auto file = read_file_line(*value);
        if (!file || head.files.size() == most_files) return {};
        head.files.push_back(std::move(*file));
    }
    const auto signature = lines.value("signature");
    if (!signature || !lines.is_at_end() || head.files.empty()) return {};
    head.signature = *signature;
    return head;
}

/// Files in their order, each once, nothing after the last.
std::optional<std::map<std::string, std::string>> read_files(const Head& head, std::string_view bytes) {
    std::map<std::string, std::string> files;
    for (const auto& file : head.files) {
        if (file.size > bytes.size()) return {};
        const auto own = bytes.substr(0, file.size);
        if (content::sha256(own) != file.hash || !files.emplace(file.path, own).second) return {};
        bytes.remove_prefix(file.size);
    }
    return bytes.empty() ? std::optional(std::move(files)) : std::nullopt;
}

Failure no_bundle() {
    return {"This is no bundle of kiosk pack, or not all of it arrived. Fetch it again."};
}

}  // namespace

std::string head_of(const Bundle& bundle) {
    const auto& reading = bundle.reading;
    auto head = std::string(magic) + '\n' + line("version", std::to_string(bundle.version)) +
                line("root", reading.root) + line("content", reading.hash);
    for (const auto& [path, bytes] : reading.files) head += file_line(path, bytes);
    return head + file_line(approval_name, reading.approval);
}

std::string write_bundle(const Bundle& bundle, const std::string& signature) {
    auto all = head_of(bundle) + line("signature", signature) + '\n';
    for (const auto& [path, bytes] : bundle.reading.files) all += bytes;
    return all + bundle.reading.approval;
}

Result<Bundle> read_bundle(std::string_view bytes, const std::string& key) {
    const auto end = bytes.substr(0, largest_head).find("\n\n");
    if (end == bytes.npos || bytes.size() > largest_bundle) return no_bundle();
    const auto text = bytes.substr(0, end + 1);
    const auto head = read_head(text);
    if (!head) return no_bundle();
    const auto signed_part = text.substr(0, text.rfind("signature "));
    if (!is_signed(std::string(signed_part), head->signature, key))
        return Failure{
            "The bundle is not signed by the one whose bundles this kiosk takes (bundle-key in the machine "
            "file), or it was changed on its way. Nothing of it is used."};
    auto files = read_files(*head, bytes.substr(end + 2));
    if (!files)
        return Failure{"The bundle was damaged on its way: a file in it is not what was signed. Fetch it again."};
    const auto approval = files->extract(approval_name);
    return Bundle{head->version,
                  {std::move(*files), head->root, head->hash, approval ? approval.mapped() : std::string()}};
}

}  // namespace kiosk::app
