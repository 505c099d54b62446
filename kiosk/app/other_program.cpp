// SPDX-License-Identifier: Apache-2.0
#include "app/other_program.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

extern char** environ;  // NOLINT: POSIX names it so

namespace kiosk::app {

namespace {

class Pipe {
public:
    Pipe() {
        if (pipe2(m_ends.data(), O_CLOEXEC) != 0) m_ends = {-1, -1};
    }
    ~Pipe() {
        close_read();
        close_write();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    int read_end() const { return m_ends[0]; }
    int write_end() const { return m_ends[1]; }
    void close_read() { end(m_ends[0]); }
    void close_write() { end(m_ends[1]); }

private:
    static void end(int& descriptor) {
        if (descriptor >= 0) close(descriptor);
        descriptor = -1;
    }
    std::array<int, 2> m_ends{-1, -1};
};

/// Writes and reads by turns: a pipe that is full on either side must not stop both.
std::string converse(const std::string& text, Pipe& in, Pipe& out, std::size_t most) {
    fcntl(in.write_end(), F_SETFL, O_NONBLOCK);
    std::string answer;
    std::array<char, 65536> buffer{};
    for (std::size_t written = 0;;) {
        if (written == text.size()) in.close_write();
        std::array<pollfd, 2> on{pollfd{out.read_end(), POLLIN, 0}, pollfd{in.write_end(), POLLOUT, 0}};
        if (poll(on.data(), on.size(), -1) < 0 && errno != EINTR) return answer;
        if ((on[1].revents & (POLLOUT | POLLERR)) != 0) {
            const auto put = write(in.write_end(), text.data() + written, text.size() - written);
            if (put < 0 && errno != EAGAIN) written = text.size();  // it has gone; its answer says the rest
            written += static_cast<std::size_t>(std::max<ssize_t>(put, 0));
        }
        if (on[0].revents == 0) continue;
        const auto got = read(out.read_end(), buffer.data(), buffer.size());
        if (got <= 0) return answer;
        answer.append(buffer.data(), std::min(static_cast<std::size_t>(got), most - answer.size()));
        if (answer.size() == most) return answer;
    }
}

/// A child that closes its end early must not end us.
struct NoPipeSignal {
    NoPipeSignal() : before(std::signal(SIGPIPE, SIG_IGN)) {}
    ~NoPipeSignal() { std::signal(SIGPIPE, before); }
    NoPipeSignal(const NoPipeSignal&) = delete;
    NoPipeSignal& operator=(const NoPipeSignal&) = delete;
    void (*before)(int);
};

/// 0 where it could not be started.
pid_t start(std::vector<std::string>& words, const Pipe& in, const Pipe& out, Complaints complaints, int& error) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in.read_end(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out.write_end(), STDOUT_FILENO);
    if (complaints == Complaints::dropped)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    error = posix_spawnp(&child, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return error == 0 ? child : 0;
}

}  // namespace

Ran run_program(std::vector<std::string> words, const std::string& input, std::size_t most, Complaints complaints) {
    constexpr int not_found = 127;
    const NoPipeSignal quiet;
    Pipe in, out;
    if (in.read_end() < 0 || out.read_end() < 0) return {};
    int error = 0;
    const pid_t child = start(words, in, out, complaints, error);
    if (child == 0) return {error == ENOENT ? Ran::As::not_here : Ran::As::failed, {}};
    in.close_read();
    out.close_write();
    Ran ran{Ran::As::failed, converse(input, in, out, most)};
    in.close_write();
    out.close_read();
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) ran.as = Ran::As::fine;
    if (WIFEXITED(status) && WEXITSTATUS(status) == not_found) ran.as = Ran::As::not_here;
    return ran;
}

}  // namespace kiosk::app
