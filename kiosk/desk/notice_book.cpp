// SPDX-License-Identifier: Apache-2.0
#include "desk/notice_book.hpp"

namespace kiosk::desk {

namespace {

using store::Store;
using Done = std::monostate;

constexpr const char* tables = R"(
    CREATE TABLE notice(kiosk TEXT, ticket INTEGER, kind INTEGER, number INTEGER, event INTEGER, round INTEGER,
        sent INTEGER NOT NULL, PRIMARY KEY(kiosk, ticket, kind, number, event, round)) WITHOUT ROWID;
)";
const store::Purpose notices{"notice book", "open calls may be paged once more", tables, 1};

void bind_id(SQLite::Statement& statement, const CallId& id) {
    statement.bind(1, id.kiosk);
    statement.bind(2, static_cast<std::int64_t>(id.ticket));
    statement.bind(3, static_cast<int>(id.kind));
    statement.bind(4, id.number);
}

template <class Action>
Result<Done> write(Store& store, const std::filesystem::path& file, Action action) {
    return store::attempt(file, notices, [&] {
        store::Writing writing(store);
        action();
        writing.commit();
        return Done{};
    });
}

}  // namespace

NoticeBook::NoticeBook(std::filesystem::path file)
    : m_file(std::move(file)), m_store(std::make_unique<Store>(m_file, notices, Store::Open::make)) {}

Result<NoticeBook> NoticeBook::open(const std::filesystem::path& file) {
    return store::attempt(file, notices, [&] { return NoticeBook(file); });
}

Result<Sendings> NoticeBook::sendings() {
    return store::attempt(m_file, notices, [&] {
        Sendings found;
        SQLite::Statement row(m_store->db(), "SELECT kiosk, ticket, kind, number, event, round, sent FROM notice");
        while (row.executeStep()) {
            const CallId call{row.getColumn(0).getString(), static_cast<std::uint64_t>(row.getColumn(1).getInt64()),
                              static_cast<Kind>(row.getColumn(2).getInt()), row.getColumn(3).getInt()};
            const Notice notice{call, static_cast<Event>(row.getColumn(4).getInt()), row.getColumn(5).getInt64()};
            found.emplace(notice, static_cast<Sent>(row.getColumn(6).getInt()));
        }
        return found;
    });
}

Result<Done> NoticeBook::note(const Notice& notice, Sent sent) {
    return write(*m_store, m_file, [&] {
        SQLite::Statement put(m_store->db(),
                              "INSERT INTO notice VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                              "ON CONFLICT DO UPDATE SET sent = max(sent, excluded.sent)");
        bind_id(put, notice.call);
        put.bind(5, static_cast<int>(notice.event));
        put.bind(6, notice.round);
        put.bind(7, static_cast<int>(sent));
        put.exec();
    });
}

Result<Done> NoticeBook::forget(const CallId& call) {
    return write(*m_store, m_file, [&] {
        SQLite::Statement forget(m_store->db(),
                                 "DELETE FROM notice WHERE kiosk = ?1 AND ticket = ?2 AND kind = ?3 AND number = ?4");
        bind_id(forget, call);
        forget.exec();
    });
}

}  // namespace kiosk::desk
