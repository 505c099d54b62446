// SPDX-License-Identifier: Apache-2.0
// 1,500 calls raised by a screen that is killed again and again, and whether a desk's book has each of them once.
#pragma once

#include "app/call_service.hpp"
#include "app/clock.hpp"
#include "desk/call_book.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <random>
#include <set>

#include <sys/mman.h>

namespace kiosk::app {

inline constexpr const char* payload = R"({"level":2,"reasons":["Chest pain now"],"language":"","at":0})";

inline desk::WallTime wall() {
    return {static_cast<std::int64_t>(wall_milliseconds())};
}

/// What the patients were told is written down: seen by parent and children, and not rolled back by a kill.
class RaisedCalls {
public:
    static constexpr int all = 1'500;

    ~RaisedCalls() { munmap(m_shared, sizeof(Shared)); }
    int count() const { return m_shared->count; }

    void raise_until_killed(const Scratch& scratch, int most = all) {
        auto screen = mailbox::Screen::open(scratch.folder);
        while (screen && count() < most) {
            const auto ticket = screen->next_ticket();
            if (!screen->put({{ticket, mailbox::Kind::call, 1}, payload}) || !screen->forget(ticket)) _exit(1);
            m_shared->tickets[m_shared->count] = ticket;
            ++m_shared->count;
        }
    }
    void check(const std::filesystem::path& file) const {
        auto book = desk::CallBook::open(file);
        REQUIRE(book);
        const auto found = book->calls({0});
        REQUIRE(found);
        std::set<std::uint64_t> tickets;
        for (const auto& call : *found)
            CHECK_MESSAGE(tickets.insert(call.id.ticket).second, call.id.ticket << " twice");
        for (int i = 0; i < count(); ++i) CHECK(tickets.contains(m_shared->tickets[i]));
        CHECK(tickets.size() >= static_cast<std::size_t>(all));
    }

private:
    struct Shared {
        std::atomic<int> count;
        std::uint64_t tickets[all + 1];
    };
    Shared* m_shared =
        static_cast<Shared*>(mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0));
};

/// As `kiosk serve` does, until it is killed.
[[noreturn]] inline void serve_calls(mailbox::Service& mailbox, std::unique_ptr<desk::Line> line) {
    CallService service(mailbox, std::move(line), "there");
    const auto left = mailbox.unfinished();
    if (!left) _exit(1);
    for (const auto& one : *left) service.take(one.request);
    for (;;) {
        for (auto next = mailbox.take(); next && *next; next = mailbox.take()) service.take(**next);
        service.turn(now());
        usleep(500);
    }
}

inline void rest(std::mt19937& dice) {
    usleep(static_cast<useconds_t>(std::uniform_int_distribution<int>(0, 120'000)(dice)));
}

inline void wait_until_told(const Scratch& scratch) {
    for (int i = 0; i < 60'000 && mailbox::look(scratch.folder)->waiting > 0; ++i) usleep(1'000);
    CHECK(mailbox::look(scratch.folder)->waiting == 0);
}

}  // namespace kiosk::app
