// SPDX-License-Identifier: Apache-2.0
// The problems of one file, as the readers find them. Says enough is enough after `most`: a broken file of millions of
// elements must not become millions of sentences.
#pragma once

#include "base/problem.hpp"

#include <string>

namespace kiosk::content {

class Report {
public:
    static constexpr int most = 200;
    static constexpr const char* rule = "form";

    Report(std::string file, Problems& problems) : m_file(std::move(file)), m_problems(problems) {}
    Report(const Report&) = delete;
    Report& operator=(const Report&) = delete;
    /// Tells how many problems were left out.
    ~Report();

    void error(int line, std::string what, std::string instead = {});
    int count() const { return m_count; }
    const std::string& file() const { return m_file; }

private:
    std::string m_file;
    Problems& m_problems;
    int m_count = 0;
};

}  // namespace kiosk::content
