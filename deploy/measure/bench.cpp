// SPDX-License-Identifier: Apache-2.0
// kiosk-bench KIOSK CONTENT: measures the kiosk and, where they are installed, other programs with the same screens and
// the same handout in the same run, and prints one table with medians and ratios. Nothing is asserted: machines differ,
// ratios less.
#include "app/files.hpp"
#include "app/loaded.hpp"
#include "child.hpp"
#include "cost.hpp"
#include "figures.hpp"
#include "first_sound.hpp"
#include "qt_page.hpp"
#include "screens.hpp"
#include "table.hpp"
#include "views/views.hpp"
#include "visit/step.hpp"
#include "web_page.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

using namespace kiosk;
using namespace kiosk::measure;
namespace action = kiosk::visit::action;

namespace {

constexpr int listenings = 40;
constexpr Size glass{1080, 1920};

Point middle(const Box& box) {
    return {box.x + box.width / 2, box.y + box.height / 2};
}

/// The same content with the two pauses for shaking hands at zero: the way of a touch is measured, not the pauses.
std::string without_pauses(const std::string& xml) {
    std::string text = xml;
    for (const auto& [from, to] :
         {std::pair<std::string, std::string>{"ignore-after-change=\"300ms\"", "ignore-after-change=\"0ms\""},
          {"repeat-guard=\"800ms\"", "repeat-guard=\"0ms\""}})
        if (const auto at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

/// Everything all programs show: the content without pauses, its screens from welcome to the first question, a handout.
class Bench {
public:
    Bench(std::string kiosk, const std::string& content_xml);
    const Given& given() const { return m_given; }
    Figures measure(const Program&) const;
    void describe(std::ostream&) const;

private:
    Screen add_screen(const visit::Visit&, int number, const std::optional<visit::Action>& on);
    void walk();
    void choose_handout();
    void listen(Figures&) const;

    test::Folder m_folder;
    Given m_given;
    test::VirtualDisplay m_display{static_cast<int>(glass.width), static_cast<int>(glass.height),
                                   m_folder / "display.log"};
    play::XScreen m_screen;  ///< a display that nobody looks at forgets everything
    std::optional<content::Content> m_content;
    std::optional<app::DrawingBoard> m_board;
    Way m_way;
    std::size_t m_pages = 0;
};

Bench::Bench(std::string kiosk, const std::string& content_xml) : m_given{std::move(kiosk), m_folder.path(), {}} {
    const auto source = std::filesystem::absolute(content_xml).parent_path();
    std::filesystem::copy(source / "screens", m_folder / "screens", std::filesystem::copy_options::recursive);
    std::ofstream(m_folder / "content.xml") << without_pauses(test::read_file(content_xml));
    m_content = app::load_content(m_folder / "content.xml").content;
    if (!m_content) throw std::runtime_error("the content has errors: kiosk check");
    m_board.emplace(*m_content);
    walk();
    choose_handout();
}

/// One screen of the way; `on`: the key that leads to the next one, as Back leads to the one before.
Screen Bench::add_screen(const visit::Visit& visit, int number, const std::optional<visit::Action>& on) {
    const auto composed = views::compose(*m_content, visit, {});
    const auto sheet = page::lay_out(composed.page, glass, m_board->style);
    std::vector<Does> keys;
    for (const auto& target : sheet.targets) {
        const auto& action = composed.actions.at(static_cast<std::size_t>(target.key));
        const Point at = middle(target.touch);
        if (on && action == *on) {
            m_way.to_question.push_back(at);
            keys.push_back({target.touch, number + 1, false});
        } else if (std::holds_alternative<action::Back>(action)) {
            if (!on) m_way.screens = {at, m_way.to_question.back()};
            keys.push_back({target.touch, number - 1, false});
        } else if (std::holds_alternative<action::Tick>(action)) {
            if (m_way.ticks.size() < 2) m_way.ticks.push_back(at);
            keys.push_back({target.touch, -1, true});
        }
    }
    return screen_of(sheet, keys);
}

void Bench::walk() {
    std::vector<Screen> screens;
    auto visit = visit::fresh({1}, {}, {});
    for (const visit::Action& on : {visit::Action{action::ChooseLanguage{}}, visit::Action{action::StartQuestions{}},
                                    visit::Action{action::ChooseWho{visit::Who::me}}}) {
        screens.push_back(add_screen(visit, static_cast<int>(screens.size()), on));
        visit = visit::step(*m_content, visit, visit::event::Tapped{on}, {}).visit;
    }
    screens.push_back(add_screen(visit, static_cast<int>(screens.size()), {}));
    if (m_way.to_question.size() != 3 || m_way.ticks.size() != 2 || m_way.screens.size() != 2)
        throw std::runtime_error("the way to the first question is another one");
    m_way.ticks.insert(m_way.ticks.end(), m_way.ticks.begin(), m_way.ticks.end());
    std::ofstream(m_folder / "visit.html") << web_visit(*m_content, screens);
    std::ofstream(m_folder / "visit.qml") << qt_visit(screens);
    std::filesystem::create_directories(m_folder / "pictures/icons");
    for (const auto& [name, svg] : m_content->pictures) std::ofstream(m_folder / ("pictures/" + name + ".svg")) << svg;
}

/// The one that is nearest to two pages long.
void Bench::choose_handout() {
    const auto& handouts = (*m_content)[{0}].handouts;
    std::size_t chosen = 0;
    for (std::size_t i = 0; i < handouts.size(); ++i) {
        const auto document = views::handout(*m_content, {0}, {i}, nullptr, {0}, false, false);
        const auto pages = page::lay_out(document, m_board->style).size();
        if (pages < 2 || (m_pages >= 2 && pages >= m_pages)) continue;
        chosen = i;
        m_pages = pages;
    }
    m_given.handout = handouts[chosen].id;
    std::ofstream(m_folder / "handout.html") << web_handout(*m_content, handouts[chosen]);
}

Figures Bench::measure(const Program& program) const {
    auto taken = figures(m_screen, program, m_folder / "program.log", m_way);
    if (program.command == m_given.kiosk) listen(taken);
    return taken;
}

/// Of the kiosk alone: all others are silent.
void Bench::listen(Figures& figures) const {
    const auto times = time_first_sound(*m_content, *m_board, listenings);
    figures.sound = median(times);
    figures.sound_p99 = percentile(times, 0.99);
}

void Bench::describe(std::ostream& out) const {
    out << "Screen " << glass.width << 'x' << glass.height << "; handout: " << m_given.handout << ", " << m_pages
        << " pages\n";
}

int run(const std::string& kiosk, const std::string& content_xml) {
    const Bench bench(kiosk, content_xml);
    bench.describe(std::cout);
    std::vector<Column> columns;
    for (const auto& program : programs(bench.given())) {
        columns.push_back({program.name, {}});
        if (!installed(program)) continue;
        std::cout << "Measuring " << program.name << ": " << version(program) << std::flush;
        columns.back().figures = bench.measure(program);
    }
    print(std::cout, columns);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try {
        return run(argv[1], argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "The benchmark stopped: " << error.what() << '\n';
        return 1;
    }
}
