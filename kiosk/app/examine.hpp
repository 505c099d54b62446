// SPDX-License-Identifier: Apache-2.0
// All that can be found wrong in a content, put together: form, words, proof, fit. For check, and for all that lets a
// content go on only if nothing is wrong with it. Problems come unsorted, each with the rule that found it.
#pragma once

#include "app/fit.hpp"
#include "app/options.hpp"
#include "content/load.hpp"
#include "proof/proof.hpp"

namespace kiosk::app {

using Proofs = std::vector<proof::Verdict>;

struct Examined {
    Proofs proofs;  ///< one of each topic; none where the content did not load
    Problems problems;
    Fit fit;  ///< where everything was laid out; its problems are among the others
};

/// What reading alone finds.
Problems words_problems(const content::Loaded&);
/// And every visit walked, but for walks that are known.
Examined examine_rules(const content::Loaded&, proof::Memory&);
/// And every screen and sheet laid out.
Examined examine(const content::Loaded&);
/// Plants faults in a copy of the content and tells which check catches each; 1 where one was missed.
Exit self_test(const content::Loaded&);

}  // namespace kiosk::app
