// SPDX-License-Identifier: Apache-2.0
// The calls of a desk on its disk: what a call returns as done survives kill -9 and a power cut. Telling twice is
// telling once; a stage never goes back, but for a call that is raised again. The reasons of a closed call leave no
// byte behind. One thread at a time.
#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "desk/call.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::desk {

/// Whether anything is other than before.
enum class Done { same, changed };

class CallBook {
public:
    /// The file is made; its folder must be there, and ours alone. Takes back nothing that was told before.
    static Result<CallBook> open(const std::filesystem::path& file);

    /// A message of a kiosk: `told` and `raised_at` of a new one. One that is there already stays as it is.
    Result<Done> take(const Call&);
    /// The patient calls again: it must be shown again, unless a person is coming already. `said_at`: by the kiosk's
    /// clock; one that is no later than the last is the last, told twice.
    Result<Done> again(const CallId&, WallTime, Instant said_at);
    Result<Done> cancel(const CallId&);
    Result<Done> show(const CallId&, WallTime);
    Result<Done> acknowledge(const CallId&, const std::string& by, WallTime);
    /// The reasons go from the disk.
    Result<Done> close(const CallId&, Closed, const std::string& by, WallTime);

    /// Open ones, and those closed since; oldest first.
    Result<std::vector<Call>> calls(WallTime closed_since);
    /// Changed after this revision, in the order of their changes.
    /// Nothing: there is no such call.
    Result<std::optional<Call>> find(const CallId&);
    /// The test call of a kiosk that nobody has closed; nothing: there is none.
    Result<std::optional<Call>> open_test(const std::string& kiosk);
    Result<std::vector<Call>> changed_after(std::int64_t revision);
    /// Red pages' calls and test calls of one kiosk, open or closed since.
    Result<std::vector<Call>> calls_of(const std::string& kiosk, WallTime closed_since);
    /// How many of this kind one kiosk has raised since.
    /// Of this kiosk, others than this one.
    Result<int> count_open_but(const CallId&);
    Result<int> count(const std::string& kiosk, Kind, WallTime since);
    /// The last test call of each kiosk.
    Result<std::vector<Call>> last_tests();
    /// Closed before then: all of them goes.
    Result<Done> forget_closed(WallTime before);

    static constexpr std::size_t most_people = 40;
    /// Who answers calls here, by name; "Nurse Lee".
    Result<std::vector<std::string>> people();
    Result<Done> add_person(const std::string&);
    Result<Done> remove_person(const std::string&);

private:
    explicit CallBook(std::filesystem::path file);

    std::filesystem::path m_file;
    std::unique_ptr<store::Store> m_store;
};

}  // namespace kiosk::desk
