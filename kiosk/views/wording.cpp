// SPDX-License-Identifier: Apache-2.0
#include "views/wording.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>

namespace kiosk::views {
namespace {

/// Names in interface.xml, January first.
constexpr std::array<const char*, 12> months = {"date.january",   "date.february", "date.march",    "date.april",
                                                "date.may",       "date.june",     "date.july",     "date.august",
                                                "date.september", "date.october",  "date.november", "date.december"};

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc{} || stop != end || digits.empty()) return std::nullopt;
    return value;
}

std::optional<std::string> month_name(const content::Content& content, content::LanguageId language,
                                      std::string_view digits) {
    const auto month = number(digits);
    if (!month || *month < 1 || *month > 12) return std::nullopt;
    return say(content, language, months[static_cast<std::size_t>(*month - 1)]);
}

using Around = std::string_view (*)(std::string_view value);

std::string fill_between(Around before, std::string_view text, std::initializer_list<Filling> fillings,
                         std::string_view after) {
    std::string filled;
    for (std::size_t at = 0; at < text.size();) {
        const auto* hit = std::find_if(fillings.begin(), fillings.end(), [&](const Filling& filling) {
            const auto rest = text.substr(at);
            return rest.size() >= filling.name.size() + 2 && rest[0] == '{' && rest[filling.name.size() + 1] == '}' &&
                   rest.substr(1, filling.name.size()) == filling.name;
        });
        if (hit == fillings.end()) {
            filled += text[at++];
        } else {
            filled.append(before(hit->value)).append(hit->value).append(after);
            at += hit->name.size() + 2;
        }
    }
    return filled;
}

/// The block of Arabic and Hebrew letters, without the digits of Arabic.
bool has_right_to_left_letter(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto lead = static_cast<unsigned char>(text[at]), next = static_cast<unsigned char>(text[at + 1]);
        const bool digit = lead == 0xD9 && next >= 0xA0 && next <= 0xA9;
        if (lead >= 0xD6 && lead <= 0xDB && !digit) return true;
    }
    return false;
}

/// In Arabic text a bare 555-0142 is shown as 0142-555. Isolated from left to right, or by its first letter (U+2066,
/// U+2068): a number alone has no letter, and FriBidi then takes the way of the text around it.
std::string fill_isolated(std::string_view text, std::initializer_list<Filling> fillings) {
    const auto before = [](std::string_view value) -> std::string_view {
        return has_right_to_left_letter(value) ? "\u2068" : "\u2066";
    };
    return fill_between(before, text, fillings, "\u2069");
}

}  // namespace

std::string fill(std::string_view text, std::initializer_list<Filling> fillings) {
    return fill_between([](std::string_view) -> std::string_view { return {}; }, text, fillings, {});
}

std::string say(const content::Content& content, content::LanguageId language, const std::string& name,
                std::initializer_list<Filling> fillings) {
    const auto& text = content.words(name)(language);
    return content.languages[language.index].right_to_left ? fill_isolated(text, fillings) : fill(text, fillings);
}

Punctuation punctuation(const content::Content& content, content::LanguageId language) {
    const auto& code = content.languages[language.index].code;
    const auto script = code.substr(0, code.find('-'));
    if (script == "zh" || script == "ja") return {"\uff1b", "\u3002"};
    if (script == "ar" || script == "fa") return {"\u061b ", "."};
    return {"; ", "."};
}

std::string listed(const std::vector<std::string>& items, const Punctuation& marks) {
    std::string all;
    for (const auto& item : items) {
        if (!all.empty()) all += marks.between;
        all += item;
    }
    return all;
}

std::string ended(std::string sentence, const Punctuation& marks) {
    if (sentence.empty()) return std::string(marks.stop);
    const auto ends_in = [&](std::string_view end) {
        return sentence.size() >= end.size() && sentence.compare(sentence.size() - end.size(), end.size(), end) == 0;
    };
    for (const auto* end : {".", "?", "!", "\u3002", "\uff1f", "\uff01", "\u061f"})
        if (ends_in(end)) return sentence;
    return sentence.append(marks.stop);
}

std::string date_in_words(const content::Content& content, content::LanguageId language, const std::string& iso) {
    const bool has_day = iso.size() == 10 && iso[4] == '-' && iso[7] == '-';
    const bool has_month = iso.size() == 7 && iso[4] == '-';
    if (!has_day && !has_month) return iso;
    const auto month = month_name(content, language, std::string_view(iso).substr(5, 2));
    if (!month) return iso;
    const auto year = iso.substr(0, 4);
    if (!has_day) return say(content, language, "date.month-year", {{"month", *month}, {"year", year}});
    const auto day = number(std::string_view(iso).substr(8, 2));
    if (!day) return iso;
    return say(content, language, "date.day-month-year",
               {{"day", std::to_string(*day)}, {"month", *month}, {"year", year}});
}

std::string printer_words(const content::Content& content, const std::string& state) {
    const auto name = "desk.printer-" + state;
    return say(content, content::LanguageId{}, content.interface.contains(name) ? name : "desk.printer-not-asked");
}

std::string approval_words(const content::Content& content, content::LanguageId language) {
    if (!content.sign_off) return say(content, language, "paper.not-reviewed");
    const auto& [by, on, until] = *content.sign_off;
    const auto date = date_in_words(content, language, on);
    if (until.empty()) return say(content, language, "approval.by", {{"person", by}, {"date", date}});
    return say(content, language, "approval.until",
               {{"person", by}, {"date", date}, {"until", date_in_words(content, language, until)}});
}

int certainty(content::Evidence evidence) {
    switch (evidence) {
        case content::Evidence::strong:
            return 3;
        case content::Evidence::moderate:
            return 2;
        case content::Evidence::none:
        case content::Evidence::traditional:
        case content::Evidence::limited:
            return 1;
    }
    return 1;
}

std::string certainty_words(const content::Content& content, content::LanguageId language, int filled) {
    return say(content, language, "sure." + std::to_string(filled));
}

int whole_seconds(Duration left) {
    return std::max(0, static_cast<int>(std::chrono::ceil<std::chrono::seconds>(left).count()));
}

std::string in_seconds(Duration time) {
    const auto tenths = std::chrono::round<std::chrono::duration<int, std::deci>>(time).count();
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10);
}

}  // namespace kiosk::views
