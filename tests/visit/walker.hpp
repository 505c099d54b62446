// SPDX-License-Identifier: Apache-2.0
// A random visitor: some events at random from everything there is, most of them what a person might do just there.
// The same seed walks the same way on every machine; a fuzzer draws from its bytes instead.
#pragma once

#include "visit/step.hpp"

#include <cstdint>
#include <functional>
#include <utility>

namespace kiosk::visit {

/// A number below end, which is not 0.
using Draw = std::function<std::size_t(std::size_t end)>;
Draw drawn_from(std::uint64_t seed);

class Walker {
public:
    Walker(const content::Content& content, Draw draw) : m_content(content), m_draw(std::move(draw)) {}

    /// What happens next, and how much time passes before it.
    Event next(const Visit&);
    Duration pause(const Visit&, Instant now);

private:
    std::size_t below(std::size_t end) { return m_draw(end); }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    template <class IdType>
    IdType any(std::size_t count) {
        return {below(count + 1)};  // one beyond the last too
    }
    const content::Topic& topic(const Visit&) const;

    Action any_action(const Visit&);
    Action sensible_action(const Visit&);
    Action answer(const Visit&, const place::Asking&);
    Action in_library(const Visit&);
    Event report(const Visit&);

    const content::Content& m_content;
    Draw m_draw;
    int m_away = 0;  ///< events for which nobody is there: only time passes
};

}  // namespace kiosk::visit
