// SPDX-License-Identifier: Apache-2.0
#include "proof/merging.hpp"

#include "proof/walk.hpp"

#include <algorithm>
#include <tuple>

namespace kiosk::proof {

using namespace visit;

namespace {

using content::QuestionId;

constexpr Ticket this_person{7}, earlier_person{6};

struct Counted {
    std::vector<Answer> earlier;  ///< that still count
    std::optional<Answer> now;
};

bool before(const Answer& a, const Answer& b) {
    return std::tie(a.reply, a.ticked) < std::tie(b.reply, b.ticked);
}

/// Raises all that the other raises, by what it says of the question and of each sign.
bool says_as_much(const content::Question& question, const Answer& one, const Answer& other) {
    const bool all_of_it = one.reply != Reply::yes || question.kind == content::Kind::yes_no;
    if (!all_of_it)
        return other.reply == Reply::yes &&
               std::includes(one.ticked.begin(), one.ticked.end(), other.ticked.begin(), other.ticked.end());
    return one.reply == other.reply || one.reply == Reply::tell_staff || other.reply == Reply::yes;
}

void keep_those_that_say_more(const content::Question& question, std::vector<Answer>& answers) {
    std::vector<Answer> kept;
    for (auto answer = answers.rbegin(); answer != answers.rend(); ++answer)
        if (std::none_of(kept.begin(), kept.end(), [&](const Answer& k) { return says_as_much(question, k, *answer); }))
            kept.push_back(*answer);
    answers = std::move(kept);
}

/// "Not sure" as the yes that raises just as much; equal ones stay apart in words only.
Answer as_plainly(const content::Topic& topic, QuestionId id, const Answer& answer) {
    const auto& question = topic[id];
    if (answer.reply != Reply::not_sure && answer.reply != Reply::tell_staff) return answer;
    auto most = content::Urgency::none;
    for (const auto sign : question.signs) most = std::max(most, topic[sign].urgency);
    auto whole = question.urgency;
    if (answer.reply == Reply::tell_staff) whole = std::max(whole, content::Urgency::today);
    const auto yes = question.kind == content::Kind::yes_no ? std::max(most, question.urgency) : most;
    if (std::max(whole, most) != yes) return answer;
    return {Reply::yes, question.kind == content::Kind::yes_no ? std::vector<content::SignId>{} : question.signs};
}

void merge(const content::Topic& topic, place::Asking& here) {
    here.page = 0;
    if (!here.draft.whole) return;
    const auto answer = as_plainly(topic, here.question, {*here.draft.whole, {}});
    if (!answer.ticked.empty())
        here.draft = {answer.ticked, {}};
    else
        here.draft.whole = answer.reply;
}

/// `stands`: amber was not shown yet, so the answer takes the place of an earlier one.
void count(const content::Topic& topic, const Given& given, bool stands, Counted& found) {
    if (!given.answer) {
        if (!found.earlier.empty()) found.earlier.pop_back();
        found.now.reset();
        return;
    }
    if (stands) found.earlier.clear();
    found.now = as_plainly(topic, given.question, *given.answer);
    found.earlier.push_back(*found.now);
}

std::vector<Counted> counted(const content::Topic& topic, const Answers& answers) {
    std::vector<Counted> all(topic.questions.size());
    for (std::size_t i = 0; i < answers.given.size(); ++i)
        count(topic, answers.given[i], !answers.amber_after || i < *answers.amber_after,
              all[answers.given[i].question.index]);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto& earlier = all[i].earlier;
        if (all[i].now) earlier.pop_back();
        std::erase_if(earlier, [](const Answer& a) { return a.reply == Reply::no; });
        if (earlier.size() < 2) continue;
        std::sort(earlier.begin(), earlier.end(), before);
        keep_those_that_say_more(topic.questions[i], earlier);
    }
    return all;
}

void merge(Place& place, const std::optional<Job>& job) {
    std::visit(
        [&](auto& at) {
            if constexpr (requires { at.page; }) at.page = 0;
            if constexpr (requires { at.job; }) at.job = {job && job->number == at.job ? 1 : 0};
            if constexpr (requires { at.until; }) at.until = walked_at + Duration{60'000};
            if constexpr (requires { at.next; }) at.next = walked_at + Duration{1'000};
            if constexpr (requires { at.wait; }) at.wait = {};
        },
        place);
}

/// Of handouts nothing asks how far they came; of a note, only whether pages move just now.
PrintStage merged(const Job& job) {
    switch (job.stage) {
        case PrintStage::queued:
        case PrintStage::sent:
            return PrintStage::sent;
        case PrintStage::printing:
            return std::holds_alternative<HandoutOrder>(job.order.what) || job.trouble != Trouble::none ||
                           job.cancel_asked
                       ? PrintStage::sent
                       : PrintStage::printing;
        case PrintStage::printed:
        case PrintStage::saved:
            return PrintStage::printed;
        case PrintStage::not_printed:
        case PrintStage::cancelled:
            return PrintStage::not_printed;
        default:
            return job.stage;
    }
}

bool has_printing(const Visit& visit) {
    const auto is = [](const Place& place) { return std::holds_alternative<place::Printing>(place); };
    return is(visit.place) || std::any_of(visit.trail.begin(), visit.trail.end(), is);
}

/// `is_of_now`: the order carries the answers that stand.
void merge(Job& job, const Answers& answers, bool is_of_now) {
    job.number = {1};
    job.order.ticket = this_person;
    job.order.job = {1};
    job.order.record = {};
    auto* handouts = std::get_if<HandoutOrder>(&job.order.what);
    if (handouts) handouts->tell_clinician_first = false;
    if (is_of_now && !handouts) job.order.record.answers = answers;
    job.order.large_print = false;
    job.stage = merged(job);
    job.trouble = Trouble::none;
    job.page = job.pages = 0;
    job.since = job.moved_at = walked_at;
}

/// Nothing asks when it was answered.
void merge(Call& call) {
    call.number = {1};
    call.raised_at = walked_at;
    if (call.shown_at) call.shown_at = walked_at;
    call.answered_at.reset();
    if (call.closed_at) call.closed_at = walked_at;
}

void merge(Call& call, bool red) {
    merge(call);
    if (!red) call = Call{.number = {1}, .raised_at = walked_at, .state = CallState::closed};
}

void merge_paper(Visit& visit, const Answers& answers) {
    for (auto& place : visit.trail) merge(place, visit.job);
    merge(visit.place, visit.job);
    if (!visit.job) return;
    const bool is_of_now = visit.job->order.record.answers == visit.answers;
    merge(*visit.job, answers, is_of_now);
    if (!is_over(*visit.job) || has_printing(visit)) return;
    // Out, or not: nothing asks any more what it was.
    visit.job->stage = PrintStage::printed;
    visit.job->order.what = NoteOrder{};
    visit.job->order.record = {};
    visit.job->cancel_asked = false;
}

}  // namespace

Answers merged(const content::Topic& topic, const Answers& answers) {
    const auto all = counted(topic, answers);
    Answers merged;
    const auto give = [&](std::size_t i, std::optional<Answer> answer) {
        merged.given.push_back({{i}, std::move(answer), walked_at});
    };
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!all[i].earlier.empty()) give(i, all[i].earlier.front());
    if (answers.amber_after) merged.amber_after = merged.given.size();
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t more = 1; more < all[i].earlier.size(); ++more) give(i, all[i].earlier[more]);
        if (all[i].now) give(i, all[i].now);
        if (all[i].now || all[i].earlier.empty()) continue;
        give(i, Answer{});
        give(i, {});
    }
    if (merged.given.empty() && !answers.given.empty()) give(0, {});
    return merged;
}

Visit merged(const content::Content& content, const Visit& from) {
    auto visit = from;
    const auto answers = merged(content[visit.topic.value_or(content::TopicId{})], visit.answers);
    const bool red = std::holds_alternative<place::Emergency>(visit.place);
    merge_paper(visit, answers);
    if (visit.call) merge(*visit.call, red);
    visit.answers = answers;
    visit.ticket = this_person;
    const bool counts_tries =
        std::holds_alternative<place::StaffPin>(visit.place) || std::holds_alternative<place::Welcome>(visit.place);
    visit.pin_tries = counts_tries ? std::min(visit.pin_tries, 1) : 0;
    if (visit.test_call) merge(*visit.test_call);
    if (visit.around.note_left) visit.around.note_left = {earlier_person, {1}, walked_at + Duration{30'000}};
    visit.look = {};
    if (visit.who) visit.who = Who::me;
    visit.pressed.reset();
    visit.focus.reset();
    visit.focus_below.reset();
    if (auto* asked = std::get_if<overlay::StillThere>(&visit.overlay))
        *asked = {walked_at + Duration{30'000}, walked_at + Duration{1'000}};
    std::sort(visit.chosen.begin(), visit.chosen.end());
    std::sort(visit.with_care.begin(), visit.with_care.end());
    std::sort(visit.drafts.begin(), visit.drafts.end(),
              [](const auto& a, const auto& b) { return a.question < b.question; });
    const auto& topic = content[visit.topic.value_or(content::TopicId{})];
    for (auto& draft : visit.drafts) merge(topic, draft);
    for (auto* place : {&visit.place, visit.trail.empty() ? &visit.place : &visit.trail.back()})
        if (auto* asking = std::get_if<place::Asking>(place)) merge(topic, *asking);
    visit.started = visit.last_touch = walked_at;
    if (visit.amber_at) visit.amber_at = walked_at;
    visit.emergency_at.reset();
    visit.help_key = false;
    return visit;
}

}  // namespace kiosk::proof
