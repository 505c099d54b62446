// SPDX-License-Identifier: Apache-2.0
// The way of one job through an IPP printer: reach it, create, wait for proceed, send, watch, cancel. Every wait is
// bounded and the end is told once. Used by the press, on its thread. course.cpp: up to sending; course_watch.cpp:
// after.
#pragma once

#include "printer/desk.hpp"
#include "printer/link.hpp"
#include "printer/reasons.hpp"

#include <chrono>
#include <optional>

namespace kiosk::printer {

class Course {
public:
    Course(const Address&, const Limits&, const Desk&, JobKey, int pages);

    Left print(const Document&);
    /// A job whose handle was committed before a restart.
    Left take_up(const Document&, const Handle&);
    Left cancel_known(const Handle&);

private:
    using Time = std::chrono::steady_clock::time_point;
    enum class Arrived { yes, in_doubt };
    enum class Why { wished, deadline, refused };
    enum class Told { no, yes, too_late };

    // Up to sending.
    std::optional<Capabilities> reach();
    std::string draw(const Document&, const Choice&);
    std::optional<Handle> create(const Capabilities&, const Choice&);
    bool refused(const Answer& created, bool& plain);
    Left send(const Handle&, const Choice&, const std::string& bytes);
    Left send_blind(const Handle&, const Choice&, const std::string& bytes);
    bool keep_sending(const Handle&);
    bool try_again(Trouble, Duration limit, Time since);

    // After sending.
    Left watch(const Handle&, Arrived);
    std::optional<Left> watch_once(const Handle&, Arrived);
    Left cancel(const Handle&, Why, Trouble = Trouble::none);
    std::optional<Left> after_cancel(const Handle&, Told, Why, Trouble);
    Seen look(Link&, ipp_t* job);
    Verdict verdict(const Seen&);

    void report(Stage, Trouble = Trouble::none, int page = 0);
    Left end(Stage, Trouble = Trouble::none, Left = Left::nothing);
    Left stopped() const { return Left::nothing; }

    const Address& m_address;
    const Limits& m_limits;
    const Desk& m_desk;
    Report m_now;
    bool m_any_told = false;
    Link m_link, m_side;  // the second one asks while the first one is busy sending
    Time m_began, m_heard_at, m_moved_at, m_paged_at;
    ipp_jstate_t m_job_state = IPP_JSTATE_PENDING;
    int m_impressions = -1;
    std::size_t m_written = 0;
};

}  // namespace kiosk::printer
