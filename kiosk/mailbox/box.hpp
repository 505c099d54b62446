// SPDX-License-Identifier: Apache-2.0
// What both sides of the mailbox share: the claim, the file, the sockets, and the rows that either of them clears.
#pragma once

#include "mailbox/mailbox.hpp"
#include "mailbox/nudge.hpp"
#include "store/store.hpp"

namespace kiosk::mailbox {

using store::Store;

/// The file of the mailbox.
extern const store::Purpose mailbox_file;

/// In the file; never renumber.
enum class State { open = 0, taken = 1, done = 2 };

class Box {
public:
    static Result<std::unique_ptr<Box>> open(const Folder&, Side own);

    Store& store() { return m_store; }
    SQLite::Database& db() { return m_store.db(); }
    const Nudge& nudge() const { return m_nudge; }
    bool other_is_there() const { return listens(socket_of(m_folder, other(m_own))); }

    /// One write, then the nudge. Everything else that throws becomes a Failure.
    template <class Action>
    auto write(Action action) -> Result<decltype(action())> {
        auto written = store::attempt(m_file, mailbox_file, [&] {
            m_store.tidy();
            store::Writing writing(m_store);
            auto outcome = action();
            writing.commit();
            m_nudge.send();
            return outcome;
        });
        if (!written) m_store.owe();
        return written;
    }
    template <class Action>
    auto read(Action action) -> Result<decltype(action())> {
        return store::attempt(m_file, mailbox_file, [&] {
            m_store.tidy();
            return action();
        });
    }

    Result<Done> publish(const Facts&);
    Result<Facts> facts(Side);

private:
    Box(Folder, Side, Descriptor claim, Nudge);
    Folder m_folder, m_file;
    Side m_own;
    Descriptor m_claim;
    Nudge m_nudge;
    Store m_store;
};

Facts read_facts(SQLite::Database&, Side);
/// Inside a write: every visit with something unfinished is over.
void forget_all(Store&);
/// Inside a write: of requests that are taken or belong to a forgotten visit, only what is owed to the printer stays.
void drop_payloads(SQLite::Database&);
/// Inside a write: deletes whatever belongs to a forgotten visit and is finished. True if anything went.
bool clear_forgotten(SQLite::Database&);

}  // namespace kiosk::mailbox
