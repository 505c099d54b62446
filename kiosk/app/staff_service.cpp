// SPDX-License-Identifier: Apache-2.0
#include "app/staff_service.hpp"

#include "app/clock.hpp"
#include "app/desk_at_kiosk.hpp"
#include "app/staff_text.hpp"
#include "app/state.hpp"

#include <algorithm>

namespace kiosk::app {

namespace {

using desk::Secrets, desk::WallTime;
using mailbox::Fact, mailbox::Kind, mailbox::value_of;

constexpr Duration look_every{2'000};

WallTime wall_now() {
    return {static_cast<std::int64_t>(wall_milliseconds())};
}

visit::PinVerdict verdict(Secrets::Verdict of) {
    if (of == Secrets::Verdict::right) return visit::PinVerdict::right;
    return of == Secrets::Verdict::wrong ? visit::PinVerdict::wrong : visit::PinVerdict::too_soon;
}

void count(const desk::Usage& usage, visit::KioskStatus& status) {
    const auto week = desk::week(usage);
    const std::size_t first = usage.days.size() - std::min(usage.days.size(), week.visits_by_day.size());
    for (std::size_t i = first; i < usage.days.size(); ++i) {
        status.visits.push_back(usage.days[i].visits);
        status.weekdays.push_back(static_cast<int>(std::chrono::weekday(usage.days[i].day).c_encoding()));
    }
    status.checks_finished = week.finished.number;
    status.handouts_printed = week.handouts.number;
    status.all_finished = week.finished.is_all;
    status.all_printed = week.handouts.is_all;
}

}  // namespace

StaffService::StaffService(const Machine& machine, mailbox::Service& mailbox)
    : m_machine(machine), m_mailbox(mailbox), m_stick(machine) {
    open();
}

bool StaffService::is_for_staff(Kind kind) {
    return kind == Kind::try_pin || kind == Kind::log_drill || kind == Kind::update_from_stick;
}

void StaffService::open() {
    if (!m_secrets)
        if (auto secrets = Secrets::open(secrets_file(m_machine))) m_secrets.emplace(std::move(*secrets));
    if (!m_drills)
        if (auto drills = desk::DrillBook::open(book(m_machine, "drills.sqlite"))) m_drills.emplace(std::move(*drills));
}

/// Whether it is done with. A PIN that nobody can judge is told to come later.
bool StaffService::judge(const mailbox::Request& request) {
    Secrets::Tried tried{Secrets::Verdict::too_soon, look_every};
    if (m_secrets)
        if (const auto looked = m_secrets->try_at(Secrets::Door::glass, request.payload, wall_now())) tried = *looked;
    const int seconds = static_cast<int>((tried.wait.count() + 999) / 1'000);
    const int stage = static_cast<int>(verdict(tried.verdict));
    const auto& key = request.key;
    return m_trouble.fine(m_mailbox.report({key.ticket, mailbox::Subject::pin, key.number, stage, 0, seconds, 0}));
}

bool StaffService::note_drill(const mailbox::Request& request) {
    const auto drill = read_drill(request.payload);
    if (!drill) return true;
    if (!m_drills) return false;
    return static_cast<bool>(
        m_drills->add(m_machine.name, {request.key.ticket, {drill->at}, drill->passed, drill->line}));
}

bool StaffService::handle(const mailbox::Request& request) {
    const auto do_it = [&] {
        if (request.key.kind == Kind::try_pin) return judge(request);
        return request.key.kind == Kind::log_drill ? note_drill(request) : m_stick.ask(now());
    };
    return do_it() && m_trouble.fine(m_mailbox.finish(request.key));
}

void StaffService::take(const mailbox::Request& request) {
    if (!handle(request)) m_open.push_back(request);
    m_looked = Instant{-1'000'000};
}

std::vector<desk::Drill> StaffService::drills() const {
    if (!m_drills) return {};
    constexpr int most = 20;
    const auto last = m_drills->last(most);
    return last ? *last : std::vector<desk::Drill>();
}

visit::KioskStatus StaffService::status(Instant now, const desk::Usage& usage, const desk::Heard::Today& today) {
    visit::KioskStatus status;
    if (const auto facts = m_mailbox.facts(mailbox::Side::service)) {
        status.printer = value_of(*facts, Fact::printer_state);
        status.printer_trouble = !value_of(*facts, Fact::printer_trouble).empty();
    }
    status.emergencies_today = today.calls;
    status.see_today = today.see_today;
    count(usage, status);
    if (const auto all = drills(); !all.empty()) status.last_drill = minute_of(all.front().at.ms);
    const auto stick = m_stick.look(now);
    status.stick = stick.is;
    if (stick.version > 0) status.stick_version = std::to_string(stick.version);
    return status;
}

void StaffService::look(Instant now, const desk::Usage& usage, const desk::Heard::Today& today) {
    open();
    const auto has_pin = m_secrets ? m_secrets->has(Secrets::Door::glass) : Result<bool>(false);
    if (const auto wrong = m_secrets ? m_secrets->wrong_tries(Secrets::Door::glass) : Result<int>(0)) m_wrong = *wrong;
    mailbox::Facts told{{Fact::staff_pin, has_pin && *has_pin ? "set" : ""},
                        {Fact::status, write_status(status(now, usage, today))}};
    if (told != m_told && m_trouble.fine(m_mailbox.publish(told))) m_told = std::move(told);
}

void StaffService::turn(Instant now, const desk::Usage& usage, const desk::Heard::Today& today) {
    std::erase_if(m_open, [this](const mailbox::Request& request) { return handle(request); });
    if (now - m_looked < look_every) return;
    m_looked = now;
    look(now, usage, today);
}

}  // namespace kiosk::app
