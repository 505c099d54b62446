// SPDX-License-Identifier: Apache-2.0
// What is known about a job and about the printer. Nothing more may be said to a patient.
// The enums have the words and the order of visit::PrintStage and visit::Trouble.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace kiosk::printer {

/// Which job: the visit's ticket and its job number, as the caller counts them.
struct JobKey {
    std::uint64_t ticket = 0;
    int number = 0;
    auto operator<=>(const JobKey&) const = default;
};

/// What the printer calls the job. Id 0: the whole job is sent in one request and gets its id only afterwards.
struct Handle {
    std::string uri;
    int id = 0;
    bool operator==(const Handle&) const = default;
};

/// printed, saved, not_printed, cancelled and unknown are final.
enum class Stage { queued, sent, printing, needs_hand, printed, saved, not_printed, cancelled, unknown };
/// Why a job waits (needs_hand, or queued with busy) or did not print.
enum class Trouble { none, paper, jam, door, toner, offline, busy, attention };

bool is_final(Stage);
const char* name(Stage);
const char* name(Trouble);

struct Report {
    JobKey key;
    Stage stage = Stage::queued;
    Trouble trouble = Trouble::none;
    int page = 0, pages = 0;  ///< page from 1; 0 = not known
    bool operator==(const Report&) const = default;
};

enum class Reach { not_asked, reached, unreachable, no_answer, not_a_printer, refused, wrong_certificate };
enum class Security { folder, plain, encrypted_not_pinned, pinned };
enum class Format { none, pdf, pwg_raster };

/// The printer as last seen; holds no address. For the status and for "no Print keys".
struct Condition {
    Reach reach = Reach::not_asked;
    Security security = Security::plain;
    Format format = Format::none;
    Trouble trouble = Trouble::none;  ///< what would stop a job now
    bool paper_low = false, toner_low = false;
    std::string presented_pin;  ///< with wrong_certificate: what the printer showed, 64 hex digits
    bool operator==(const Condition&) const = default;
};

/// One sentence for whoever looks after the machine.
std::string sentence(const Condition&);
/// The condition as one name, of which others have words: "ready", "paper-low", "toner-low", "demonstration", a
/// trouble's own ("paper" to "attention"), "not-asked", "not-reached", "refused", "wrong-certificate", "unusable",
/// "folder-trouble".
const char* state_name(const Condition&);

}  // namespace kiosk::printer
