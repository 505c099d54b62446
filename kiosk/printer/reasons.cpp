// SPDX-License-Identifier: Apache-2.0
#include "printer/reasons.hpp"

#include <algorithm>
#include <string_view>

namespace kiosk::printer {

namespace {

enum class Severity { report, warning, error };

struct Reason {
    std::string word;
    Severity severity = Severity::warning;  // a bare word says neither; it stops only what does not move
};

Reason parse(const std::string& text) {
    static constexpr std::pair<std::string_view, Severity> endings[] = {
        {"-report", Severity::report}, {"-warning", Severity::warning}, {"-error", Severity::error}};
    for (const auto& [ending, severity] : endings)
        if (text.size() > ending.size() && std::string_view(text).substr(text.size() - ending.size()) == ending)
            return {text.substr(0, text.size() - ending.size()), severity};
    return {text};
}

bool contains(std::string_view word, std::string_view part) {
    return word.find(part) != std::string_view::npos;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Nothing for words that never keep a sheet from coming out.
Trouble meaning(std::string_view word) {
    if (is_one_of(word, {"offline", "shutdown", "timed-out", "power-down", "deactivated"})) return Trouble::offline;
    if (contains(word, "jam")) return Trouble::jam;
    if (is_one_of(word, {"door-open", "cover-open", "interlock-open"})) return Trouble::door;
    if (is_one_of(word, {"media-empty", "media-needed"})) return Trouble::paper;
    if (is_one_of(word, {"toner-empty", "marker-supply-empty", "marker-supply-missing", "ink-empty", "developer-empty",
                         "cartridge-missing"}))
        return Trouble::toner;
    if (is_one_of(word, {"input-tray-missing", "output-tray-missing", "output-area-full", "marker-waste-full",
                         "fuser-over-temp", "fuser-under-temp", "opc-life-over", "paused", "stopped-partly",
                         "spool-area-full", "input-media-size-change-request", "media-path-output-full"}))
        return Trouble::attention;
    return Trouble::none;
}

/// What a person must mend first comes first.
int rank(Trouble trouble) {
    switch (trouble) {
        case Trouble::offline:
            return 6;
        case Trouble::jam:
            return 5;
        case Trouble::door:
            return 4;
        case Trouble::paper:
            return 3;
        case Trouble::toner:
            return 2;
        case Trouble::attention:
            return 1;
        default:
            return 0;
    }
}

bool stops(const Reason& reason, Trouble trouble, ipp_pstate_t printer, Moving moving) {
    if (reason.severity == Severity::error || printer == IPP_PSTATE_STOPPED) return true;
    if (reason.severity == Severity::report || trouble == Trouble::attention) return false;
    return reason.word == "media-needed" || moving == Moving::no;
}

bool has(const Words& list, const char* word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

Verdict while_waiting(const Seen& seen, int page, Moving moving) {
    Trouble trouble = stopping(seen.printer, seen.printer_reasons, moving);
    // A stopped job names its reason in any voice. Between the two questions the printer may have gone on: a stop that
    // it does not confirm is believed when it lasts.
    if (seen.job == IPP_JSTATE_STOPPED && trouble == Trouble::none) {
        trouble = stopping(IPP_PSTATE_STOPPED, seen.printer_reasons, moving);
        if (trouble == Trouble::attention && moving == Moving::yes) trouble = Trouble::none;
    }
    if (trouble != Trouble::none) return {Stage::needs_hand, trouble, page};
    return {seen.job < IPP_JSTATE_PROCESSING ? Stage::sent : Stage::printing, Trouble::none, page};
}

/// "Completed" from a printer that stands still with a jam or without paper, before all sides came out, proves nothing.
bool doubtful(const Seen& seen, int pages) {
    if (has(seen.job_reasons, "job-completed-with-errors")) return true;
    const bool all_out = seen.impressions && *seen.impressions >= pages;
    return !all_out && seen.printer == IPP_PSTATE_STOPPED &&
           rank(stopping(seen.printer, seen.printer_reasons, Moving::no)) >= rank(Trouble::toner);
}

}  // namespace

Seen read_seen(ipp_t* job, ipp_t* printer) {
    Seen seen;
    seen.job = job_state(job, IPP_JSTATE_PENDING);
    seen.job_reasons = words(job, "job-state-reasons");
    seen.impressions = number(job, "job-impressions-completed");
    if (!seen.impressions) seen.impressions = number(job, "job-media-sheets-completed");
    if (printer == nullptr) return seen;
    seen.printer = printer_state(printer, IPP_PSTATE_PROCESSING);
    seen.printer_reasons = words(printer, "printer-state-reasons");
    return seen;
}

Trouble stopping(ipp_pstate_t printer, const Words& reasons, Moving moving) {
    Trouble worst = printer == IPP_PSTATE_STOPPED ? Trouble::attention : Trouble::none;
    for (const std::string& text : reasons) {
        const Reason reason = parse(text);
        Trouble trouble = meaning(reason.word);
        // A word nobody has told us about, called an error: a person must look.
        if (trouble == Trouble::none && reason.severity == Severity::error) trouble = Trouble::attention;
        if (trouble == Trouble::none || !stops(reason, trouble, printer, moving)) continue;
        if (rank(trouble) > rank(worst)) worst = trouble;
    }
    return worst;
}

bool is_low(const Words& reasons, Trouble of) {
    return std::any_of(reasons.begin(), reasons.end(), [&](const std::string& text) {
        const std::string word = parse(text).word;
        if (of == Trouble::paper) return word == "media-low" || word == "media-empty";
        return word == "toner-low" || word == "marker-supply-low" || word == "ink-low";
    });
}

Verdict judge(const Seen& seen, int pages, Moving moving) {
    const int out = seen.impressions.value_or(0);
    const int page = out <= 0 ? 0 : std::min(out + 1, pages);
    switch (seen.job) {
        case IPP_JSTATE_COMPLETED:
            return {doubtful(seen, pages) ? Stage::unknown : Stage::printed, Trouble::none, page};
        case IPP_JSTATE_CANCELED:
            return {Stage::cancelled, Trouble::none, page};
        case IPP_JSTATE_ABORTED: {
            const Trouble why = stopping(IPP_PSTATE_STOPPED, seen.printer_reasons, Moving::no);
            const bool nothing_known = why == Trouble::attention && seen.printer != IPP_PSTATE_STOPPED;
            return {Stage::not_printed, nothing_known ? Trouble::none : why, page};
        }
        default:
            return while_waiting(seen, page, moving);
    }
}

}  // namespace kiosk::printer
