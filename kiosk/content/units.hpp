// SPDX-License-Identifier: Apache-2.0
// The one list of what is translated: every text of a topic or of the interface that patients read, with the name by
// which its translation is found again. Used by the loader, by check and by `kiosk translate`.
#pragma once

#include "content/element.hpp"

#include <string>
#include <vector>

namespace kiosk::content {

/// Where people meet a text, as problems call it: `question "chest"`, `handout "warm-bath"`, `interface "key"`.
struct Meeting {
    std::string what;
    int line = 0;  ///< in the topic or the interface
    bool operator==(const Meeting&) const = default;
};

struct Unit {
    /// From the ids that authors give: "choice.chest-pain.told", "handout.warm-bath.part.2.step.3"; the name of a text
    /// of the interface. A name token of XML, each once in its file. The first of several has no number.
    std::string id;
    std::string source;
    int line = 0;
    Meeting meeting;
    std::string hint;  ///< for the translator: what the text is for, how long it may be; may be empty
    std::vector<std::string>* in = nullptr;  ///< where its translations go, inside the element it was found in
};

/// In the order of the file. What only staff read (notes, why a row is not asked, sources) is none.
std::vector<Unit> units(Element& root);

}  // namespace kiosk::content
