// SPDX-License-Identifier: Apache-2.0
// screens/interface.xml: every word of every button and message, held against the list of names the program uses.
#pragma once

#include "content/element.hpp"
#include "content/interface_names.hpp"

#include <map>
#include <span>
#include <string>

namespace kiosk::content {

std::map<std::string, Text> read_interface(const Element& root, std::span<const InterfaceName> expected, Report&);

}  // namespace kiosk::content
