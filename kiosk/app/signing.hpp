// SPDX-License-Identifier: Apache-2.0
// Ed25519 signatures: a clinician's key in a file only they can read, its public part in each kiosk's machine file.
// Used by approve and by whoever asks whether an approval holds.
#pragma once

#include "base/result.hpp"

#include <string>

namespace kiosk::app {

/// Writes a new secret key (0600; never over a file that is there) and returns its public part, hex.
Result<std::string> make_key(const std::string& file);
/// The public part of the secret key in a file.
Result<std::string> public_part(const std::string& file);
/// The signature, hex, by the secret key in a file.
Result<std::string> sign(const std::string& text, const std::string& file);
bool is_signed(const std::string& text, const std::string& signature, const std::string& public_key);
bool is_public_key(const std::string& hex);

}  // namespace kiosk::app
