// SPDX-License-Identifier: Apache-2.0
#include "app/content_watch.hpp"

#include "app/approval.hpp"
#include "app/service_process.hpp"

#include <spawn.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

extern char** environ;  // NOLINT: POSIX names it so

namespace kiosk::app {

namespace {

constexpr Duration between_looks{1'000};                      // and so long files must lie still
constexpr Duration often{100};                                // while something is going on
constexpr Duration first_wait{5'000}, longest_wait{300'000};  // where the world was in the way

std::string whole(int fd) {
    std::string text;
    char buffer[4096];
    lseek(fd, 0, SEEK_SET);
    for (ssize_t got = 0; (got = read(fd, buffer, sizeof buffer)) > 0;)
        text.append(buffer, static_cast<std::size_t>(got));
    return text;
}

/// "10 minutes", "1 second"
std::string in_words(std::chrono::seconds time) {
    const bool in_minutes = time.count() % 60 == 0;
    const auto count = in_minutes ? time.count() / 60 : time.count();
    return std::to_string(count) + (in_minutes ? " minute" : " second") + (count == 1 ? "" : "s");
}

}  // namespace

ContentWatch::ContentWatch(const Machine& machine, const sigset_t& signals, TakingIn how)
    : m_machine(machine),
      m_signals(signals),
      m_how(std::move(how)),
      m_files{content_file(machine.content), approval_file(machine.content)},
      m_wait(first_wait) {}

ContentWatch::~ContentWatch() {
    if (m_pid != 0) {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    if (m_output >= 0) close(m_output);
}

Duration ContentWatch::wait() const {
    return m_pid != 0 ? often : between_looks;
}

std::optional<Findings> ContentWatch::turn(Instant now, const std::string& today) {
    if (m_pid != 0) return hear(now);
    if (now - m_looked >= between_looks) look(now, today);
    return {};
}

void ContentWatch::look(Instant now, const std::string& today) {
    m_looked = now;
    const auto state = state_of(m_files);
    const bool again = m_again && now >= *m_again;
    const bool still = m_due || again || state == m_last;
    m_due = m_due || again || today != m_day;
    m_day = today;
    m_last = state;
    if (still && (m_due || state != m_known)) start(now);
}

void ContentWatch::start(Instant now) {
    m_due = false;
    m_again.reset();
    m_known = m_last;
    m_output = memfd_create("take-in", MFD_CLOEXEC);
    auto words = words_of("take-in", m_machine);
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_t files;
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_init(&files);
    posix_spawnattr_setsigmask(&attributes, &m_signals);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    posix_spawn_file_actions_adddup2(&files, m_output, STDOUT_FILENO);
    // Else it would hold open what httplib has accepted, and a page would not see that the service is gone.
    posix_spawn_file_actions_addclosefrom_np(&files, STDERR_FILENO + 1);
    if (posix_spawn(&m_pid, m_how.program.c_str(), &files, &attributes, argv.data(), environ) == 0) {
        const auto most = static_cast<rlim_t>(m_how.computing.count());
        const rlimit computing{most, most + 1};
        prlimit(m_pid, RLIMIT_CPU, &computing, nullptr);  // its helpers inherit it; the kernel ends what exceeds it
    } else {
        m_pid = 0;
        m_due = true;
        close(std::exchange(m_output, -1));
    }
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    m_started = now;
}

/// Why nothing was found.
std::string ContentWatch::broke_off(int status, Duration after) const {
    const auto longer = [](const std::string& than) {
        return "Checking the content took longer than " + than + "; it is tried again.";
    };
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return longer(in_words(m_how.computing) + " of computing");
    if (WIFSIGNALED(status) && after > m_how.waiting)
        return longer(in_words(std::chrono::duration_cast<std::chrono::seconds>(m_how.waiting)));
    return "The content could not be checked: the program broke off. Run: kiosk check";
}

std::optional<Findings> ContentWatch::hear(Instant now) {
    if (now - m_started > m_how.waiting) kill(m_pid, SIGKILL);
    int status = 0;
    if (waitpid(m_pid, &status, WNOHANG) != m_pid) return {};
    m_pid = 0;
    auto found = read_findings(whole(m_output));
    close(std::exchange(m_output, -1));
    const bool is_judged = WIFEXITED(status) && WEXITSTATUS(status) != static_cast<int>(Exit::world);
    m_wait = is_judged ? first_wait : std::min(2 * m_wait, longest_wait);
    if (!is_judged) m_again = now + m_wait / 2;
    if (found.files.empty()) {
        found.problems.push_back(broke_off(status, now - m_started));
        return found;
    }
    m_files = found.files;
    m_known = found.state;
    return found;
}

}  // namespace kiosk::app
