// SPDX-License-Identifier: Apache-2.0
#include "first_sound.hpp"

#include "app/aloud.hpp"
#include "app/clock.hpp"
#include "app/screen.hpp"
#include "visit/step.hpp"

#include <poll.h>

#include <chrono>
#include <cstdlib>
#include <stdexcept>

namespace kiosk::measure {

namespace {

namespace action = visit::action;
namespace event = visit::event;
using Clock = std::chrono::steady_clock;
constexpr Size glass{1080, 1920};
constexpr int longest_wait = 10'000;  // ms

class Listener {
public:
    Listener(const content::Content& content, const app::DrawingBoard& board)
        : m_content(content),
          m_painter(content, board),
          m_aloud(opener(content), visit::Sound::loudspeaker),
          m_visit(visit::fresh({1}, {}, app::now())) {
        while (m_aloud.condition().empty()) {
            wait_for_bell("no voice was found");
            for (const auto& happened : m_aloud.collect(app::now())) happen(happened);
            if (!m_aloud.trouble().empty()) throw std::runtime_error(m_aloud.trouble());
        }
        for (const visit::Action& on :
             {visit::Action{action::ChooseLanguage{}}, visit::Action{action::StartQuestions{}},
              visit::Action{action::ChooseWho{visit::Who::me}}})
            happen(event::Tapped{on});
        if (const auto sound = m_aloud.changed(m_visit, m_content.languages.front().code)) happen(*sound);
        show();
    }

    double time() {
        const auto start = Clock::now();
        happen(event::Tapped{action::Listen{}});
        show();
        while (!m_aloud.wait()) {
            wait_for_bell("nothing was heard");
            m_aloud.collect(app::now());
        }
        return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    }

    /// On to the next screen, in silence.
    void go_on() {
        happen(event::Tapped{action::StopListening{}});
        happen(event::Tapped{action::TickReply{visit::Reply::no}});
        happen(event::Tapped{action::Say{visit::Reply::no}});
        happen(event::Tapped{action::Continue{}});
        show();
    }

private:
    static std::function<app::Aloud::Opened()> opener(const content::Content& content) {
        setenv("ALSOFT_DRIVERS", "null", 1);
        return [language = content.languages.front().code] { return voice::Voice::open({language}); };
    }
    void wait_for_bell(const char* else_what) const {
        pollfd bell{m_aloud.descriptor(), POLLIN, 0};
        if (poll(&bell, 1, longest_wait) != 1) throw std::runtime_error(else_what);
    }
    void happen(const visit::Event& what) {
        m_visit = visit::step(m_content, std::move(m_visit), what, app::now()).visit;
        m_aloud.silence(m_visit);
    }
    void show() {
        m_painter.paint(m_visit, glass, app::now());
        m_aloud.follow(m_visit, m_painter.script());
    }

    const content::Content& m_content;
    app::ScreenPainter m_painter;
    app::Aloud m_aloud;
    visit::Visit m_visit;
};

}  // namespace

std::vector<double> time_first_sound(const content::Content& content, const app::DrawingBoard& board, int count) {
    std::vector<double> times;
    constexpr int screens = 5;  // questions; beyond the last of them it begins again
    while (static_cast<int>(times.size()) < count) {
        Listener listener(content, board);
        for (int i = 0; i < screens && static_cast<int>(times.size()) < count; ++i, listener.go_on())
            times.push_back(listener.time());
    }
    return times;
}

}  // namespace kiosk::measure
