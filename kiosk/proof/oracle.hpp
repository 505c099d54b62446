// SPDX-License-Identifier: Apache-2.0
// A second opinion on what answers mean, as plain as it can be: only the answers that count now, no lock, no history.
// What it finds is the least that triage must find.
#pragma once

#include "proof/rules.hpp"

#include <string>

namespace kiosk::proof {

using namespace visit;
using content::HandoutId, content::Kind, content::QuestionId, content::SignId, content::Topic, content::Urgency;

template <class Is, class Variant>
const Is* as(const Variant& variant) {
    return std::get_if<Is>(&variant);
}

template <class Is>
const Is* tapped(const Happened& h) {
    const auto* tap = as<event::Tapped>(h.event);
    return tap ? as<Is>(tap->action) : nullptr;
}

inline const Topic& topic_of(const Happened& h, const Visit& visit) {
    return h.content[visit.topic.value_or(content::TopicId{})];
}

/// Yes, or unsure enough to count as yes, by the answer that counts now.
bool said_yes(const Topic&, const Answers&, SignId);
bool is_answered(const Topic&, const Answers&, SignId);
/// By the answers of now alone: never more than the visit's urgency.
Urgency least_urgency(const Topic&, const Answers&);
bool check_is_finished(const Topic&, const Answers&);
bool is_withheld(const Topic&, const Answers&, HandoutId);
/// Opens only by "Read with care".
bool asks_first(const Topic&, const Answers&, HandoutId);
/// Why this handout must not be open to this person; empty: it may.
std::string why_closed(const Topic&, const Visit&, HandoutId);

}  // namespace kiosk::proof
