// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/loaded.hpp"
#include "app/map_file.hpp"

#include <iostream>

namespace kiosk::app {

namespace {

using content::Topic;

std::string names(const Topic& topic, const std::vector<content::SignId>& signs) {
    std::string text;
    for (const auto sign : signs) text += (text.empty() ? "" : ", ") + topic[sign].id;
    return text;
}

void print_question(const Topic& topic, std::size_t index) {
    const auto& question = topic.questions[index];
    std::cout << index + 1 << ". " << question.ask({}) << "  [" << question.id << ": " << urgency_name(question.urgency)
              << (question.is_private ? ", private" : "") << (question.ends_check ? ", ends the check" : "") << "]\n";
    for (const auto id : question.signs) {
        const auto& sign = topic[id];
        std::cout << "     " << (sign.label.empty() ? "yes" : sign.label({})) << "  [" << sign.id << ": "
                  << urgency_name(sign.urgency);
        for (const auto& row : sign.evidence_rows) std::cout << ' ' << row;
        std::cout << "]\n";
    }
}

void print_handout(const Topic& topic, const content::Handout& handout) {
    std::cout << "  " << handout.title({}) << "  [" << handout.id << (handout.always_open ? ", always open" : "")
              << "]\n";
    for (const auto& caution : handout.withhold) std::cout << "     not with: " << names(topic, caution.signs) << '\n';
    for (const auto& caution : handout.ask_first)
        std::cout << "     ask first with: " << names(topic, caution.signs) << '\n';
    for (const auto& part : handout.parts) {
        if (!part.withhold.empty())
            std::cout << "     part \"" << part.heading({}) << "\" not with: " << names(topic, part.withhold) << '\n';
        if (!part.only_if.empty())
            std::cout << "     part \"" << part.heading({}) << "\" only with: " << names(topic, part.only_if) << '\n';
    }
}

void print_topic(const Topic& topic) {
    std::cout << topic.title({}) << "  [" << topic.id
              << "]\n\nQuestions, in order; \"not sure\" counts as every yes:\n";
    for (std::size_t i = 0; i < topic.questions.size(); ++i) print_question(topic, i);
    std::cout << "\nTogether:\n";
    for (const auto& rule : topic.together) {
        std::cout << "  " << names(topic, rule.all);
        if (!rule.any.empty()) std::cout << " with any of: " << names(topic, rule.any);
        std::cout << " -> " << urgency_name(rule.urgency) << '\n';
    }
    std::cout << "\nNot asked, because:\n";
    for (const auto& row : topic.not_asked) std::cout << "  " << row.row << ": " << row.because << '\n';
    std::cout << "\nHandouts:\n";
    for (const auto& handout : topic.handouts) print_handout(topic, handout);
}

/// All, or the one with this id; none, and a sentence with those there are.
std::vector<content::TopicId> topics(const content::Content& content, const std::string& id) {
    std::vector<content::TopicId> found;
    for (std::size_t i = 0; i < content.topics.size(); ++i)
        if (id.empty() || content.topics[i].id == id) found.push_back({i});
    if (!found.empty()) return found;
    std::cerr << "kiosk: there is no topic '" << id << "'. There are:";
    for (const auto& topic : content.topics) std::cerr << ' ' << topic.id;
    std::cerr << '\n';
    return {};
}

}  // namespace

Exit map(const Machine& machine, const command::Map& command) {
    const auto content = content_or_problems(machine);
    if (!content) return Exit::content_problem;
    const auto wanted = topics(*content, command.topic);
    if (wanted.empty()) return Exit::usage;
    if (!command.out.empty()) return write_map(*content, wanted, command.out);
    for (const auto topic : wanted) print_topic((*content)[topic]);
    return Exit::fine;
}

}  // namespace kiosk::app
