// SPDX-License-Identifier: Apache-2.0
#include "store/store.hpp"

#include "store/rights.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

namespace kiosk::store {

namespace {

constexpr int busy_ms = 2'000;
constexpr const char* a_link = "is a link";

/// SQLite makes its -wal and -shm with the rights of the main file. It would follow a link, out of the folder.
std::string guarded_file(const std::filesystem::path& file, Store::Open how) {
    const int flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | (how == Store::Open::make ? O_CREAT : 0);
    const mode_t rights = rights_in(file.parent_path());
    const int fd = open(file.c_str(), flags, rights);
    if (fd < 0 && errno == ELOOP) throw SQLite::Exception(a_link, SQLITE_CANTOPEN);
    if (fd >= 0) {
        fchmod(fd, rights);  // by who made it
        close(fd);
    }
    std::error_code error;
    const auto folder = std::filesystem::canonical(file.parent_path(), error);
    return (error ? file : folder / file.filename()).string();
}

bool row(SQLite::Database& db, const char* pragma, const char* wanted) {
    SQLite::Statement query(db, pragma);
    return query.executeStep() && query.getColumn(0).getString() == wanted;
}

void require(bool holds, int code, const char* what) {
    if (!holds) throw SQLite::Exception(what, code);
}

constexpr const char* counter_table =
    "CREATE TABLE counter(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;";

void make_tables(SQLite::Database& db, const Purpose& purpose) {
    SQLite::Transaction making(db, SQLite::TransactionBehavior::IMMEDIATE);
    const int found = db.execAndGet("PRAGMA user_version").getInt();
    require(found == 0 || found == purpose.version, SQLITE_MISMATCH, "another version");
    if (found == 0) {
        db.exec(counter_table);
        db.exec(purpose.tables);
        db.exec("PRAGMA user_version = " + std::to_string(purpose.version));
    }
    making.commit();
}

/// Both fail without harm: the deletion itself is committed, and tidy() comes back to them.
bool rewrite(SQLite::Database& db) {
    try {
        db.exec("VACUUM");
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

bool cut_log(SQLite::Database& db) {
    try {
        SQLite::Statement cut(db, "PRAGMA wal_checkpoint(TRUNCATE)");
        return cut.executeStep() && cut.getColumn(0).getInt() == 0;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

}  // namespace

Store::Store(const std::filesystem::path& file, const Purpose& purpose, Open how)
    : m_db(guarded_file(file, how), SQLite::OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW, busy_ms) {
    m_db.exec("PRAGMA secure_delete = ON");
    m_db.exec("PRAGMA temp_store = MEMORY");  // VACUUM must not leave a copy beside the file
    require(row(m_db, "PRAGMA journal_mode = WAL", "wal"), SQLITE_CANTOPEN, "no write-ahead log");
    m_db.exec("PRAGMA synchronous = FULL");
    if (how == Open::make) {
        require(row(m_db, "PRAGMA quick_check(1)", "ok"), SQLITE_CORRUPT, "damaged");
        make_tables(m_db, purpose);
    }
}

std::int64_t Store::next(const char* counter) {
    SQLite::Statement add(m_db,
                          "INSERT INTO counter VALUES(?, 1) ON CONFLICT(name) DO UPDATE SET value = value + 1 "
                          "RETURNING value");
    add.bind(1, counter);
    add.executeStep();
    const std::int64_t value = add.getColumn(0).getInt64();
    while (add.executeStep()) {
    }
    return value;
}

std::int64_t Store::last(const char* counter) {
    SQLite::Statement query(m_db, "SELECT value FROM counter WHERE name = ?");
    query.bind(1, counter);
    return query.executeStep() ? query.getColumn(0).getInt64() : 0;
}

/// secure_delete clears the deleted cells, but a page that SQLite has rearranged may hold older copies of them:
/// VACUUM writes every page anew. The log keeps all old pages until it is cut to nothing.
void Store::wipe() {
    const bool anew = rewrite(m_db);  // needs room on the disk; cutting the log makes some
    m_owed = !cut_log(m_db) || !anew;
}

void Store::owe() {
    m_owed = true;
}

void Store::tidy() {
    if (m_owed) wipe();
}

bool is_damage(const SQLite::Exception& error) {
    return error.getErrorCode() == SQLITE_CORRUPT || error.getErrorCode() == SQLITE_NOTADB;
}

Failure failure(const std::filesystem::path& file, const Purpose& purpose, const SQLite::Exception& error) {
    const std::string it = "The " + purpose.name + " " + file.string();
    const std::string folder = file.parent_path().string();
    if (error.what() == std::string(a_link)) return {it + " is a link, and is not followed. Remove the link."};
    switch (error.getErrorCode()) {
        case SQLITE_FULL:
            return {"The disk of the state folder " + folder + " is full. Make room on it."};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {it + " is damaged. Stop kiosk, move the file away and start kiosk again; " + purpose.lost + "."};
        case SQLITE_MISMATCH:
            return {it +
                    " was made by another version of kiosk. Stop kiosk, move the file away and start kiosk again."};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {it + " is held by another program. Close whatever has it open."};
        case SQLITE_CANTOPEN:
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {it + " cannot be opened for writing. It and its folder must belong to the user kiosk runs as."};
        case SQLITE_IOERR:
            return {it + " cannot be read or written: the disk is full or failing. Make room on it, or replace it."};
        default:
            return {it + " cannot be used (" + error.getErrorStr() + ")."};
    }
}

}  // namespace kiosk::store
