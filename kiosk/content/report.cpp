// SPDX-License-Identifier: Apache-2.0
#include "content/report.hpp"

#include <utility>

namespace kiosk::content {

Report::~Report() {
    if (m_count <= most) return;
    m_problems.push_back({m_file, 0, Severity::error, "and " + std::to_string(m_count - most) + " more problems",
                          "mend the first ones, then check again", rule});
}

void Report::error(int line, std::string what, std::string instead) {
    if (++m_count > most) return;
    m_problems.push_back({m_file, line, Severity::error, std::move(what), std::move(instead), rule});
}

}  // namespace kiosk::content
