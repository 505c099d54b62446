// SPDX-License-Identifier: Apache-2.0
#include "desk/usage_book.hpp"

namespace kiosk::desk {

namespace {

constexpr const char* tables = R"(
    CREATE TABLE total(day INTEGER, what INTEGER, name TEXT, number INTEGER NOT NULL, PRIMARY KEY(day, what, name))
        WITHOUT ROWID;
    CREATE TABLE counted(ticket INTEGER, kind INTEGER, number INTEGER, PRIMARY KEY(ticket, kind, number)) WITHOUT ROWID;
)";
const store::Purpose book{"book of usage", "the totals of days in it are lost", tables, 1};

/// In the file; never renumber.
enum class What { visits, outcome, language, handouts };

int number_of(Day day) {
    return static_cast<int>(day.time_since_epoch().count());
}

void bind(SQLite::Statement& statement, const UsageBook::Once& once) {
    statement.bind(1, static_cast<std::int64_t>(once.ticket));
    statement.bind(2, once.kind);
    statement.bind(3, once.number);
}

void put(Totals& totals, What what, const std::string& name, int number) {
    switch (what) {
        case What::visits:
            totals.visits = number;
            break;
        case What::handouts:
            totals.handouts = number;
            break;
        case What::language:
            totals.by_language[name] = number;
            break;
        case What::outcome:
            for (std::size_t i = 0; i < outcomes; ++i)
                if (name == std::to_string(i)) totals.by_outcome[i] = number;
            break;
    }
}

std::set<UsageBook::Once> all_counted(SQLite::Database& db) {
    std::set<UsageBook::Once> found;
    SQLite::Statement query(db, "SELECT ticket, kind, number FROM counted");
    while (query.executeStep())
        found.insert({static_cast<std::uint64_t>(query.getColumn(0).getInt64()), query.getColumn(1).getInt(),
                      query.getColumn(2).getInt()});
    return found;
}

}  // namespace

struct UsageBook::Part {
    What what;
    std::string name;
    int number;
};

UsageBook::UsageBook(std::filesystem::path file)
    : m_file(std::move(file)), m_store(std::make_unique<store::Store>(m_file, book, store::Store::Open::make)) {}

Result<UsageBook> UsageBook::open(const std::filesystem::path& file) {
    auto opened = store::attempt(file, book, [&] { return UsageBook(file); });
    if (opened) opened->m_store->wipe();
    return opened;
}

Result<UsageBook::Done> UsageBook::add(const Once& once, const std::vector<Part>& parts, Day day) {
    return store::attempt(m_file, book, [&] {
        m_store->tidy();
        store::Writing writing(*m_store);
        SQLite::Statement remember(m_store->db(), "INSERT INTO counted VALUES(?, ?, ?) ON CONFLICT DO NOTHING");
        bind(remember, once);
        if (remember.exec() == 0) return Done{};
        for (const auto& part : parts) {
            SQLite::Statement count(m_store->db(),
                                    "INSERT INTO total VALUES(?1, ?2, ?3, ?4) "
                                    "ON CONFLICT DO UPDATE SET number = number + excluded.number");
            count.bind(1, number_of(day));
            count.bind(2, static_cast<int>(part.what));
            count.bind(3, part.name);
            count.bind(4, part.number);
            count.exec();
        }
        writing.commit();
        return Done{};
    });
}

Result<UsageBook::Done> UsageBook::count(const Once& once, const Tally& tally, Day day) {
    return add(once,
               {{What::visits, {}, 1},
                {What::outcome, std::to_string(static_cast<int>(tally.outcome)), 1},
                {What::language, tally.language, 1}},
               day);
}

Result<UsageBook::Done> UsageBook::count_handouts(const Once& once, int handouts, Day day) {
    return add(once, {{What::handouts, {}, handouts}}, day);
}

Result<UsageBook::Done> UsageBook::settle(const std::set<Once>& open) {
    return store::attempt(m_file, book, [&] {
        m_store->tidy();
        auto done = all_counted(m_store->db());
        for (const auto& once : open) done.erase(once);
        if (done.empty()) return Done{};
        store::Writing writing(*m_store);
        for (const auto& once : done) {
            SQLite::Statement forget(m_store->db(), "DELETE FROM counted WHERE ticket = ? AND kind = ? AND number = ?");
            bind(forget, once);
            forget.exec();
        }
        writing.commit();
        m_store->wipe();
        return Done{};
    });
}

Result<std::vector<Totals>> UsageBook::totals(Day since) {
    return store::attempt(m_file, book, [&] {
        std::vector<Totals> found;
        SQLite::Statement query(m_store->db(), "SELECT day, what, name, number FROM total WHERE day >= ? ORDER BY day");
        query.bind(1, number_of(since));
        while (query.executeStep()) {
            const Day day{std::chrono::days{query.getColumn(0).getInt()}};
            if (found.empty() || found.back().day != day) found.push_back({.day = day, .by_language = {}});
            put(found.back(), static_cast<What>(query.getColumn(1).getInt()), query.getColumn(2).getString(),
                query.getColumn(3).getInt());
        }
        return found;
    });
}

Result<UsageBook::Done> UsageBook::forget_old(Day today) {
    return store::attempt(m_file, book, [&] {
        m_store->tidy();
        store::Writing writing(*m_store);
        SQLite::Statement forget(m_store->db(), "DELETE FROM total WHERE day < ?");
        forget.bind(1, number_of(today - kept));
        const bool any = forget.exec() > 0;
        writing.commit();
        if (any) m_store->wipe();
        return Done{};
    });
}

}  // namespace kiosk::desk
