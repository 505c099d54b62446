// SPDX-License-Identifier: Apache-2.0
// The keys by which a desk knows its other kiosks, in a file of its own: of each only a hash. Safe from many threads.
#pragma once

#include "base/result.hpp"
#include "store/store.hpp"

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kiosk::desk {

class KioskKeys {
public:
    /// Kiosks with a key.
    static constexpr std::size_t most = 200;

    /// The file is made, readable by its owner alone.
    static Result<KioskKeys> open(const std::filesystem::path& file);

    /// A new key for the kiosk of this name, 64 hex digits; the one it had no longer counts. Failure: the name has not
    /// 1 to 40 letters, or there are 200 kiosks already.
    Result<std::string> make(const std::string& name);
    /// Failure where it has none, too: whoever takes a key away must not be wrong about it.
    Result<std::monostate> remove(const std::string& name);
    Result<std::vector<std::string>> names();
    /// Whose key it is; nothing: nobody's, or the file cannot be read.
    std::optional<std::string> name_of(const std::string& key);

private:
    explicit KioskKeys(std::filesystem::path file);
    std::filesystem::path m_file;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<std::mutex> m_mutex = std::make_unique<std::mutex>();
};

}  // namespace kiosk::desk
