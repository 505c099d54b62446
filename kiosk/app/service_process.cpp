// SPDX-License-Identifier: Apache-2.0
#include "app/service_process.hpp"

#include "log/log.hpp"

#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

extern char** environ;  // NOLINT: POSIX names it so

namespace kiosk::app {

namespace {

constexpr Duration first_wait{1'000}, longest_wait{60'000};
constexpr Duration lived_well{60'000};  // so long, and its end is a new matter
constexpr Duration may_leave{6'000};    // its own farewell to the printer takes up to 3 s
constexpr timespec between_looks{0, 20'000'000};

/// For staff, beside "not running".
std::string reason(int status) {
    if (WIFSIGNALED(status)) return "it was killed by signal " + std::to_string(WTERMSIG(status));
    switch (static_cast<Exit>(WEXITSTATUS(status))) {
        case Exit::fine:
            return "it was stopped";
        case Exit::content_problem:
            return "the content has errors; see: kiosk check";
        case Exit::usage:
            return "it does not understand its options";
        case Exit::world:
            return "something it needs is missing; the journal says what";
        case Exit::bug:
        case Exit::again:  // of a screen alone
            break;
    }
    return "a bug ended it";
}

}  // namespace

std::vector<std::string> words_of(const std::string& command, const Machine& machine) {
    std::vector<std::string> words{"kiosk", command};
    if (!machine.config.empty()) words.insert(words.end(), {"--config", machine.config});
    const std::pair<const char*, std::string> said[] = {
        {"--content", machine.content},
        {"--state", state_folder(machine)},
        {"--printer", machine.printer},
        {"--printer-pin", machine.printer_pin},
        {"--name", machine.name},
        {"--approval-key", machine.approval_key},
        {"--bundle-key", machine.bundle_key},
        {"--sticks", machine.sticks},
        {"--listen", machine.listen},
        {"--certificate", machine.certificate},
        {"--certificate-key", machine.certificate_key},
        {"--desk", machine.desk},
        {"--desk-key", machine.desk_key},
        {"--desk-authority", machine.desk_authority},
        {"--broker", machine.broker},
        {"--broker-authority", machine.broker_authority},
        {"--broker-certificate", machine.broker_certificate},
        {"--broker-key", machine.broker_key},
        {"--webhook", machine.webhook},
        {"--webhook-secret", machine.webhook_secret},
        {"--webhook-authority", machine.webhook_authority},
        {"--metrics-token", machine.metrics_token},
    };
    for (const auto& [option, value] : said) words.insert(words.end(), {option, value});
    if (machine.require_approval) words.emplace_back("--require-approval");
    return words;
}

ServiceProcess::ServiceProcess(const Machine& machine, const sigset_t& signals)
    : m_machine(machine), m_signals(signals), m_wait(first_wait) {}

ServiceProcess::~ServiceProcess() {
    if (m_pid == 0) return;
    kill(m_pid, SIGTERM);
    for (Duration waited{0}; waited < may_leave; waited += Duration{20}) {
        if (waitpid(m_pid, nullptr, WNOHANG) != 0) return;
        nanosleep(&between_looks, nullptr);
    }
    kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
}

void ServiceProcess::reap(Instant now) {
    int status = 0;
    if (m_pid == 0 || waitpid(m_pid, &status, WNOHANG) != m_pid) return;
    m_pid = 0;
    m_trouble = reason(status);
    if (now - m_started >= lived_well) m_wait = first_wait;
    m_next = now + m_wait;
    log::write(log::fact::Failed{log::Code::service_lost, WIFEXITED(status) ? WEXITSTATUS(status) : 0});
    log::write(log::fact::ServiceAgain{static_cast<int>(m_wait.count() / 1'000)});
    m_wait = std::min(2 * m_wait, longest_wait);
}

void ServiceProcess::keep(bool is_there, Instant now) {
    reap(now);
    if (is_there) m_trouble.clear();
    if (!is_there && m_pid == 0 && now >= m_next) start(now);
}

void ServiceProcess::start(Instant now) {
    m_started = now;
    m_next = now + longest_wait;
    auto words = words_of("serve", m_machine);
    words.emplace_back("--with-screen");
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigmask(&attributes, &m_signals);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const int error = posix_spawn(&m_pid, "/proc/self/exe", nullptr, &attributes, argv.data(), environ);
    posix_spawnattr_destroy(&attributes);
    if (error == 0) return;
    m_pid = 0;
    m_trouble = "it could not be started; the journal says why";
    log::write(log::fact::Failed{log::Code::service_not_started, error});
}

}  // namespace kiosk::app
