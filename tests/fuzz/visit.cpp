// SPDX-License-Identifier: Apache-2.0
// The real step under any stream of events: bytes choose what a visitor does, when, and what the house reports. No
// rule of the proof is ever broken.
#include "fuzz/fuzz.hpp"
#include "proof/rules.hpp"
#include "visit/small_clinic.hpp"
#include "visit/walker.hpp"

#include <algorithm>
#include <cstdint>

using namespace kiosk;
using namespace kiosk::visit;

namespace {

struct Bytes {
    const std::uint8_t *at, *end;

    std::size_t below(std::size_t limit) {
        if (at == end) return 0;
        std::size_t drawn = *at++;
        if (limit > 256 && at != end) drawn = drawn * 1171 + *at++;  // pauses: up to five minutes
        return drawn % limit;
    }
};

void walk(const content::Content& content, Bytes bytes) {
    Walker walker(content, [&](std::size_t end) { return bytes.below(end); });
    Instant now{50'000'000};
    auto visit = fresh({1}, {PrinterKind::real, Desk::listens}, now);
    while (bytes.at != bytes.end) {
        const auto until = now + walker.pause(visit, now);
        const auto due = wake_at(content, visit);
        const bool woken = due && *due <= until;
        now = woken ? std::max(now, *due) : until;
        const Event event = woken ? Event{event::Woken{}} : walker.next(visit);
        auto next = step(content, visit, event, now);
        const auto broken = proof::broken_rule({content, visit, event, now, next});
        fuzz::promise(broken.empty(), broken);
        visit = std::move(next.visit);
    }
}

}  // namespace

/// The first byte says which clinic.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<content::Content> clinics{small_clinic::content(),
                                                       small_clinic::content_in_two_languages(),
                                                       small_clinic::content_that_opens_with_note()};
    if (size == 0) return 0;
    walk(clinics[data[0] % clinics.size()], {data + 1, data + size});
    return 0;
}
