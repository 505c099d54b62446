// SPDX-License-Identifier: Apache-2.0
// Whether somebody approved exactly this content, and whether it may reach patients. Used by run and serve before they
// show or print, by status, check and approve.
#pragma once

#include "app/options.hpp"
#include "base/problem.hpp"
#include "content/content.hpp"
#include "content/load.hpp"

#include <optional>
#include <string>

namespace kiosk::app {

inline constexpr const char* approval_name = "approval.xml";
/// approval.xml beside this content.xml.
std::string approval_file(const std::string& content_xml);

struct Approval {
    std::optional<content::SignOff> sign_off;  ///< it holds for this content, today, on this machine
    Problems problems;                         ///< what staff should know about it: voided, not signed, past, soon past
};
/// What an approval.xml says about this content; an empty `xml`: there is none. `today` empty: the day is not known.
Approval judge_approval(const std::string& xml, const content::Content&, const Machine&, const std::string& today);
/// The same of what was read: a file that may not be read is a problem, none at all is none.
Approval judge_approval(const content::FileText&, const content::Content&, const Machine&, const std::string& today);
/// The same for the file beside a content.xml.
Approval approval_beside(const std::string& content_xml, const content::Content&, const Machine&,
                         const std::string& today);

/// The same, and what is loaded says it: it is on the glass. Of nothing there is none.
Approval put_approval_beside(const std::string& content_xml, content::Loaded&, const Machine&,
                             const std::string& today);

/// That approval is asked for, and this content has none.
Problem not_approved(const std::string& content_xml, Severity);

/// Who looks after the machine may ask for it, and so may the content; neither can take back what the other asks. Where
/// there is no screen, no patient reads anything.
bool needs_approval(const Machine&, const content::Clinic&);

}  // namespace kiosk::app
