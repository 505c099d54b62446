// SPDX-License-Identifier: Apache-2.0
// The line to a desk through a broker, for organisations of many clinics. The kiosk says to PREFIX/say/NAME and hears
// from PREFIX/hear/NAME; PREFIX/state/NAME keeps "here", and "lost" once the broker misses it.
#pragma once

#include "desk/line.hpp"
#include "desk/mqtt.hpp"

#include <functional>

namespace kiosk::desk {

/// Failure: what is wrong with the address, or a name that can be no part of a topic.
Result<std::unique_ptr<Line>> line_to(const BrokerAddress&, const std::string& kiosk_name,
                                      std::function<Instant()> ticks);

}  // namespace kiosk::desk
