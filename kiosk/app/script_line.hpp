// SPDX-License-Identifier: Apache-2.0
// One line of a scripted visit. A script reads like what happened: "tap Yes", "wait 30s", "report printing 1 2".
#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "visit/event.hpp"

#include <functional>
#include <string>
#include <variant>

namespace kiosk::app {

namespace script {
struct Tap {
    std::string label;  ///< as on the key, or as it is spoken ("Read: Warm packs")
};
struct Wait {
    Duration duration;
};
/// The paper last ordered, as text.
struct Paper {};
/// Something the world reports, about this visit's ticket, job and call.
struct Happens {
    std::function<visit::Event(visit::Ticket, visit::JobNumber, visit::CallNumber)> event;
};
}  // namespace script

using ScriptLine = std::variant<script::Tap, script::Wait, script::Paper, script::Happens>;

/// Fails with a sentence that lists what may be written.
Result<ScriptLine> read_script_line(const std::string&);

}  // namespace kiosk::app
