// SPDX-License-Identifier: Apache-2.0
// Processes that a test starts, and ends by pid; and waiting for a thing to become true, bounded.
#pragma once

#include "base/instant.hpp"

#include <sys/types.h>

#include <csignal>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace kiosk::test {

class Child {
public:
    /// Output goes to `log`. Throws where it cannot be started.
    Child(std::vector<std::string> arguments, const std::string& log,
          std::map<std::string, std::string> environment = {});
    ~Child();  ///< SIGTERM, then SIGKILL after a while
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    pid_t pid() const { return m_pid; }
    void kill(int signal) const;
    /// True once it has ended by itself within the limit.
    bool ended(Duration limit);
    /// After ended(): its exit code, or 128 + signal.
    int code() const { return m_code; }

private:
    pid_t m_pid = 0;
    bool m_over = false;
    int m_code = -1;
};

/// Asks until it is true or the limit is over; looks often, sleeps a little between.
bool until(Duration limit, const std::function<bool()>& is_true);

/// A folder of its own under the build's temporary folder, gone at the end.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::string& path() const { return m_path; }
    std::string operator/(const std::string& name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

std::string read_file(const std::string& path);
/// What a command printed; both outputs.
std::string output_of(const std::string& command);
/// Every byte of every file below a folder; copies of the content apart.
std::string all_bytes(const std::string& folder);

/// A virtual display of a size; sets DISPLAY for this process and its children. When its last client has gone it stays
/// as it is, or does what the X server's option says.
class VirtualDisplay {
public:
    VirtualDisplay(int width, int height, const std::string& log, const std::string& without_clients = "-noreset");
    const std::string& name() const { return m_name; }
    /// The X server dies under its clients.
    void kill() { m_server->kill(SIGKILL); }

private:
    std::unique_ptr<Child> m_server;
    std::string m_name;
};

}  // namespace kiosk::test
