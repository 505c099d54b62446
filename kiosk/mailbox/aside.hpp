// SPDX-License-Identifier: Apache-2.0
// A damaged mailbox, out of the way beside the new one: for whoever wants to know why, for a week. Answers may be in
// it.
#pragma once

#include "mailbox/mailbox.hpp"

namespace kiosk::mailbox {

/// mailbox.db becomes mailbox.damaged, with its log; one from before is replaced. The caller is alone in opening.
void put_aside(const Folder&);

}  // namespace kiosk::mailbox
