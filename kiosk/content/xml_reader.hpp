// SPDX-License-Identifier: Apache-2.0
// From the bytes of an XML file to its root element. The only file that knows TinyXML-2.
#pragma once

#include "content/element.hpp"

#include <optional>
#include <string>

namespace kiosk::content {

/// What every parser may be given: UTF-8 without its mark, whole, not too deep or large, no document type. Nothing where it
/// is not; why stands in the report.
std::optional<std::string> sound_xml(const std::string& text, Report&);
/// Nothing where the file is no sound XML; why stands in the report.
std::optional<Element> read_xml(const std::string& text, Report&);
/// The same, and the root is of that name.
std::optional<Element> read_xml(const std::string& text, std::string_view root, Report&);

}  // namespace kiosk::content
