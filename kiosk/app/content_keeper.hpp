// SPDX-License-Identifier: Apache-2.0
// The service's care for content: what was found good, or was installed, is put on the shelf and offered to the screen;
// what was refused is told to staff. What is on the glass stays printable until the screen has let go of it.
#pragma once

#include "app/content_watch.hpp"
#include "app/last_good.hpp"
#include "app/mailbox_trouble.hpp"
#include "app/shelf.hpp"
#include "mailbox/mailbox.hpp"

#include <string>

namespace kiosk::app {

class ContentKeeper {
public:
    /// `first`: the fingerprint of what is on the shelf already.
    ContentKeeper(const Machine&, const sigset_t& signals, mailbox::Service&, Shelf&, std::string first);

    void turn(Instant now);
    /// Fingerprint of what the screen shows; of the newest good one where no screen has said.
    const std::string& shown() const { return m_glass.empty() ? m_ready : m_glass; }
    Duration wait() const { return m_watch.wait(); }

private:
    void hear(const Findings&);
    void offer(const Edition&);
    void refuse(const std::vector<std::string>& problems);
    void follow_the_link();
    void follow_the_glass();
    /// Told again until the mailbox takes it: a full disk may have room later.
    void publish(const mailbox::Facts&);

    const Machine& m_machine;
    mailbox::Service& m_mailbox;
    Shelf& m_shelf;
    LastGood m_last_good;
    ContentWatch m_watch;
    MailboxTrouble m_mailbox_trouble;
    Edition m_offered;    ///< the last one
    std::string m_ready;  ///< fingerprint of the newest good one
    std::string m_glass;  ///< and of what the screen shows
    std::string m_trouble;
    mailbox::Facts m_untold;  ///< what the mailbox did not take yet
};

}  // namespace kiosk::app
