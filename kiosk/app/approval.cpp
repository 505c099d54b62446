// SPDX-License-Identifier: Apache-2.0
#include "app/approval.hpp"

#include "app/files.hpp"
#include "app/signing.hpp"
#include "content/sign_off.hpp"

#include <chrono>
#include <filesystem>

namespace kiosk::app {

namespace {

constexpr int warn_before = 30;  ///< days
constexpr const char *again = "have it approved again: kiosk approve",
                     *again_signed = "have it approved again: kiosk approve --key FILE";

/// Days since 1970 of an ISO day that exists.
long day_number(const std::string& iso) {
    using namespace std::chrono;
    const year_month_day day{year{std::stoi(iso.substr(0, 4))},
                             month{static_cast<unsigned>(std::stoi(iso.substr(5, 2)))},
                             std::chrono::day{static_cast<unsigned>(std::stoi(iso.substr(8, 2)))}};
    return sys_days(day).time_since_epoch().count();
}

/// Why an approval does not hold; empty: it does.
std::string why_void(const content::Approved& approved, const content::Content& content, const Machine& machine,
                     const std::string& today) {
    const auto& [by, on, until] = approved.sign_off;
    if (approved.hash != content.hash) return "the content was changed after " + by + " approved it on " + on;
    if (!machine.approval_key.empty()) {
        if (approved.signature.empty()) return "the approval by " + by + " is not signed, and this kiosk asks for it";
        if (!is_signed(signed_text(approved), approved.signature, machine.approval_key))
            return "the signature is not by the key of this kiosk";
    }
    if (is_past(approved.sign_off, today)) return "the approval by " + by + " ended on " + until;
    return {};
}

}  // namespace

std::string approval_file(const std::string& content_xml) {
    return (std::filesystem::path(content_file(content_xml)).parent_path() / approval_name).string();
}

Approval judge_approval(const std::string& xml, const content::Content& content, const Machine& machine,
                        const std::string& today) {
    Approval approval;
    if (xml.empty()) return approval;
    content::Report report(approval_name, approval.problems);
    const auto read = read_approved(xml, report);
    if (!read) return approval;
    const auto warn = [&](const std::string& what, const char* instead) {
        approval.problems.push_back({approval_name, 0, Severity::warning, what, instead});
    };
    if (const auto why = why_void(*read, content, machine, today); !why.empty()) {
        warn(why, machine.approval_key.empty() ? again : again_signed);
        return approval;
    }
    approval.sign_off = read->sign_off;
    const auto& until = read->sign_off.until;
    // It holds all the same: a clock that lost its time at a start must not take the kiosk away.
    if (!today.empty() && read->sign_off.on > today)
        warn("the approval by " + read->sign_off.by + " is of " + read->sign_off.on + ", a day still to come", again);
    if (!today.empty() && !until.empty() && day_number(until) - day_number(today) <= warn_before)
        warn("the approval by " + read->sign_off.by + " ends on " + until, "plan the next one");
    return approval;
}

Approval judge_approval(const content::FileText& file, const content::Content& content, const Machine& machine,
                        const std::string& today) {
    if (file.text) return judge_approval(*file.text, content, machine, today);
    if (file.why_not == content::no_such_file) return {};
    const auto instead = file.why_not == content::not_allowed_to_read ? content::let_it_be_read(approval_name)
                                                                      : "delete it and have it approved again";
    return {{}, {{approval_name, 0, Severity::warning, "the file " + file.why_not, instead, {}}}};
}

Approval approval_beside(const std::string& content_xml, const content::Content& content, const Machine& machine,
                         const std::string& today) {
    return judge_approval(read_file(approval_file(content_xml)), content, machine, today);
}

Approval put_approval_beside(const std::string& content_xml, content::Loaded& loaded, const Machine& machine,
                             const std::string& today) {
    if (!loaded.content) return {};
    auto approval = approval_beside(content_xml, *loaded.content, machine, today);
    loaded.content->sign_off = approval.sign_off;
    return approval;
}

Problem not_approved(const std::string& content_xml, Severity severity) {
    return {std::filesystem::path(content_file(content_xml)).filename().string(),
            0,
            severity,
            "patients see only approved content here, and this is not",
            "have it approved: kiosk approve --by \"Name, role\"",
            {}};
}

bool needs_approval(const Machine& machine, const content::Clinic& clinic) {
    return !machine.no_screen && (machine.require_approval || clinic.require_approval);
}

}  // namespace kiosk::app
