// SPDX-License-Identifier: Apache-2.0
// The service's half of printing: takes orders from the mailbox, hands them to the press, and puts into the mailbox
// what the press says. Every request comes in here; those about anything else are handed on. The printer's job is
// committed before its document goes out. What the mailbox could not take down is written as soon as it can.
#pragma once

#include "app/mailbox_trouble.hpp"
#include "app/shelf.hpp"
#include "mailbox/mailbox.hpp"
#include "printer/press.hpp"
#include "visit/effect.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace kiosk::app {

class PrintService {
public:
    /// `press` is nothing where the machine has no printer. The others must outlive it.
    /// `others` takes the requests that are not about printing, and finishes them.
    using Others = std::function<void(const mailbox::Request&)>;
    /// `printed` hears how many handouts a printer has printed, before their request is finished; perhaps again after a
    /// restart.
    using Printed = std::function<void(const mailbox::Key&, int handouts)>;
    PrintService(Shelf&, mailbox::Service&, std::unique_ptr<printer::Press> press, std::string kiosk_name,
                 Others others, Printed printed = {});

    /// What the service before this one was killed over.
    void resume(const mailbox::Unfinished&);
    /// Whatever is new in the mailbox and at the press.
    void turn();
    /// Asked for at the desk, for nobody's visit, so nothing of it goes into the mailbox.
    struct TestPage {
        std::int64_t number = 0;  ///< the desk's; 0: none was printed yet
        printer::Stage stage = printer::Stage::queued;
        std::string begun{};  ///< local time of day
    };
    void print_test_page(std::int64_t number);
    /// The last one; nothing: there is no printer.
    const std::optional<TestPage>& test_page() const { return m_test_page; }
    /// Nobody is to get paper any more: takes nothing on, cancels what the printer has (bounded), wipes.
    void leave();
    /// Readable while the press has news; -1 without a printer.
    int descriptor() const { return m_press ? m_press->descriptor() : -1; }

private:
    using Write = std::function<Result<mailbox::Done>()>;

    void hear_press();
    void hear(const printer::News&);
    void take(const mailbox::Request&);
    void print(const mailbox::Request&);
    void not_printed(const mailbox::Request&);
    void report(const printer::Report&);
    void finish(const mailbox::Key&);
    void write(Write);
    void write_down();
    std::vector<mailbox::Key> printing();
    std::optional<printer::Job> job(const mailbox::Request&);
    printer::Job draw(const std::shared_ptr<const Stock>&, const visit::PrintOrder&, const mailbox::Key&) const;
    void note_printed();
    void hear_of_test_page(const printer::Report&);

    Shelf& m_shelf;
    mailbox::Service& m_mailbox;
    std::string m_kiosk_name;
    Others m_others;
    Printed m_printed;
    std::map<mailbox::Key, int> m_handouts;  ///< of jobs at the press
    std::optional<TestPage> m_test_page;
    int m_test_pages = 0;
    MailboxTrouble m_trouble;
    std::deque<Write> m_unwritten;
    mutable std::mutex m_drawing;             ///< Pango's fonts serve one thread at a time; the press draws on its own
    std::unique_ptr<printer::Press> m_press;  ///< the last: its thread uses the others
};

}  // namespace kiosk::app
