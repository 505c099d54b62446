// SPDX-License-Identifier: Apache-2.0
// What check finds in one topic, beyond form; and the parts of check, one for each thing a clinic must keep up.
#pragma once

#include "content/load.hpp"

#include <string>
#include <utility>

namespace kiosk::content {

/// A topic under check, and where its problems go.
struct Findings {
    const Topic& topic;
    Problems& problems;

    void add(Severity severity, int line, std::string what, std::string instead) const {
        problems.push_back({topic.file, line, severity, std::move(what), std::move(instead)});
    }
    /// Of the list of evidence, where the wrong is there.
    void error_in_evidence(int line, std::string what, std::string instead) const {
        problems.push_back({topic.evidence_file, line, Severity::error, std::move(what), std::move(instead)});
    }
    void warning_in_evidence(int line, std::string what, std::string instead) const {
        problems.push_back({topic.evidence_file, line, Severity::warning, std::move(what), std::move(instead)});
    }
    void error(int line, std::string what, std::string instead) const {
        add(Severity::error, line, std::move(what), std::move(instead));
    }
    void warning(int line, std::string what, std::string instead) const {
        add(Severity::warning, line, std::move(what), std::move(instead));
    }
    void note(int line, std::string what) const { add(Severity::note, line, std::move(what), {}); }
    void todo(int line, std::string what, std::string instead) const {
        add(Severity::todo, line, std::move(what), std::move(instead));
    }
};

/// Every row of the evidence file is excused, or asked by all who are listed there and by nobody else.
void check_evidence(const Findings&);
/// Every sign, and every combination of the evidence file, is as urgent as its rows; what is lowered or not asked at
/// all is told.
void check_urgency(const Findings&);
/// Every handout and every guarded part of one is held back for all answers for which the evidence wants it.
void check_gates(const Findings&);
/// Every claim says where it comes from and how sure it is; every source is used.
void check_sources(const Findings&);
/// Nobody is held back without a word what to do instead; every handout says when to stop.
void check_handouts(const Findings&);
/// No two choices of a question that look the same, and none that looks like a key beside them.
void check_choices(const Findings&, const Content&);
/// Written, reviewed, to be reviewed again. `today` is ISO.
void check_dates(const Findings&, const std::string& today);
/// Sentences that a tired person can read: 20 words at most; English of school grade 6 at most.
void check_sentences(const Findings&, const Language&);
/// Text against what it stands on: 7:1 or more in both palettes of the glass.
void check_contrast(const Content&, Problems&);

}  // namespace kiosk::content
