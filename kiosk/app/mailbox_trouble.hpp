// SPDX-License-Identifier: Apache-2.0
// Logs once that the mailbox cannot be used, until it can be used again: both loops meet it every second.
#pragma once

#include "base/result.hpp"
#include "log/log.hpp"

namespace kiosk::app {

class MailboxTrouble {
public:
    /// Whether it went well.
    template <class T>
    bool fine(const Result<T>& outcome) {
        const bool is_fine = static_cast<bool>(outcome);
        if (!is_fine && !m_said) log::write(log::fact::Failed{log::Code::mailbox_unusable, 0});
        m_said = !is_fine;
        return is_fine;
    }

private:
    bool m_said = false;
};

}  // namespace kiosk::app
