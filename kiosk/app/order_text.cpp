// SPDX-License-Identifier: Apache-2.0
#include "app/order_text.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <stdexcept>

namespace kiosk::app {

namespace {

using visit::Reply, visit::Release, visit::Who;

constexpr std::array replies{"yes", "no", "not-sure", "tell-staff"};
constexpr std::array releases{"none", "by-staff", "by-note"};
constexpr std::array people{"me", "someone-with-me"};

template <class Enum, std::size_t N>
Enum named(const std::array<const char*, N>& names, const std::string& name) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) throw std::invalid_argument(name);
    return static_cast<Enum>(at - names.begin());
}

template <class IdType, class List>
IdType with_id(const List& list, const std::string& id) {
    const auto at = std::find_if(list.begin(), list.end(), [&](const auto& item) { return item.id == id; });
    if (at == list.end()) throw std::invalid_argument(id);
    return IdType{static_cast<std::size_t>(at - list.begin())};
}

std::size_t place(auto value) {
    return static_cast<std::size_t>(value);
}

void write_given(std::ostream& out, const content::Topic& topic, const visit::Given& given) {
    out << "given " << topic[given.question].id << ' ' << given.at.ms << ' '
        << (given.answer ? replies[place(given.answer->reply)] : "taken-back");
    if (given.answer)
        for (const auto sign : given.answer->ticked) out << ' ' << topic[sign].id;
    out << '\n';
}

void write_record(std::ostream& out, const content::Content& content, const visit::Record& record) {
    const auto& topic = content[record.topic];
    out << "topic " << topic.id << "\nlanguage " << content.languages[record.language.index].code << "\nrelease "
        << releases[place(record.release)] << "\nhelp " << record.help_key << "\nstarted " << record.started.ms << '\n';
    if (record.who) out << "who " << people[place(*record.who)] << '\n';
    if (record.amber_at) out << "amber " << record.amber_at->ms << '\n';
    if (record.emergency_at) out << "emergency " << record.emergency_at->ms << '\n';
    for (const auto& given : record.answers.given) write_given(out, topic, given);
    if (record.answers.amber_after) out << "amber-after " << *record.answers.amber_after << '\n';
}

visit::Given read_given(std::istream& words, const content::Topic& topic) {
    std::string question, reply, sign;
    visit::Given given;
    words >> question >> given.at.ms >> reply;
    given.question = with_id<content::QuestionId>(topic.questions, question);
    if (reply == "taken-back") return given;
    given.answer = visit::Answer{named<Reply>(replies, reply), {}};
    while (words >> sign) given.answer->ticked.push_back(with_id<content::SignId>(topic.signs, sign));
    return given;
}

content::LanguageId language(const content::Content& content, const std::string& code) {
    for (std::size_t i = 0; i < content.languages.size(); ++i)
        if (content.languages[i].code == code) return {i};
    throw std::invalid_argument(code);
}

Instant instant(std::istream& words) {
    Instant at;
    words >> at.ms;
    return at;
}

/// What one line says, put into the order; handouts are opened when all lines are read.
struct Reader {
    const content::Content& content;
    visit::PrintOrder order;
    std::vector<content::HandoutId> handouts;
    bool is_note = false, is_test_page = false, tell_first = false, same_content = false;

    void line(const std::string& name, std::istream& words) {
        auto& record = order.record;
        const auto word = [&] {
            std::string w;
            words >> w;
            return w;
        };
        if (name == "content")
            same_content = word() == content.hash;
        else if (name == "ticket")
            words >> order.ticket.number;
        else if (name == "job")
            words >> order.job.number;
        else if (name == "note")
            is_note = true;
        else if (name == "test-page")
            is_test_page = true;
        else if (name == "large")
            order.large_print = true;
        else if (name == "tell-first")
            tell_first = true;
        else if (name == "topic")
            record.topic = with_id<content::TopicId>(content.topics, word());
        else if (name == "language")
            record.language = language(content, word());
        else if (name == "release")
            record.release = named<Release>(releases, word());
        else if (name == "help")
            record.help_key = word() == "1";
        else if (name == "started")
            record.started = instant(words);
        else if (name == "who")
            record.who = named<Who>(people, word());
        else if (name == "amber")
            record.amber_at = instant(words);
        else if (name == "emergency")
            record.emergency_at = instant(words);
        else if (name == "given")
            record.answers.given.push_back(read_given(words, content[record.topic]));
        else if (name == "amber-after")
            record.answers.amber_after = std::stoul(word());
        else if (name == "handout")
            handouts.push_back(with_id<content::HandoutId>(content[record.topic].handouts, word()));
        else
            throw std::invalid_argument(name);
    }

    void open_handouts() {
        visit::HandoutOrder opened{{}, tell_first};
        for (const auto id : handouts) {
            const auto open = visit::open(content[order.record.topic], order.record.answers, order.record.release, id);
            if (!open) throw std::invalid_argument("handout");
            opened.handouts.push_back(*open);
        }
        order.what = std::move(opened);
    }
};

}  // namespace

std::string write_order(const content::Content& content, const visit::PrintOrder& order) {
    std::ostringstream out;
    out << "content " << content.hash << "\nticket " << order.ticket.number << "\njob " << order.job.number << '\n';
    if (order.large_print) out << "large\n";
    write_record(out, content, order.record);
    if (const auto* handouts = std::get_if<visit::HandoutOrder>(&order.what)) {
        if (handouts->tell_clinician_first) out << "tell-first\n";
        for (const auto& handout : handouts->handouts)
            out << "handout " << content[order.record.topic][handout.id()].id << '\n';
    } else if (std::holds_alternative<visit::TestPageOrder>(order.what)) {
        out << "test-page\n";
    } else {
        out << "note\n";
    }
    return out.str();
}

std::string content_of(const std::string& order) {
    std::istringstream words(order);
    std::string name, hash;
    words >> name >> hash;
    return name == "content" ? hash : std::string();
}

Result<visit::PrintOrder> read_order(const content::Content& content, const std::string& text) {
    Reader reader{.content = content, .order = {}, .handouts = {}};
    try {
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            std::istringstream words(line);
            std::string name;
            words >> name;
            reader.line(name, words);
            if (name == "content" && !reader.same_content) return Failure{"This order was made with other content."};
        }
        if (!reader.same_content) return Failure{"This order does not say with which content it was made."};
        if (reader.is_note)
            reader.order.what = visit::NoteOrder{};
        else if (reader.is_test_page)
            reader.order.what = visit::TestPageOrder{};
        else
            reader.open_handouts();
    } catch (const std::logic_error&) {
        return Failure{"This order does not fit the content."};
    }
    return std::move(reader.order);
}

}  // namespace kiosk::app
