// SPDX-License-Identifier: Apache-2.0
#include "content/files.hpp"

#include "content/fingerprint.hpp"

#include <algorithm>
#include <sstream>

namespace kiosk::content {

bool stays_inside(const std::string& path) {
    const auto bad = [](char c) { return c == '\\' || c == ':' || static_cast<unsigned char>(c) < 0x20; };
    if (path.empty() || path.front() == '/' || path.back() == '/') return false;
    if (std::any_of(path.begin(), path.end(), bad)) return false;
    std::istringstream steps(path);
    for (std::string step; std::getline(steps, step, '/');)
        if (step.empty() || step == "." || step == "..") return false;
    return true;
}

FileText& Files::read(const std::string& path) {
    auto found = m_files.find(path);
    if (found == m_files.end()) found = m_files.emplace(path, m_read(path)).first;
    return found->second;
}

std::string let_it_be_read(const std::string& path) {
    return "let the kiosk read it: chmod 644 " + path + ", and chmod 755 the folders it lies in";
}

std::string Files::why_not(const std::string& path) {
    const auto& file = read(path);
    if (file.text) return {};
    return file.why_not.empty() ? "cannot be read" : file.why_not;
}

const std::string* Files::text(const std::string& path, int line, Report& report) {
    if (!stays_inside(path)) {
        report.error(line, "\"" + path + "\" is no file of the content folder",
                     "write a path below it, as in screens/name.xml");
        return nullptr;
    }
    auto& [text, why_not] = read(path);
    if (text && text->size() > largest_file) {
        text.reset();
        why_not = "is larger than " + std::to_string(largest_file / 1'000'000) + " MB";
    }
    if (text) return &*text;
    const std::string which = path == report.file() ? "the file" : path;
    report.error(line, which + " " + (why_not.empty() ? "cannot be read" : why_not),
                 why_not == not_allowed_to_read ? let_it_be_read(path)
                 : path == report.file()        ? "put it there, or restore it from your copy"
                                                : "put it there, or name the right file");
    return nullptr;
}

std::vector<std::string> Files::names(const std::string& folder) const {
    std::vector<std::string> names;
    std::istringstream lines(m_read(folder + '/').text.value_or(""));
    for (std::string name; std::getline(lines, name);)
        if (stays_inside(name) && name.find('/') == std::string::npos) names.push_back(name);
    return names;
}

std::string Files::fingerprint() const {
    std::string all;
    for (const auto& [path, file] : m_files)
        if (file.text) all += path + '\n' + std::to_string(file.text->size()) + '\n' + *file.text;
    return sha256(all);
}

}  // namespace kiosk::content
