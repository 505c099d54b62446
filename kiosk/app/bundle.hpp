// SPDX-License-Identifier: Apache-2.0
// A content on its way to kiosks: one signed file. Its head is text that a person can read - version, files with their
// length and SHA-256, an Ed25519 signature over all of that - and after an empty line come the bytes of the files, one
// after another. Made by pack, read by install; nothing of it is used before the signature and every hash are right.
#pragma once

#include "app/last_good.hpp"
#include "base/result.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk::app {

inline constexpr std::size_t largest_bundle = 256U << 20;  ///< bytes; a recorded voice for every text is some 50 MB
inline constexpr std::uint64_t largest_version = 999'999'999'999;

struct Bundle {
    std::uint64_t version = 0;  ///< from 1; a kiosk takes only a higher one than it ever had
    Reading reading;
};

/// The file, but for its signature, which sign() makes over all that is before it.
std::string head_of(const Bundle&);
std::string write_bundle(const Bundle&, const std::string& signature);

/// A sentence for staff where it is not one, was changed, or is signed by nobody this kiosk knows (`key`, hex).
Result<Bundle> read_bundle(std::string_view bytes, const std::string& key);

}  // namespace kiosk::app
