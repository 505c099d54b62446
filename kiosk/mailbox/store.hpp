// SPDX-License-Identifier: Apache-2.0
// The SQLite file of the mailbox: opened so that a commit is on the disk and what is deleted leaves no byte behind.
// Used by the box only. Its errors are exceptions; attempt() makes them sentences.
#pragma once

#include "base/result.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

namespace kiosk::mailbox {

class Store {
public:
    enum class Open { make, only_if_there };
    /// Throws SQLite::Exception. The caller holds opening().
    Store(const std::filesystem::path& file, Open);

    SQLite::Database& db() { return m_db; }
    /// The next of an ever-growing count, kept over restarts; only inside a transaction.
    std::int64_t next(const char* counter);
    std::int64_t last(const char* counter);
    /// After deleting: no byte of it stays in the file or its log. What could not be wiped is owed.
    void wipe();
    void owe();  ///< after a failed write: cutting the log may make room
    /// Tries again what is owed.
    void tidy();

private:
    SQLite::Database m_db;
    bool m_owed = false;
};

/// A write that is seen whole or not at all, on the disk when it returns.
class Writing {
public:
    explicit Writing(Store& store) : m_transaction(store.db(), SQLite::TransactionBehavior::IMMEDIATE) {}
    void commit() { m_transaction.commit(); }

private:
    SQLite::Transaction m_transaction;
};

/// For a person: what went wrong with this file and what to do.
Failure failure(const std::filesystem::path& file, const SQLite::Exception&);

template <class Action>
auto attempt(const std::filesystem::path& file, Action action) -> Result<decltype(action())> {
    try {
        return action();
    } catch (const SQLite::Exception& error) {
        return failure(file, error);
    }
}

}  // namespace kiosk::mailbox
