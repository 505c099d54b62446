// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4) of bytes, in hex: the fingerprint by which a clinician's approval knows its content again.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::content {

std::string sha256(std::string_view);

}  // namespace kiosk::content
