// SPDX-License-Identifier: Apache-2.0
// What the network says to the front desk. The first letter of an input says what the rest is: s, what another kiosk
// says; h, what a desk answers to this one; d, what a person did at the page; anything else, bytes to the port of the
// real desk page, where TOKEN and KEY stand for those that are valid.
#include "desk/board_text.hpp"
#include "desk/front_page.hpp"
#include "fuzz/fuzz.hpp"

#include <arpa/inet.h>
#include <httplib.h>
#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <string_view>

using namespace kiosk;
using namespace kiosk::desk;
using fuzz::promise;

namespace {

constexpr const char* room = "Waiting room 2";

/// What a promise needs must be there.
template <class Value>
Value value(Result<Value> result) {
    promise(static_cast<bool>(result), result ? "" : result.failure().sentence);
    return std::move(*result);
}

/// In memory where there is room: the books flush each commit.
struct Folder {
    std::filesystem::path path;

    Folder() {
        const bool memory = access("/dev/shm", W_OK | X_OK) == 0;
        std::string name =
            (memory ? std::filesystem::path("/dev/shm") : std::filesystem::temp_directory_path()) / "kiosk-fuzz-XXXXXX";
        promise(mkdtemp(name.data()) != nullptr, "a folder");
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
};

struct Front {
    Folder folder;
    std::int64_t time = 1'800'000'000'000;
    Desk desk{value(CallBook::open(folder.path / "calls.sqlite")), [this] { return WallTime{time}; },
              [this] { return Instant{time}; }};
    KioskKeys keys = value(KioskKeys::open(folder.path / "keys.sqlite"));
    std::string key = value(keys.make(room));
    std::unique_ptr<FrontPage> page =
        value(FrontPage::open(desk, {"127.0.0.1", 0}, {.words = {{"title", "Calls"}}}, std::nullopt, &keys));
    std::string host = "127.0.0.1:" + std::to_string(page->listens().port), token;

    Front() {
        const auto start = httplib::Client("127.0.0.1", page->listens().port).Get("/start");
        promise(start && start->status == 200, "the page begins");
        const auto at = start->body.find("\"token\":\"");
        token = start->body.substr(at + 9, 64);
        value(desk.write([](CallBook& book, WallTime) { return book.add_person("Nurse Lee"); }));
    }
    std::string exchange_bytes(const std::string& bytes) const;
};

/// Another address each time, or the ports of one would run out.
int connect_from_anywhere(int port) {
    static std::uint32_t last = 0;
    const int client = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in from{}, to{};
    from.sin_family = to.sin_family = AF_INET;
    from.sin_addr.s_addr = htonl(INADDR_LOOPBACK + 256 + ++last % 1'000'000);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    to.sin_port = htons(static_cast<std::uint16_t>(port));
    bind(client, reinterpret_cast<sockaddr*>(&from), sizeof from);
    const timeval patience{30, 0};
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    promise(connect(client, reinterpret_cast<sockaddr*>(&to), sizeof to) == 0, "the desk page takes a connection");
    return client;
}

/// All that is answered until the desk closes; of a stream, its beginning.
std::string Front::exchange_bytes(const std::string& bytes) const {
    const int client = connect_from_anywhere(page->listens().port);
    send(client, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    shutdown(client, SHUT_WR);
    std::string answer;
    std::array<char, 16'384> part{};
    ssize_t got = 0;
    while (answer.find("text/event-stream") == std::string::npos &&
           (got = recv(client, part.data(), part.size(), 0)) > 0)
        answer.append(part.data(), static_cast<std::size_t>(got));
    const bool is_late = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK);
    close(client);
    promise(!is_late, "an answer or an end, in time");
    return answer;
}

Front& front() {
    static Front front;
    return front;
}

void replace_all(std::string& text, std::string_view from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

void hold_said(const std::string& text) {
    const auto said = read_said(text);
    if (!said) return;
    promise(said->tellings.size() <= most_tellings, "no more tellings than a kiosk says");
    promise(read_said(write_said(*said)).has_value(), "what is said can be said again");
    const auto heard = value(exchange(front().desk, room, *said));
    promise(read_heard(write_heard(heard)) == heard, "what the desk answers is heard");
    // The page shows all of it.
    promise(!write_board(front().desk.board()).empty() && !write_kiosks(front().desk.kiosks()).empty(), "a board");
}

void hold_heard(const std::string& text) {
    const auto heard = read_heard(text);
    promise(!heard || read_heard(write_heard(*heard)) == heard, "what is heard is written as it was read");
}

void hold_deed(const std::string& text) {
    const auto deed = read_deed(text);
    if (deed) value(carry_out(front().desk, *deed));
}

void hold_request(std::string bytes) {
    replace_all(bytes, "HOST", front().host);
    replace_all(bytes, "TOKEN", front().token);
    replace_all(bytes, "KEY", front().key);
    const auto answer = front().exchange_bytes(bytes);
    promise(answer.empty() || answer.starts_with("HTTP/1.1 "), "HTTP, or nothing");
    promise(!answer.starts_with("HTTP/1.1 500"), "no bug inside");
    promise(front().page->is_open(), "the page stays open");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (text.starts_with("s")) return hold_said(text.substr(1)), 0;
    if (text.starts_with("h")) return hold_heard(text.substr(1)), 0;
    if (text.starts_with("d")) return hold_deed(text.substr(1)), 0;
    hold_request(text);
    return 0;
}
