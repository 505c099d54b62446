// SPDX-License-Identifier: Apache-2.0
// From the clinic's files to a Content, or to everything that is wrong with them, in one reading.
#pragma once

#include "base/problem.hpp"
#include "content/content.hpp"
#include "content/word_list.hpp"
#include "content/written.hpp"

#include <functional>
#include <optional>
#include <string>

namespace kiosk::content {

inline constexpr const char *no_such_file = "does not exist", *not_allowed_to_read = "may not be read here";

/// How the loader reaches files, so that the room itself touches none: the whole text, or why not (no_such_file,
/// not_allowed_to_read, ...). Paths are relative to the folder of content.xml, already checked to stay in it.
struct FileText {
    std::optional<std::string> text;
    std::string why_not;
};
/// What to do about a file that is there and may not be read.
std::string let_it_be_read(const std::string& path);
/// A path that ends in / asks for the names of the files in that folder, a line each, in order.
using ReadFile = std::function<FileText(const std::string& path)>;

/// A translation that is broken or not complete never takes the safety check from those who read another language: it
/// is left out of Content::languages, its errors stand among the problems, and the rest is loaded all the same. Who has
/// an older content without errors at hand keeps that one.
struct Loaded {
    std::optional<Content> content;  ///< only where no problem is an error, other than in translations
    Problems problems;               ///< sorted
    WrittenTexts written{};          ///< only with a content
    TranslatedTexts translated{};    ///< only with a content; of all languages that content.xml lists
    WordList words{};                ///< for check; patients never see it, so it is no part of the fingerprint
};

/// Reads content.xml and everything it names. Never throws for what an author wrote.
Loaded load(const ReadFile&, const std::string& content_xml = "content.xml");

/// What is wrong beyond form: evidence rows neither asked nor excused, claims without source, dates past.
/// `today` is ISO (2026-11-22).
Problems check(const Content&, const std::string& today);

}  // namespace kiosk::content
