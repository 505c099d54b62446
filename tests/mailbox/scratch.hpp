// SPDX-License-Identifier: Apache-2.0
// A private folder that goes away with the test, a search through its bytes, and a child that can be killed.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>

struct Scratch {
    using Path = std::filesystem::path;
    Path folder;

    Scratch() {
        // In memory where there is room: hundreds of flushed commits a second, whatever else the disk does.
        const bool memory = access("/dev/shm", W_OK | X_OK) == 0;
        std::string name =
            ((memory ? Path("/dev/shm") : std::filesystem::temp_directory_path()) / Path("kiosk-mailbox-XXXXXX"));
        REQUIRE(mkdtemp(name.data()) != nullptr);
        folder = name;
    }
    ~Scratch() { std::filesystem::remove_all(folder); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    /// Names of the files that hold these bytes.
    std::string holders(const std::string& bytes) const {
        std::string found;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file()) continue;
            std::ifstream in(entry.path(), std::ios::binary);
            const std::string all{std::istreambuf_iterator<char>(in), {}};
            if (all.find(bytes) != std::string::npos) found += entry.path().filename().string() + ' ';
        }
        return found;
    }
};

/// Runs in a process of its own; killed with SIGKILL when asked, or when the test ends.
class Child {
public:
    explicit Child(const std::function<void()>& work) : m_pid(fork()) {
        if (m_pid != 0) return;
        work();
        _exit(0);
    }
    ~Child() { kill_now(); }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void kill_now() {
        if (m_pid > 0) ::kill(m_pid, SIGKILL);
        wait_for();
    }
    /// It stands still until it is killed.
    void freeze() const { ::kill(m_pid, SIGSTOP); }
    /// The exit status; -1 when it was killed.
    int wait_for() {
        if (m_pid <= 0) return m_status;
        int status = 0;
        waitpid(m_pid, &status, 0);
        m_pid = 0;
        m_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        return m_status;
    }

private:
    pid_t m_pid;
    int m_status = -1;
};
