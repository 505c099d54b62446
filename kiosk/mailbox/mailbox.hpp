// SPDX-License-Identifier: Apache-2.0
// The mailbox between `kiosk run` (Screen) and `kiosk serve` (Service): one SQLite file in a folder of theirs. What a
// call returns as done is on the disk: a kill of either side loses nothing and doubles nothing. After each commit the
// other side is nudged: poll descriptor(), call quiet(), then look; look once a second as well, a nudge may be lost.
// What was wiped is gone from every byte of the folder. One thread each.
#pragma once

#include "base/result.hpp"
#include "mailbox/letter.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace kiosk::mailbox {

using Done = std::monostate;
using Folder = std::filesystem::path;

/// To write in it; to reach another folder in it; for root to look into another user's.
enum class Purpose { use, pass, look };
/// Makes the folder, private (0700), its parents too. Fine if it is there already and either ours alone, or shared on
/// purpose: with the set-group-ID bit, a group we are in, and nothing for anybody else.
Result<Done> make_folder(const Folder&, Purpose = Purpose::use);

/// A damaged mailbox is put aside when one side opens it, and a new one begins; what was in it is lost, calls too. When
/// that was, in ms since 1970, for a week; after that, by `now`, it is deleted.
std::optional<std::int64_t> put_aside_at(const Folder&, std::int64_t now);

class Box;  // the file and the two sockets

enum class Put { waiting, withdrawn };

class Screen {
public:
    /// One at a time in a folder. Whatever earlier visits left is forgotten: finished things at once, open ones when
    /// done.
    static Result<Screen> open(const Folder&);
    Screen(Screen&&) noexcept;
    Screen& operator=(Screen&&) noexcept;
    ~Screen();

    /// A number no earlier visit had, not even before a restart.
    std::uint64_t next_ticket();
    /// Prints of earlier visits still open when this screen started. Putting their cancel_print is the caller's choice.
    const std::vector<Key>& prints_left() const;
    /// withdrawn: a cancel_print found the print not yet taken; it is gone, and nothing will be reported about it.
    Result<Put> put(const Request&);
    /// The visit is over: its finished requests and its reports are wiped now, the rest as they finish.
    Result<Done> forget(std::uint64_t ticket);
    /// Before the screen stops: every visit is over. Its prints are to be cancelled, and no payload stays.
    Result<Done> leave();
    /// New or changed since the last call, oldest first.
    Result<std::vector<Report>> reports();

    Result<Done> publish(const Facts&);
    Result<Facts> facts(Side);
    /// The other process holds its end of the mailbox (killed: false at once; frozen: still true).
    bool service_is_there() const;
    /// Its file was found damaged, or another lies in its place: nothing works until it is opened anew.
    bool is_lost() const;

    int descriptor() const;
    void quiet();

private:
    explicit Screen(std::unique_ptr<Box>);
    std::unique_ptr<Box> m_box;
    std::vector<Key> m_left;
    std::uint64_t m_next_ticket = 0;
    std::int64_t m_seen = 0;
};

class Service {
public:
    /// One at a time in a folder. Wipes what belongs to no open request.
    static Result<Service> open(const Folder&);
    Service(Service&&) noexcept;
    Service& operator=(Service&&) noexcept;
    ~Service();

    /// Taken but not finished, oldest first: after a start, what the one before was killed over.
    Result<std::vector<Unfinished>> unfinished();
    /// The oldest request nobody has taken; a request is taken once.
    Result<std::optional<Request>> take();
    /// Before the document is sent; again when an id becomes known. Failure: do not send.
    Result<Done> commit_job(std::uint64_t ticket, int number, const PrinterJob&);
    /// Nothing happens for a visit that was forgotten.
    Result<Done> report(const Report&);
    /// The payload goes, the request stays open: a cancel is still owed to the printer.
    Result<Done> drop_payload(const Key&);
    /// Done: the payload goes, and the job's row; all of it if the visit was forgotten.
    Result<Done> finish(const Key&);
    /// Before the service stops: no payload of what it took stays. Without a screen, every visit is over.
    Result<Done> leave();

    Result<Done> publish(const Facts&);
    Result<Facts> facts(Side);
    bool screen_is_there() const;
    bool is_lost() const;

    int descriptor() const;
    void quiet();

private:
    explicit Service(std::unique_ptr<Box>);
    std::unique_ptr<Box> m_box;
};

/// For `kiosk status`: changes nothing, needs neither side.
struct Look {
    bool screen_is_there = false, service_is_there = false;
    Facts screen, service;
    int waiting = 0;  ///< requests not finished
};
Result<Look> look(const Folder&);

}  // namespace kiosk::mailbox
