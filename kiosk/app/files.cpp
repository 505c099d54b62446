// SPDX-License-Identifier: Apache-2.0
#include "app/files.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace kiosk::app {

namespace {

constexpr std::uintmax_t largest_file = 64U << 20U;  // the loader has its own, smaller limit and the words for it

bool stays_in(const fs::path& folder, const fs::path& path) {
    std::error_code error;
    const auto inside = fs::weakly_canonical(path, error).lexically_relative(fs::weakly_canonical(folder, error));
    return !error && !inside.empty() && *inside.begin() != "..";
}

/// The names in it, a line each, in order.
content::FileText names_in(const fs::path& folder) {
    std::error_code error;
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.is_regular_file(error)) names.insert(entry.path().filename().string());
    std::string text;
    for (const auto& name : names) text += name + '\n';
    return {std::move(text), {}};
}

content::FileText read(const fs::path& folder, const std::string& name) {
    const fs::path path = folder / name;
    std::error_code error;
    if (!fs::exists(path, error))
        return {{}, error == std::errc::permission_denied ? content::not_allowed_to_read : content::no_such_file};
    if (!stays_in(folder, path)) return {{}, "lies outside the content folder"};
    if (name.ends_with('/')) return names_in(path);
    if (!fs::is_regular_file(path, error)) return {{}, "is not a file"};
    const auto size = fs::file_size(path, error);
    if (size > largest_file) return {{}, "is larger than 64 MB"};
    std::ifstream file(path, std::ios::binary);
    if (!file) return {{}, content::not_allowed_to_read};
    std::string text(size, '\0');
    file.read(text.data(), static_cast<std::streamsize>(size));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return {std::move(text), {}};
}

}  // namespace

std::string content_file(const std::string& content_xml) {
    const fs::path path(content_xml);
    return path.extension() == ".xml" ? content_xml : (path / "content.xml").string();
}

content::FileText read_file(const std::string& path) {
    const fs::path file(path);
    return read(file.has_parent_path() ? file.parent_path() : fs::path("."), file.filename().string());
}

std::string content_folder(const std::string& content_xml) {
    const fs::path path(content_file(content_xml));
    return path.has_parent_path() ? path.parent_path().string() : ".";
}

content::ReadFile files_below(const std::string& folder) {
    return [folder](const std::string& name) { return read(folder, name); };
}

content::ReadFile files_in(const std::map<std::string, std::string>& files) {
    return [&files](const std::string& name) -> content::FileText {
        if (const auto found = files.find(name); found != files.end()) return {found->second, {}};
        if (!name.ends_with('/')) return {{}, content::no_such_file};
        std::string names;
        for (auto at = files.lower_bound(name); at != files.end() && at->first.starts_with(name); ++at)
            if (at->first.find('/', name.size()) == std::string::npos) names += at->first.substr(name.size()) + '\n';
        return names.empty() ? content::FileText{{}, content::no_such_file} : content::FileText{std::move(names), {}};
    };
}

content::Loaded load_content(const std::string& content_xml, FilesRead* files) {
    const fs::path path(content_file(content_xml)), folder(content_folder(content_xml));
    const auto read_one = [&](const std::string& name) {
        auto file = read(folder, name);
        if (files) files->emplace((folder / name).string(), file.text);
        return file;
    };
    return content::load(read_one, path.filename().string());
}

std::set<std::string> folders_of(const FilesRead& files) {
    std::set<std::string> folders;
    for (const auto& [path, text] : files) {
        if (!text && path.ends_with('/')) continue;  // a folder that is not there
        const auto folder = fs::path(path).parent_path().string();
        folders.insert(folder.empty() ? "." : folder);
    }
    return folders;
}

std::optional<Failure> write_file(const std::string& path, const std::string& bytes) {
    std::error_code error;
    // A device or a pipe is written to, never put away for a file.
    const bool is_device = fs::exists(path, error) && !fs::is_regular_file(path, error);
    const fs::path to(path), part(is_device ? path : path + ".part");
    std::ofstream file(part, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) {
        if (!is_device) fs::remove(part, error);
        return Failure{"Could not write " + path + ". Check that the folder exists, may be written to and has room."};
    }
    if (!is_device) fs::rename(part, to, error);
    if (error) return Failure{"Could not write " + path + ": " + error.message() + "."};
    return {};
}

}  // namespace kiosk::app
