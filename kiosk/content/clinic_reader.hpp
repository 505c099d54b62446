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

struct ClinicFile {
    Clinic clinic;
    std::vector<Language> languages;  ///< the clinic's own first
    std::vector<TopicFile> topics;
    NamedFile interface, theme;  ///< path empty where not named, which is reported
};

ClinicFile read_clinic(const Element& root, Report&);

}  // namespace kiosk::content
