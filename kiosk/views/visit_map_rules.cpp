// SPDX-License-Identifier: Apache-2.0
#include "views/visit_map_charts.hpp"
#include "views/visit_map_dot.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kiosk::views {
namespace {

using content::Topic, content::Urgency;

constexpr std::size_t words_width = 40;

using SignSet = std::vector<content::SignId>;

/// As the questions come.
SignSet in_order(SignSet signs) {
    std::sort(signs.begin(), signs.end());
    return signs;
}

/// Boxes of signs, each set once, named in the order they come.
class Sets {
public:
    Sets(const MapOf& of, dot::Graph& graph) : m_of(of), m_graph(graph) {}

    std::string node(const SignSet& signs) {
        const auto set = in_order(signs);
        const auto [at, is_new] = m_nodes.try_emplace(set, "s" + std::to_string(m_nodes.size() + 1));
        if (is_new) add(at->second, set);
        return at->second;
    }

private:
    void add(const std::string& id, const SignSet& set) {
        std::string rows;
        if (set.size() > 1) rows += dot::row(m_graph.cell({"any of these", Colour::mist, Colour::ink, true, 2}));
        for (const auto sign : set)
            rows += dot::row(
                m_graph.cell({dot::wrapped(sign_number(m_of.topic, sign), 6), Colour::white, Colour::ink, true}) +
                m_graph.cell({dot::wrapped(sign_words(m_of.topic, sign), words_width)}));
        m_graph.table(id, rows);
    }

    const MapOf& m_of;
    dot::Graph& m_graph;
    std::map<SignSet, std::string> m_nodes;
};

std::string numbers(const Topic& topic, const SignSet& signs) {
    std::string text;
    for (const auto sign : in_order(signs)) text += (text.empty() ? "" : ", ") + sign_number(topic, sign);
    return text;
}

void add_rule(const MapOf& of, dot::Graph& graph, Sets& sets, std::size_t index) {
    const auto& rule = of.topic.together[index];
    const auto id = "t" + std::to_string(index + 1);
    std::string rows = dot::row(graph.cell(dot::urgency_cell(
        rule.urgency, dot::wrapped("Together " + std::to_string(index + 1) + ": " + leads_to(rule.urgency), 34))));
    if (!rule.note.empty()) rows += dot::row(graph.cell({dot::wrapped("Note: " + rule.note({}), 34)}));
    graph.table(id, rows);
    for (const auto sign : rule.all)
        graph.line(sets.node({sign}) + " -> " + id + " [label=\"" + (rule.all.size() > 1 ? "and" : "") + "\"];");
    if (!rule.any.empty()) graph.line(sets.node(rule.any) + " -> " + id + " [style=dashed, label=\"with any\"];");
}

/// One line of a handout's box, and what leads to it.
void add_cautions(dot::Graph& graph, const Topic& topic, Sets& sets, const std::string& id,
                  const std::vector<content::Caution>& cautions, Urgency look, const std::string& words,
                  std::string& rows, std::vector<std::string>& edges) {
    for (const auto& caution : cautions) {
        const auto port = "c" + std::to_string(edges.size() + 1);
        auto cell = dot::urgency_cell(look, dot::wrapped(words + ": " + numbers(topic, caution.signs), 40));
        cell.port = port;
        rows += dot::row(graph.cell(cell));
        const bool firm = look == Urgency::emergency;
        edges.push_back(sets.node(caution.signs) + ":e -> " + id + ":" + port + ":w [color=\"" +
                        graph.colour(firm ? Colour::red : Colour::petrol) + "\", style=" + (firm ? "bold" : "dashed") +
                        "];");
    }
}

std::string part_rows(const dot::Graph& graph, const Topic& topic, const content::Handout& handout) {
    std::string rows;
    const auto add = [&](const content::Part& part, const char* how, const SignSet& signs) {
        if (signs.empty()) return;
        rows += dot::row(
            graph.cell({dot::wrapped("Part \"" + part.heading({}) + "\" " + how + " " + numbers(topic, signs), 44)}));
    };
    for (const auto& part : handout.parts) {
        add(part, "left out for", part.withhold);
        add(part, "only for", part.only_if);
    }
    return rows;
}

void add_handout(const MapOf& of, dot::Graph& graph, Sets& sets, std::size_t index) {
    const auto& handout = of.topic.handouts[index];
    const auto id = "h" + std::to_string(index + 1);
    auto rows = dot::row(graph.cell({dot::wrapped(handout.title({}), 40), Colour::petrol, Colour::on_primary, true}));
    if (handout.always_open)
        rows += dot::row(graph.cell({dot::wrapped("Open also before staff release the rest", 44)}));
    if (handout.withhold.empty() && handout.ask_first.empty())
        rows += dot::row(graph.cell({dot::wrapped("Held back from nobody", 44)}));
    std::vector<std::string> edges;
    add_cautions(graph, of.topic, sets, id, handout.withhold, Urgency::emergency, "withheld", rows, edges);
    add_cautions(graph, of.topic, sets, id, handout.ask_first, Urgency::today, "ask first", rows, edges);
    rows += part_rows(graph, of.topic, handout);
    graph.table(id, rows);
    for (const auto& edge : edges) graph.line(edge);
}

/// The boxes that hold one of these handouts back, each once; how many lines they take.
std::size_t lines_of_sets(const std::vector<content::Handout>& handouts, std::size_t first, std::size_t end) {
    std::set<SignSet> sets;
    for (; first < end; ++first)
        for (const auto* list : {&handouts[first].withhold, &handouts[first].ask_first})
            for (const auto& caution : *list) sets.insert(in_order(caution.signs));
    std::size_t lines = 0;
    for (const auto& set : sets) lines += set.size() == 1 ? 2 : set.size() + 2;
    return lines;
}

std::size_t lines_of_boxes(const std::vector<content::Handout>& handouts, std::size_t first, std::size_t end) {
    std::size_t lines = 0;
    for (; first < end; ++first) {
        const auto& handout = handouts[first];
        lines += 3 + handout.withhold.size() + handout.ask_first.size();
        for (const auto& part : handout.parts)
            lines += (part.withhold.empty() ? 0U : 2U) + (part.only_if.empty() ? 0U : 2U);
    }
    return lines;
}

}  // namespace

std::vector<MapChart> together_charts(const MapOf& of) {
    if (of.topic.together.empty()) return {};
    const std::string title = "Answers that lead further together";
    dot::Graph graph(of.theme, dot::Graph::Way::across);
    Sets sets(of, graph);
    for (std::size_t i = 0; i < of.topic.together.size(); ++i) add_rule(of, graph, sets, i);
    return {{title,
             "Each answer alone leads where the questions say; together they lead where the box on the right says.",
             graph.finished()}};
}

std::vector<MapChart> handout_charts(const MapOf& of) {
    constexpr std::size_t most_lines = 40, most_handouts = 3;
    std::vector<MapChart> charts;
    const auto& handouts = of.topic.handouts;
    for (std::size_t first = 0; first < handouts.size();) {
        auto end = first + 1;
        while (end < handouts.size() && end - first < most_handouts &&
               std::max(lines_of_sets(handouts, first, end + 1), lines_of_boxes(handouts, first, end + 1)) <=
                   most_lines)
            ++end;
        const auto last = end > first + 1 ? " to " + std::to_string(end) : std::string();
        const auto title = (last.empty() ? "Handout " : "Handouts ") + std::to_string(first + 1) + last + " of " +
                           std::to_string(handouts.size()) + ", and what holds back";
        dot::Graph graph(of.theme, dot::Graph::Way::across);
        Sets sets(of, graph);
        for (; first < end; ++first) add_handout(of, graph, sets, first);
        charts.push_back({title,
                          "A thick line withholds; a dashed line asks first: the handout opens by \"Read with care\". "
                          "A question that was never asked holds back like a yes.",
                          graph.finished()});
    }
    return charts;
}

}  // namespace kiosk::views
