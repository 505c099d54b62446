// SPDX-License-Identifier: Apache-2.0
#include "mailbox/box.hpp"

namespace kiosk::mailbox {

namespace {

std::int64_t number(std::uint64_t ticket) {
    return static_cast<std::int64_t>(ticket);
}

Key read_key(SQLite::Statement& row) {
    return {static_cast<std::uint64_t>(row.getColumn(0).getInt64()), static_cast<Kind>(row.getColumn(1).getInt()),
            row.getColumn(2).getInt()};
}

Request read_request(SQLite::Statement& row) {
    return {read_key(row), row.getColumn(3).getString()};
}

/// Columns 0-3: the request; 4: job's uri or null; 5: job's id; 6: cancelled; 7: forgotten.
Unfinished read_unfinished(SQLite::Statement& row) {
    Unfinished found;
    found.request = read_request(row);
    if (!row.getColumn(4).isNull()) found.job = PrinterJob{row.getColumn(4).getString(), row.getColumn(5).getInt()};
    found.cancelled = row.getColumn(6).getInt() != 0;
    found.forgotten = row.getColumn(7).getInt() != 0;
    return found;
}

constexpr const char* select_unfinished = R"(
    SELECT r.ticket, r.kind, r.number, r.payload, job.uri, job.id,
        EXISTS(SELECT 1 FROM request c WHERE c.ticket = r.ticket AND c.kind = 1 AND c.number = r.number),
        EXISTS(SELECT 1 FROM request f WHERE f.ticket = r.ticket AND f.kind = 8)
    FROM request r LEFT JOIN job ON r.kind = 0 AND job.ticket = r.ticket AND job.number = r.number
    WHERE r.state = 1 AND r.kind <> 8 ORDER BY r.seq)";

constexpr const char* take_oldest = R"(
    UPDATE request SET state = 1
    WHERE (ticket, kind, number) = (SELECT ticket, kind, number FROM request WHERE state = 0 ORDER BY seq LIMIT 1)
    RETURNING ticket, kind, number, payload)";

constexpr const char* put_job = R"(
    INSERT INTO job SELECT ticket, number, ?3, ?4 FROM request WHERE ticket = ?1 AND kind = 0 AND number = ?2 AND state = 1
    ON CONFLICT DO UPDATE SET uri = excluded.uri, id = excluded.id)";

/// Only for a request that is there and a visit that was not forgotten; a new revision only where something changed.
constexpr const char* put_report = R"(
    INSERT INTO report SELECT ticket, ?2, ?3, ?4, ?5, ?6, ?7, ?8 FROM request r
        WHERE ticket = ?1 AND kind = ?9 AND number = ?3
        AND NOT EXISTS(SELECT 1 FROM request f WHERE f.ticket = ?1 AND f.kind = 8)
    ON CONFLICT DO UPDATE SET revision = excluded.revision, stage = excluded.stage, trouble = excluded.trouble,
        page = excluded.page, pages = excluded.pages
        WHERE (stage, trouble, page, pages) <> (excluded.stage, excluded.trouble, excluded.page, excluded.pages))";

/// The request that a report answers.
Kind asked_by(Subject subject) {
    switch (subject) {
        case Subject::print:
            break;
        case Subject::call:
            return Kind::call;
        case Subject::pin:
            return Kind::try_pin;
        case Subject::test_call:
            return Kind::test_call;
    }
    return Kind::print;
}

int change(SQLite::Database& db, const char* statement, const Key& key) {
    SQLite::Statement update(db, statement);
    update.bind(1, number(key.ticket));
    update.bind(2, static_cast<int>(key.kind));
    update.bind(3, key.number);
    return update.exec();
}

}  // namespace

Service::Service(std::unique_ptr<Box> box) : m_box(std::move(box)) {}
Service::Service(Service&&) noexcept = default;
Service& Service::operator=(Service&&) noexcept = default;
Service::~Service() = default;

Result<Service> Service::open(const Folder& folder) {
    auto box = Box::open(folder, Side::service);
    if (!box) return box.failure();
    Service service(std::move(*box));
    const auto begun = service.m_box->write([&] {
        // Without a screen nobody stands at the glass: every visit in the file is over.
        if (!service.screen_is_there()) forget_all(service.m_box->store());
        clear_forgotten(service.m_box->db());
        return Done{};
    });
    if (!begun) return begun.failure();
    service.m_box->store().wipe();
    return service;
}

Result<std::vector<Unfinished>> Service::unfinished() {
    return m_box->read([&] {
        std::vector<Unfinished> found;
        SQLite::Statement query(m_box->db(), select_unfinished);
        while (query.executeStep()) found.push_back(read_unfinished(query));
        return found;
    });
}

Result<std::optional<Request>> Service::take() {
    // Looking first: an empty mailbox costs no write.
    const auto any = m_box->read(
        [&] { return m_box->db().execAndGet("SELECT EXISTS(SELECT 1 FROM request WHERE state = 0)").getInt() != 0; });
    if (!any) return any.failure();
    if (!*any) return std::optional<Request>();
    return m_box->write([&] {
        std::optional<Request> taken;
        SQLite::Statement query(m_box->db(), take_oldest);
        if (query.executeStep()) taken = read_request(query);
        while (taken && query.executeStep()) {
        }
        return taken;
    });
}

Result<Done> Service::commit_job(std::uint64_t ticket, int job_number, const PrinterJob& job) {
    const auto rows = m_box->write([&] {
        SQLite::Statement put(m_box->db(), put_job);
        put.bind(1, number(ticket));
        put.bind(2, job_number);
        put.bind(3, job.uri);
        put.bind(4, job.id);
        return put.exec();
    });
    if (!rows) return rows.failure();
    if (*rows == 0) return Failure{"The request of this job is not in the mailbox any more: nothing is sent."};
    return Done{};
}

Result<Done> Service::report(const Report& report) {
    return m_box->write([&] {
        SQLite::Statement put(m_box->db(), put_report);
        put.bind(1, number(report.ticket));
        put.bind(2, static_cast<int>(report.about));
        put.bind(3, report.number);
        put.bind(4, m_box->store().next("revision"));
        put.bind(5, report.stage);
        put.bind(6, report.trouble);
        put.bind(7, report.page);
        put.bind(8, report.pages);
        put.bind(9, static_cast<int>(asked_by(report.about)));
        put.exec();
        return Done{};
    });
}

Result<Done> Service::drop_payload(const Key& key) {
    const auto rows = m_box->write([&] {
        return change(
            m_box->db(),
            "UPDATE request SET payload = x'' WHERE ticket = ? AND kind = ? AND number = ? AND payload <> x''", key);
    });
    if (!rows) return rows.failure();
    if (*rows > 0) m_box->store().wipe();
    return Done{};
}

Result<Done> Service::finish(const Key& key) {
    const auto anything = m_box->write([&] {
        SQLite::Database& db = m_box->db();
        const bool held = change(db,
                                 "UPDATE request SET payload = x'' WHERE ticket = ? AND kind = ? AND number = ? "
                                 "AND payload <> x''",
                                 key) > 0;
        change(db, "UPDATE request SET state = 2 WHERE ticket = ? AND kind = ? AND number = ?", key);
        return clear_forgotten(db) || held;
    });
    if (!anything) return anything.failure();
    if (*anything) m_box->store().wipe();
    return Done{};
}

Result<Done> Service::leave() {
    const auto outcome = m_box->write([&] {
        if (!screen_is_there()) forget_all(m_box->store());
        drop_payloads(m_box->db());
        clear_forgotten(m_box->db());
        return Done{};
    });
    if (outcome) m_box->store().wipe();
    return outcome;
}

Result<Done> Service::publish(const Facts& facts) {
    return m_box->publish(facts);
}
Result<Facts> Service::facts(Side side) {
    return m_box->facts(side);
}
bool Service::screen_is_there() const {
    return m_box->other_is_there();
}
bool Service::is_lost() const {
    return m_box->is_lost();
}
int Service::descriptor() const {
    return m_box->nudge().descriptor();
}
void Service::quiet() {
    m_box->nudge().quiet();
}

}  // namespace kiosk::mailbox
