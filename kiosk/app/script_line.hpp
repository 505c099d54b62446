// SPDX-License-Identifier: Apache-2.0
// One line of a scripted visit. A script reads like what happened: "tap Yes", "wait 30s", "report printing 1 2".
#pragma once

#include "app/keypad.hpp"
#include "base/instant.hpp"
#include "base/result.hpp"
#include "visit/visit.hpp"

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
/// The questions from here on are answered with No or "None of these".
struct AnswerNo {
    std::string until;  ///< the question to stop at, as asked on the glass; empty: to the end
};
/// One of a keypad's six keys.
struct Press {
    KeypadKey key;
    int times = 1;
};
/// The keypad's Next, until the key with these words has the focus.
struct GoTo {
    std::string label;
};
/// The paper last ordered, as text.
struct Paper {};
/// The sentence that is being read aloud is over; with `all`, all that follow on this screen, too.
struct Heard {
    bool all = false;
};
/// Something the world reports, about this visit's ticket, job and call.
struct Happens {
    std::function<visit::Event(const visit::Visit&)> event;
};
}  // namespace script

using ScriptLine = std::variant<script::Tap, script::Press, script::GoTo, script::Wait, script::AnswerNo, script::Paper,
                                script::Heard, script::Happens>;

/// Fails with a sentence that lists what may be written.
Result<ScriptLine> read_script_line(const std::string&);

/// Takes "quietly " off the front of a line: it is played, but the screen after it is not shown. True where it stood.
bool take_quietly(std::string& line);
/// Whether a script means these words of the glass: it may write a straight apostrophe for a curly one.
bool are_meant(const std::string& words, const std::string& in_script);
/// The next touch on the way to answer this question with No or "None of these".
visit::Action touch_for_no(const content::Question&, const visit::place::Asking&);

}  // namespace kiosk::app
