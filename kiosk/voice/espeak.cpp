// SPDX-License-Identifier: Apache-2.0
#include "base/language.hpp"
#include "voice/engine.hpp"
#include "voice/wave.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <optional>
#include <utility>

extern char** environ;  // NOLINT: POSIX names it so

namespace kiosk::voice {

namespace {

constexpr std::chrono::seconds longest{5};  // for a sentence: then it hangs

class Descriptor {
public:
    explicit Descriptor(int is = -1) : m_is(is) {}
    ~Descriptor() { end(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int get() const { return m_is; }
    void end() {
        if (m_is >= 0) close(std::exchange(m_is, -1));
    }

private:
    int m_is;
};

/// A file in memory that holds the words, ready to be read.
int words_in_memory(const std::string& words) {
    const int file = memfd_create("words", MFD_CLOEXEC);
    if (file < 0) return file;
    for (std::size_t put = 0; put < words.size();) {
        const auto now = write(file, words.data() + put, words.size() - put);
        if (now <= 0) break;
        put += static_cast<std::size_t>(now);
    }
    lseek(file, 0, SEEK_SET);
    return file;
}

/// All that comes until the other end closes; false where that takes too long.
bool read_to_end(int from, std::string& to) {
    using std::chrono::steady_clock, std::chrono::milliseconds;
    const auto end = steady_clock::now() + longest;
    std::array<char, 65536> buffer{};
    for (;;) {
        pollfd on{from, POLLIN, 0};
        const auto left = std::chrono::duration_cast<milliseconds>(end - steady_clock::now()).count();
        const int ready = poll(&on, 1, static_cast<int>(std::max<std::int64_t>(left, 0)));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        const auto got = read(from, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return got == 0;
        to.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

int ended_with(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Words a minute.
const char* pace(Speed speed) {
    switch (speed) {
        case Speed::slow:
            return "115";
        case Speed::fast:
            return "215";
        case Speed::normal:
            break;
    }
    return "155";
}

class Espeak : public Engine {
public:
    explicit Espeak(std::string program) : m_program(std::move(program)) {}

    Result<Sound> speak(const Utterance& utterance) override {
        std::string wave;
        if (const auto failure = run(utterance, wave)) return *failure;
        auto sound = read_wave(wave);
        if (!sound) return Failure{"espeak-ng gave no sound. Check what `espeak-ng --version` says."};
        return std::move(*sound);
    }

private:
    std::optional<Failure> run(const Utterance& utterance, std::string& wave) const {
        const Descriptor words(words_in_memory(utterance.text));
        std::array<int, 2> ends{-1, -1};
        if (words.get() < 0 || pipe2(ends.data(), O_CLOEXEC) != 0)
            return Failure{"No pipe could be made to espeak-ng. Close other programs."};
        const Descriptor out(ends[0]);
        Descriptor into(ends[1]);
        const pid_t child = start(utterance, words.get(), into.get());
        if (child <= 0) return missing();
        into.end();
        const bool whole = read_to_end(out.get(), wave);
        if (!whole) kill(child, SIGKILL);
        const int status = ended_with(child);
        if (!whole) return Failure{"espeak-ng fell silent in the middle of a sentence."};
        if (status == 127) return missing();
        if (status != 0) return Failure{"espeak-ng does not speak the language \"" + utterance.language + "\"."};
        return {};
    }

    pid_t start(const Utterance& utterance, int words, int into) const {
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, words, STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, into, STDOUT_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        std::array<std::string, 9> said{
            m_program, "--stdout",           "--stdin", "-b", "1", "-v", espeak_voice(utterance.language),
            "-s",      pace(utterance.speed)};
        std::array<char*, said.size() + 1> arguments{};
        for (std::size_t i = 0; i < said.size(); ++i) arguments[i] = said[i].data();
        pid_t child = -1;
        const int error = posix_spawnp(&child, m_program.c_str(), &actions, nullptr, arguments.data(), environ);
        posix_spawn_file_actions_destroy(&actions);
        return error == 0 ? child : -1;
    }

    static Failure missing() {
        return {"What is on the screen is read aloud by espeak-ng, and it is not here. Install the package espeak-ng."};
    }

    std::string m_program;
};

}  // namespace

std::string espeak_voice(const std::string& language) {
    const auto tag = primary_tag(language);
    if (tag == "en") return "en-us";
    if (tag == "zh") return "cmn-latn-pinyin";  // https://github.com/espeak-ng/espeak-ng/issues/1236
    return tag;
}

std::unique_ptr<Engine> espeak_ng(std::string program) {
    return std::make_unique<Espeak>(std::move(program));
}

}  // namespace kiosk::voice
