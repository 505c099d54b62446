// SPDX-License-Identifier: Apache-2.0
// A SQLite file of ours, of the mailbox or of the desk: opened so that a commit is on the disk and what is deleted
// leaves no byte behind. Its errors are exceptions; attempt() makes them sentences.
#pragma once

#include "base/result.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <string>

namespace kiosk::store {

/// What a file is for.
struct Purpose {
    std::string name;    ///< "mailbox", as its sentences call it
    std::string lost;    ///< what is gone where a damaged one is moved away: "requests waiting in it are lost"
    const char* tables;  ///< SQL that makes them; a table `counter` is made for all
    int version = 1;     ///< of the tables; a file of another is refused
};

class Store {
public:
    enum class Open { make, only_if_there };
    /// Throws SQLite::Exception. Nobody else may be opening it.
    Store(const std::filesystem::path& file, const Purpose&, Open);

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

/// It cannot be read as a database any more.
bool is_damage(const SQLite::Exception&);
/// For a person: what went wrong with this file and what to do.
Failure failure(const std::filesystem::path& file, const Purpose&, const SQLite::Exception&);

template <class Action>
auto attempt(const std::filesystem::path& file, const Purpose& purpose, Action action) -> Result<decltype(action())> {
    try {
        return action();
    } catch (const SQLite::Exception& error) {
        return failure(file, purpose, error);
    }
}

}  // namespace kiosk::store
