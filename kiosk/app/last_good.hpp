// SPDX-License-Identifier: Apache-2.0
// The last good content: copies of what passed every check, in the state folder, for the glass and for the next start.
// Whether staff edited it here or it came in a bundle: the newest accepted is the current one, a link. A copy is
// written beside, flushed, and only then linked, so whatever is killed at whatever moment leaves the one before or the
// one after, both whole. A copy's name holds its fingerprint: what does not fit its name is not used. Written by
// take-in and install, swept by the service, read by both processes.
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

Reading reading_of(const FilesRead&, const std::string& content_xml, const std::string& hash,
                   const std::string& approval);

/// The copy's name: of its files, and of the approval with it.
Edition edition_of(const Reading&);

/// Where a copy came from.
struct Origin {
    std::uint64_t bundle = 0;  ///< its version, from 1; 0: it was edited on this machine
    std::string source;        ///< absolute path of the content.xml that was edited; the name of the bundle
    std::string root;          ///< the copy's "content.xml"
    bool operator==(const Origin&) const = default;
};

class LastGood {
public:
    /// What was edited in another content.xml than this machine names is not seen.
    explicit LastGood(const Machine&);

    std::optional<Edition> current() const;
    /// The link that says so.
    std::filesystem::path current_file() const { return m_folder / "current"; }
    /// Where there is such a copy.
    std::optional<Origin> origin_of(const Edition&) const;
    /// What staff's files were when they were last accepted or passed over: as long as they are still that, what came
    /// later stays.
    std::optional<Edition> last_edit() const;
    /// Staff's files as they are now, with this fingerprint, are older than what was just installed.
    Result<Edition> pass_over(const std::string& hash) const;
    /// The highest version that was ever installed here; 0: none.
    std::uint64_t newest_bundle() const;
    /// Any copy with this fingerprint.
    std::optional<Edition> edition_of(const std::string& hash) const;
    /// Loaded from the copy; nothing where that is not what its name says. Its approval holds today, or is not in it.
    std::optional<content::Content> load(const Edition&, const Machine&, const std::string& today) const;

    /// A copy on the disk of what staff edited, linked as the current one; a sentence where the disk does not take it.
    Result<Edition> keep(const Reading&) const;
    /// The same of what came in a bundle: its version, its name.
    Result<Edition> keep(const Reading&, std::uint64_t version, const std::string& name) const;
    /// The one before is the current one again; nothing where there is none.
    std::optional<Edition> go_back() const;
    /// Deletes every copy but the current one, the one before, and those with these fingerprints, and what a kill left
    /// half-written.
    void sweep(const std::set<std::string>& hashes) const;

private:
    Result<Edition> keep(const Reading&, const Origin&) const;
    void make_current(const Edition&) const;
    Failure not_kept(const std::filesystem::filesystem_error&) const;

    std::string m_source;  ///< absolute path of content.xml
    std::filesystem::path m_folder;
};

}  // namespace kiosk::app
