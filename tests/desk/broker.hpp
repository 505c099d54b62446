// SPDX-License-Identifier: Apache-2.0
// A real mosquitto on loopback for tests, as its process, with what a clinic's would have.
#pragma once

#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <memory>
#include <string>
#include <thread>

#include <arpa/inet.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace kiosk::desk {

class Broker {
public:
    /// `more`: lines of its file, "{folder}" is its own.
    explicit Broker(std::string more = "allow_anonymous true\n") : m_port(free_port()) {
        const auto folder = m_scratch.folder.string();
        for (auto at = more.find("{folder}"); at != std::string::npos; at = more.find("{folder}"))
            more.replace(at, 8, folder);
        std::ofstream(m_scratch.folder / "mosquitto.conf")
            << "listener " << m_port << " 127.0.0.1\npersistence true\npersistence_location " << folder
            << "/\nautosave_on_changes true\nautosave_interval 1\nuser root\n"
            << more;
        start();
    }
    std::filesystem::path folder() const { return m_scratch.folder; }
    std::string url(const char* scheme = "mqtt", const char* path = "/clinic/kiosks") const {
        return scheme + ("://127.0.0.1:" + std::to_string(m_port) + path);
    }
    /// What it wrote.
    std::string log() const {
        std::ifstream in(m_scratch.folder / "log");
        return {std::istreambuf_iterator<char>(in), {}};
    }
    void start() {
        m_process = std::make_unique<Child>([this] {
            prctl(PR_SET_PDEATHSIG, SIGKILL);
            const auto file = (m_scratch.folder / "mosquitto.conf").string();
            if (freopen((m_scratch.folder / "log").c_str(), "a", stderr) == nullptr) _exit(1);
            execl("/usr/sbin/mosquitto", "mosquitto", "-c", file.c_str(), nullptr);
        });
        for (int i = 0; i < 2'000 && !answers(); ++i) usleep(5'000);
        REQUIRE_MESSAGE(answers(), "no mosquitto answers; its folder: " << m_scratch.folder);
    }
    /// It takes bytes, and reads none of them.
    void freeze() { m_process->freeze(); }
    void kill() { m_process->kill_now(); }

private:
    static sockaddr_in at(int port) {
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        at.sin_port = htons(static_cast<std::uint16_t>(port));
        return at;
    }
    static int free_port() {
        const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        auto any = at(0);
        socklen_t length = sizeof any;
        REQUIRE(bind(fd, reinterpret_cast<sockaddr*>(&any), length) == 0);
        REQUIRE(getsockname(fd, reinterpret_cast<sockaddr*>(&any), &length) == 0);
        close(fd);
        return ntohs(any.sin_port);
    }
    bool answers() const {
        const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const auto to = at(m_port);
        const bool is = connect(fd, reinterpret_cast<const sockaddr*>(&to), sizeof to) == 0;
        close(fd);
        return is;
    }

    Scratch m_scratch;
    int m_port;
    std::unique_ptr<Child> m_process;
};

}  // namespace kiosk::desk
