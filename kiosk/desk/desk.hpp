// SPDX-License-Identifier: Apache-2.0
// The front desk: its call book, its kiosks, and who looks at it. It is told what kiosks say; the page shows it to
// people and tells it what they do. Safe from many threads.
#pragma once

#include "base/instant.hpp"
#include "desk/call_book.hpp"
#include "desk/exchange.hpp"
#include "desk/health.hpp"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <stop_token>

namespace kiosk::desk {

/// What every page at every desk shows.
struct Board {
    std::vector<Call> calls;  ///< open ones, then those closed in the last hour; each by time
    /// What somebody must see to at once at a kiosk; empty text: it is silent.
    struct Alarm {
        std::string kiosk, text;
    };
    std::vector<Alarm> alarms;
    std::vector<std::string> people;
    std::string trouble;  ///< why calls cannot be read or written; usually empty
    std::int64_t revision = 0;
    WallTime now;  ///< the page counts waiting times by the desk's clock, not by its own
};

/// How one kiosk of this desk is.
struct Kiosk {
    std::string name;
    About about;
    bool is_silent = false;         ///< nothing is heard of it
    std::optional<Call> last_test;  ///< of the last days
};

/// How the kiosks are; apart from the board, for there may be thousands, and a call must not wait for them.
struct Kiosks {
    std::vector<Kiosk> all;   ///< by name
    std::vector<Fact> facts;  ///< of the desk itself
    std::int64_t revision = 0;
};

/// Local time.
WallTime midnight_before(WallTime);

class Desk {
public:
    /// A page that was heard no longer ago than this shows calls to a person; the two ends of the line tell within 30
    /// s.
    static constexpr Duration heard_within{15'000};
    /// A kiosk that was not heard for longer is silent; look() finds it.
    static constexpr Duration silent_after{20'000};

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
    /// Open ones of the kiosk of this call, without this one.
    Result<int> open_calls_but(const CallId&);
    /// Of the desk itself.
    void show(std::vector<Fact>);
    /// For metrics; nothing: there is no second channel.
    void tell(std::optional<Paging>);
    std::optional<Paging> paging();

    /// These are its kiosks, heard or not; any other is forgotten. A name that is heard is one of them, too.
    void expect(const std::set<std::string>& names);
    void hear_kiosk(const std::string& name, const About&);
    /// Its line was seen to end; it is silent at once.
    void lose_kiosk(const std::string& name);
    /// Now and then: which kiosks have fallen silent.
    void look();
    bool knows_kiosk(const std::string& name);
    /// Known, and not silent.
    bool hears_kiosk(const std::string& name);
    Kiosks kiosks();
    /// As it last said; nothing: it is no kiosk of this desk.
    std::optional<About> about(const std::string& kiosk);
    /// It hears of it for a minute, or until it has begun. False: it is silent, or has no printer.
    bool ask_for_test_page(const std::string& kiosk);
    std::int64_t kiosks_revision();
    /// What a kiosk hears.
    Result<Heard> heard_by(const std::string& kiosk);

    /// A page has calls before a person's eyes or ears now.
    void hear(const std::string& page);
    bool is_watched();

    Board board();
    /// Waits until the board is another than that of this revision, the time is over, or a stop is asked.
    std::int64_t wait(std::int64_t revision, Duration, const std::stop_token&);

    /// Readable after a page did something; quiet() takes it.
    int descriptor() const { return m_event; }
    void quiet() const;

private:
    void changed();
    void kiosks_changed();

    struct Known {
        About about;
        Instant heard_at;
        bool is_silent = false;
        std::int64_t test_page = 0;  ///< the last one that was asked for
        Instant test_page_at{};
    };
    bool is_watched_now() const;

    CallBook m_book;
    Clock m_clock;
    Ticks m_ticks;
    std::mutex m_mutex;
    std::condition_variable_any m_change;
    std::vector<Fact> m_facts;
    std::optional<Paging> m_paging;
    std::map<std::string, Instant> m_heard;  ///< pages
    std::map<std::string, Known> m_kiosks;
    std::string m_trouble;
    std::int64_t m_revision = 1, m_kiosks_revision = 1;  ///< of the board and of the kiosks; not the book's
    int m_event;
};

}  // namespace kiosk::desk
