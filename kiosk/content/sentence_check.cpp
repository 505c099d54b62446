// SPDX-License-Identifier: Apache-2.0
#include "content/findings.hpp"

#include <sstream>

namespace kiosk::content {

namespace {

constexpr int most_words = 20;

bool ends_sentence(const std::string& word) {
    const auto last = word.find_last_not_of("\"')");
    return last != std::string::npos && std::string(".!?:;").find(word[last]) != std::string::npos;
}

class Sentences {
public:
    explicit Sentences(const Findings& found) : m_found(found) {}

    void check(int line, const Text& text) {
        std::istringstream in(text(LanguageId{0}));
        std::string start;
        int count = 0;
        for (std::string word; in >> word;) {
            if (++count <= 5) start += (count == 1 ? "" : " ") + word;
            if (!ends_sentence(word)) continue;
            tell(line, start, count);
            start.clear();
            count = 0;
        }
        tell(line, start, count);
    }

    void check(int line, const std::vector<Text>& texts) {
        for (const auto& text : texts) check(line, text);
    }

private:
    void tell(int line, const std::string& start, int count) {
        if (count > most_words)
            m_found.warning(line, "a sentence of " + std::to_string(count) + " words: \"" + start + " ...\"",
                            "make two of it, " + std::to_string(most_words) + " words at most");
    }

    const Findings& m_found;
};

void check_handout(const Handout& h, Sentences& sentences) {
    for (const auto& part : h.parts) {
        for (const auto* texts : {&part.paragraphs, &part.steps, &part.points}) sentences.check(h.line, *texts);
        sentences.check(h.line, part.heading);
        sentences.check(h.line, part.dose);
    }
    for (const auto* texts : {&h.dos, &h.do_nots, &h.stop_if, &h.how_sure, &h.instead}) sentences.check(h.line, *texts);
    sentences.check(h.line, h.title);
    sentences.check(h.line, h.summary);
    for (const auto* cautions : {&h.withhold, &h.ask_first})
        for (const auto& caution : *cautions) {
            sentences.check(h.line, caution.because);
            sentences.check(h.line, caution.reason);
        }
}

}  // namespace

void check_sentences(const Findings& found) {
    const auto& topic = found.topic;
    Sentences sentences(found);
    for (const auto* texts : {&topic.help_now, &topic.help_today, &topic.help_soon})
        sentences.check(topic.line, *texts);
    for (const auto* text : {&topic.lead, &topic.tell_clinician}) sentences.check(topic.line, *text);
    for (const auto& question : topic.questions) {
        for (const auto* text : {&question.ask, &question.hint, &question.short_hint})
            sentences.check(question.line, *text);
        sentences.check(question.line, question.why);
    }
    for (const auto& sign : topic.signs)
        for (const auto* text : {&sign.label, &sign.told}) sentences.check(sign.line, *text);
    for (const auto& handout : topic.handouts) check_handout(handout, sentences);
}

}  // namespace kiosk::content
