// SPDX-License-Identifier: Apache-2.0
// The screen by a step of one's choice: visit::step, or one that a test has put an eye on.
#pragma once

#include "app/options.hpp"
#include "visit/step.hpp"

#include <functional>

namespace kiosk::app {

using Step = std::function<visit::Step(const content::Content&, visit::Visit, const visit::Event&, Instant)>;
Exit run_by(const Machine&, const Step&);

}  // namespace kiosk::app
