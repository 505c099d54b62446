// SPDX-License-Identifier: Apache-2.0
#include "app/service_process.hpp"

#include "log/log.hpp"

#include <spawn.h>
#include <sys/wait.h>

#include <string>
#include <vector>

extern char** environ;  // NOLINT: POSIX names it so

namespace kiosk::app {

namespace {

constexpr Duration between_starts{1'000};

std::vector<std::string> arguments(const Machine& machine) {
    std::vector<std::string> words{"kiosk",         "serve",   "--with-screen",      "--content",
                                   machine.content, "--state", state_folder(machine)};
    const auto add = [&](const char* option, const std::string& value) {
        if (!value.empty()) words.insert(words.end(), {option, value});
    };
    add("--printer", machine.printer);
    add("--printer-pin", machine.printer_pin);
    add("--name", machine.name);
    return words;
}

}  // namespace

ServiceProcess::ServiceProcess(const Machine& machine, const sigset_t& signals)
    : m_machine(machine), m_signals(signals) {}

ServiceProcess::~ServiceProcess() {
    if (m_pid == 0) return;
    kill(m_pid, SIGTERM);
    waitpid(m_pid, nullptr, 0);
}

void ServiceProcess::reap() {
    if (m_pid == 0 || waitpid(m_pid, nullptr, WNOHANG) != m_pid) return;
    m_pid = 0;
    log::write(log::fact::Failed{log::Code::service_lost, 0});
}

void ServiceProcess::keep(bool is_there, Instant now) {
    reap();
    if (is_there || m_pid != 0 || now - m_tried < between_starts) return;
    m_tried = now;
    start();
}

void ServiceProcess::start() {
    auto words = arguments(m_machine);
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
    log::write(log::fact::Failed{log::Code::service_not_started, error});
}

}  // namespace kiosk::app
