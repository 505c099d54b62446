// SPDX-License-Identifier: Apache-2.0
#include "proof/verdict.hpp"

namespace kiosk::proof {

namespace {

std::string way(const Broken& broken) {
    std::string words;
    for (const auto& line : broken.path) {
        words += words.empty() ? "" : " > ";
        words += line.words;
        if (line.line > 0) words += " (" + line.file + ':' + std::to_string(line.line) + ')';
    }
    return words;
}

}  // namespace

std::string to_string(const Verdict& verdict) {
    const auto walked = std::to_string(verdict.states) + " states, " + std::to_string(verdict.steps) + " steps";
    switch (verdict.is) {
        case Verdict::Is::proved:
            return verdict.topic + ": proved: " + walked;
        case Verdict::Is::not_proved:
            return verdict.topic + ": not proved: " + verdict.why + "; " + walked;
        case Verdict::Is::broken:
            break;
    }
    return verdict.topic + ": broken: " + std::to_string(verdict.broken.size()) +
           (verdict.broken.size() == 1 ? " rule; " : " rules; ") + walked;
}

Problems problems(const Verdict& verdict) {
    Problems list;
    for (const auto& broken : verdict.broken) {
        const auto path = way(broken);
        list.push_back(
            {broken.file, broken.line, Severity::error,
             "a safety rule does not hold: " + broken.rule + (path.empty() ? "" : ". The way there: " + path), "",
             "proof"});
    }
    if (verdict.is == Verdict::Is::not_proved)
        list.push_back({verdict.file, verdict.line, Severity::error, "the safety check is not proved: " + verdict.why,
                        "ask less at once, or make rules of fewer answers", "proof"});
    return list;
}

}  // namespace kiosk::proof
