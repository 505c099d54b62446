// SPDX-License-Identifier: Apache-2.0
// Which visits nothing in step can tell apart. Used by the walks; tests hold it against walks that merge nothing.
#pragma once

#include "visit/visit.hpp"

#include <string>

namespace kiosk::proof {

/// The answers as shortly as they can be told: for each question the one that counts now and, once amber was shown,
/// those that still count besides.
visit::Answers merged(const content::Topic&, const visit::Answers&);

/// The same visit on a plain glass, at one instant, with its first ticket, job and call.
visit::Visit merged(const content::Content&, const visit::Visit&);

/// Equal for equal visits, and only for them. Of merged visits only.
std::string key_of(const visit::Visit&);

/// What key_of is made of, for keys of one's own.
void write(std::string& key, std::size_t number);
void write(std::string& key, const visit::Answer&);
void write(std::string& key, const visit::Draft&);
void write(std::string& key, const visit::Answers&);

}  // namespace kiosk::proof
