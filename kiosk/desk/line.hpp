// SPDX-License-Identifier: Apache-2.0
// The line from a kiosk to its desk, as the kiosk holds it. A line promises nothing: what is not answered is said
// again, and silence is an answer, too (CallService).
#pragma once

#include "desk/exchange.hpp"

#include <memory>
#include <optional>
#include <string>

namespace kiosk::desk {

class Line {
public:
    Line() = default;
    virtual ~Line() = default;
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    /// From now on this is said until something else is. Does not wait for the world.
    virtual void say(const Said&) = 0;

    /// The newest answer, once.
    virtual std::optional<Heard> hear() = 0;
    /// Why there is no answer, for staff; empty: nothing is known to be wrong.
    virtual std::string trouble() const = 0;

    /// Readable when hear() may have something; quiet() takes that.
    virtual int descriptor() const = 0;
    virtual void quiet() = 0;
};

/// To the desk of this very process. The desk must outlive it.
std::unique_ptr<Line> line_to(Desk&, std::string kiosk_name);
/// To a desk that is meant to be there and cannot be had: nothing is answered, so nothing is lost.
std::unique_ptr<Line> cut_line(std::string trouble);

}  // namespace kiosk::desk
