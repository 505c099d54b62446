// SPDX-License-Identifier: Apache-2.0
// An XLIFF file brought up to what the content says today; made where there is none. Used by `kiosk translate`.
// No target text is ever lost: a unit whose source changed keeps its target and is marked, one that moved takes its
// target along, one that is gone is kept aside in the same file. What other tools wrote stays as it is.
#pragma once

#include "content/translation.hpp"

#include <optional>
#include <string>
#include <vector>

namespace kiosk::content {

/// Which file it is.
struct TranslationFile {
    std::string original;    ///< the file it translates, without its folder: "upper-back-pain.xml"
    std::string from, into;  ///< language codes
};

/// The file's new text; `old` itself, byte for byte, where nothing had to change. Nothing where `old` cannot be read,
/// which is reported.
std::optional<std::string> updated(const std::optional<std::string>& old, const TranslationFile&,
                                   const std::vector<Unit>&, Report&);

}  // namespace kiosk::content
