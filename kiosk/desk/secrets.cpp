// SPDX-License-Identifier: Apache-2.0
#include "desk/secrets.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

namespace kiosk::desk {

namespace {

using store::Store;
using Done = std::monostate;

constexpr std::size_t shortest = 10, longest = 200;
constexpr std::size_t least_different_digits = 4;
constexpr std::int64_t first_wait_ms = 1'000;
constexpr std::int64_t use_noted_every_ms = 60'000;

constexpr const char* tables = R"(
    CREATE TABLE secret(door INTEGER PRIMARY KEY, hash TEXT NOT NULL);
    CREATE TABLE tries(door INTEGER PRIMARY KEY, wrong INTEGER NOT NULL, until INTEGER NOT NULL);
    CREATE TABLE session(hash TEXT PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID;
)";
const store::Purpose secrets_file{
    "secrets file", "the desk's password and the staff PIN must be set again (kiosk password, kiosk pin)", tables, 2};

void make_ready() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium does not start");
}

std::string hex(const unsigned char* bytes, std::size_t count) {
    std::string text(count * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes, count);
    text.pop_back();
    return text;
}

std::string argon2id(const std::string& password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw std::bad_alloc();
    return hash.data();
}

/// Doubling from 1 s once the free tries are used up.
std::int64_t wait_after(int wrong) {
    if (wrong < Secrets::free_tries) return 0;
    return std::min(first_wait_ms << std::min(wrong - Secrets::free_tries, 20), Secrets::longest_wait.count());
}

template <class Action>
auto write(Store& store, const std::filesystem::path& file, Action action) -> Result<decltype(action())> {
    return store::attempt(file, secrets_file, [&] {
        store.tidy();
        store::Writing writing(store);
        auto outcome = action();
        writing.commit();
        return outcome;
    });
}

struct Tries {
    int wrong = 0;
    std::int64_t until = 0;
};

Tries tries_at(SQLite::Database& db, Secrets::Door door) {
    SQLite::Statement query(db, "SELECT wrong, until FROM tries WHERE door = ?");
    query.bind(1, static_cast<int>(door));
    return query.executeStep() ? Tries{query.getColumn(0).getInt(), query.getColumn(1).getInt64()} : Tries{};
}

void note(SQLite::Database& db, Secrets::Door door, const Tries& tries) {
    SQLite::Statement note(db, "INSERT OR REPLACE INTO tries VALUES(?, ?, ?)");
    note.bind(1, static_cast<int>(door));
    note.bind(2, tries.wrong);
    note.bind(3, tries.until);
    note.exec();
}

/// Empty where none was set.
std::string hash_at(SQLite::Database& db, Secrets::Door door) {
    SQLite::Statement query(db, "SELECT hash FROM secret WHERE door = ?");
    query.bind(1, static_cast<int>(door));
    return query.executeStep() ? query.getColumn(0).getString() : std::string();
}

}  // namespace

Secrets::Secrets(std::filesystem::path file)
    : m_file(std::move(file)), m_store(std::make_unique<Store>(m_file, secrets_file, Store::Open::make)) {}

Result<Secrets> Secrets::open(const std::filesystem::path& file) {
    make_ready();
    return store::attempt(file, secrets_file, [&] { return Secrets(file); });
}

Result<Done> Secrets::set(Door door, const std::string& secret) {
    const std::lock_guard lock(*m_mutex);
    const auto hash = argon2id(secret);
    auto done = write(*m_store, m_file, [&] {
        SQLite::Statement put(m_store->db(), "INSERT OR REPLACE INTO secret VALUES(?, ?)");
        put.bind(1, static_cast<int>(door));
        put.bind(2, hash);
        put.exec();
        note(m_store->db(), door, {});
        if (door == Door::desk) m_store->db().exec("DELETE FROM session");
        return Done{};
    });
    if (done) m_store->wipe();
    return done;
}

Result<bool> Secrets::has(Door door) {
    const std::lock_guard lock(*m_mutex);
    return store::attempt(m_file, secrets_file, [&] { return !hash_at(m_store->db(), door).empty(); });
}

Result<int> Secrets::wrong_tries(Door door) {
    const std::lock_guard lock(*m_mutex);
    return store::attempt(m_file, secrets_file, [&] { return tries_at(m_store->db(), door).wrong; });
}

Result<Secrets::Tried> Secrets::try_at(Door door, const std::string& given, WallTime now) {
    const std::lock_guard lock(*m_mutex);
    return write(*m_store, m_file, [&]() -> Tried {
        auto& db = m_store->db();
        auto before = tries_at(db, door);
        // A clock that was set back must not lock staff out for longer than a wait can be.
        if (before.until - now.ms > wait_after(before.wrong)) {
            before.until = now.ms + wait_after(before.wrong);
            note(db, door, before);
        }
        if (const auto wait = before.until - now.ms; wait > 0) return {Verdict::too_soon, Duration{wait}};
        const auto hash = hash_at(db, door);
        if (!hash.empty() && crypto_pwhash_str_verify(hash.c_str(), given.data(), given.size()) == 0) {
            note(db, door, {});
            return {Verdict::right, Duration{0}};
        }
        const int wrong = before.wrong + 1;
        const auto next = wait_after(wrong);
        note(db, door, {wrong, now.ms + next});
        return {Verdict::wrong, Duration{next}};
    });
}

Result<std::string> Secrets::begin_session(WallTime now) {
    const std::lock_guard lock(*m_mutex);
    const auto cookie = random_token();
    return write(*m_store, m_file, [&] {
        SQLite::Statement old(m_store->db(), "DELETE FROM session WHERE used < ?");
        old.bind(1, now.ms - session_idle.count());
        old.exec();
        SQLite::Statement put(m_store->db(), "INSERT INTO session VALUES(?, ?)");
        put.bind(1, hash_of(cookie));
        put.bind(2, now.ms);
        put.exec();
        return cookie;
    });
}

bool Secrets::has_session(const std::string& cookie, WallTime now) {
    if (cookie.size() != 64) return false;
    const std::lock_guard lock(*m_mutex);
    const auto hash = hash_of(cookie);
    const auto found = store::attempt(m_file, secrets_file, [&] {
        SQLite::Statement query(m_store->db(), "SELECT used FROM session WHERE hash = ?");
        query.bind(1, hash);
        return query.executeStep() ? query.getColumn(0).getInt64() : 0;
    });
    if (!found || *found == 0 || now.ms - *found > session_idle.count()) return false;
    // Used after now: the clock was ahead, and the session must not last until then.
    const auto since = now.ms - *found;
    if (since >= 0 && since < use_noted_every_ms) return true;
    const auto noted = write(*m_store, m_file, [&] {
        SQLite::Statement use(m_store->db(), "UPDATE session SET used = ? WHERE hash = ?");
        use.bind(1, now.ms);
        use.bind(2, hash);
        return use.exec();
    });
    // A disk that cannot be written must not throw out the staff who look at its calls.
    static_cast<void>(noted);
    return true;
}

void Secrets::end_session(const std::string& cookie) {
    const std::lock_guard lock(*m_mutex);
    const auto ended = write(*m_store, m_file, [&] {
        SQLite::Statement end(m_store->db(), "DELETE FROM session WHERE hash = ?");
        end.bind(1, hash_of(cookie));
        return end.exec();
    });
    static_cast<void>(ended);  // a disk that cannot be written keeps it until it is idle for too long
}

std::string random_token() {
    make_ready();
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    return hex(bytes.data(), bytes.size());
}

std::string hash_of(const std::string& text, const std::string& key) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       key.empty() ? nullptr : reinterpret_cast<const unsigned char*>(key.data()), key.size());
    return hex(hash.data(), hash.size());
}

bool are_same(const std::string& one, const std::string& other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

std::string password_trouble(const std::string& password) {
    if (password.size() < shortest) return "A password of the desk has 10 letters or more.";
    return password.size() > longest ? "A password of the desk has 200 letters at most." : "";
}

std::string pin_trouble(const std::string& pin) {
    const bool all_digits = pin.size() == 6 && pin.find_first_not_of("0123456789") == std::string::npos;
    if (!all_digits) return "A staff PIN has 6 digits.";
    if (std::set<char>(pin.begin(), pin.end()).size() < least_different_digits)
        return "This PIN is tried first by whoever guesses. A staff PIN has at least 4 different digits.";
    const int step = pin[1] - pin[0];
    bool is_run = step >= -1 && step <= 1;
    for (std::size_t i = 1; i < pin.size(); ++i) is_run = is_run && pin[i] - pin[i - 1] == step;
    return is_run ? "This PIN is tried first by whoever guesses. Choose digits in no such order." : "";
}

}  // namespace kiosk::desk
