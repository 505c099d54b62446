// SPDX-License-Identifier: Apache-2.0
#include "content/sign_off.hpp"

#include "content/utf8.hpp"
#include "content/values.hpp"
#include "content/xml_reader.hpp"

namespace kiosk::content {

namespace {

constexpr std::size_t hash_digits = 64, signature_digits = 128, longest_name = 200;

bool is_hex(const std::string& text, std::size_t digits) {
    return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

/// "A. Name, role"
bool has_role(const std::string& by) {
    const auto comma = by.find(", ");
    return comma != std::string::npos && comma > 0 && comma + 2 < by.size();
}

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += c;
        }
    return result;
}

}  // namespace

std::optional<Approved> read_approved(const std::string& xml, Report& report) {
    const int before = report.count();
    const auto e = read_xml(xml, "approval", report);
    if (!e) return {};
    only(*e, {"by", "on", "until", "content", "signature"}, {}, report);
    Approved approved;
    approved.sign_off = {need(*e, "by", report), need_date(*e, "on", report), date(*e, "until", report)};
    approved.hash = need(*e, "content", report);
    approved.signature = may(*e, "signature");
    const bool sound = is_signatory(approved.sign_off.by) && is_hex(approved.hash, hash_digits) &&
                       (approved.signature.empty() || is_hex(approved.signature, signature_digits));
    if (report.count() == before && !sound)
        report.error(e->line, "this is not as kiosk approve wrote it", "delete the file and have it approved again");
    return report.count() == before ? std::optional(std::move(approved)) : std::nullopt;
}

std::string write_approved(const Approved& approved) {
    const auto attribute = [](const char* name, const std::string& value) {
        return value.empty() ? std::string() : "\n          " + std::string(name) + "=\"" + escaped(value) + '"';
    };
    const auto& [by, on, until] = approved.sign_off;
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<!-- Written by kiosk approve. One changed letter of the content makes it void. -->\n"
           "<approval by=\"" +
           escaped(by) + '"' + attribute("on", on) + attribute("until", until) + attribute("content", approved.hash) +
           attribute("signature", approved.signature) + "/>\n";
}

std::string signed_text(const Approved& approved) {
    const auto& [by, on, until] = approved.sign_off;
    return "clinic kiosk: approval of content\nby " + by + "\non " + on + "\nuntil " + until + "\ncontent " +
           approved.hash + '\n';
}

bool is_signatory(const std::string& by) {
    return has_role(by) && by.size() <= longest_name && !not_utf8_at(by) && !unfit_character(by) && folded(by) == by;
}

bool is_past(const SignOff& sign_off, const std::string& today) {
    return !today.empty() && !sign_off.until.empty() && sign_off.until < today;
}

}  // namespace kiosk::content
