// SPDX-License-Identifier: Apache-2.0
#include "child.hpp"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

namespace fs = std::filesystem;

namespace kiosk::test {

namespace {

constexpr auto between_looks = std::chrono::milliseconds(10);

[[noreturn]] void become(const std::vector<std::string>& arguments, const std::string& log,
                         const std::map<std::string, std::string>& environment) {
    const int out = open(log.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    dup2(out, 1);
    dup2(out, 2);
    for (const auto& [name, value] : environment) setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> argv;
    for (const auto& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execvp(argv[0], argv.data());
    _exit(127);
}

}  // namespace

bool until(Duration limit, const std::function<bool()>& is_true) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!is_true()) {
        if (std::chrono::steady_clock::now() >= end) return false;
        std::this_thread::sleep_for(between_looks);
    }
    return true;
}

Child::Child(std::vector<std::string> arguments, const std::string& log,
             std::map<std::string, std::string> environment) {
    m_pid = fork();
    if (m_pid == 0) become(arguments, log, environment);
    if (m_pid < 0) throw std::runtime_error("could not start " + arguments.front());
}

Child::~Child() {
    if (m_over) return;
    kill(SIGTERM);
    if (ended(Duration{5'000})) return;
    kill(SIGKILL);
    waitpid(m_pid, nullptr, 0);
}

void Child::kill(int signal) const {
    ::kill(m_pid, signal);
}

bool Child::ended(Duration limit) {
    return until(limit, [this] {
        int status = 0;
        if (!m_over && waitpid(m_pid, &status, WNOHANG) == m_pid) {
            m_over = true;
            m_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        }
        return m_over;
    });
}

Folder::Folder() {
    std::string pattern = (fs::temp_directory_path() / "kiosk-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    m_path = pattern;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(m_path, ignored);
}

std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string output_of(const std::string& command) {
    std::string output;
    FILE* pipe = popen(("{ " + command + "; } 2>&1").c_str(), "r");
    if (pipe == nullptr) return output;
    std::array<char, 4096> buffer{};
    while (const auto got = fread(buffer.data(), 1, buffer.size(), pipe)) output.append(buffer.data(), got);
    pclose(pipe);
    return output;
}

std::string all_bytes(const std::string& folder) {
    std::string bytes;
    const auto copies = fs::path(folder) / "content";  // the clinic's words, nobody's answers
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && !entry.path().string().starts_with(copies.string() + '/'))
            bytes += read_file(entry.path());
    return bytes;
}

VirtualDisplay::VirtualDisplay(int width, int height, const std::string& log, const std::string& without_clients) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    const auto size = std::to_string(width) + "x" + std::to_string(height) + "x24";
    m_server =
        std::make_unique<Child>(std::vector<std::string>{"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0",
                                                         size, "-nolisten", "tcp", without_clients},
                                log);
    close(ends[1]);
    std::string number;
    for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';) number += c;
    close(ends[0]);
    if (number.empty()) throw std::runtime_error("Xvfb did not start: " + read_file(log));
    m_name = ":" + number;
    setenv("DISPLAY", m_name.c_str(), 1);
}

}  // namespace kiosk::test
