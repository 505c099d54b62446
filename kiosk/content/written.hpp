// SPDX-License-Identifier: Apache-2.0
// Where each text stands in the clinic's files, so that what is wrong on a screen can be told at the line that an
// author can change. Filled by load; used by `kiosk check`.
#pragma once

#include <string>
#include <vector>

namespace kiosk::content {

struct Element;

struct Written {
    std::string file;
    int line = 0;
    std::string text;  ///< as written, with its {places}
    bool operator==(const Written&) const = default;
};
using WrittenTexts = std::vector<Written>;

/// A text beside its translation, whether that is shown yet or not. Only where the translation is of this very text.
struct TranslatedText {
    std::string language;  ///< its code
    std::string file;      ///< the XLIFF file, and the line of the unit in it
    int line = 0;
    std::string meeting;  ///< where patients read it: `question "chest"`
    std::string source, target;
    bool operator==(const TranslatedText&) const = default;
};
using TranslatedTexts = std::vector<TranslatedText>;

/// Adds every text of the element and of all in it.
void add_written(const Element&, const std::string& file, WrittenTexts&);
/// The text that is shown as `shown`: with its places filled in, in a line with others, or cut. nullptr if there is
/// none.
const Written* where_written(const WrittenTexts&, const std::string& shown);

}  // namespace kiosk::content
