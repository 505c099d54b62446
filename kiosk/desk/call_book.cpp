// SPDX-License-Identifier: Apache-2.0
#include "desk/call_book.hpp"

#include <nlohmann/json.hpp>

namespace kiosk::desk {

namespace {

using store::Store;

constexpr const char* tables = R"(
    CREATE TABLE call(kiosk TEXT, ticket INTEGER, kind INTEGER, number INTEGER, revision INTEGER NOT NULL,
        raised_at INTEGER NOT NULL, level INTEGER NOT NULL, reasons TEXT NOT NULL, language TEXT NOT NULL,
        stage INTEGER NOT NULL DEFAULT 0, closed INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0,
        shown_at INTEGER NOT NULL DEFAULT 0, again_at INTEGER NOT NULL DEFAULT 0, coming_at INTEGER NOT NULL DEFAULT 0,
        closed_at INTEGER NOT NULL DEFAULT 0, coming_by TEXT NOT NULL DEFAULT '', closed_by TEXT NOT NULL DEFAULT '',
        again_kiosk_ms INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY(kiosk, ticket, kind, number)) WITHOUT ROWID;
    CREATE INDEX call_revision ON call(revision);
    CREATE TABLE person(name TEXT PRIMARY KEY) WITHOUT ROWID;
)";
const store::Purpose book{"call book", "open calls in it are lost", tables, 2};

constexpr const char* select_calls =
    "SELECT kiosk, ticket, kind, number, revision, raised_at, level, reasons, language, stage, closed, cancelled, "
    "shown_at, again_at, coming_at, closed_at, coming_by, closed_by, again_kiosk_ms FROM call ";

/// None where a damaged file says something else.
std::vector<std::string> reasons_in(const std::string& text) {
    std::vector<std::string> reasons;
    const auto all = nlohmann::json::parse(text, nullptr, false);
    for (const auto& one : all)
        if (one.is_string()) reasons.push_back(one.get<std::string>());
    return reasons;
}

Call read_call(SQLite::Statement& row) {
    const auto text = [&](int at) { return row.getColumn(at).getString(); };
    const auto time = [&](int at) { return WallTime{row.getColumn(at).getInt64()}; };
    Call call;
    call.id = {text(0), static_cast<std::uint64_t>(row.getColumn(1).getInt64()),
               static_cast<Kind>(row.getColumn(2).getInt()), row.getColumn(3).getInt()};
    call.revision = row.getColumn(4).getInt64();
    call.raised_at = time(5);
    call.told.level = static_cast<Level>(row.getColumn(6).getInt());
    call.told.reasons = reasons_in(text(7));
    call.told.language = text(8);
    call.stage = static_cast<Stage>(row.getColumn(9).getInt());
    call.closed = static_cast<Closed>(row.getColumn(10).getInt());
    call.cancelled = row.getColumn(11).getInt() != 0;
    call.shown_at = time(12);
    call.again_at = time(13);
    call.coming_at = time(14);
    call.closed_at = time(15);
    call.coming_by = text(16);
    call.closed_by = text(17);
    call.again_kiosk_ms = row.getColumn(18).getInt64();
    return call;
}

std::vector<Call> read_calls(SQLite::Statement& query) {
    std::vector<Call> found;
    while (query.executeStep()) found.push_back(read_call(query));
    return found;
}

/// From this place on: kiosk, ticket, kind, number.
void bind_id(SQLite::Statement& statement, int from, const CallId& id) {
    statement.bind(from, id.kiosk);
    statement.bind(from + 1, static_cast<std::int64_t>(id.ticket));
    statement.bind(from + 2, static_cast<int>(id.kind));
    statement.bind(from + 3, id.number);
}

/// One write, whole or not at all. `action` says how many rows are other than before.
template <class Action>
Result<Done> write(Store& store, const std::filesystem::path& file, Action action) {
    return store::attempt(file, book, [&] {
        store.tidy();
        store::Writing writing(store);
        if (action() == 0) return Done::same;
        writing.commit();
        return Done::changed;
    });
}

/// `set` and `when` with ?1 a revision, ?2 a time, ?3 a name, ?4 a number; the call by ?5 to ?8.
struct Change {
    const char *set, *when;
    WallTime at{};
    std::string by{};
    std::int64_t number = 0;
};

Result<Done> change(Store& store, const std::filesystem::path& file, const CallId& id, const Change& how) {
    return write(store, file, [&] {
        SQLite::Statement update(store.db(),
                                 std::string("UPDATE call SET revision = ?1, ") + how.set +
                                     " WHERE kiosk = ?5 AND ticket = ?6 AND kind = ?7 AND number = ?8 AND " + how.when);
        update.bind(1, store.next("revision"));
        update.bind(2, how.at.ms);
        update.bind(3, how.by);
        update.bind(4, how.number);
        bind_id(update, 5, id);
        return update.exec();
    });
}

}  // namespace

CallBook::CallBook(std::filesystem::path file)
    : m_file(std::move(file)), m_store(std::make_unique<Store>(m_file, book, Store::Open::make)) {}

Result<CallBook> CallBook::open(const std::filesystem::path& file) {
    auto opened = store::attempt(file, book, [&] { return CallBook(file); });
    if (opened) opened->m_store->wipe();
    return opened;
}

Result<Done> CallBook::take(const Call& call) {
    return write(*m_store, m_file, [&] {
        SQLite::Statement put(m_store->db(),
                              "INSERT INTO call(kiosk, ticket, kind, number, revision, raised_at, level, reasons, "
                              "language) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT DO NOTHING");
        bind_id(put, 1, call.id);
        put.bind(5, m_store->next("revision"));
        put.bind(6, call.raised_at.ms);
        put.bind(7, static_cast<int>(call.told.level));
        put.bind(8, nlohmann::json(call.told.reasons).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
        put.bind(9, call.told.language);
        return put.exec();
    });
}

Result<Done> CallBook::again(const CallId& id, WallTime at, Instant said_at) {
    return change(*m_store, m_file, id,
                  {"again_at = ?2, again_kiosk_ms = ?4, shown_at = CASE WHEN stage < 2 THEN 0 ELSE shown_at END, "
                   "stage = CASE WHEN stage < 2 THEN 0 ELSE stage END",
                   "stage < 3 AND again_kiosk_ms < ?4",
                   at,
                   {},
                   said_at.ms});
}

Result<Done> CallBook::cancel(const CallId& id) {
    return change(*m_store, m_file, id, {"cancelled = 1", "cancelled = 0 AND stage < 3"});
}

Result<Done> CallBook::show(const CallId& id, WallTime at) {
    return change(*m_store, m_file, id, {"stage = 1, shown_at = ?2", "stage = 0", at});
}

Result<Done> CallBook::acknowledge(const CallId& id, const std::string& by, WallTime at) {
    return change(*m_store, m_file, id,
                  {"stage = 2, coming_by = ?3, coming_at = ?2, "
                   "shown_at = CASE WHEN shown_at = 0 THEN ?2 ELSE shown_at END",
                   "stage < 2", at, by});
}

Result<Done> CallBook::close(const CallId& id, Closed how, const std::string& by, WallTime at) {
    const auto closed =
        change(*m_store, m_file, id,
               {"stage = 3, closed = ?4, closed_by = ?3, closed_at = ?2, reasons = '[]', level = 0, language = ''",
                "stage < 3", at, by, static_cast<int>(how)});
    if (closed && *closed == Done::changed) m_store->wipe();
    return closed;
}

Result<std::vector<Call>> CallBook::calls(WallTime closed_since) {
    return store::attempt(m_file, book, [&] {
        SQLite::Statement query(m_store->db(),
                                std::string(select_calls) + "WHERE stage < 3 OR closed_at >= ? ORDER BY raised_at");
        query.bind(1, closed_since.ms);
        return read_calls(query);
    });
}

Result<std::optional<Call>> CallBook::find(const CallId& id) {
    return store::attempt(m_file, book, [&] {
        SQLite::Statement query(m_store->db(), std::string(select_calls) +
                                                   "WHERE kiosk = ?1 AND ticket = ?2 AND kind = ?3 AND number = ?4");
        bind_id(query, 1, id);
        return query.executeStep() ? std::optional(read_call(query)) : std::nullopt;
    });
}

Result<std::optional<Call>> CallBook::open_test(const std::string& kiosk) {
    return store::attempt(m_file, book, [&] {
        SQLite::Statement query(m_store->db(),
                                std::string(select_calls) + "WHERE kiosk = ? AND kind = 3 AND stage < 3 LIMIT 1");
        query.bind(1, kiosk);
        return query.executeStep() ? std::optional(read_call(query)) : std::nullopt;
    });
}

Result<std::vector<Call>> CallBook::changed_after(std::int64_t revision) {
    return store::attempt(m_file, book, [&] {
        SQLite::Statement query(m_store->db(), std::string(select_calls) + "WHERE revision > ? ORDER BY revision");
        query.bind(1, revision);
        return read_calls(query);
    });
}

Result<std::vector<Call>> CallBook::calls_of(const std::string& kiosk, WallTime closed_since) {
    return store::attempt(m_file, book, [&] {
        SQLite::Statement query(m_store->db(), std::string(select_calls) +
                                                   "WHERE kiosk = ? AND kind IN (0, 3) AND (stage < 3 OR "
                                                   "closed_at >= ?) ORDER BY revision DESC LIMIT 200");
        query.bind(1, kiosk);
        query.bind(2, closed_since.ms);
        return read_calls(query);
    });
}

Result<int> CallBook::count_open_but(const CallId& id) {
    return store::attempt(m_file, book, [&] {
        SQLite::Statement query(m_store->db(),
                                "SELECT COUNT(*) FROM call WHERE kiosk = ?1 AND closed_at = 0 AND NOT (ticket = ?2 AND "
                                "kind = ?3 AND number = ?4)");
        bind_id(query, 1, id);
        query.executeStep();
        return query.getColumn(0).getInt();
    });
}

Result<int> CallBook::count(const std::string& kiosk, Kind kind, WallTime since) {
    return store::attempt(m_file, book, [&] {
        SQLite::Statement query(m_store->db(),
                                "SELECT COUNT(*) FROM call WHERE kiosk = ? AND kind = ? AND raised_at >= ?");
        query.bind(1, kiosk);
        query.bind(2, static_cast<int>(kind));
        query.bind(3, since.ms);
        query.executeStep();
        return query.getColumn(0).getInt();
    });
}

Result<std::vector<Call>> CallBook::last_tests() {
    return store::attempt(m_file, book, [&] {
        SQLite::Statement query(m_store->db(), std::string(select_calls) +
                                                   "AS one WHERE kind = 3 AND raised_at = (SELECT MAX(raised_at) FROM "
                                                   "call WHERE kind = 3 AND kiosk = one.kiosk)");
        return read_calls(query);
    });
}

Result<Done> CallBook::forget_closed(WallTime before) {
    return write(*m_store, m_file, [&] {
        SQLite::Statement forget(m_store->db(), "DELETE FROM call WHERE stage = 3 AND closed_at < ?");
        forget.bind(1, before.ms);
        const int gone = forget.exec();
        if (gone > 0) m_store->owe();
        return gone;
    });
}

Result<std::vector<std::string>> CallBook::people() {
    return store::attempt(m_file, book, [&] {
        std::vector<std::string> names;
        SQLite::Statement query(m_store->db(), "SELECT name FROM person ORDER BY name");
        while (query.executeStep()) names.push_back(query.getColumn(0).getString());
        return names;
    });
}

Result<Done> CallBook::add_person(const std::string& name) {
    const auto there = people();
    if (!there) return there.failure();
    if (there->size() >= most_people) return Done::same;
    return write(*m_store, m_file, [&] {
        SQLite::Statement add(m_store->db(), "INSERT OR IGNORE INTO person VALUES(?)");
        add.bind(1, name);
        return add.exec();
    });
}

Result<Done> CallBook::remove_person(const std::string& name) {
    return write(*m_store, m_file, [&] {
        SQLite::Statement remove(m_store->db(), "DELETE FROM person WHERE name = ?");
        remove.bind(1, name);
        return remove.exec();
    });
}

}  // namespace kiosk::desk
