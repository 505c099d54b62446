// SPDX-License-Identifier: Apache-2.0
#include "mailbox/box.hpp"

namespace kiosk::mailbox {

namespace {

/// A desk knows calls by their tickets: where the file was lost, or put back from a copy, none may come again.
std::uint64_t first_ticket(SQLite::Database& db) {
    SQLite::Statement random(db, "SELECT abs(random() / 4)");
    random.executeStep();
    return static_cast<std::uint64_t>(random.getColumn(0).getInt64());
}

void bind_key(SQLite::Statement& statement, const Key& key) {
    statement.bind(1, static_cast<std::int64_t>(key.ticket));
    statement.bind(2, static_cast<int>(key.kind));
    statement.bind(3, key.number);
}

/// Once is enough: a key that is there already stays as it is, but a call may be repeated after its last repeat was
/// done.
void insert(Store& store, const Request& request, State state) {
    SQLite::Statement put(store.db(),
                          "INSERT INTO request VALUES(?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, "
                          "state = 0, payload = excluded.payload WHERE kind = ? AND state = 2");
    bind_key(put, request.key);
    put.bind(4, store.next("seq"));
    put.bind(5, static_cast<int>(state));
    put.bind(6, request.payload.data(), static_cast<int>(request.payload.size()));
    put.bind(7, static_cast<int>(Kind::repeat_call));
    put.exec();
}

/// A print nobody has taken yet is gone with its payload; true if there was one.
bool withdraw(Store& store, const Key& cancel) {
    SQLite::Statement print(store.db(),
                            "UPDATE request SET state = 2, payload = x'' WHERE ticket = ? AND kind = ? AND number = ? "
                            "AND state = 0");
    bind_key(print, {cancel.ticket, Kind::print, cancel.number});
    return print.exec() > 0;
}

std::vector<Key> open_prints(SQLite::Database& db) {
    std::vector<Key> keys;
    SQLite::Statement query(db, "SELECT ticket, number FROM request WHERE kind = 0 AND state <> 2 ORDER BY seq");
    while (query.executeStep())
        keys.push_back(
            {static_cast<std::uint64_t>(query.getColumn(0).getInt64()), Kind::print, query.getColumn(1).getInt()});
    return keys;
}

Report read_report(SQLite::Statement& row) {
    return {.ticket = static_cast<std::uint64_t>(row.getColumn(1).getInt64()),
            .about = static_cast<Subject>(row.getColumn(2).getInt()),
            .number = row.getColumn(3).getInt(),
            .stage = row.getColumn(4).getInt(),
            .trouble = row.getColumn(5).getInt(),
            .page = row.getColumn(6).getInt(),
            .pages = row.getColumn(7).getInt()};
}

}  // namespace

Screen::Screen(std::unique_ptr<Box> box) : m_box(std::move(box)) {}
Screen::Screen(Screen&&) noexcept = default;
Screen& Screen::operator=(Screen&&) noexcept = default;
Screen::~Screen() = default;

Result<Screen> Screen::open(const Folder& folder) {
    auto box = Box::open(folder, Side::screen);
    if (!box) return box.failure();
    Screen screen(std::move(*box));
    const auto begun = screen.m_box->write([&] {
        Store& store = screen.m_box->store();
        screen.m_next_ticket = first_ticket(store.db());
        forget_all(store);
        clear_forgotten(store.db());
        screen.m_left = open_prints(store.db());
        screen.m_seen = store.last("revision");
        return Done{};
    });
    if (!begun) return begun.failure();
    screen.m_box->store().wipe();
    return screen;
}

std::uint64_t Screen::next_ticket() {
    return ++m_next_ticket;
}
const std::vector<Key>& Screen::prints_left() const {
    return m_left;
}

Result<Put> Screen::put(const Request& request) {
    const auto outcome = m_box->write([&] {
        const bool cancel = request.key.kind == Kind::cancel_print;
        const bool withdrawn = cancel && withdraw(m_box->store(), request.key);
        insert(m_box->store(), request, withdrawn ? State::done : State::open);
        if (withdrawn) clear_forgotten(m_box->db());
        return withdrawn ? Put::withdrawn : Put::waiting;
    });
    if (outcome && *outcome == Put::withdrawn) m_box->store().wipe();
    return outcome;
}

Result<Done> Screen::forget(std::uint64_t ticket) {
    const auto outcome = m_box->write([&] {
        insert(m_box->store(), {{ticket, Kind::forget, 0}, {}}, State::open);
        clear_forgotten(m_box->db());
        return Done{};
    });
    if (outcome) m_box->store().wipe();
    return outcome;
}

Result<Done> Screen::leave() {
    const auto outcome = m_box->write([&] {
        Store& store = m_box->store();
        for (Key key : open_prints(store.db())) {
            key.kind = Kind::cancel_print;
            insert(store, {key, {}}, withdraw(store, key) ? State::done : State::open);
        }
        forget_all(store);
        drop_payloads(store.db());
        clear_forgotten(store.db());
        return Done{};
    });
    if (outcome) m_box->store().wipe();
    return outcome;
}

Result<std::vector<Report>> Screen::reports() {
    return m_box->read([&] {
        std::vector<Report> found;
        SQLite::Statement query(m_box->db(),
                                "SELECT revision, ticket, about, number, stage, trouble, page, pages FROM report "
                                "WHERE revision > ? ORDER BY revision");
        query.bind(1, m_seen);
        while (query.executeStep()) {
            m_seen = query.getColumn(0).getInt64();
            found.push_back(read_report(query));
        }
        return found;
    });
}

Result<Done> Screen::publish(const Facts& facts) {
    return m_box->publish(facts);
}
Result<Facts> Screen::facts(Side side) {
    return m_box->facts(side);
}
bool Screen::service_is_there() const {
    return m_box->other_is_there();
}
bool Screen::is_lost() const {
    return m_box->is_lost();
}
int Screen::descriptor() const {
    return m_box->nudge().descriptor();
}
void Screen::quiet() {
    m_box->nudge().quiet();
}

}  // namespace kiosk::mailbox
