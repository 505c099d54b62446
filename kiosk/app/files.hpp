// SPDX-License-Identifier: Apache-2.0
// The clinic's files on disk, for the loader that touches none itself.
#pragma once

#include "base/result.hpp"
#include "content/load.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace kiosk::app {

/// content.xml itself, where a folder is named.
std::string content_file(const std::string& content_xml);

content::FileText read_file(const std::string& path);
/// The folder that paths of the content are relative to.
std::string content_folder(const std::string& content_xml);
/// Reads below the folder; follows no link out of it.
content::ReadFile files_below(const std::string& folder);

/// What lies in memory, by its path below the folder of content.xml; outlives the reader.
content::ReadFile files_in(const std::map<std::string, std::string>&);

/// Every file a reading asked for, by its path on disk; nothing where it could not be read.
using FilesRead = std::map<std::string, std::optional<std::string>>;

/// The folders these lie in.
std::set<std::string> folders_of(const FilesRead&);

/// Reads below the folder of `content_xml`, or of the content.xml in it; follows no link out of it.
content::Loaded load_content(const std::string& content_xml, FilesRead* read = nullptr);

/// Writes all of it or nothing (a file beside it, then rename), into a folder that is there; a sentence where it
/// cannot.
std::optional<Failure> write_file(const std::string& path, const std::string& bytes);

}  // namespace kiosk::app
