// SPDX-License-Identifier: Apache-2.0
#include "desk/drill_book.hpp"

namespace kiosk::desk {

namespace {

using store::Store;

constexpr std::int64_t kept_ms = std::int64_t{2} * 366 * 24 * 3'600'000;

constexpr const char* tables = R"(
    CREATE TABLE drill(kiosk TEXT, ticket INTEGER, at INTEGER NOT NULL, passed INTEGER NOT NULL, line TEXT NOT NULL,
        PRIMARY KEY(kiosk, ticket, at)) WITHOUT ROWID;
)";
const store::Purpose book{"drill book", "the log of drills in it is lost", tables, 1};

}  // namespace

DrillBook::DrillBook(std::filesystem::path file)
    : m_file(std::move(file)), m_store(std::make_unique<Store>(m_file, book, Store::Open::make)) {}

Result<DrillBook> DrillBook::open(const std::filesystem::path& file) {
    return store::attempt(file, book, [&] { return DrillBook(file); });
}

Result<std::monostate> DrillBook::add(const std::string& kiosk, const Drill& drill) {
    return store::attempt(m_file, book, [&] {
        store::Writing writing(*m_store);
        SQLite::Statement put(m_store->db(), "INSERT OR IGNORE INTO drill VALUES(?, ?, ?, ?, ?)");
        put.bind(1, kiosk);
        put.bind(2, static_cast<std::int64_t>(drill.ticket));
        put.bind(3, drill.at.ms);
        put.bind(4, drill.passed ? 1 : 0);
        put.bind(5, drill.line);
        put.exec();
        SQLite::Statement old(m_store->db(), "DELETE FROM drill WHERE at < ?");
        old.bind(1, drill.at.ms - kept_ms);
        old.exec();
        writing.commit();
        return std::monostate{};
    });
}

Result<std::vector<Drill>> DrillBook::last(int most) {
    return store::attempt(m_file, book, [&] {
        std::vector<Drill> found;
        SQLite::Statement query(m_store->db(), "SELECT ticket, at, passed, line FROM drill ORDER BY at DESC LIMIT ?");
        query.bind(1, most);
        while (query.executeStep())
            found.push_back({static_cast<std::uint64_t>(query.getColumn(0).getInt64()),
                             {query.getColumn(1).getInt64()},
                             query.getColumn(2).getInt() != 0,
                             query.getColumn(3).getString()});
        return found;
    });
}

}  // namespace kiosk::desk
