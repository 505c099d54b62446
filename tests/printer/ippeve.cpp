// SPDX-License-Identifier: Apache-2.0
#include "printer/ippeve.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace fake {

namespace {

namespace fs = std::filesystem;

constexpr int nobody = 65534;
constexpr const char* program = "/usr/sbin/ippeveprinter";

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connected(int port) {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    if (connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return fd;
    close(fd);
    return -1;
}

void write_file(const fs::path& path, const std::string& text) {
    std::ofstream(path) << text;
}

std::string quoted(const fs::path& path) {
    return "'" + path.string() + "'";
}

}  // namespace

int free_port() {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    const bool ok = bind(fd, generic, size) == 0 && getsockname(fd, generic, &size) == 0;
    close(fd);
    if (!ok) throw std::runtime_error("no free port");
    return ntohs(address.sin_port);
}

std::string Ippeve::missing() {
    if (access(program, X_OK) != 0) return "ippeveprinter (package cups-ipp-utils)";
    if (access("/usr/bin/dbus-run-session", X_OK) != 0) return "dbus-run-session (package dbus)";
    if (getuid() == 0 && access("/usr/bin/setpriv", X_OK) != 0) return "setpriv (package util-linux)";
    return {};
}

Ippeve::Ippeve(const std::string& command, const std::string& formats) : m_port(free_port()) {
    std::string name = (fs::temp_directory_path() / "kiosk-ippeve-XXXXXX").string();
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary folder");
    m_folder = name;
    for (const char* inner : {"out", "keys", "spool", "home"}) fs::create_directory(m_folder / inner);
    const fs::path script = m_folder / "print.sh";
    write_file(script, "#!/bin/sh\nOUT=" + quoted(out()) + "\n" + command + "\n");
    chmod(script.c_str(), 0755);
    if (getuid() == 0) {
        for (const auto& entry : fs::recursive_directory_iterator(m_folder))
            if (chown(entry.path().c_str(), nobody, nobody) != 0) throw std::runtime_error("chown");
        if (chown(m_folder.c_str(), nobody, nobody) != 0) throw std::runtime_error("chown");
    }
    start(formats);
    wait_until_ready();
}

void Ippeve::start(const std::string& formats) {
    const std::string shell = "DBUS_SYSTEM_BUS_ADDRESS=$DBUS_SESSION_BUS_ADDRESS HOME=" + quoted(m_folder / "home") +
                              " exec " + program + " -r off -n localhost -p " + std::to_string(m_port) + " -d " +
                              quoted(m_folder / "spool") + " -k -2 -s 30 -f " + formats + " -K " + quoted(keys()) +
                              " -c " + quoted(m_folder / "print.sh") + " 'Kiosk Test'";
    std::vector<std::string> words{"/usr/bin/dbus-run-session", "--", "/bin/sh", "-c", shell};
    if (getuid() == 0)
        words.insert(words.begin(), {"/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"});
    m_pid = fork();
    if (m_pid != 0) return;
    setsid();  // a group of its own: it is killed as one
    const int log = open((m_folder / "log").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    dup2(log, STDOUT_FILENO);
    dup2(log, STDERR_FILENO);
    if (chdir("/") != 0) _exit(127);
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execv(arguments[0], arguments.data());
    _exit(127);
}

void Ippeve::wait_until_ready() const {
    for (int i = 0; i < 1'000; ++i) {
        const int fd = connected(m_port);
        if (fd >= 0) {
            close(fd);
            return;
        }
        usleep(10'000);
    }
    throw std::runtime_error("ippeveprinter was not ready within 10 s: see " + (m_folder / "log").string());
}

Ippeve::~Ippeve() {
    if (m_pid > 0) {
        kill(-m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

std::string Ippeve::uri(const std::string& scheme) const {
    return scheme + "://localhost:" + std::to_string(m_port) + "/ipp/print";
}

void Ippeve::web(const std::string& form) const {
    const int fd = connected(m_port);
    if (fd < 0) throw std::runtime_error("ippeveprinter's web page is not there");
    const std::string request = "GET " + form + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    bool ok = send(fd, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size());
    std::array<char, 4'096> page{};
    pollfd one{fd, POLLIN, 0};
    ok = ok && poll(&one, 1, 5'000) == 1 && recv(fd, page.data(), page.size(), 0) > 0;
    close(fd);
    if (!ok) throw std::runtime_error("ippeveprinter's web page does not answer");
}

void Ippeve::paper(int sheets) const {
    // Every tray has to be named: a loaded one at 0 is empty.
    web("/media?size1=na_letter_8.5x11in&type1=stationery&level1=" + std::to_string(sheets) +
        "&size3=na_number-10_4.125x9.5in&type3=envelope&level3=25");
}

}  // namespace fake
