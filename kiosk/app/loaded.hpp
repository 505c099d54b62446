// SPDX-License-Identifier: Apache-2.0
// Content for a command: loaded and checked, or its errors printed.
#pragma once

#include "app/options.hpp"
#include "content/load.hpp"
#include "page/sheet.hpp"

#include <memory>
#include <optional>
#include <string>

namespace kiosk::app {

/// With a content, or every error was printed to standard error.
std::optional<content::Loaded> loaded_or_problems(const Machine&);
/// The content of it alone.
std::optional<content::Content> content_or_problems(const Machine&);

/// Fonts and drawings of one content; the content must outlive it.
struct DrawingBoard {
    explicit DrawingBoard(const content::Content&);
    page::Fonts fonts;
    page::Pictures pictures;
    page::Style style;
};

/// Prints the errors among these, where there are any, and a sentence for a person.
Exit refused(const Problems&, const std::string& sentence, Severity least = Severity::error);
/// Prints a sentence for a person.
Exit world_said_no(const std::string& sentence);

}  // namespace kiosk::app
