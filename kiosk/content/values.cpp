// SPDX-License-Identifier: Apache-2.0
#include "content/values.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

namespace kiosk::content {

namespace {

using std::string_view;

std::string written(const Element& e, string_view name) {
    return std::string(name) + "=\"" + may(e, name) + '"';
}

bool all_digits(string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == string_view::npos;
}

int whole(string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

bool is_month(string_view text) {
    if (text.size() != 7 || text[4] != '-' || !all_digits(text.substr(0, 4)) || !all_digits(text.substr(5)))
        return false;
    const int month = whole(text.substr(5));
    return month >= 1 && month <= 12;
}

bool is_day(string_view text) {
    if (text.size() != 10 || text[7] != '-' || !is_month(text.substr(0, 7)) || !all_digits(text.substr(8)))
        return false;
    const std::chrono::year_month_day day{std::chrono::year{whole(text.substr(0, 4))},
                                          std::chrono::month{static_cast<unsigned>(whole(text.substr(5, 2)))},
                                          std::chrono::day{static_cast<unsigned>(whole(text.substr(8)))}};
    return day.ok();
}

/// The value where `good`, else reported and empty.
template <class Good>
std::string checked(const Element& e, string_view name, Good good, const char* what, const char* instead,
                    Report& report) {
    const std::string value = may(e, name);
    if (value.empty() || good(value)) return value;
    report.error(e.line, written(e, name) + " is " + what, instead);
    return {};
}

std::optional<Duration> parsed_duration(string_view text) {
    const auto digits = text.substr(0, std::min(text.find_first_not_of("0123456789"), text.size()));
    const auto unit = text.substr(digits.size());
    if (digits.empty() || digits.size() > 7) return std::nullopt;
    if (unit == "ms") return Duration{whole(digits)};
    if (unit == "s") return std::chrono::seconds{whole(digits)};
    if (unit == "min") return std::chrono::minutes{whole(digits)};
    return std::nullopt;
}

std::optional<double> parsed_number(string_view text) {
    const bool plain = text.find_first_not_of("0123456789.") == string_view::npos;
    if (!plain || text.empty() || text.size() > 12 || !all_digits(text.substr(0, 1))) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string in_words(double value) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

}  // namespace

void not_a_word(const Element& e, string_view name, const Names& words, Report& report) {
    report.error(e.line, written(e, name) + " is not known", instead_of(may(e, name), words));
}

bool yes(const Element& e, string_view name, Report& report) {
    static constexpr std::array<std::pair<string_view, bool>, 2> table = {{{"yes", true}, {"no", false}}};
    return one_of(e, name, table, false, report);
}

std::string need_id(const Element& e, string_view name, Report& report) {
    static constexpr string_view fit = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const std::string id = need(e, name, report);
    if (id.find_first_not_of(fit) == std::string::npos && !id.starts_with('-') && id.size() <= 64) return id;
    report.error(e.line, written(e, name) + " is no id", "write small letters a-z, digits and hyphens, 64 at most");
    return {};
}

std::string date(const Element& e, string_view name, Report& report) {
    return checked(e, name, is_day, "no date", "write a day as 2026-11-22", report);
}

std::string need_date(const Element& e, string_view name, Report& report) {
    need(e, name, report);
    return date(e, name, report);
}

std::string day_or_month(const Element& e, string_view name, Report& report) {
    const auto good = [](string_view text) { return is_month(text) || is_day(text); };
    return checked(e, name, good, "no date", "write a month as 2026-11 or a day as 2026-11-22", report);
}

std::string year(const Element& e, string_view name, Report& report) {
    const auto good = [](string_view text) {
        const bool years =
            text.find_first_not_of("0123456789-/,; ") == string_view::npos && all_digits(text.substr(0, 4));
        return text == "n.d." || (years && text.size() >= 4 && text.size() <= 20);
    };
    return checked(e, name, good, "no year", "write 2024, 2016-2024, or n.d. where none is given", report);
}

std::string web_address(const Element& e, string_view name, Scheme scheme, Report& report) {
    const bool secure = scheme == Scheme::secure;
    const auto good = [secure](string_view text) {
        const bool https = text.starts_with("https://") && text.size() > 8;
        const bool http = text.starts_with("http://") && text.size() > 7 && !secure;
        return (https || http) && text.find_first_of(" \"<>") == string_view::npos && text.size() <= 500;
    };
    return checked(e, name, good, "no web address",
                   secure ? "write it beginning with https://" : "write it beginning with https:// or http://", report);
}

std::string in_words(Duration d) {
    const auto ms = d.count();
    if (ms % 60'000 == 0 && ms > 0) return std::to_string(ms / 60'000) + "min";
    if (ms % 1000 == 0) return std::to_string(ms / 1000) + "s";
    return std::to_string(ms) + "ms";
}

Duration duration(const Element& e, string_view name, Duration fallback, Duration least, Duration most,
                  Report& report) {
    if (!attribute(e, name)) return fallback;
    const auto value = parsed_duration(may(e, name));
    const auto range = "from " + in_words(least) + " to " + in_words(most);
    if (!value) {
        report.error(e.line, written(e, name) + " is no length of time", "write a number with ms, s or min, " + range);
        return fallback;
    }
    if (*value >= least && *value <= most) return *value;
    report.error(e.line, written(e, name) + " is too " + (*value < least ? "short" : "long"), "write a time " + range);
    return fallback;
}

double number(const Element& e, string_view name, double fallback, double least, double most, Report& report) {
    if (!attribute(e, name)) return fallback;
    const auto value = parsed_number(may(e, name));
    if (value && *value >= least && *value <= most) return *value;
    report.error(e.line, written(e, name) + (value ? " is out of range" : " is no number"),
                 "write a number from " + in_words(least) + " to " + in_words(most));
    return fallback;
}

std::uint32_t need_colour(const Element& e, string_view name, Report& report) {
    const std::string value = need(e, name, report);
    const bool fit = value.size() == 7 && value[0] == '#' &&
                     value.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
    std::uint32_t colour = 0;
    if (fit) std::from_chars(value.data() + 1, value.data() + value.size(), colour, 16);
    if (!fit && !value.empty())
        report.error(e.line, written(e, name) + " is no colour", "write # and six digits, as in #15292E");
    return colour;
}

}  // namespace kiosk::content
