// SPDX-License-Identifier: Apache-2.0
#include "desk/secrets.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace kiosk::desk {

namespace {

using store::Store;
using Done = std::monostate;

constexpr std::size_t shortest = 10, longest = 200;
constexpr std::int64_t first_wait_ms = 1'000;
constexpr std::int64_t use_noted_every_ms = 60'000;

constexpr const char* tables = R"(
    CREATE TABLE password(hash TEXT NOT NULL);
    CREATE TABLE tries(wrong INTEGER NOT NULL, until INTEGER NOT NULL);
    INSERT INTO tries VALUES(0, 0);
    CREATE TABLE session(hash TEXT PRIMARY KEY, used INTEGER NOT NULL) WITHOUT ROWID;
)";
const store::Purpose secrets_file{"secrets file", "the desk's password must be set again (kiosk password)", tables, 1};

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

void note_tries(SQLite::Database& db, int wrong, std::int64_t until) {
    SQLite::Statement note(db, "UPDATE tries SET wrong = ?, until = ?");
    note.bind(1, wrong);
    note.bind(2, until);
    note.exec();
}

}  // namespace

Secrets::Secrets(std::filesystem::path file)
    : m_file(std::move(file)), m_store(std::make_unique<Store>(m_file, secrets_file, Store::Open::make)) {}

Result<Secrets> Secrets::open(const std::filesystem::path& file) {
    make_ready();
    return store::attempt(file, secrets_file, [&] { return Secrets(file); });
}

Result<Done> Secrets::set_password(const std::string& password) {
    const std::lock_guard lock(*m_mutex);
    const auto hash = argon2id(password);
    auto done = write(*m_store, m_file, [&] {
        m_store->db().exec("DELETE FROM password; DELETE FROM session; UPDATE tries SET wrong = 0, until = 0");
        SQLite::Statement put(m_store->db(), "INSERT INTO password VALUES(?)");
        put.bind(1, hash);
        put.exec();
        return Done{};
    });
    if (done) m_store->wipe();
    return done;
}

Result<bool> Secrets::has_password() {
    const std::lock_guard lock(*m_mutex);
    return store::attempt(m_file, secrets_file, [&] {
        return m_store->db().execAndGet("SELECT EXISTS(SELECT 1 FROM password)").getInt() != 0;
    });
}

Result<Secrets::Tried> Secrets::try_password(const std::string& given, WallTime now) {
    const std::lock_guard lock(*m_mutex);
    return write(*m_store, m_file, [&]() -> Tried {
        auto& db = m_store->db();
        const auto until = db.execAndGet("SELECT until FROM tries").getInt64();
        const int wrong = db.execAndGet("SELECT wrong FROM tries").getInt() + 1;
        // A clock that was set back must not lock staff out for longer than a wait can be.
        const auto wait = std::min(until - now.ms, longest_wait.count());
        if (wait > 0) return {Verdict::too_soon, Duration{wait}};
        SQLite::Statement query(db, "SELECT hash FROM password");
        const auto hash = query.executeStep() ? query.getColumn(0).getString() : std::string();
        query.reset();
        if (!hash.empty() && crypto_pwhash_str_verify(hash.c_str(), given.data(), given.size()) == 0) {
            note_tries(db, 0, 0);
            return {Verdict::right, Duration{0}};
        }
        const auto next = wait_after(wrong);
        note_tries(db, wrong, now.ms + next);
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
    if (now.ms - *found < use_noted_every_ms) return true;
    const auto noted = write(*m_store, m_file, [&] {
        SQLite::Statement use(m_store->db(), "UPDATE session SET used = ? WHERE hash = ?");
        use.bind(1, now.ms);
        use.bind(2, hash);
        return use.exec();
    });
    return static_cast<bool>(noted);
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

}  // namespace kiosk::desk
