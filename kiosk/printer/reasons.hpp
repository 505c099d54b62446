// SPDX-License-Identifier: Apache-2.0
// From a printer's words to ours: printer-state-reasons and the state of a job, as a Stage and a Trouble. Pure.
// The words: RFC 8011 5.4.12, PWG 5100.9 (https://www.iana.org/assignments/ipp-registrations).
#pragma once

#include "printer/capabilities.hpp"

namespace kiosk::printer {

/// One look at a job and at its printer.
struct Seen {
    ipp_jstate_t job = IPP_JSTATE_PENDING;
    Words job_reasons;
    std::optional<int> impressions;  ///< sides that came out, where the printer counts them
    ipp_pstate_t printer = IPP_PSTATE_PROCESSING;
    Words printer_reasons;
};

/// Of the answers to Get-Job-Attributes and to Get-Printer-Attributes; without the second, it goes on.
Seen read_seen(ipp_t* job, ipp_t* printer);

enum class Moving { yes, no };  ///< whether a page moved lately

struct Verdict {
    Stage stage = Stage::sent;
    Trouble trouble = Trouble::none;
    int page = 0;
    bool operator==(const Verdict&) const = default;
};

Verdict judge(const Seen&, int pages, Moving);

/// What would stop a job now.
Trouble stopping(ipp_pstate_t, const Words& reasons, Moving);
bool is_low(const Words& reasons, Trouble of);  ///< paper or toner

}  // namespace kiosk::printer
