// SPDX-License-Identifier: Apache-2.0
// The service's half of printing: takes orders from the mailbox, hands them to the press, and puts into the mailbox
// what the press says. The printer's job is committed before its document goes out.
#pragma once

#include "app/loaded.hpp"
#include "content/content.hpp"
#include "mailbox/mailbox.hpp"
#include "printer/press.hpp"

#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace kiosk::app {

class PrintService {
public:
    /// `press` is nothing where the machine has no printer. All must outlive it.
    PrintService(const content::Content&, const DrawingBoard&, mailbox::Service&, printer::Press* press,
                 std::string kiosk_name);

    /// What the service before this one was killed over.
    void resume(const mailbox::Unfinished&);
    void take(const mailbox::Request&);
    void hear(const printer::News&);

private:
    void print(const mailbox::Request&);
    void report(const printer::Report&);
    std::optional<printer::Job> job(const mailbox::Request&) const;

    const content::Content& m_content;
    const DrawingBoard& m_board;
    mailbox::Service& m_mailbox;
    printer::Press* m_press;
    std::string m_kiosk_name;
    mutable std::mutex m_drawing;  ///< Pango's fonts serve one thread at a time; the press draws on its own
};

}  // namespace kiosk::app
