// SPDX-License-Identifier: Apache-2.0
// One job of paper at a time, and only what is known about it.
#include "visit/turn.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kiosk::visit {

namespace {

bool is_under_way(const std::optional<Job>& job) {
    return job && !is_over(*job) && job->stage != PrintStage::unknown && !job->cancel_asked;
}

void cancel(Turn& turn) {
    auto& job = *turn.visit.job;
    job.cancel_asked = true;
    turn.ask(effect::CancelPrint{turn.visit.ticket, job.number});
}

/// The red page, and those of staff, say themselves how it goes.
bool stays_while_printing(const Place& place) {
    return std::holds_alternative<place::Emergency>(place) || std::holds_alternative<place::StaffStatus>(place) ||
           std::holds_alternative<place::Drill>(place);
}

void show_job(Turn& turn) {
    const place::Printing printing{turn.visit.job->number};
    if (stays_while_printing(turn.visit.place)) return;
    if (std::holds_alternative<place::Printing>(turn.visit.place))
        turn.visit.place = printing;
    else
        turn.go(printing);
}

void print(Turn& turn, std::variant<HandoutOrder, NoteOrder, TestPageOrder> what) {
    auto& visit = turn.visit;
    if (visit.around.printer == PrinterKind::none) return;
    if (is_under_way(visit.job)) return show_job(turn);
    // Nobody knows whether it will still come out; two of it should not.
    if (visit.job && visit.job->stage == PrintStage::unknown) cancel(turn);
    const JobNumber number{visit.job ? visit.job->number.number + 1 : 1};
    const PrintOrder order{visit.ticket, number, std::move(what), record(visit), visit.look.size != TextSize::normal};
    visit.job = Job{.number = number, .order = order, .since = turn.now, .moved_at = turn.now};
    turn.ask(effect::Print{order});
    show_job(turn);
}

const HandoutOrder* handouts_under_way(const Visit& visit) {
    return visit.job && !is_over(*visit.job) ? std::get_if<HandoutOrder>(&visit.job->order.what) : nullptr;
}

std::vector<content::HandoutId> ids(const HandoutOrder& order) {
    std::vector<content::HandoutId> list;
    for (const auto& handout : order.handouts) list.push_back(handout.id());
    return list;
}

void try_again(Turn& turn) {
    const auto& job = turn.visit.job;
    if (!job || (job->stage != PrintStage::not_printed && job->stage != PrintStage::cancelled &&
                 job->stage != PrintStage::unknown))
        return;
    if (const auto* handouts = std::get_if<HandoutOrder>(&job->order.what))
        print_handouts(turn, ids(*handouts));
    else if (std::holds_alternative<NoteOrder>(job->order.what))
        print_note(turn);
}

struct AtPrinting {
    Turn& turn;

    void operator()(const action::StopPrinting&) {
        if (is_under_way(turn.visit.job)) cancel(turn);
    }
    void operator()(const action::TryAgain&) { try_again(turn); }
    void operator()(const action::ShowOnPhone&) {
        const auto* handouts = std::get_if<HandoutOrder>(&turn.visit.job->order.what);
        if (handouts) show_on_phone(turn, ids(*handouts));
    }
    void operator()(const action::ShowHandouts&) { show_handouts(turn); }
    void operator()(const action::Back&) { back(turn); }
    void operator()(const auto&) {}
};

void came_out(Turn& turn) {
    auto& visit = turn.visit;
    if (const auto* handouts = std::get_if<HandoutOrder>(&visit.job->order.what)) {
        for (const auto id : ids(*handouts)) std::erase(visit.chosen, id);
    } else if (std::holds_alternative<NoteOrder>(visit.job->order.what) &&
               visit.job->order.record.answers == visit.answers) {
        note_known(turn);
    }
}

bool is_about(const event::PrintReported& report, const Visit& visit) {
    return report.ticket == visit.ticket && visit.job && report.job == visit.job->number && !is_over(*visit.job);
}

}  // namespace

void act(Turn& turn, const place::Printing&, const Action& action) {
    std::visit(AtPrinting{turn}, action);
}

void print_note(Turn& turn) {
    print(turn, NoteOrder{});
}

void print_test_page(Turn& turn) {
    print(turn, TestPageOrder{});
}

void print_handouts(Turn& turn, const std::vector<content::HandoutId>& chosen) {
    HandoutOrder order;
    for (const auto id : chosen)
        if (const auto handout = turn.open(id); handout && may_print(turn, id)) order.handouts.push_back(*handout);
    if (order.handouts.empty()) return;
    const auto cleared = turn.cleared();
    order.tell_clinician_first = cleared && cleared->tell_clinician_first();
    print(turn, std::move(order));
}

void hear(Turn& turn, const event::PrintReported& report) {
    auto& visit = turn.visit;
    if (!is_about(report, visit)) return;
    auto& job = *visit.job;
    const auto before = std::tuple(job.stage, job.trouble, job.page, job.pages);
    job.stage = report.stage;
    job.trouble = report.trouble;
    job.page = std::max(report.page, 0);
    job.pages = std::max(report.pages, 0);
    if (std::tuple(job.stage, job.trouble, job.page, job.pages) != before) job.moved_at = turn.now;
    if (job.stage == PrintStage::printed || job.stage == PrintStage::saved) came_out(turn);
    // Pages move again: nobody is asked whether they are there.
    if (is_moving(job) && std::holds_alternative<overlay::StillThere>(visit.overlay)) visit.overlay = {};
}

void cancel_handouts(Turn& turn) {
    if (handouts_under_way(turn.visit)) cancel(turn);
}

void cancel_what_may_not_print(Turn& turn) {
    const auto* order = handouts_under_way(turn.visit);
    if (!order || turn.visit.job->cancel_asked) return;
    const auto& handouts = order->handouts;
    if (!std::all_of(handouts.begin(), handouts.end(), [&](OpenHandout h) { return may_print(turn, h.id()); }))
        cancel(turn);
}

void cancel_paper(Turn& turn) {
    if (turn.visit.job && !is_over(*turn.visit.job)) cancel(turn);
}

void leave_note_to_staff(Turn& turn) {
    auto& visit = turn.visit;
    if (!is_note_coming_out(visit)) return;
    if (visit.around.note_left) note_left_deadline_passed(turn);
    visit.around.note_left = {visit.ticket, visit.job->number, turn.now + turn.content.clinic.timing.idle_countdown};
    visit.job.reset();
}

std::optional<Instant> note_left_deadline(const Visit& visit) {
    if (!visit.around.note_left) return {};
    return visit.around.note_left->until;
}

/// Out or not, it is over: the printer passes over what has come out.
void note_left_deadline_passed(Turn& turn) {
    const auto left = *std::exchange(turn.visit.around.note_left, {});
    turn.ask(effect::CancelPrint{left.ticket, left.job});
    turn.ask(effect::Forget{left.ticket});
}

std::optional<Instant> printing_deadline(const content::Content& content, const Visit& visit) {
    if (!visit.job || (!is_moving(*visit.job) && visit.job->stage != PrintStage::needs_hand)) return {};
    return visit.job->moved_at + content.clinic.timing.printing_deadline;
}

void printing_deadline_passed(Turn& turn) {
    cancel(turn);
    turn.visit.job->stage = PrintStage::unknown;
    turn.visit.job->moved_at = turn.now;
}

}  // namespace kiosk::visit
