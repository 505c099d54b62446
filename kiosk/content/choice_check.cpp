// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"
#include "content/utf8.hpp"

#include <array>
#include <cctype>
#include <map>

namespace kiosk::content {

namespace {

/// Words as an eye in a hurry takes them: letters and digits alone, A as a.
std::string seen(const std::string& words) {
    std::string result;
    for (const char c : words) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || std::isalnum(byte)) result += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    }
    return result;
}

/// The clinic's own language needs no name.
std::string in_language(const Content& content, LanguageId language) {
    return language.index == 0 ? "" : " in " + content.languages[language.index].name;
}

void check_question(const Findings& found, const Content& content, const Question& question, LanguageId language) {
    static constexpr std::array keys{"answer.none", "answer.not-sure", "answer.tell-staff"};
    std::map<std::string, std::string> own_keys;
    for (const auto* key : keys) own_keys[seen(content.words(key)(language))] = content.words(key)(language);
    std::map<std::string, int> lines;
    for (const auto id : question.signs) {
        const auto& sign = found.topic[id];
        if (sign.label.empty()) continue;
        const auto words = seen(sign.label(language));
        const auto which = "choice \"" + sign.id + "\" reads" + in_language(content, language) + " like the ";
        if (const auto key = own_keys.find(words); key != own_keys.end())
            found.error(sign.line, which + "key \"" + key->second + '"', "delete it, every such question has this key");
        if (const auto [first, is_new] = lines.emplace(words, sign.line); !is_new)
            found.error(sign.line, which + "one in line " + std::to_string(first->second), "write how the two differ");
    }
}

struct YesAndNo {
    const char* language;
    const char* yes;
    const char* no;
};

/// Of the languages waiting rooms know best; what is not listed is not looked at.
constexpr std::array<YesAndNo, 22> yes_and_no{{
    {"en", "yes", "no"},    {"es", "sí", "no"},       {"vi", "có", "không"},   {"zh", "是", "否"},
    {"zh", "有", "没有"},   {"ar", "نعم", "لا"},      {"fr", "oui", "non"},    {"de", "ja", "nein"},
    {"it", "sì", "no"},     {"pt", "sim", "não"},     {"nl", "ja", "nee"},     {"pl", "tak", "nie"},
    {"ru", "Да", "Нет"},    {"uk", "Так", "Ні"},      {"tr", "evet", "hayır"}, {"ko", "예", "아니요"},
    {"ko", "네", "아니요"}, {"ja", "はい", "いいえ"}, {"tl", "oo", "hindi"},   {"ht", "wi", "non"},
    {"fa", "بله", "خیر"},   {"so", "haa", "maya"},
}};

/// The harm of two swapped words is greater than of any other two.
void check_yes_and_no(const Findings& found, const Content& content, LanguageId language) {
    const auto& code = content.languages[language.index].code;
    const auto yes = content.words("answer.yes")(language), no = content.words("answer.no")(language);
    const auto tell = [&](const char* key, const std::string& words, const char* other) {
        found.error(found.topic.check_line,
                    std::string("the key ") + key + " reads" + in_language(content, language) + " \"" + words +
                        "\", the word for " + other,
                    "write the words of yes and no on their own keys");
    };
    for (const auto& known : yes_and_no) {
        if (code.substr(0, code.find('-')) != known.language) continue;
        if (seen(yes) == seen(known.no)) tell("answer.yes", yes, "no");
        if (seen(no) == seen(known.yes)) tell("answer.no", no, "yes");
    }
}

struct NoneOfThese {
    const char* language;
    const char* beginning;
};
constexpr std::array<NoneOfThese, 9> none_of_these{{{"en", "none"},
                                                    {"es", "ningun"},
                                                    {"vi", "không có điều"},
                                                    {"zh", "以上都没"},
                                                    {"ar", "لا شيء"},
                                                    {"fr", "aucun"},
                                                    {"de", "keine"},
                                                    {"it", "nessun"},
                                                    {"pt", "nenhum"}}};

/// Who is not sure is told the same as who has it: with the words of "none" on that key, it would be the other way
/// round.
void check_none(const Findings& found, const Content& content, LanguageId language) {
    const auto& code = content.languages[language.index].code;
    for (const auto& [listed, beginning] : none_of_these)
        for (const std::string key : {"answer.not-sure", "answer.tell-staff"}) {
            const auto& words = content.words(key)(language);
            if (code.substr(0, code.find('-')) == listed && seen(words).starts_with(seen(beginning)))
                found.error(found.topic.check_line,
                            "the key " + key + " reads" + in_language(content, language) + " \"" + words +
                                "\", the words for none of these",
                            "write each answer on its own key");
        }
}

void check_keys(const Findings& found, const Content& content, LanguageId language) {
    static constexpr std::array keys{"answer.yes", "answer.no", "answer.not-sure", "answer.tell-staff", "answer.none"};
    std::map<std::string, std::string> known;
    for (const auto* key : keys)
        if (const auto [first, is_new] = known.emplace(seen(content.words(key)(language)), key); !is_new)
            found.error(found.topic.check_line,
                        "the keys " + first->second + " and " + key + " read alike" + in_language(content, language),
                        "write two different answers in the interface");
}

/// Where choices stand beneath, they say what is asked.
void check_asks(const Findings& found, const Content& content, LanguageId language) {
    std::map<std::string, int> lines;
    for (const auto& question : found.topic.questions) {
        if (question.kind != Kind::yes_no) continue;
        if (const auto [first, is_new] = lines.emplace(seen(question.ask(language)), question.line); !is_new)
            found.error(question.line,
                        "question \"" + question.id + "\" asks" + in_language(content, language) +
                            " the same as the one in line " + std::to_string(first->second),
                        "write what it has to ask");
    }
}

}  // namespace

void check_choices(const Findings& found, const Content& content) {
    for (std::size_t i = 0; i < content.languages.size(); ++i) {
        check_asks(found, content, {i});
        check_keys(found, content, {i});
        check_yes_and_no(found, content, {i});
        check_none(found, content, {i});
        for (const auto& question : found.topic.questions) check_question(found, content, question, {i});
    }
}

}  // namespace kiosk::content
