// SPDX-License-Identifier: Apache-2.0
#include "log/log.hpp"

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <type_traits>

using namespace kiosk::log;

namespace {

template <class T, class... Before>
concept TakesTextAfter = requires(const char* c, std::string s, Before... b) {
    T{b..., c};
}
|| requires(std::string s, Before... b) {
    T{b..., s};
};

template <class T>
constexpr bool takes_text = TakesTextAfter<T> || TakesTextAfter<T, int> || TakesTextAfter<T, Process> ||
                            TakesTextAfter<T, Outcome> || TakesTextAfter<T, Code> || TakesTextAfter<T, Code, int> ||
                            TakesTextAfter<T, Process, int> || TakesTextAfter<T, Outcome, int> ||
                            TakesTextAfter<T, std::uint64_t, int> || TakesTextAfter<T, std::uint64_t, int, int>;

template <class... Facts>
constexpr bool can_hold_text(const std::variant<Facts...>*) {
    return (... || (takes_text<Facts> || !std::is_trivially_copyable_v<Facts>));
}

struct WithWords {
    int pages;
    std::string words;
};
struct WithPointer {
    Process process;
    const char* words;
};

std::string read(const std::string& path) {
    std::ifstream in(path);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// What a child process that writes this fact leaves on its stderr.
std::string on_stderr(const Fact& fact) {
    std::array<int, 2> pipe_ends{};
    REQUIRE(pipe(pipe_ends.data()) == 0);
    const pid_t child = fork();
    if (child == 0) {
        dup2(pipe_ends[1], STDERR_FILENO);
        unsetenv("JOURNAL_STREAM");
        write(fact);
        _exit(0);
    }
    close(pipe_ends[1]);
    std::string text;
    std::array<char, 256> bytes{};
    for (ssize_t n; (n = ::read(pipe_ends[0], bytes.data(), bytes.size())) > 0;)
        text.append(bytes.data(), static_cast<std::size_t>(n));
    close(pipe_ends[0]);
    waitpid(child, nullptr, 0);
    return text;
}

}  // namespace

TEST_CASE("no fact can hold text") {
    static_assert(!can_hold_text(static_cast<const Fact*>(nullptr)));
    // The check itself can fail:
    static_assert(can_hold_text(static_cast<const std::variant<fact::CallRaised, WithWords>*>(nullptr)));
    static_assert(can_hold_text(static_cast<const std::variant<fact::CallRaised, WithPointer>*>(nullptr)));
}

TEST_CASE("the header lets no text in: strings only come out of it") {
    std::istringstream header(read(KIOSK_SOURCE "/kiosk/log/log.hpp"));
    int lines = 0, out = 0;
    for (std::string text; std::getline(header, text); ++lines) {
        if (text.rfind("//", 0) == 0 || text.rfind("#include", 0) == 0) continue;
        for (const char* word : {"string", "char", "span", "vector", "auto", "template"}) {
            if (text.find(word) == std::string::npos) continue;
            ++out;
            CHECK(text == "std::string line(const Fact&);");
        }
    }
    CHECK(lines > 20);
    CHECK(out == 1);
}

TEST_CASE("each fact is one line") {
    struct Row {
        Fact fact;
        const char* line;
    };
    const Row rows[] = {
        {fact::Started{Process::screen}, "screen started"},
        {fact::Stopped{Process::service, 0}, "service stopped"},
        {fact::Stopped{Process::service, 15}, "service stopped by signal 15"},
        {fact::ContentLoaded{0x0123456789abcdef, 0, 2}, "content 0123456789abcdef loaded, errors: 0, warnings: 2"},
        {fact::PrinterIs{Condition::needs_paper}, "printer: needs paper"},
        {fact::PrinterIs{Condition::wrong_certificate}, "printer: shows another certificate than the pinned one"},
        {fact::SheetPrinted{Outcome::printed, 2}, "sheet: printed, pages: 2"},
        {fact::SheetPrinted{Outcome::unknown, 3}, "sheet: outcome unknown, pages: 3"},
        {fact::CallRaised{}, "call raised"},
        {fact::CallClosed{}, "call closed"},
        {fact::Failed{Code::mailbox_unusable, 0}, "failed: the mailbox cannot be used"},
        {fact::Failed{Code::service_lost, 2}, "failed: the service is gone (error 2)"},
        {fact::ServiceAgain{8}, "service starts again in 8 s"},
        {fact::Bug{Where::screen}, "bug in the screen: stopping"},
    };
    for (const Row& row : rows) CHECK(line(row.fact) == row.line);
}

TEST_CASE("every name is written out, none is left a question mark") {
    for (int i = 0; i <= static_cast<int>(Condition::not_pinned); ++i)
        CHECK(line(fact::PrinterIs{static_cast<Condition>(i)}) != "printer: ?");
    for (int i = 0; i <= static_cast<int>(Code::usage_not_counted); ++i)
        CHECK(line(fact::Failed{static_cast<Code>(i), 0}) != "failed: ?");
    for (int i = 0; i <= static_cast<int>(Outcome::unknown); ++i)
        CHECK(line(fact::SheetPrinted{static_cast<Outcome>(i), 1}) != "sheet: ?, pages: 1");
}

TEST_CASE("facts go to stderr, one line each") {
    CHECK(on_stderr(fact::Started{Process::service}) == "kiosk: service started\n");
    CHECK(on_stderr(fact::Bug{Where::command}) == "kiosk: bug in the command: stopping\n");
}
