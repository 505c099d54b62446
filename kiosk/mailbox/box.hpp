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

/// Which file it is, whatever it is called.
using FileIdentity = std::pair<std::uint64_t, std::uint64_t>;
FileIdentity identity_of(const Folder& file);
/// What is said where the mailbox was found damaged in use, or another lies in its place.
Failure lost(const Folder& file);

class Box {
public:
    static Result<std::unique_ptr<Box>> open(const Folder&, Side own);

    Store& store() { return *m_store; }
    SQLite::Database& db() { return m_store->db(); }
    const Nudge& nudge() const { return m_nudge; }
    bool other_is_there() const { return listens(socket_of(m_folder, other(m_own))); }
    bool is_lost() const { return m_damaged || identity_of(m_file) != m_identity; }

    /// One write, then the nudge. Everything else that throws becomes a Failure.
    template <class Action>
    auto write(Action action) -> Result<decltype(action())> {
        auto written = attempt([&] {
            m_store->tidy();
            store::Writing writing(*m_store);
            auto outcome = action();
            writing.commit();
            m_nudge.send();
            return outcome;
        });
        if (!written) m_store->owe();
        return written;
    }
    template <class Action>
    auto read(Action action) -> Result<decltype(action())> {
        return attempt([&] {
            m_store->tidy();
            return action();
        });
    }

    Result<Done> publish(const Facts&);
    Result<Facts> facts(Side);

private:
    Box(Folder, Side, Descriptor claim, Nudge, std::unique_ptr<Store>);
    /// Nothing goes into a file that is lost: nobody would read it there.
    template <class Action>
    auto attempt(Action action) -> Result<decltype(action())> {
        try {
            if (is_lost()) return lost(m_file);
            return action();
        } catch (const SQLite::Exception& error) {
            m_damaged = m_damaged || store::is_damage(error);
            return store::failure(m_file, mailbox_file, error);
        }
    }
    Folder m_folder, m_file;
    Side m_own;
    Descriptor m_claim;
    Nudge m_nudge;
    std::unique_ptr<Store> m_store;
    FileIdentity m_identity;
    bool m_damaged = false;
};

Facts read_facts(SQLite::Database&, Side);
/// Inside a write: every visit with something unfinished is over.
void forget_all(Store&);
/// Inside a write: of requests that are taken or belong to a forgotten visit, only what is owed to the printer stays.
void drop_payloads(SQLite::Database&);
/// Inside a write: deletes whatever belongs to a forgotten visit and is finished. True if anything went.
bool clear_forgotten(SQLite::Database&);

}  // namespace kiosk::mailbox
