// SPDX-License-Identifier: Apache-2.0
// What was sent to the paging system, on the disk: written before the first try and after the last, so that kill -9
// loses no page and none is sent under another key. Which calls, never what they say. One thread at a time.
#pragma once

#include "base/result.hpp"
#include "desk/paging.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <memory>
#include <variant>

namespace kiosk::desk {

class NoticeBook {
public:
    /// The file is made; its folder must be there, and ours alone.
    static Result<NoticeBook> open(const std::filesystem::path& file);

    Result<Sendings> sendings();
    Result<std::monostate> note(const Notice&, Sent);
    /// All about this call.
    Result<std::monostate> forget(const CallId&);

private:
    explicit NoticeBook(std::filesystem::path file);

    std::filesystem::path m_file;
    std::unique_ptr<store::Store> m_store;
};

}  // namespace kiosk::desk
