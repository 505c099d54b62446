// SPDX-License-Identifier: Apache-2.0
// The front desk: its call book, and who looks at it. The service tells it what kiosks say; the page shows it to people
// and tells it what they do. Safe from many threads.
#pragma once

#include "base/instant.hpp"
#include "desk/call_book.hpp"
#include "desk/drill_book.hpp"
#include "desk/health.hpp"
#include "desk/usage.hpp"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>

namespace kiosk::desk {

/// One line about a kiosk for staff.
struct Fact {
    std::string name, value;
    bool is_trouble = false;  ///< somebody should see to it
    bool operator==(const Fact&) const = default;
};

/// What every page at every desk shows.
struct Board {
    std::vector<Call> calls;  ///< open ones, then those closed in the last hour; each by time
    std::vector<Fact> facts;
    std::vector<Drill> drills;  ///< the newest first
    std::vector<std::string> people;
    Usage usage;
    std::string trouble;  ///< why calls cannot be read or written, or do not come; usually empty
    std::int64_t revision = 0;
    WallTime now;  ///< the page counts waiting times by the desk's clock, not by its own
};

class Desk {
public:
    /// A page that was heard no longer ago than this shows calls to a person; the two ends of the line tell within 30
    /// s.
    static constexpr Duration heard_within{15'000};

    using Clock = std::function<WallTime()>;
    using Ticks = std::function<Instant()>;
    Desk(CallBook, Clock, Ticks);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    WallTime now() const { return m_clock(); }
    Instant ticks() const { return m_ticks(); }
    /// A name of the list of those who answer.
    bool knows(const std::string& person);
    /// Something is written in the book.
    Result<Done> write(const std::function<Result<Done>(CallBook&, WallTime)>&);
    Result<std::vector<Call>> changed_after(std::int64_t revision);
    /// Open ones, and those closed since; oldest first.
    Result<std::vector<Call>> calls(WallTime closed_since);
    void show_drills(std::vector<Drill>);
    /// `alarm`: what somebody must see to at once; usually empty.
    void show(std::vector<Fact>, std::string alarm);
    /// For metrics.
    void tell(Health);
    Health health();

    /// How much the kiosk is used.
    void show(const Usage&);

    /// A page has calls before a person's eyes or ears now.
    void hear(const std::string& page);
    bool is_watched();

    Board board();
    /// Waits until the board is another than that of this revision, the time is over, or stop() or its own is asked.
    std::int64_t wait(std::int64_t revision, Duration, const std::stop_token& = {});
    /// Nobody waits any more.
    void stop();

    /// Readable after a page did something; quiet() takes it.
    int descriptor() const { return m_event; }
    void quiet() const;

private:
    void changed();

    CallBook m_book;
    Clock m_clock;
    Ticks m_ticks;
    std::mutex m_mutex;
    std::condition_variable_any m_change;
    std::vector<Fact> m_facts;
    std::vector<Drill> m_drills;
    Health m_health;
    Usage m_usage;
    std::map<std::string, Instant> m_heard;
    std::string m_trouble, m_alarm;
    std::int64_t m_revision = 1;  ///< of the board; not the book's
    bool m_stopped = false;
    int m_event;
};

}  // namespace kiosk::desk
