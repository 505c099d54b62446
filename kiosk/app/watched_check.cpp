// SPDX-License-Identifier: Apache-2.0
#include "app/watched_check.hpp"

#include "app/clock.hpp"
#include "app/examine.hpp"
#include "app/file_watch.hpp"
#include "app/files.hpp"
#include "app/signals.hpp"
#include "app/verdict.hpp"

#include <algorithm>
#include <iostream>
#include <iterator>

namespace kiosk::app {

namespace {

using Depth = command::Check::Depth;
constexpr int look_again = 1000;  // ms, where a folder is not there to be watched

class Watching {
public:
    Watching(const Machine& machine, const command::Check& asked)
        : m_content(content_file(machine.content)), m_asked(asked) {}

    Exit until_stopped() {
        FilesRead last;
        for (;;) {
            FilesRead now;
            const auto loaded = load_content(m_content, &now);
            const auto sight = m_files.look_at(folders_of(now));
            if (sight == FileWatch::Sight::widened) continue;
            if (now != last) tell_words(loaded);
            last = std::move(now);
            if (m_fit_unknown) tell_fit(loaded);
            if (!wait(sight == FileWatch::Sight::partial ? look_again : -1)) return m_last;
            m_files.settle();
        }
    }

private:
    Verdict verdict(Depth depth, Problems problems) const {
        Verdict verdict{m_content, std::move(problems), depth, m_rules.proofs};
        add(verdict.problems, m_asked.of_machine, "machine");
        sort(verdict.problems);
        return verdict;
    }

    void tell_words(const content::Loaded& loaded) {
        m_rules = examine_rules(loaded, m_walked);
        m_words = verdict(Depth::words, m_rules.problems);
        m_last = m_words.exit();
        m_fit_unknown = m_asked.depth == Depth::whole && loaded.content;
        std::cout << "---- " << stamp({}).time << " ----\n" << to_string(m_words, m_asked.format) << std::flush;
    }

    /// Given up where something is saved meanwhile, and taken up again where that was no file of the content.
    void tell_fit(const content::Loaded& loaded) {
        auto problems = m_rules.problems;
        add(problems, look_at_all(*loaded.content, loaded.written, [this] { return !wanted(0); }).problems, "fit");
        const auto whole = verdict(Depth::whole, std::move(problems));
        if (wanted(0)) return;
        m_fit_unknown = false;
        m_last = whole.exit();
        Problems more;
        std::set_difference(whole.problems.begin(), whole.problems.end(), m_words.problems.begin(),
                            m_words.problems.end(), std::back_inserter(more), before);
        std::cout << lines_of(more) << summary_of(whole) << std::flush;
    }

    /// Whether something was saved, or the process is asked to stop, within this time.
    bool wanted(int milliseconds) const {
        pollfd waiting[] = {{m_stop.descriptor(), POLLIN, 0}, {m_files.descriptor(), POLLIN, 0}};
        return poll(waiting, 2, milliseconds) > 0;
    }

    /// False where the process is asked to stop.
    bool wait(int milliseconds) const {
        wanted(milliseconds);
        return m_stop.asked() == 0;
    }

    const std::string m_content;  ///< the file, also when its folder is away for a while
    const command::Check& m_asked;
    StopSignals m_stop;
    FileWatch m_files;
    Verdict m_words;
    Examined m_rules;  ///< of the last content that was read
    proof::Memory m_walked;
    bool m_fit_unknown = false;
    Exit m_last = Exit::fine;
};

}  // namespace

Exit check_while_saved(const Machine& machine, const command::Check& asked) {
    return Watching(machine, asked).until_stopped();
}

}  // namespace kiosk::app
