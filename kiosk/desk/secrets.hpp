// SPDX-License-Identifier: Apache-2.0
// What staff prove who they are with: password and PIN as Argon2id hashes, sessions as hashes of random cookies, and
// how many wrong tries there were, in a file of the service's own. Wrong tries slow down, also over a restart. Safe
// from many threads; one check at a time, for each takes 64 MiB.
#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "desk/call.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <variant>

namespace kiosk::desk {

class Secrets {
public:
    static constexpr int free_tries = 5;
    static constexpr Duration longest_wait{15 * 60'000};
    static constexpr Duration session_idle{12 * 3'600'000};

    /// Made where it is not there, readable by its owner alone.
    static Result<Secrets> open(const std::filesystem::path& file);

    /// What is guarded, each with a secret and tries of its own: the desk page by the staff password, what is for staff
    /// at the glass by the PIN. In the file; never renumber.
    enum class Door { desk, glass };
    /// Of the desk: ends every session.
    Result<std::monostate> set(Door, const std::string&);
    Result<bool> has(Door);
    /// Since the last right one.
    Result<int> wrong_tries(Door);

    enum class Verdict { right, wrong, too_soon };
    struct Tried {
        Verdict verdict = Verdict::wrong;
        Duration wait{0};  ///< until the next try is looked at
    };
    /// A try that comes too soon is not looked at, and does not count.
    Result<Tried> try_at(Door, const std::string&, WallTime now);

    /// A new session: what its cookie holds, 64 hex digits. Only its hash is kept.
    Result<std::string> begin_session(WallTime now);
    /// Whether there is this session; each use keeps it for another session_idle.
    bool has_session(const std::string& cookie, WallTime now);
    void end_session(const std::string& cookie);

private:
    explicit Secrets(std::filesystem::path file);
    std::filesystem::path m_file;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<std::mutex> m_mutex = std::make_unique<std::mutex>();
};

/// 32 random bytes as 64 hex digits.
std::string random_token();
/// The keyed or plain BLAKE2b hash of a text, as hex.
std::string hash_of(const std::string& text, const std::string& key = {});
/// Without a hint in its time where they differ.
bool are_same(const std::string&, const std::string&);

/// 10 to 200 bytes. Empty: fine; else what is wrong with it.
std::string password_trouble(const std::string&);
/// Six digits, at least four of them different, that are no run. Empty: fine; else what is wrong with it.
std::string pin_trouble(const std::string&);

}  // namespace kiosk::desk
