// SPDX-License-Identifier: Apache-2.0
#include "content/content.hpp"

namespace kiosk::content {

const std::string& Text::operator()(LanguageId language) const {
    static const std::string nothing;
    if (in.empty()) return nothing;
    if (language.index < in.size() && !in[language.index].empty()) return in[language.index];
    return in.front();
}

}  // namespace kiosk::content
