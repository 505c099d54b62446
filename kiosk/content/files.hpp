// SPDX-License-Identifier: Apache-2.0
// The files of one reading: each asked for once, kept inside the content folder, not too large; and the fingerprint
// over all of them. Used by load and the readers of files that name other files.
#pragma once

#include "content/load.hpp"
#include "content/report.hpp"

#include <map>
#include <string>
#include <vector>

namespace kiosk::content {

inline constexpr std::size_t largest_file = 4'000'000;  ///< bytes

class Files {
public:
    explicit Files(const ReadFile& read) : m_read(read) {}

    /// The text; nullptr where there is none, which is reported at the place that names the file (line 0: the file
    /// itself).
    const std::string* text(const std::string& path, int line, Report&);
    /// Why there is no such file to be read, for files that need not be there; empty where there is one.
    std::string why_not(const std::string& path);
    /// Of the files in a folder; none where there is no such folder. No part of the fingerprint: what is read of them
    /// is.
    std::vector<std::string> names(const std::string& folder) const;
    /// SHA-256 over the path, the length and the bytes of every file that was read, in order of path.
    std::string fingerprint() const;

private:
    FileText& read(const std::string& path);

    const ReadFile& m_read;
    std::map<std::string, FileText> m_files;
};

/// True for a plain path below the content folder: no "..", not from the root, no backslash, drive or control.
bool stays_inside(const std::string& path);

}  // namespace kiosk::content
