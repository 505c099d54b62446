// SPDX-License-Identifier: Apache-2.0
// The last good content: copies of what passed every check, in the state folder, for the glass and for the next start.
// A copy is written beside, flushed, and only then named as the current one, so whatever is killed at whatever moment
// leaves the one before or the one after, both whole. A copy's name holds its fingerprint: what does not fit its name
// is not used. Written by take-in, swept by the service, read by both processes.
#pragma once

#include "app/files.hpp"
#include "app/options.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace kiosk::app {

/// One content with its approval: "fingerprint-approval". Nothing in it ever changes.
using Edition = std::string;
std::string hash_of(const Edition&);
/// The first 64 bits of a fingerprint, for the journal.
std::uint64_t number_of(const std::string& hash);

/// A content as it was read: every file by its path below the folder of content.xml.
struct Reading {
    std::map<std::string, std::string> files;
    std::string root;      ///< "content.xml"
    std::string hash;      ///< of all of it
    std::string approval;  ///< what approval.xml says; empty: nothing that holds
};

class LastGood {
public:
    /// Of the content.xml that this machine names; copies of another are not seen.
    explicit LastGood(const Machine&);

    std::optional<Edition> current() const;
    /// Any copy with this fingerprint.
    std::optional<Edition> edition_of(const std::string& hash) const;
    /// Loaded from the copy; nothing where that is not what its name says. Its approval holds today, or is not in it.
    std::optional<content::Content> load(const Edition&, const Machine&, const std::string& today) const;

    /// A copy on the disk, named as the current one; a sentence where the disk does not take it.
    Result<Edition> keep(const Reading&) const;
    /// Deletes every copy but the current one and those with these fingerprints, and what a kill left half-written.
    void sweep(const std::set<std::string>& hashes) const;

private:
    std::string m_source;  ///< absolute path of content.xml
    std::filesystem::path m_folder;
};

}  // namespace kiosk::app
