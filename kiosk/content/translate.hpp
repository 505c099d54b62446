// SPDX-License-Identifier: Apache-2.0
// `kiosk translate`: the XLIFF files of one language for every topic and the interface, as they should stand now.
#pragma once

#include "content/load.hpp"
#include "content/translation.hpp"

#include <string>
#include <vector>

namespace kiosk::content {

struct TranslatedFile {
    std::string path;  ///< relative to the folder of content.xml
    std::string text;
    bool is_changed = false;
    bool operator==(const TranslatedFile&) const = default;
};

struct Translating {
    std::vector<TranslatedFile> files;
    Tally tally{};
    bool is_listed = false;  ///< content.xml lists the language
    Problems problems;       ///< with an error nothing is to be written
};

/// The content itself must be without errors; the language need not be listed yet.
Translating translate(const ReadFile&, const std::string& content_xml, const std::string& language);

/// "1,241 texts: 1,230 current (0 reviewed), 8 stale, 3 missing"
std::string in_words(const Tally&);

}  // namespace kiosk::content
