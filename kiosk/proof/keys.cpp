// SPDX-License-Identifier: Apache-2.0
#include "proof/merging.hpp"

namespace kiosk::proof {

using namespace visit;

namespace {

template <class T>
void write_id(std::string& key, Id<T> id) {
    write(key, id.index);
}

template <class T>
void write_ids(std::string& key, const std::vector<Id<T>>& ids) {
    write(key, ids.size());
    for (const auto id : ids) write(key, id.index);
}

void write_place(std::string& key, const Place& place) {
    write(key, place.index());
    std::visit(
        [&](const auto& at) {
            if constexpr (requires { at.question; }) write_id(key, at.question);
            if constexpr (requires { at.draft; }) write(key, at.draft);
            if constexpr (requires { at.cleared; }) write(key, at.cleared.tell_clinician_first() ? 1U : 0U);
            if constexpr (requires { at.group; }) write(key, at.group ? at.group->index + 1 : 0);
            if constexpr (requires { at.handout.index; }) write_id(key, at.handout);
            if constexpr (requires { at.handout.id(); }) write_id(key, at.handout.id());
            if constexpr (requires { at.tell_clinician_first; }) write(key, at.tell_clinician_first ? 1U : 0U);
            if constexpr (requires { at.digits; }) {
                write(key, static_cast<std::size_t>(at.want) * 8 + static_cast<std::size_t>(at.says));
                write(key, at.digits.size());
            }
            if constexpr (requires { at.language; }) write_id(key, at.language);
            if constexpr (requires { at.job; }) write(key, static_cast<std::size_t>(at.job.number));
        },
        place);
}

void write_overlay(std::string& key, const Overlay& overlay) {
    write(key, overlay.index());
    if (const auto* settings = std::get_if<overlay::Settings>(&overlay))
        write(key, static_cast<std::size_t>(settings->panel));
    if (const auto* sure = std::get_if<overlay::Sure>(&overlay)) write(key, static_cast<std::size_t>(sure->of));
}

void write_job(std::string& key, const Job& job) {
    write(key, static_cast<std::size_t>(job.stage));
    write(key, static_cast<std::size_t>(job.trouble));
    write(key, job.cancel_asked ? 1U : 0U);
    write(key, job.order.record.answers);
    const auto* handouts = std::get_if<HandoutOrder>(&job.order.what);
    write(key, handouts ? handouts->handouts.size() + 1 : 0);
    if (!handouts) return;
    write(key, handouts->tell_clinician_first ? 1U : 0U);
    for (const auto& handout : handouts->handouts) write_id(key, handout.id());
}

void write_call(std::string& key, const Call& call) {
    write(key, static_cast<std::size_t>(call.state));
    write(key, (call.shown_at ? 1U : 0U) + (call.closed_at ? 2U : 0U));
    write(key, call.raised_by ? call.raised_by->index + 1 : 0);
}

}  // namespace

void write(std::string& key, std::size_t number) {
    for (; number >= 0x80; number >>= 7U) key += static_cast<char>(0x80U | (number & 0x7fU));
    key += static_cast<char>(number);
}

void write(std::string& key, const Answer& answer) {
    write(key, static_cast<std::size_t>(answer.reply));
    write_ids(key, answer.ticked);
}

void write(std::string& key, const Draft& draft) {
    write_ids(key, draft.ticked);
    write(key, draft.whole ? static_cast<std::size_t>(*draft.whole) + 1 : 0);
}

void write(std::string& key, const Answers& answers) {
    write(key, answers.amber_after ? *answers.amber_after + 1 : 0);
    write(key, answers.given.size());
    for (const auto& given : answers.given) {
        write_id(key, given.question);
        write(key, given.answer ? 1U : 0U);
        if (given.answer) write(key, *given.answer);
    }
}

std::string key_of(const Visit& visit) {
    std::string key;
    write_place(key, visit.place);
    write_overlay(key, visit.overlay);
    write(key, visit.topic ? visit.topic->index + 1 : 0);
    const auto& around = visit.around;
    write(key, static_cast<std::size_t>(around.printer) * 6 + static_cast<std::size_t>(around.desk) * 2 +
                   (around.note_left ? 1U : 0U));
    write(key, (around.staff_pin ? 1U : 0U) + (visit.pin_tries > 0 ? 2U : 0U));
    write(key, (visit.who ? 1U : 0U) + (visit.desk_told ? 2U : 0U) + (visit.amber_at ? 4U : 0U));
    write(key, static_cast<std::size_t>(visit.release));
    write(key, visit.answers);
    write(key, visit.trail.size());
    for (const auto& place : visit.trail) write_place(key, place);
    write_ids(key, visit.chosen);
    write_ids(key, visit.with_care);
    write_ids(key, visit.review);
    write(key, visit.drafts.size());
    for (const auto& draft : visit.drafts) write_place(key, draft);
    write(key, (visit.call ? 1U : 0U) + (visit.job ? 2U : 0U) + (visit.test_call ? 4U : 0U));
    if (visit.call) write_call(key, *visit.call);
    if (visit.job) write_job(key, *visit.job);
    if (visit.test_call) write_call(key, *visit.test_call);
    return key;
}

}  // namespace kiosk::proof
