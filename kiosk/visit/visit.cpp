// SPDX-License-Identifier: Apache-2.0
#include "visit/visit.hpp"

namespace kiosk::visit {

Visit fresh(Ticket ticket, const Surroundings& around, Instant now) {
    Visit visit;
    visit.ticket = ticket;
    visit.around = around;
    visit.look.still = around.still;
    visit.started = visit.last_touch = now;
    return visit;
}

Record record(const Visit& visit) {
    return {.topic = visit.topic.value_or(content::TopicId{}),
            .language = visit.look.language,
            .who = visit.who,
            .answers = visit.answers,
            .release = visit.release,
            .help_key = visit.help_key,
            .started = visit.started,
            .amber_at = visit.amber_at,
            .emergency_at = visit.emergency_at};
}

bool mistake_possible(const Visit& visit) {
    if (!visit.call || visit.call->shown_at) return false;
    const auto state = visit.call->state;
    return state == CallState::no_desk || state == CallState::calling || state == CallState::not_sent;
}

bool is_listening(const Visit& visit) {
    return visit.listening.is != Listening::Is::off;
}

bool is_private(const content::Content& content, const Visit& visit) {
    const auto* asking = std::get_if<place::Asking>(&visit.place);
    if (!asking || visit.around.sound == Sound::headphones) return false;
    const bool shows_question =
        std::holds_alternative<std::monostate>(visit.overlay) || std::holds_alternative<overlay::Why>(visit.overlay);
    return shows_question && content[visit.topic.value_or(content::TopicId{})][asking->question].is_private;
}

bool is_staff_mode(const Place& place) {
    return place.index() >= Place(place::StaffStatus{}).index();
}

bool is_for_staff(const Place& place) {
    return is_staff_mode(place) || std::holds_alternative<place::StaffPin>(place);
}

Place without_ticks(Place place) {
    if (auto* asking = std::get_if<place::Asking>(&place)) asking->draft = {};
    return place;
}

bool is_moving(const Job& job) {
    return job.stage == PrintStage::queued || job.stage == PrintStage::sent || job.stage == PrintStage::printing;
}

bool is_over(const Job& job) {
    return job.stage == PrintStage::printed || job.stage == PrintStage::saved || job.stage == PrintStage::not_printed ||
           job.stage == PrintStage::cancelled;
}

bool is_held_up(const Job& job) {
    return job.stage == PrintStage::needs_hand || (is_moving(job) && job.trouble != Trouble::none);
}

bool is_note_coming_out(const Visit& visit) {
    return visit.job && std::holds_alternative<NoteOrder>(visit.job->order.what) && !visit.job->cancel_asked &&
           visit.job->stage == PrintStage::printing && !is_held_up(*visit.job);
}

}  // namespace kiosk::visit
