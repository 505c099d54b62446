// SPDX-License-Identifier: Apache-2.0
// kiosk-bench KIOSK CONTENT: measures the kiosk and, where Chromium is installed, the same as a web page in the same
// run, and prints a table with medians and ratios. Nothing is asserted: machines differ, ratios less.
#include "app/files.hpp"
#include "app/loaded.hpp"
#include "child.hpp"
#include "cost.hpp"
#include "first_sound.hpp"
#include "taps.hpp"
#include "views/views.hpp"
#include "visit/step.hpp"
#include "web_page.hpp"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <thread>

using namespace kiosk;
using namespace kiosk::measure;
namespace action = kiosk::visit::action;

namespace {

constexpr int starts = 7, touches = 300, pdfs = 7, listenings = 40;
constexpr int width = 1080, height = 1920;
constexpr Duration between_touches{30};
constexpr Duration at_rest{10'000};
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Figures {
    double start = 0, tick = 0, tick_p99 = 0, screen = 0, screen_p99 = 0, cpu_percent = 0, wakeups = 0, pss = 0,
           pdf = 0, sound = 0, sound_p99 = 0;
    int processes = 0;
};

void rest(Figures& figures, pid_t pid) {
    std::this_thread::sleep_for(Duration{3'000});
    const auto before = cost_of(pid);
    std::this_thread::sleep_for(at_rest);
    const auto after = cost_of(pid);
    const auto seconds = static_cast<double>(at_rest.count()) / 1000.0;
    figures.cpu_percent = (after.cpu_ms - before.cpu_ms) / 10.0 / seconds;
    figures.wakeups = static_cast<double>(after.wakeups - before.wakeups) / seconds;
    figures.pss = after.pss_mb;
    figures.processes = after.processes;
}

/// A program to measure: how it is started, and its command for a PDF.
struct Program {
    std::function<std::unique_ptr<test::Child>()> launch;
    std::string pdf;
};

/// Where the fingers go, the same for both programs: from welcome to the first question, and there.
struct Way {
    std::vector<Point> to_question;
    std::vector<Point> ticks;    ///< two boxes on, two boxes off
    std::vector<Point> screens;  ///< to the screen before, and on again
};

/// The picture a program settles on after its start; thrown-away first start, which fills every cache.
Pixels settled_start(const play::XScreen& screen, const Program& program, const Pixels& blank) {
    const auto child = program.launch();
    test::until(Duration{20'000}, [&] { return !(screen.look() == blank); });
    std::this_thread::sleep_for(Duration{3'000});
    return screen.look();
}

double measure_starts(const play::XScreen& screen, const Program& program) {
    const auto blank = screen.look();
    const auto is_blank = [&] { return screen.look() == blank; };
    const auto settled = settled_start(screen, program, blank);
    std::vector<double> times;
    for (int i = 0; i < starts; ++i) {
        test::until(Duration{10'000}, is_blank);
        std::this_thread::sleep_for(Duration{500});  // what the one before still writes
        std::unique_ptr<test::Child> child;
        times.push_back(time_start(screen, blank, settled, [&] { child = program.launch(); }));
    }
    test::until(Duration{10'000}, is_blank);
    return median(times);
}

double pdf_ms(const std::string& command) {
    std::vector<double> times;
    for (int i = 0; i < pdfs; ++i) {
        const auto start = Clock::now();
        const auto said = test::output_of(command + " || echo FAILED");
        times.push_back(ms_since(start));
        if (said.find("FAILED") != std::string::npos) throw std::runtime_error(said);
    }
    return median(times);
}

Figures measure(const play::XScreen& screen, const Program& program, const Way& way) {
    Figures figures;
    figures.start = measure_starts(screen, program);
    const auto child = program.launch();
    std::this_thread::sleep_for(Duration{4'000});
    for (const Point at : way.to_question) {
        screen.tap(at);
        std::this_thread::sleep_for(Duration{1'000});
    }
    const auto ticks = time_touches(screen, learn(screen, way.ticks), touches, between_touches);
    figures.tick = median(ticks);
    figures.tick_p99 = percentile(ticks, 0.99);
    const auto screens = time_touches(screen, learn(screen, way.screens), touches, between_touches);
    figures.screen = median(screens);
    figures.screen_p99 = percentile(screens, 0.99);
    rest(figures, child->pid());
    figures.pdf = pdf_ms(program.pdf);
    return figures;
}

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

/// Everything both programs show: the content without pauses, its screens from welcome to the first question.
class Bench {
public:
    Bench(std::string kiosk, const std::string& content_xml);
    Program kiosk() const;
    Program chromium() const;
    const Way& way() const { return m_way; }
    const play::XScreen& screen() const { return m_screen; }
    void describe(std::ostream&) const;
    /// Of the kiosk alone: the web page is silent.
    void listen(Figures&) const;

private:
    void add_screen(const visit::Visit&, std::vector<WebScreen>&, const std::optional<visit::Action>& on);
    void walk();
    void choose_handout();

    std::string m_kiosk;
    test::Folder m_folder;
    test::VirtualDisplay m_display{width, height, m_folder / "display.log"};
    play::XScreen m_screen;  ///< a display that nobody looks at forgets everything
    std::string m_content_xml = m_folder / "content.xml";
    std::optional<content::Content> m_content;
    std::optional<app::DrawingBoard> m_board;
    Way m_way;
    std::size_t m_handout = 0, m_pages = 0;
};

Bench::Bench(std::string kiosk, const std::string& content_xml) : m_kiosk(std::move(kiosk)) {
    const auto source = std::filesystem::absolute(content_xml).parent_path();
    std::filesystem::copy(source / "screens", m_folder / "screens", std::filesystem::copy_options::recursive);
    std::ofstream(m_content_xml) << without_pauses(test::read_file(content_xml));
    m_content = app::load_content(m_content_xml).content;
    if (!m_content) throw std::runtime_error("the content has errors: kiosk check");
    m_board.emplace(*m_content);
    walk();
    choose_handout();
}

/// One screen of the way; `on`: the key that leads to the next one, as Back leads to the one before.
void Bench::add_screen(const visit::Visit& visit, std::vector<WebScreen>& screens,
                       const std::optional<visit::Action>& on) {
    const auto composed = views::compose(*m_content, visit, {});
    WebScreen screen{page::lay_out(composed.page, {width, height}, m_board->style), {}};
    const int number = static_cast<int>(screens.size());
    for (const auto& target : screen.sheet.targets) {
        const auto& action = composed.actions.at(static_cast<std::size_t>(target.key));
        const Point at = middle(target.touch);
        if (on && action == *on) {
            m_way.to_question.push_back(at);
            screen.keys.push_back({target.touch, number + 1, false});
        } else if (std::holds_alternative<action::Back>(action)) {
            if (!on) m_way.screens = {at, m_way.to_question.back()};
            screen.keys.push_back({target.touch, number - 1, false});
        } else if (std::holds_alternative<action::Tick>(action)) {
            if (m_way.ticks.size() < 2) m_way.ticks.push_back(at);
            screen.keys.push_back({target.touch, -1, true});
        }
    }
    screens.push_back(std::move(screen));
}

void Bench::walk() {
    std::vector<WebScreen> screens;
    auto visit = visit::fresh({1}, {}, {});
    for (const visit::Action& on : {visit::Action{action::ChooseLanguage{}}, visit::Action{action::StartQuestions{}},
                                    visit::Action{action::ChooseWho{visit::Who::me}}}) {
        add_screen(visit, screens, on);
        visit = visit::step(*m_content, visit, visit::event::Tapped{on}, {}).visit;
    }
    add_screen(visit, screens, {});
    if (m_way.to_question.size() != 3 || m_way.ticks.size() != 2 || m_way.screens.size() != 2)
        throw std::runtime_error("the way to the first question is another one");
    m_way.ticks.insert(m_way.ticks.end(), m_way.ticks.begin(), m_way.ticks.end());
    std::ofstream(m_folder / "visit.html") << web_visit(*m_content, screens);
}

/// The one that is nearest to two pages long.
void Bench::choose_handout() {
    const auto& handouts = (*m_content)[{0}].handouts;
    for (std::size_t i = 0; i < handouts.size(); ++i) {
        const auto document = views::handout(*m_content, {0}, {i}, nullptr, {0}, false, false);
        const auto pages = page::lay_out(document, m_board->style).size();
        if (pages < 2 || (m_pages >= 2 && pages >= m_pages)) continue;
        m_handout = i;
        m_pages = pages;
    }
    std::ofstream(m_folder / "handout.html") << web_handout(*m_content, handouts[m_handout]);
}

Program Bench::kiosk() const {
    const std::vector<std::string> words{m_kiosk,
                                         "run",
                                         "--still",
                                         "--config",
                                         "/dev/null",
                                         "--content",
                                         m_content_xml,
                                         "--state",
                                         m_folder / "state",
                                         "--printer",
                                         "folder:" + m_folder / "paper"};
    return {[this, words] { return std::make_unique<test::Child>(words, m_folder / "kiosk.log"); },
            m_kiosk + " handout --config /dev/null --content " + m_content_xml + " --handout " +
                (*m_content)[{0}].handouts[m_handout].id + " -o " + (m_folder / "kiosk.pdf")};
}

/// A profile that is kept, as on a kiosk; nothing that talks to a network.
Program Bench::chromium() const {
    const std::vector<std::string> quiet{"chromium",
                                         "--no-sandbox",
                                         "--disable-gpu",
                                         "--no-first-run",
                                         "--disable-background-networking",
                                         "--disable-component-update",
                                         "--disable-sync",
                                         "--disable-quic"};
    auto words = quiet;
    words.insert(words.end(), {"--kiosk", "--window-size=1080,1920", "--window-position=0,0",
                               "--user-data-dir=" + m_folder / "profile", "file://" + m_folder / "visit.html"});
    std::string pdf;
    for (const auto& word : quiet) pdf += word + ' ';
    pdf += "--headless --no-pdf-header-footer --user-data-dir=" + (m_folder / "pdf-profile") +
           " --print-to-pdf=" + (m_folder / "web.pdf") + " file://" + (m_folder / "handout.html");
    return {[this, words] { return std::make_unique<test::Child>(words, m_folder / "chromium.log"); }, pdf};
}

void Bench::describe(std::ostream& out) const {
    out << "Screen " << width << 'x' << height << "; handout: " << (*m_content)[{0}].handouts[m_handout].id << ", "
        << m_pages << " pages\n";
}

void Bench::listen(Figures& figures) const {
    const auto times = time_first_sound(*m_content, *m_board, listenings);
    figures.sound = median(times);
    figures.sound_p99 = percentile(times, 0.99);
}

void print(const Figures& kiosk, const Figures* web) {
    const auto row = [&](const char* what, double ours, const double* theirs, const char* target) {
        if (theirs == nullptr)
            std::printf("%-44s %10.1f %10s %8s   %s\n", what, ours, "-", "-", target);
        else
            std::printf("%-44s %10.1f %10.1f %8.2f   %s\n", what, ours, *theirs, *theirs > 0 ? ours / *theirs : 0.0,
                        target);
    };
    std::printf("%-44s %10s %10s %8s   %s\n", "", "kiosk", "Chromium", "ratio", "target");
    row("start to full first screen, ms, median", kiosk.start, web ? &web->start : nullptr, "ratio <= 0.35");
    row("tap to tick box, ms, median of 300", kiosk.tick, web ? &web->tick : nullptr, "ratio <= 0.9");
    row("tap to tick box, ms, p99", kiosk.tick_p99, web ? &web->tick_p99 : nullptr, "<= 16.7 ms");
    row("tap to new screen, ms, median of 300", kiosk.screen, web ? &web->screen : nullptr, "ratio <= 0.45");
    row("tap to new screen, ms, p99", kiosk.screen_p99, web ? &web->screen_p99 : nullptr, "<= 16.7 ms");
    row("at rest, % of one core", kiosk.cpu_percent, web ? &web->cpu_percent : nullptr, "0.0");
    row("at rest, wake-ups a second", kiosk.wakeups, web ? &web->wakeups : nullptr, "<= 2");
    row("memory of all processes, PSS, MB", kiosk.pss, web ? &web->pss : nullptr, "ratio <= 0.4");
    row("handout to PDF, whole command, ms, median", kiosk.pdf, web ? &web->pdf : nullptr, "ratio <= 0.08");
    row("Listen to first samples, ms, median of 40", kiosk.sound, nullptr, "<= 100 ms");
    row("Listen to first samples, ms, p99", kiosk.sound_p99, nullptr, "<= 100 ms");
    std::printf("processes: kiosk %d, Chromium %d\n", kiosk.processes, web ? web->processes : 0);
}

int run(const std::string& kiosk_binary, const std::string& content_xml) {
    const Bench bench(kiosk_binary, content_xml);
    bench.describe(std::cout);
    std::cout << "Measuring the kiosk\n" << std::flush;
    auto kiosk = measure(bench.screen(), bench.kiosk(), bench.way());
    bench.listen(kiosk);
    if (std::system("command -v chromium >/dev/null") != 0) {
        print(kiosk, nullptr);
        std::cout << "Chromium is not installed: no ratios.\n";
        return 0;
    }
    std::cout << "Measuring Chromium\n" << std::flush;
    const auto web = measure(bench.screen(), bench.chromium(), bench.way());
    print(kiosk, &web);
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
