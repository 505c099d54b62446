// SPDX-License-Identifier: Apache-2.0
#include "proof/told.hpp"

#include <algorithm>
#include <array>

namespace kiosk::proof {

namespace {

using content::Content, content::QuestionId, content::Topic;
using namespace visit;

std::string name(const Content& content, const std::string& of) {
    const auto found = content.interface.find(of);
    return found == content.interface.end() ? of : found->second({});
}

std::string reply(const Content& content, Reply said) {
    constexpr std::array names{"answer.yes", "answer.no", "answer.not-sure", "answer.tell-staff"};
    return name(content, names[static_cast<std::size_t>(said)]);
}

const char* name_of(const Action& action) {
    constexpr std::array names{"Start",
                               "a language",
                               "a topic",
                               "Start the questions",
                               "who it is for",
                               "an answer",
                               "a choice",
                               "an answer",
                               "Continue",
                               "Back",
                               "Why do we ask?",
                               "Close",
                               "I need help now",
                               "Staff are with me",
                               "I touched this by mistake",
                               "Yes or No",
                               "Call again",
                               "Read the note",
                               "Print the note",
                               "Change an answer",
                               "Show the handouts",
                               "a group",
                               "the groups",
                               "Read a handout",
                               "Read with care",
                               "Choose a handout",
                               "another page",
                               "Print what was chosen",
                               "Print this",
                               "the codes for a phone",
                               "Stop printing",
                               "Try again",
                               "Start over",
                               "Still here",
                               "a panel",
                               "text size",
                               "contrast",
                               "keep the screen still",
                               "lower the screen",
                               "Staff",
                               "a digit",
                               "delete a digit",
                               "the PIN is entered",
                               "Print a test page",
                               "Test the call",
                               "the drill",
                               "Clean the glass",
                               "Update from a USB stick",
                               "Restart",
                               "Listen",
                               "Stop listening",
                               "Repeat",
                               "slower or faster",
                               "louder or quieter"};
    static_assert(names.size() == std::variant_size_v<Action>);
    return names[action.index()];
}

const char* name_of(const Event& event) {
    constexpr std::array names{"a touch",
                               "a finger down",
                               "a touch beside the keys",
                               "the keypad comes to a stop",
                               "the keypad repeats",
                               "time passes",
                               "the printer is found",
                               "the desk is found",
                               "the printer reports",
                               "the desk reports",
                               "the hidden touches",
                               "a PIN is set, or not",
                               "the PIN is judged",
                               "the desk reports of a test",
                               "the service tells how things are",
                               "sound is found",
                               "a sentence is over"};
    static_assert(names.size() == std::variant_size_v<Event>);
    return names[event.index()];
}

std::optional<QuestionId> find(const Topic& topic, const std::string& id) {
    for (std::size_t i = 0; i < topic.questions.size(); ++i)
        if (topic.questions[i].id == id) return QuestionId{i};
    return {};
}

/// A key of the question on the glass.
std::optional<std::string> key_words(const Content& content, const Topic& real, const Topic& walked,
                                     const Action& key) {
    if (const auto* say = std::get_if<action::Say>(&key)) return reply(content, say->reply);
    if (const auto* tick = std::get_if<action::TickReply>(&key)) return reply(content, tick->reply);
    const auto* tick = std::get_if<action::Tick>(&key);
    if (!tick) return {};
    for (const auto& sign : real.signs)
        if (sign.id == walked[tick->sign].id) return '"' + sign.label({}) + '"';
    return {};
}

PathLine line_of(const Content& content, const Topic& real, const Topic& walked, const Visit& before,
                 const Event& event) {
    const auto* tap = std::get_if<event::Tapped>(&event);
    const auto* here = std::get_if<place::Asking>(&before.place);
    std::string key = tap ? name_of(tap->action) : name_of(event);
    if (!here) return {std::move(key), "", 0};
    const auto question = find(real, walked[here->question].id);
    if (!question) return {std::move(key), "", 0};
    if (tap) key = key_words(content, real, walked, tap->action).value_or(key);
    return {'"' + real[*question].ask({}) + "\": " + key, real.file, real[*question].line};
}

}  // namespace

std::string words_of(const Content& content, const Topic& topic, QuestionId question, const Answer& answer) {
    std::string words;
    for (const auto sign : answer.ticked) words += (words.empty() ? "\"" : ", \"") + topic[sign].label({}) + '"';
    if (words.empty()) words = reply(content, answer.reply);
    return '"' + topic[question].ask({}) + "\": " + words;
}

std::vector<PathLine> told(const Content& content, const Topic& topic, const Answers& answers) {
    std::vector<PathLine> path;
    for (const auto& given : answers.given)
        if (given.answer && given.answer->reply != Reply::no)
            path.push_back(
                {words_of(content, topic, given.question, *given.answer), topic.file, topic[given.question].line});
    if (path.empty()) path.push_back({"no to every question", topic.file, topic.check_line});
    return path;
}

std::vector<PathLine> told(const Content& real, const Topic& topic, const Ground& ground, const Step& step,
                           const std::vector<Move>& moves) {
    std::vector<PathLine> path;
    auto visit = fresh({7}, ground.around, walked_at);
    for (const auto& move : moves) {
        visit = made_due(ground.content, std::move(visit), move.due);
        for (const auto& event : move.events) {
            path.push_back(line_of(real, topic, ground.content.topics.front(), visit, event));
            visit = step(ground.content, std::move(visit), event, walked_at).visit;
        }
        visit = ground.merge(visit);
    }
    return path;
}

}  // namespace kiosk::proof
