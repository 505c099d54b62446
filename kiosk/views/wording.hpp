// SPDX-License-Identifier: Apache-2.0
// The clinic's words made ready to show: placeholders filled, dates written out. Used by every screen and sheet.
// Every word comes from content; nothing here is a text of its own.
#pragma once

#include "base/instant.hpp"
#include "content/content.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::views {

/// What stands in the braces of a text: {"page", "2"} fills {page}.
struct Filling {
    std::string_view name, value;
};

/// Each {name} once, in one pass: a value that holds braces is left as it is. A name nobody fills stays readable.
std::string fill(std::string_view text, std::initializer_list<Filling>);

/// A text of the interface in this language, filled; in right-to-left languages each value is isolated, so that
/// telephone numbers and dates keep their order.
std::string say(const content::Content&, content::LanguageId, const std::string& name,
                std::initializer_list<Filling> = {});

/// How a language's script parts a list and ends a sentence.
struct Punctuation {
    std::string_view between, stop;
};
Punctuation punctuation(const content::Content&, content::LanguageId);
std::string listed(const std::vector<std::string>&, const Punctuation&);
/// With a full stop, where it has no end of its own.
std::string ended(std::string sentence, const Punctuation&);

/// "2026-11-22" as "22 November 2026", "2026-11" as "November 2026", in this language; anything else as it stands.
std::string date_in_words(const content::Content&, content::LanguageId, const std::string& iso);

/// Who approved what patients see, on which day and until when; nobody: that no clinician has reviewed it. A reviewer
/// whom the files name is told beside it only: a name in a file is not bound to the words that stand there now.
std::string approval_words(const content::Content&, content::LanguageId);

/// How the printer is, in staff's words, by the name the printer room has for it; "not asked yet" for any other name.
std::string printer_words(const content::Content&, const std::string& state);

/// Whole seconds until then, never less than none.
int whole_seconds(Duration);
/// "2.4": seconds and a tenth.
std::string in_seconds(Duration);

/// How many of the three certainty bars are filled: 1 not sure yet, 2 fairly sure, 3 very sure.
int certainty(content::Evidence);
/// Its words: interface "sure.1", "sure.2", "sure.3".
std::string certainty_words(const content::Content&, content::LanguageId, int filled);

}  // namespace kiosk::views
