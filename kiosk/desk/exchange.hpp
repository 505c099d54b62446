// SPDX-License-Identifier: Apache-2.0
// What a kiosk says to its desk and what the desk answers, over whatever line there is between them. A kiosk says all
// that is not yet taken, again and again; said twice is told once. Who speaks is not in it: the desk knows a kiosk by
// the way its words came.
#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"
#include "desk/call.hpp"
#include "desk/drill.hpp"
#include "desk/health.hpp"
#include "desk/usage.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::desk {

class Desk;

/// One thing that happened to one call at the kiosk.
struct Telling {
    enum class What { raised, again, cancelled, closed };
    struct Key {
        What what = What::raised;
        std::uint64_t ticket = 0;
        Kind kind = Kind::call;
        int number = 0;
        Instant at;  ///< of the kiosk's own clock: tells one "again" from the next
        auto operator<=>(const Key&) const = default;
    } key;
    Told told{};      ///< of raised
    Duration ago{0};  ///< how long it is since, when it was said
    bool operator==(const Telling&) const = default;
};

/// One line about a kiosk for staff.
struct Fact {
    std::string name, value;
    bool is_trouble = false;  ///< somebody should see to it
    bool operator==(const Fact&) const = default;
};

/// How a kiosk is. Nothing of a patient.
struct About {
    std::vector<Fact> facts;
    std::string alarm;  ///< what somebody must see to at once; usually empty
    Health health;
    std::vector<Drill> drills{};  ///< the newest first
    Usage usage{};
    /// The last test page it has begun for the desk; 0: none yet; nothing: it has no printer.
    std::optional<std::int64_t> test_page{};
    bool operator==(const About&) const = default;
};

struct Said {
    std::vector<Telling> tellings;  ///< in their order, those not yet taken
    About about;
    bool operator==(const Said&) const = default;
};

/// How far one red page's call or test call of this kiosk has come.
struct Progress {
    std::uint64_t ticket = 0;
    Kind kind = Kind::call;
    int number = 0;
    Stage stage = Stage::taken;
    Instant again;  ///< the last "again" the desk knows, by the kiosk's clock
    auto operator<=>(const Progress&) const = default;
};

struct Heard {
    std::vector<Telling::Key> taken;  ///< they are on the desk's disk
    std::vector<Progress> calls;      ///< open ones, and those closed in the last hour
    bool is_watched = false;          ///< a page is open that shows a call to a person
    struct Today {
        int calls = 0, see_today = 0;
        bool operator==(const Today&) const = default;
    } today;                     ///< that came from this kiosk since midnight, the desk's local time
    std::int64_t test_page = 0;  ///< staff at the desk wait for this one; grows; 0: none
    bool operator==(const Heard&) const = default;
};

/// Tellings in one Said; the others wait.
inline constexpr std::size_t most_tellings = 16;
/// Of one kiosk that nobody has closed; more are not taken.
inline constexpr int most_open_calls = 2'000;
/// Bytes of either text.
inline constexpr std::size_t longest_text = 262'144;

/// Writes down what this kiosk says, in its order, and what it is to hear. What cannot be written is not taken, nor
/// what comes after it. Failure: the book cannot be read.
Result<Heard> exchange(Desk&, const std::string& kiosk, const Said&);

/// The same, said at this moment of the kiosk's clock.
Said said_at(Instant now, Said);

/// As JSON; what is longer than any desk reads is cut, for a call that is refused would hold up all that come after it.
std::string write_said(const Said&);
/// Nothing: it is no such text, or one that is longer than any kiosk's or desk's.
std::optional<Said> read_said(const std::string&);
std::string write_heard(const Heard&);
std::optional<Heard> read_heard(const std::string&);

}  // namespace kiosk::desk
