// SPDX-License-Identifier: Apache-2.0
#include "views/visit_map_charts.hpp"
#include "views/visit_map_dot.hpp"
#include "visit/triage.hpp"

#include <algorithm>

namespace kiosk::views {
namespace {

using content::Question, content::QuestionId, content::Topic, content::Urgency;
using visit::Answer, visit::Reply;

constexpr std::size_t words_width = 42, rows_a_column = 28, columns_a_chart = 1;
constexpr int number_width = 30, words_cell = 284, leads_width = 122;  // pt: all questions are equally wide

/// What this one answer raises, as the visit itself reckons it.
Urgency raised_by(const Topic& topic, QuestionId question, Answer answer) {
    return visit::urgency(topic, {{{question, std::move(answer), {}}}, {}});
}

std::string answer_row(const dot::Graph& graph, const std::string& number, const std::string& words, Urgency urgency,
                       const Question& question) {
    std::string leads = leads_to(urgency);
    if (question.ends_check && urgency != Urgency::emergency) leads += "; the check ends";
    auto lead = dot::urgency_cell(urgency, dot::wrapped(leads, 18));
    lead.width = leads_width;
    return dot::row(graph.cell({.words = dot::wrapped(number, 4), .width = number_width}) +
                    graph.cell({.words = dot::wrapped(words, words_width), .width = words_cell}) + graph.cell(lead));
}

std::string heading_row(const dot::Graph& graph, const Question& question, std::size_t index) {
    std::string words = std::to_string(index + 1) + ". " + question.ask({});
    if (question.is_private) words += " (private)";
    return dot::row(graph.cell({dot::wrapped(words, words_width + 14), Colour::petrol, Colour::on_primary, true, 3}));
}

std::string question_rows(const dot::Graph& graph, const Topic& topic, QuestionId id) {
    const auto& question = topic[id];
    const bool any_of = question.kind == content::Kind::any_of;
    auto rows = heading_row(graph, question, id.index);
    for (const auto sign : question.signs) {
        const Answer answer{Reply::yes, any_of ? std::vector{sign} : std::vector<content::SignId>{}};
        rows += answer_row(graph, sign_number(topic, sign), any_of ? topic[sign].label({}) : "Yes",
                           raised_by(topic, id, answer), question);
    }
    const std::string all = any_of && question.signs.size() > 1 ? " (counts as all of these)" : "";
    rows += answer_row(graph, "?", "Not sure" + all, raised_by(topic, id, {Reply::not_sure, {}}), question);
    if (question.is_private)
        rows +=
            answer_row(graph, "?", "Rather tell staff" + all, raised_by(topic, id, {Reply::tell_staff, {}}), question);
    return rows;
}

bool can_raise(const Topic& topic, const Question& question, Urgency urgency) {
    const auto is = [&](content::SignId sign) { return topic[sign].urgency == urgency; };
    return question.urgency == urgency || std::any_of(question.signs.begin(), question.signs.end(), is);
}

/// Questions of one column follow each other downwards.
struct Columns {
    std::vector<std::vector<QuestionId>> all;
};

Columns columns_of(const Topic& topic) {
    Columns columns;
    std::size_t rows = rows_a_column;
    for (std::size_t i = 0; i < topic.questions.size(); ++i) {
        const auto& question = topic.questions[i];
        const std::size_t needed = question.signs.size() + 3 + (question.is_private ? 1 : 0);
        if (rows + needed > rows_a_column) {
            columns.all.emplace_back();
            rows = 0;
        }
        rows += needed;
        columns.all.back().push_back({i});
    }
    return columns;
}

std::string node(QuestionId id) {
    return "q" + std::to_string(id.index + 1);
}

void add_box(dot::Graph& graph, const std::string& id, Urgency urgency, const std::string& words) {
    graph.table(id, dot::row(graph.cell(dot::urgency_cell(urgency, dot::wrapped(words, 34)))));
}

using Column = std::vector<QuestionId>;

/// Each column has its own red page on its right, so that no arrow crosses a question.
void add_red_page(dot::Graph& graph, const Topic& topic, const Column& column) {
    Column urgent;
    for (const auto id : column)
        if (can_raise(topic, topic[id], Urgency::emergency)) urgent.push_back(id);
    if (urgent.empty()) return;
    const auto red = "red" + std::to_string(column.front().index + 1);
    add_box(graph, red, Urgency::emergency, "RED PAGE: staff are called at once. No handout opens in this visit.");
    const auto look = " [color=\"" + graph.colour(Colour::red) + "\", style=bold";
    const auto beside = urgent[urgent.size() / 2];
    for (const auto id : urgent)
        if (id != beside) graph.line(node(id) + ":e -> " + red + ":w" + look + ", constraint=false];");
    graph.line("{rank=same; " + node(beside) + " -> " + red + look + "];}");
}

void add_end_of_check(dot::Graph& graph, QuestionId id) {
    const auto ends = "ends" + std::to_string(id.index + 1);
    add_box(graph, ends, Urgency::today,
            "The check ends here: SEE STAFF TODAY. What was not asked holds handouts back.");
    graph.line("{rank=same; " + node(id) + " -> " + ends + " [color=\"" + graph.colour(Colour::red_dark) +
               "\", style=dashed];}");
}

void add_outcomes(const MapOf& of, dot::Graph& graph, QuestionId last) {
    graph.line(node(last) + " -> staff [label=\"  anything for staff today\"];");
    graph.line(node(last) + " -> handouts [label=\"  else\"];");
    const bool by_staff = of.after_today == content::AfterToday::staff_release;
    add_box(graph, "staff", Urgency::today,
            std::string("SEE STAFF TODAY: a note to hand over. Handouts open when ") +
                (by_staff ? "staff release them." : "the note is printed or read."));
    add_box(graph, "handouts", Urgency::none, "HANDOUTS, but for those held back");
}

void add_column(dot::Graph& graph, const Column& column, const Column* next) {
    for (std::size_t i = 1; i < column.size(); ++i) graph.line(node(column[i - 1]) + " -> " + node(column[i]) + ";");
    if (next == nullptr) return;
    const auto on = "on" + std::to_string(next->front().index + 1);
    graph.line(on + " [shape=plaintext, label=\"then question " + std::to_string(next->front().index + 1) + "\"];");
    graph.line(node(column.back()) + " -> " + on + ";");
}

MapChart chart(const MapOf& of, const Columns& columns, std::size_t first) {
    const auto& topic = of.topic;
    const auto end = std::min(first + columns_a_chart, columns.all.size());
    const auto title = "Questions " + std::to_string(columns.all[first].front().index + 1) + " to " +
                       std::to_string(columns.all[end - 1].back().index + 1) + " of " +
                       std::to_string(topic.questions.size());
    dot::Graph graph(of.theme, dot::Graph::Way::down);
    for (auto c = first; c < end; ++c) {
        const auto& column = columns.all[c];
        graph.line("node [group=" + std::to_string(c + 1) + "];");
        for (const auto id : column) graph.table(node(id), question_rows(graph, topic, id));
        add_column(graph, column, c + 1 < columns.all.size() ? &columns.all[c + 1] : nullptr);
        graph.line("node [group=\"\"];");
        add_red_page(graph, topic, column);
        for (const auto id : column)
            if (topic[id].ends_check) add_end_of_check(graph, id);
        if (c > first)
            graph.line("{rank=same; " + node(columns.all[c - 1].front()) + " -> " + node(column.front()) +
                       " [style=invis];}");
    }
    if (end == columns.all.size()) add_outcomes(of, graph, columns.all.back().back());
    return {title,
            "What leads to the red page does so at once; after any other answer the next question follows. "
            "No, or none of these, raises nothing.",
            graph.finished()};
}

}  // namespace

std::vector<MapChart> question_charts(const MapOf& of) {
    std::vector<MapChart> charts;
    const auto columns = columns_of(of.topic);
    for (std::size_t c = 0; c < columns.all.size(); c += columns_a_chart) charts.push_back(chart(of, columns, c));
    return charts;
}

}  // namespace kiosk::views
