// SPDX-License-Identifier: Apache-2.0
// content.xml: who the clinic is, its languages and limits of time, and which files hold the rest.
#pragma once

#include "content/element.hpp"

#include <string>
#include <vector>

namespace kiosk::content {

/// A file that content.xml names, and where.
struct NamedFile {
    std::string path;
    int line = 0;
};

struct TopicFile {
    NamedFile topic, evidence;
};

/// What a translation must be before patients read it.
enum class Accept { reviewed, translated };

struct ListedLanguage {
    Language language;
    Accept accept = Accept::reviewed;
    std::string desk;  ///< what the front desk is called in it; of the clinic's own: empty, it stands in <kiosk>
    int line = 0;
};

struct ClinicFile {
    Clinic clinic;
    std::vector<ListedLanguage> languages;  ///< the clinic's own first
    std::vector<TopicFile> topics;
    NamedFile interface, theme;  ///< path empty where not named, which is reported
};

/// BCP 47 as far as it matters here: "es", "zh-Hans".
bool is_language_code(const std::string&);
ClinicFile read_clinic(const Element& root, Report&);

}  // namespace kiosk::content
