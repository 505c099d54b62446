// SPDX-License-Identifier: Apache-2.0
// The totals of days on the disk. Each is counted by itself: nothing in the file says which outcome goes with which
// language, nor in what order or at what time of day. Counting twice is counting once. One thread at a time.
#pragma once

#include "base/result.hpp"
#include "desk/usage.hpp"
#include "store/store.hpp"

#include <compare>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <set>
#include <variant>

namespace kiosk::desk {

class UsageBook {
public:
    using Done = std::monostate;
    static constexpr std::chrono::days kept{400};

    /// The file is made; its folder must be there, and ours alone.
    static Result<UsageBook> open(const std::filesystem::path& file);

    /// What must not be counted twice: the key of the request that says so.
    struct Once {
        std::uint64_t ticket = 0;
        int kind = 0, number = 0;
        auto operator<=>(const Once&) const = default;
    };
    Result<Done> count(const Once&, const Tally&, Day);
    Result<Done> count_handouts(const Once&, int handouts, Day);
    /// Of what was counted only these may be told again; the others leave no byte.
    Result<Done> settle(const std::set<Once>& open);

    Result<std::vector<Totals>> totals(Day since);
    /// Days that are older than `kept`.
    Result<Done> forget_old(Day today);

private:
    explicit UsageBook(std::filesystem::path file);
    struct Part;
    Result<Done> add(const Once&, const std::vector<Part>&, Day);

    std::filesystem::path m_file;
    std::unique_ptr<store::Store> m_store;
};

}  // namespace kiosk::desk
