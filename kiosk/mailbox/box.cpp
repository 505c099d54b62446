// SPDX-License-Identifier: Apache-2.0
#include "mailbox/box.hpp"

#include "mailbox/aside.hpp"

#include <sys/stat.h>

namespace kiosk::mailbox {

namespace {

static_assert(static_cast<int>(Kind::forget) == 8 && static_cast<int>(Kind::cancel_print) == 1 &&
                  static_cast<int>(Kind::try_pin) == 9,
              "the statements of this room name kinds by number");

constexpr const char* tables = R"(
    CREATE TABLE request(ticket INTEGER, kind INTEGER, number INTEGER, seq INTEGER NOT NULL, state INTEGER NOT NULL,
        payload BLOB NOT NULL, PRIMARY KEY(ticket, kind, number)) WITHOUT ROWID;
    CREATE TABLE job(ticket INTEGER, number INTEGER, uri TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(ticket, number))
        WITHOUT ROWID;
    CREATE TABLE report(ticket INTEGER, about INTEGER, number INTEGER, revision INTEGER NOT NULL, stage INTEGER,
        trouble INTEGER, page INTEGER, pages INTEGER, PRIMARY KEY(ticket, about, number)) WITHOUT ROWID;
    CREATE TABLE fact(side INTEGER, fact INTEGER, value TEXT NOT NULL, PRIMARY KEY(side, fact)) WITHOUT ROWID;
)";

constexpr const char* forget_unfinished = R"(
    INSERT OR IGNORE INTO request
        SELECT DISTINCT ticket, 8, 0, 0, 0, x'' FROM request WHERE state <> 2 AND kind <> 8)";

/// In this order: each statement may leave work for the next.
constexpr const char* clearing[] = {
    "DELETE FROM request WHERE state = 2 AND kind <> 8 AND ticket IN (SELECT ticket FROM request WHERE kind = 8)",
    "DELETE FROM request WHERE kind = 8 AND ticket NOT IN (SELECT ticket FROM request WHERE kind <> 8)",
    "DELETE FROM report WHERE ticket IN (SELECT ticket FROM request WHERE kind = 8) "
    "OR ticket NOT IN (SELECT ticket FROM request)",
    "DELETE FROM job WHERE NOT EXISTS (SELECT 1 FROM request r WHERE r.ticket = job.ticket AND r.kind = 0 "
    "AND r.number = job.number AND r.state <> 2)",
};

/// Of prints, and of a PIN that was typed: a call is staff's until the desk has it.
constexpr const char* drop = R"(
    UPDATE request SET payload = x'' WHERE payload <> x'' AND kind IN (0, 9)
        AND (state = 1 OR ticket IN (SELECT ticket FROM request WHERE kind = 8)))";

}  // namespace

const store::Purpose mailbox_file{"mailbox", "requests waiting in it are lost", tables, 1};

FileIdentity identity_of(const Folder& file) {
    struct stat found {};
    if (stat(file.c_str(), &found) != 0) return {};
    return {found.st_dev, found.st_ino};
}

Failure lost(const Folder& file) {
    return {"The mailbox " + file.string() + " was found damaged and is put aside; kiosk starts a new one."};
}

namespace {

std::unique_ptr<Store> opened(const Folder& file) {
    return std::make_unique<Store>(file, mailbox_file, Store::Open::make);
}

/// A damaged one must not keep the kiosk from working: it goes out of the way, and an empty one begins.
Result<std::unique_ptr<Store>> open_store(const Folder& folder) {
    const auto file = database_in(folder);
    try {
        return opened(file);
    } catch (const SQLite::Exception& error) {
        if (!store::is_damage(error)) return store::failure(file, mailbox_file, error);
    }
    put_aside(folder);
    return store::attempt(file, mailbox_file, [&] { return opened(file); });
}

}  // namespace

Box::Box(Folder folder, Side own, Descriptor claim, Nudge nudge, std::unique_ptr<Store> store)
    : m_folder(std::move(folder)),
      m_file(database_in(m_folder)),
      m_own(own),
      m_claim(std::move(claim)),
      m_nudge(std::move(nudge)),
      m_store(std::move(store)),
      m_identity(identity_of(m_file)) {}

Result<std::unique_ptr<Box>> Box::open(const Folder& folder, Side own) {
    const auto usable = check_folder(folder);
    if (!usable) return usable.failure();
    auto claimed = claim(folder, own);
    if (!claimed) return claimed.failure();
    const auto alone = opening(folder);
    if (!alone) return alone.failure();
    auto nudge = Nudge::open(folder, own);
    if (!nudge) return nudge.failure();
    auto store = open_store(folder);
    if (!store) return store.failure();
    return std::unique_ptr<Box>(new Box(folder, own, std::move(*claimed), std::move(*nudge), std::move(*store)));
}

Result<Done> Box::publish(const Facts& facts) {
    return write([&] {
        SQLite::Statement put(db(),
                              "INSERT INTO fact VALUES(?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value "
                              "WHERE value <> excluded.value");
        for (const auto& [fact, value] : facts) {
            put.bind(1, static_cast<int>(m_own));
            put.bind(2, static_cast<int>(fact));
            put.bind(3, value);
            put.exec();
            put.reset();
        }
        return Done{};
    });
}

Result<Facts> Box::facts(Side side) {
    return read([&] { return read_facts(db(), side); });
}

Facts read_facts(SQLite::Database& db, Side side) {
    Facts found;
    SQLite::Statement query(db, "SELECT fact, value FROM fact WHERE side = ?");
    query.bind(1, static_cast<int>(side));
    while (query.executeStep()) found[static_cast<Fact>(query.getColumn(0).getInt())] = query.getColumn(1).getString();
    return found;
}

std::string value_of(const Facts& facts, Fact fact) {
    const auto at = facts.find(fact);
    return at == facts.end() ? std::string() : at->second;
}

void forget_all(Store& store) {
    store.db().exec(forget_unfinished);
    SQLite::Statement number(store.db(), "UPDATE request SET seq = ? WHERE kind = 8 AND seq = 0");
    number.bind(1, store.next("seq"));
    number.exec();
    // Finished things of visits that nothing keeps open.
    store.db().exec(
        "DELETE FROM request WHERE state = 2 AND ticket NOT IN (SELECT ticket FROM request WHERE kind = 8)");
}

void drop_payloads(SQLite::Database& db) {
    db.exec(drop);
}

bool clear_forgotten(SQLite::Database& db) {
    int gone = 0;
    for (const char* statement : clearing) gone += db.exec(statement);
    return gone > 0;
}

}  // namespace kiosk::mailbox
