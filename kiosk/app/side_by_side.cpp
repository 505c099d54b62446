// SPDX-License-Identifier: Apache-2.0
#include "app/side_by_side.hpp"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <thread>
#include <utility>

namespace kiosk::app {

namespace {

constexpr int between_looks = 100;  // ms
constexpr std::size_t most_helpers = 8;

struct Head {
    std::size_t piece, size;
};

bool write_all(int to, const char* data, std::size_t size) {
    while (size > 0) {
        const auto written = write(to, data, size);
        if (written < 0 && errno != EINTR) return false;
        if (written > 0) data += written, size -= static_cast<std::size_t>(written);
    }
    return true;
}

[[noreturn]] void help(int to, std::size_t first, std::size_t step, std::size_t pieces, const Work& work) noexcept {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGPIPE}) std::signal(signal, SIG_DFL);
    try {
        for (auto piece = first; piece < pieces; piece += step) {
            const auto text = work(piece);
            const Head head{piece, text.size()};
            if (!write_all(to, reinterpret_cast<const char*>(&head), sizeof head) ||
                !write_all(to, text.data(), text.size()))
                break;
        }
    } catch (...) {  // the same happens where the piece is done again, and is told there
    }
    _exit(0);
}

/// One process beside this one; it ends with this object.
class Helper {
public:
    Helper(std::size_t first, std::size_t step, std::size_t pieces, const Work& work) {
        std::array<int, 2> ends{};
        if (pipe(ends.data()) != 0) return;
        m_pid = fork();
        if (m_pid == 0) {
            close(ends[0]);
            help(ends[1], first, step, pieces, work);
        }
        close(ends[1]);
        m_from = ends[0];
    }
    Helper(Helper&& other) noexcept
        : m_pid(std::exchange(other.m_pid, -1)),
          m_from(std::exchange(other.m_from, -1)),
          m_read(std::move(other.m_read)) {}
    Helper& operator=(Helper&&) = delete;
    ~Helper() {
        if (m_from >= 0) close(m_from);
        if (m_pid <= 0) return;
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }

    int from() const { return m_from; }

    void read_on(std::vector<std::optional<std::string>>& done) {
        std::array<char, 65536> some{};
        const auto size = read(m_from, some.data(), some.size());
        if (size < 0 && errno == EINTR) return;
        if (size <= 0) {
            close(std::exchange(m_from, -1));
            return;
        }
        m_read.append(some.data(), static_cast<std::size_t>(size));
        for (Head head{}; m_read.size() >= sizeof head; m_read.erase(0, sizeof head + head.size)) {
            std::memcpy(&head, m_read.data(), sizeof head);
            if (m_read.size() - sizeof head < head.size) return;
            done.at(head.piece) = m_read.substr(sizeof head, head.size);
        }
    }

private:
    pid_t m_pid = -1;
    int m_from = -1;
    std::string m_read;
};

}  // namespace

std::vector<std::string> side_by_side(std::size_t pieces, const Work& work, const GoOn& go_on) {
    std::vector<std::optional<std::string>> done(pieces);
    {
        const auto count =
            std::min({std::size_t{std::max(1U, std::thread::hardware_concurrency())}, most_helpers, pieces});
        std::vector<Helper> helpers;
        for (std::size_t i = 0; i < count; ++i) helpers.emplace_back(i, count, pieces, work);
        while (go_on() && std::any_of(helpers.begin(), helpers.end(), [](const Helper& h) { return h.from() >= 0; })) {
            std::vector<pollfd> on;
            for (const auto& helper : helpers) on.push_back({helper.from(), POLLIN, 0});
            poll(on.data(), on.size(), between_looks);
            for (std::size_t i = 0; i < on.size(); ++i)
                if (on[i].revents != 0) helpers[i].read_on(done);
        }
    }
    std::vector<std::string> all(pieces);
    for (std::size_t i = 0; i < pieces; ++i) {
        if (done[i])
            all[i] = std::move(*done[i]);
        else if (go_on())
            all[i] = work(i);
    }
    return all;
}

}  // namespace kiosk::app
