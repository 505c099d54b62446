// SPDX-License-Identifier: Apache-2.0
#include "figures.hpp"

#include "child.hpp"
#include "cost.hpp"
#include "taps.hpp"

#include <chrono>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <thread>
#include <utility>

namespace kiosk::measure {

namespace {

/// One program on one display.
class Measuring {
public:
    Measuring(const play::XScreen& screen, const Program& program, std::string log)
        : m_screen(screen), m_program(program), m_log(std::move(log)) {}

    Figures figures(const Way& way) const {
        Figures figures;
        if (!m_program.glass.empty()) {
            figures.start = start_ms();
            const auto child = launch();
            sleep(Duration{4'000});
            touch(figures, way);
            rest(figures, child->pid());
        }
        if (!m_program.pdf.empty()) figures.pdf = pdf_ms();
        return figures;
    }

private:
    static constexpr int starts = 7, touches = 300, pdfs = 7;
    static constexpr Duration between_touches{30}, at_rest{10'000};

    static void sleep(Duration time) { std::this_thread::sleep_for(time); }

    std::unique_ptr<test::Child> launch() const {
        return std::make_unique<test::Child>(m_program.glass, m_log, m_program.environment);
    }

    /// Over is what a first start does once: a profile written, a content judged. Less work than before: one has ended.
    static void until_at_rest(pid_t pid) {
        int quiet = 0;
        test::until(Duration{300'000}, [&] {
            const auto before = cost_of(pid).cpu_ms;
            sleep(Duration{2'000});
            const auto work = cost_of(pid).cpu_ms - before;
            quiet = work >= 0 && work < 20 ? quiet + 1 : 0;
            return quiet == 3;
        });
    }

    /// The picture it settles on after its start; thrown-away first start, which fills every cache.
    Pixels settled_start(const Pixels& blank) const {
        const auto child = launch();
        test::until(Duration{20'000}, [&] { return !(m_screen.look() == blank); });
        until_at_rest(child->pid());
        return m_screen.look();
    }

    double start_ms() const {
        const auto blank = m_screen.look();
        const auto is_blank = [&] { return m_screen.look() == blank; };
        const auto settled = settled_start(blank);
        if (settled == blank) throw std::runtime_error(m_program.name + " shows nothing:\n" + test::read_file(m_log));
        std::vector<double> times;
        for (int i = 0; i < starts; ++i) {
            test::until(Duration{10'000}, is_blank);
            sleep(Duration{500});  // what the one before still writes
            std::unique_ptr<test::Child> child;
            times.push_back(time_start(m_screen, blank, settled, [&] { child = launch(); }));
        }
        test::until(Duration{10'000}, is_blank);
        return median(times);
    }

    void touch(Figures& figures, const Way& way) const {
        for (const Point at : way.to_question) {
            m_screen.tap(at);
            sleep(Duration{1'000});
        }
        const auto ticks = time_touches(m_screen, learn(m_screen, way.ticks), touches, between_touches);
        figures.tick = median(ticks);
        figures.tick_p99 = percentile(ticks, 0.99);
        const auto screens = time_touches(m_screen, learn(m_screen, way.screens), touches, between_touches);
        figures.screen = median(screens);
        figures.screen_p99 = percentile(screens, 0.99);
    }

    static void rest(Figures& figures, pid_t pid) {
        until_at_rest(pid);
        const auto before = cost_of(pid);
        sleep(at_rest);
        const auto after = cost_of(pid);
        const auto seconds = static_cast<double>(at_rest.count()) / 1000.0;
        figures.cpu_percent = (after.cpu_ms - before.cpu_ms) / 10.0 / seconds;
        figures.wakeups = static_cast<double>(after.wakeups - before.wakeups) / seconds;
        figures.pss = after.pss_mb;
        figures.processes = after.processes;
    }

    double pdf_ms() const {
        using Clock = std::chrono::steady_clock;
        std::vector<double> times;
        for (int i = 0; i < pdfs; ++i) {
            const auto start = Clock::now();
            const auto said = test::output_of(m_program.pdf + " || echo FAILED");
            times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
            if (said.find("FAILED") != std::string::npos) throw std::runtime_error(said);
        }
        return median(times);
    }

    const play::XScreen& m_screen;
    const Program& m_program;
    std::string m_log;
};

}  // namespace

bool installed(const Program& program) {
    return std::system(("command -v " + program.command + " >/dev/null").c_str()) == 0;
}

std::string version(const Program& program) {
    return test::output_of(program.version + " 2>/dev/null | tail -1");
}

Figures figures(const play::XScreen& screen, const Program& program, const std::string& log, const Way& way) {
    return Measuring(screen, program, log).figures(way);
}

}  // namespace kiosk::measure
