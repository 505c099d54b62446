// SPDX-License-Identifier: Apache-2.0
#include "desk/kiosk_keys.hpp"

#include "desk/secrets.hpp"
#include "desk/staff_name.hpp"

namespace kiosk::desk {

namespace {

using Done = std::monostate;

constexpr const char* tables = "CREATE TABLE kiosk(name TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE) WITHOUT ROWID;";
const store::Purpose keys_file{"file of kiosk keys", "each other kiosk must get a new key (kiosk desk-key)", tables, 1};

}  // namespace

KioskKeys::KioskKeys(std::filesystem::path file)
    : m_file(std::move(file)), m_store(std::make_unique<store::Store>(m_file, keys_file, store::Store::Open::make)) {}

Result<KioskKeys> KioskKeys::open(const std::filesystem::path& file) {
    return store::attempt(file, keys_file, [&] { return KioskKeys(file); });
}

Result<std::string> KioskKeys::make(const std::string& name) {
    if (!is_staff_name(name)) return Failure{"The name of a kiosk has 1 to 40 letters."};
    const auto there = names();
    if (!there) return there.failure();
    if (there->size() >= most) return Failure{"There are 200 kiosks already. Remove one first."};
    const std::lock_guard lock(*m_mutex);
    const auto key = random_token();
    auto made = store::attempt(m_file, keys_file, [&] {
        store::Writing writing(*m_store);
        SQLite::Statement put(m_store->db(), "INSERT OR REPLACE INTO kiosk VALUES(?, ?)");
        put.bind(1, name);
        put.bind(2, hash_of(key));
        put.exec();
        writing.commit();
        return key;
    });
    if (made) m_store->wipe();
    return made;
}

Result<Done> KioskKeys::remove(const std::string& name) {
    const std::lock_guard lock(*m_mutex);
    auto gone = store::attempt(m_file, keys_file, [&] {
        store::Writing writing(*m_store);
        SQLite::Statement drop(m_store->db(), "DELETE FROM kiosk WHERE name = ?");
        drop.bind(1, name);
        const int count = drop.exec();
        writing.commit();
        return count;
    });
    if (!gone) return gone.failure();
    if (*gone == 0)
        return Failure{"No kiosk of the name " + name + " has a key. kiosk desk-key names those that have one."};
    m_store->wipe();
    return Done{};
}

Result<std::vector<std::string>> KioskKeys::names() {
    const std::lock_guard lock(*m_mutex);
    return store::attempt(m_file, keys_file, [&] {
        std::vector<std::string> found;
        SQLite::Statement query(m_store->db(), "SELECT name FROM kiosk ORDER BY name");
        while (query.executeStep()) found.push_back(query.getColumn(0).getString());
        return found;
    });
}

std::optional<std::string> KioskKeys::name_of(const std::string& key) {
    if (key.size() != 64) return {};
    const std::lock_guard lock(*m_mutex);
    auto found = store::attempt(m_file, keys_file, [&] {
        SQLite::Statement query(m_store->db(), "SELECT name FROM kiosk WHERE hash = ?");
        query.bind(1, hash_of(key));
        return query.executeStep() ? std::optional(query.getColumn(0).getString()) : std::nullopt;
    });
    return found ? *found : std::nullopt;
}

}  // namespace kiosk::desk
