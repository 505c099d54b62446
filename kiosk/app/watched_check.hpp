// SPDX-License-Identifier: Apache-2.0
// `kiosk check --watch`: while words are written, what is wrong with them. Says at once what can be said at once, then
// lays everything out; a save in between begins anew.
#pragma once

#include "app/fit.hpp"
#include "app/options.hpp"
#include "content/load.hpp"
#include "proof/proof.hpp"

namespace kiosk::app {

using Proofs = std::vector<proof::Verdict>;

/// Every visit walked, but for walks that are known; none where the content did not load.
Proofs proofs_of(const content::Loaded&, proof::Memory&);
Proofs proofs_of(const content::Loaded&);
/// What can be said of words and rules alone.
Problems words_problems(const content::Loaded&, const Proofs&);
/// All that check finds.
Problems whole_problems(const content::Loaded&, const Proofs&, const GoOn&);
/// Plants faults in a copy of the content and tells which check catches each; 1 where one was missed.
Exit self_test(const content::Loaded&);

/// Ends when the process is asked to stop, with the exit code of the last verdict.
Exit check_while_saved(const Machine&, const command::Check&);

}  // namespace kiosk::app
