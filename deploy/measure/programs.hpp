// SPDX-License-Identifier: Apache-2.0
// What is measured: each program a value, so that one way of measuring does for all.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace kiosk::measure {

/// It is ready when the display shows the picture that it settles on.
struct Program {
    std::string name;
    std::string command;                             ///< not there: not measured
    std::vector<std::string> glass;                  ///< shows the screens on the display; empty: it has none
    std::map<std::string, std::string> environment;  ///< of `glass`
    std::string pdf;                                 ///< makes the handout; empty: it makes none
    std::string version;                             ///< says which it is
};

/// What the programs are given, all in one folder: content.xml, visit.html, handout.html.
struct Given {
    std::string kiosk;  ///< the binary
    std::string folder;
    std::string handout;  ///< its id
};

/// The kiosk first.
std::vector<Program> programs(const Given&);

}  // namespace kiosk::measure
