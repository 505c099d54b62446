// SPDX-License-Identifier: Apache-2.0
#include "content/fingerprint.hpp"

#include <sodium.h>

#include <array>

namespace kiosk::content {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash;
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::array<char, 2 * hash.size() + 1> hex;
    return sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
}

}  // namespace kiosk::content
