// SPDX-License-Identifier: Apache-2.0
// What a scripted printer says of a job when it is looked at, and the story of one job that is told of it.
#pragma once

#include "printer/fake_printer.hpp"
#include "printer/story.hpp"

#include <cups/cups.h>

#include <string>
#include <vector>

namespace story {

using Row = std::vector<fake::Look>;

inline fake::Look printing(int impressions = -1) {
    return {IPP_JSTATE_PROCESSING, {"job-printing"}, impressions, IPP_PSTATE_PROCESSING, {"none"}};
}
inline fake::Look completed(int impressions = -1) {
    return {IPP_JSTATE_COMPLETED, {"job-completed-successfully"}, impressions, IPP_PSTATE_IDLE, {"none"}};
}
inline fake::Look stopped(const std::string& reason) {
    return {IPP_JSTATE_STOPPED, {"printer-stopped"}, -1, IPP_PSTATE_STOPPED, {reason}};
}
inline fake::Look busy_with(const std::string& reason, ipp_pstate_t printer = IPP_PSTATE_PROCESSING) {
    return {IPP_JSTATE_PROCESSING, {"job-printing"}, -1, printer, {reason}};
}
inline fake::Look aborted(const std::string& reason, ipp_pstate_t printer = IPP_PSTATE_IDLE) {
    return {IPP_JSTATE_ABORTED, {"aborted-by-system"}, -1, printer, {reason}};
}

/// The whole story of one job on a printer with this script.
inline std::string told(const fake::Script& script, int pages = 2) {
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    press.submit({first, document(pages)});
    return teller.settled();
}

inline std::string told_by_looks(const Row& looks, int pages = 2) {
    fake::Script script;
    script.looks = looks;
    return told(script, pages);
}

}  // namespace story
