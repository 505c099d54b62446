// SPDX-License-Identifier: Apache-2.0
// The second channel: tells a paging system of calls that nobody sees or answers in time, and of their end. It reads
// the desk's book and sends by a thread of its own, so however slow the receiver is, no call is held up. What is owed
// is tried until it is delivered, no longer holds, or is an hour past the end of its call.
#pragma once

#include "desk/desk.hpp"
#include "desk/notice_book.hpp"
#include "desk/webhook.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace kiosk::desk {

class Pager {
public:
    /// Between two tries of one notice: a second at first, then twice as long each time up to this.
    static constexpr Duration longest_wait{30'000};

    /// Since it was opened.
    struct State {
        std::int64_t delivered = 0, failed = 0;    ///< notices; tries
        WallTime delivered_at{}, failing_since{};  ///< 0: never; not now
        std::string why;                           ///< it fails
        bool operator==(const State&) const = default;
    };

    /// Failure: the file of what was sent cannot be used. The desk must outlive it.
    static Result<std::unique_ptr<Pager>> open(Desk&, const AnswerTimes&, Receiver, const std::filesystem::path& file);
    /// What is being sent is given up within a second; a pager that is opened again goes on with it.
    ~Pager() = default;
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;

    State state() const;
    /// The clinic has changed its times.
    void count_by(const AnswerTimes&);

private:
    struct Seen {
        Stage stage;
        WallTime again_at;
        Instant since;
    };
    struct Tries {
        int count = 0;
        Instant next;
    };
    struct Ready {
        Notice notice;
        Call call;
    };

    Pager(Desk&, const AnswerTimes&, Receiver, NoticeBook, Sendings);
    void run(const std::stop_token&);
    std::vector<Standing> standings(const std::vector<Call>&, Instant now, WallTime wall);
    void forget_all_but(const std::vector<Call>&);
    std::optional<Ready> next();
    void send(const Ready&, const std::stop_token&);
    void remember(const Notice&, Sent);
    void count(const Result<std::monostate>& sent);

    AnswerTimes times() const;

    Desk& m_desk;
    Receiver m_receiver;
    NoticeBook m_book;
    Sendings m_sendings;  ///< counts where the book cannot be written
    std::map<CallId, Seen> m_seen;
    std::map<Notice, Tries> m_tries;
    mutable std::mutex m_mutex;  ///< of what follows
    AnswerTimes m_times;
    State m_state;
    std::jthread m_thread;  ///< the last: it uses the others
};

}  // namespace kiosk::desk
