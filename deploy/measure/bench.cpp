// SPDX-License-Identifier: Apache-2.0
// kiosk-bench KIOSK CONTENT: measures the kiosk and, where Chromium is installed, the same as a web page in the same
// run, and prints a table with medians and ratios. Nothing is asserted: machines differ, ratios less.
#include "app/files.hpp"
#include "child.hpp"
#include "cost.hpp"
#include "player.hpp"
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

constexpr int starts = 7, taps = 300, pdfs = 7;
constexpr Duration at_rest{10'000};
using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct Figures {
    double start = 0, tick = 0, tick_p99 = 0, screen = 0, screen_p99 = 0, cpu_percent = 0, wakeups = 0, pss = 0,
           pdf = 0;
    int processes = 0;
};

/// Touches until the colour at `watch` is not what it was; the touch is down and up at once.
double tap_ms(play::XScreen& screen, Point at, Point watch) {
    const auto before = screen.look_at(watch);
    const auto start = Clock::now();
    screen.tap(at);
    while (screen.look_at(watch) == before && ms_since(start) < 3000) {
    }
    return ms_since(start);
}

void rest(Figures& figures, pid_t pid) {
    std::this_thread::sleep_for(Duration{3'000});
    const auto before = cost_of(pid);
    std::this_thread::sleep_for(at_rest);
    const auto after = cost_of(pid);
    figures.cpu_percent = (after.cpu_ms - before.cpu_ms) / static_cast<double>(at_rest.count()) * 100.0;
    figures.wakeups =
        static_cast<double>(after.wakeups - before.wakeups) / (static_cast<double>(at_rest.count()) / 1000.0);
    figures.pss = after.pss_mb;
    figures.processes = after.processes;
}

/// From the process's start to the very picture it settles on.
double start_ms(play::XScreen& screen, const std::function<std::unique_ptr<test::Child>()>& launch) {
    const auto blank = screen.look();
    Pixels settled;
    {
        const auto child = launch();
        test::until(Duration{20'000}, [&] { return !(screen.look() == blank); });
        std::this_thread::sleep_for(Duration{2'500});
        settled = screen.look();
    }
    test::until(Duration{10'000}, [&] { return screen.look() == blank; });
    std::vector<double> times;
    for (int i = 0; i < starts; ++i) {
        const auto start = Clock::now();
        const auto child = launch();
        while (!(screen.look() == settled) && ms_since(start) < 20'000) {
        }
        times.push_back(ms_since(start));
        child->kill(SIGTERM);
        child->ended(Duration{10'000});
        test::until(Duration{10'000}, [&] { return screen.look() == blank; });
    }
    return median(times);
}

Point middle(const Box& box) {
    return {box.x + box.width / 2, box.y + box.height / 2};
}

class Bench {
public:
    Bench(std::string kiosk, std::string content_xml);
    int run();

private:
    std::unique_ptr<test::Child> launch_kiosk();
    std::unique_ptr<test::Child> launch_chromium(const std::string& page);
    void reach_questions(play::Player&);
    Figures measure_kiosk();
    Figures measure_chromium();
    std::string web_page();
    double pdf_ms(const std::string& command);
    void print(const Figures&, const Figures*);

    std::string m_kiosk;
    test::Folder m_folder;
    test::VirtualDisplay m_display{1080, 1920, m_folder / "display.log"};
    std::string m_content_xml;
    std::optional<content::Content> m_content;
    std::size_t m_handout = 0;
};

/// The same content with the two pauses for shaking hands at zero: the way of a touch is measured, not the pauses.
std::string without_pauses(const std::string& xml) {
    std::string text = xml;
    for (const auto& [from, to] :
         {std::pair<std::string, std::string>{"ignore-after-change=\"300ms\"", "ignore-after-change=\"0ms\""},
          {"repeat-guard=\"800ms\"", "repeat-guard=\"0ms\""}})
        if (const auto at = text.find(from); at != std::string::npos) text.replace(at, from.size(), to);
    return text;
}

Bench::Bench(std::string kiosk, std::string content_xml) : m_kiosk(std::move(kiosk)) {
    const auto source = std::filesystem::absolute(content_xml).parent_path();
    std::filesystem::copy(source / "screens", m_folder / "screens", std::filesystem::copy_options::recursive);
    m_content_xml = m_folder / "content.xml";
    std::ofstream(m_content_xml) << without_pauses(test::read_file(content_xml));
    m_content = app::load_content(m_content_xml).content;
    if (!m_content) throw std::runtime_error("the content has errors: kiosk check");
}

std::unique_ptr<test::Child> Bench::launch_kiosk() {
    return std::make_unique<test::Child>(
        std::vector<std::string>{m_kiosk, "run", "--content", m_content_xml, "--state", m_folder / "state", "--printer",
                                 "folder:" + m_folder / "paper"},
        m_folder / "kiosk.log");
}

std::unique_ptr<test::Child> Bench::launch_chromium(const std::string& page) {
    static int profile = 0;
    return std::make_unique<test::Child>(
        std::vector<std::string>{"chromium", "--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run",
                                 "--disable-background-networking", "--disable-component-update", "--disable-sync",
                                 "--disable-quic", "--window-size=1080,1920", "--window-position=0,0",
                                 "--user-data-dir=" + (m_folder / ("profile" + std::to_string(profile++))),
                                 "file://" + page},
        m_folder / "chromium.log");
}

void Bench::reach_questions(play::Player& player) {
    for (const auto& problem : {player.see(), player.tap(action::Start{}), player.tap(action::StartQuestions{}),
                                player.tap(action::ChooseWho{visit::Who::me})})
        if (!problem.empty()) throw std::runtime_error(problem);
}

Figures Bench::measure_kiosk() {
    Figures figures;
    play::XScreen screen;
    figures.start = start_ms(screen, [this] { return launch_kiosk(); });
    const auto kiosk = launch_kiosk();
    play::Player player(*m_content, visit::PrinterKind::demonstration);
    reach_questions(player);
    const auto& topic = (*m_content)[{0}];
    const auto question = std::get<visit::place::Asking>(player.visit().place).question;
    const Point box = middle(player.key(action::Tick{topic[question].signs.front()})->touch);
    const Point look{box.x, box.y - 20};
    std::vector<double> times;
    for (int i = 0; i < taps; ++i) {
        times.push_back(tap_ms(screen, box, look));
        std::this_thread::sleep_for(Duration{30});
    }
    figures.tick = median(times);
    figures.tick_p99 = percentile(times, 0.99);
    // A new screen and back: the panel over the question would be smaller, so the question and the one before it.
    const Point back = middle(player.key(action::Back{})->touch);
    player.tap(action::Back{});
    const Point me = middle(player.key(action::ChooseWho{visit::Who::me})->touch);
    times.clear();
    for (int i = 0; i < taps; ++i) {
        times.push_back(tap_ms(screen, i % 2 == 0 ? me : back, {90, 205}));
        std::this_thread::sleep_for(Duration{30});
    }
    figures.screen = median(times);
    figures.screen_p99 = percentile(times, 0.99);
    rest(figures, kiosk->pid());
    figures.pdf = pdf_ms(m_kiosk + " handout --content " + m_content_xml + " --handout " +
                         topic.handouts[m_handout].id + " -o " + (m_folder / "kiosk.pdf"));
    return figures;
}

std::string Bench::web_page() {
    const app::DrawingBoard board(*m_content);
    std::vector<WebScreen> screens;
    auto visit = visit::fresh({1}, {}, {});
    for (const visit::Action& tap : {visit::Action{action::Start{}}, visit::Action{action::StartQuestions{}},
                                     visit::Action{action::ChooseWho{visit::Who::me}}}) {
        visit = visit::step(*m_content, visit, visit::event::Tapped{tap}, {}).visit;
        const auto screen = views::compose(*m_content, visit, {});
        WebScreen web{screen.page.title, "", page::lay_out(screen.page, {1080, 1920}, board.style).targets};
        if (screen.page.picture) web.picture_svg = m_content->pictures.at(screen.page.picture->name);
        for (auto& key : web.keys) key.key = &key == &web.keys.front() ? 0 : 1;
        screens.push_back(std::move(web));
    }
    std::reverse(screens.begin(), screens.end());  // the question first: its boxes are ticked
    return web_visit(screens);
}

Figures Bench::measure_chromium() {
    Figures figures;
    const std::string page = m_folder / "visit.html", handout = m_folder / "handout.html";
    std::ofstream(page) << web_page();
    std::ofstream(handout) << web_handout(*m_content, (*m_content)[{0}].handouts[m_handout]);
    play::XScreen screen;
    figures.start = start_ms(screen, [&] { return launch_chromium(page); });
    const auto chromium = launch_chromium(page);
    std::this_thread::sleep_for(Duration{4'000});
    const app::DrawingBoard board(*m_content);
    auto visit = visit::fresh({1}, {}, {});
    for (const visit::Action& tap : {visit::Action{action::Start{}}, visit::Action{action::StartQuestions{}},
                                     visit::Action{action::ChooseWho{visit::Who::me}}})
        visit = visit::step(*m_content, visit, visit::event::Tapped{tap}, {}).visit;
    const auto targets = page::lay_out(views::compose(*m_content, visit, {}).page, {1080, 1920}, board.style).targets;
    const Point next = middle(targets.front().touch), box = middle(targets.at(1).touch);
    std::vector<double> times;
    for (int i = 0; i < taps; ++i) {
        times.push_back(tap_ms(screen, box, {box.x, box.y - 20}));
        std::this_thread::sleep_for(Duration{30});
    }
    figures.tick = median(times);
    figures.tick_p99 = percentile(times, 0.99);
    times.clear();
    for (int i = 0; i < taps; ++i) {
        times.push_back(tap_ms(screen, next, {90, 205}));
        std::this_thread::sleep_for(Duration{30});
    }
    figures.screen = median(times);
    figures.screen_p99 = percentile(times, 0.99);
    rest(figures, chromium->pid());
    figures.pdf = pdf_ms(
        "chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking "
        "--user-data-dir=" +
        (m_folder / "pdf-profile") + " --no-pdf-header-footer --print-to-pdf=" + (m_folder / "web.pdf") + " file://" +
        handout);
    return figures;
}

double Bench::pdf_ms(const std::string& command) {
    std::vector<double> times;
    for (int i = 0; i < pdfs; ++i) {
        const auto start = Clock::now();
        test::output_of(command);
        times.push_back(ms_since(start));
    }
    return median(times);
}

void Bench::print(const Figures& kiosk, const Figures* web) {
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
    std::printf("processes: kiosk %d, Chromium %d\n", kiosk.processes, web ? web->processes : 0);
}

int Bench::run() {
    std::cout << "Measuring the kiosk\n" << std::flush;
    const auto kiosk = measure_kiosk();
    if (std::system("command -v chromium >/dev/null") != 0) {
        print(kiosk, nullptr);
        std::cout << "Chromium is not installed: no ratios.\n";
        return 0;
    }
    std::cout << "Measuring Chromium\n" << std::flush;
    const auto web = measure_chromium();
    print(kiosk, &web);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    try {
        return Bench(argv[1], argv[2]).run();
    } catch (const std::exception& error) {
        std::cerr << "The benchmark stopped: " << error.what() << '\n';
        return 1;
    }
}
