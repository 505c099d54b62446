// SPDX-License-Identifier: Apache-2.0
// What a paging system, the second channel, must be told: of a call that nobody saw or nobody answered in time, and of
// the end of one that it was told of. Read off the calls and off what was sent; reads no clock.
#pragma once

#include "base/instant.hpp"
#include "desk/call.hpp"

#include <map>
#include <string>
#include <vector>

namespace kiosk::desk {

/// In the file; never renumber. not_shown, not_answered: a page. coming, closed: its end.
enum class Event { not_shown, not_answered, coming, closed };

/// One message to the paging system: sent again it is the same one.
struct Notice {
    CallId call;
    Event event = Event::not_shown;
    std::int64_t round = 0;  ///< which calling again of the patient a page is about; 0: the first call, and of ends
    auto operator<=>(const Notice&) const = default;
};

/// In the file; never renumber. tried: the paging system may have it.
enum class Sent { tried, delivered };
using Sendings = std::map<Notice, Sent>;

/// A call, and since when it stands as it does: raised, raised again, or shown.
struct Standing {
    Call call;
    Instant since;
};

/// As the glass counts.
struct AnswerTimes {
    Duration shown_within{10'000}, answered_within{30'000};
};

/// At most one of each call: what holds of it now and is not delivered. Who was perhaps paged is told the end.
std::vector<Notice> due(const std::vector<Standing>&, const Sendings&, Instant now, const AnswerTimes&);

/// When the call came to stand as it does, by the desk's clock.
WallTime stands_since(const Call&);

/// The same for this notice always and for no other: 32 hex digits that tell nothing of it.
std::string key_of(const Notice&);
/// What the paging system reads, as JSON: no reason, no language, nobody's name.
std::string write_notice(const Notice&, const Call&);

}  // namespace kiosk::desk
