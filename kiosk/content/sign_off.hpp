// SPDX-License-Identifier: Apache-2.0
// The approval of a content as the file approval.xml beside it: who approved which fingerprint, and the words that a
// signature is over. Outside of what it approves, or no fingerprint could stand in it. Used by the app's approval.
#pragma once

#include "content/content.hpp"
#include "content/report.hpp"

#include <optional>
#include <string>

namespace kiosk::content {

struct Approved {
    SignOff sign_off;
    std::string hash;       ///< of the content
    std::string signature;  ///< hex; empty = not signed
    bool operator==(const Approved&) const = default;
};

/// Nothing where it is not one; why stands in the report.
std::optional<Approved> read_approved(const std::string& xml, Report&);
std::string write_approved(const Approved&);
/// One line each, so that no two approvals sign the same text.
std::string signed_text(const Approved&);

/// "A. Name, role" as approval.xml can hold it: one line of words, not too long.
bool is_signatory(const std::string& by);
/// `today` is ISO; empty: not known, and nothing is past.
bool is_past(const SignOff&, const std::string& today);

}  // namespace kiosk::content
