// SPDX-License-Identifier: Apache-2.0
// The small clinic in a folder of its own, to be changed, approved and packed.
#pragma once

#include "app/options.hpp"
#include "fixtures/small.hpp"
#include "mailbox/scratch.hpp"

#include <fstream>
#include <string>
#include <utility>

namespace kiosk::app {

struct SmallClinic {
    Scratch scratch;
    Machine machine;
    SmallClinic() {
        fixtures::copy_small(scratch.folder);
        machine.content = file("content.xml");
        machine.state = file("state");
    }
    std::string file(const char* name) const { return (scratch.folder / name).string(); }
    void change(const char* name, const std::string& from, const std::string& to) const {
        auto text = *fixtures::read_file(file(name)).text;
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        std::ofstream(file(name)) << text.replace(at, from.size(), to);
    }
};

inline command::Approve by_doctor(std::string key = {}) {
    return {.by = "A. Name, family doctor", .until = {}, .key = std::move(key), .make_key = {}};
}

}  // namespace kiosk::app
