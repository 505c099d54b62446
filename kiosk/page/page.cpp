// SPDX-License-Identifier: Apache-2.0
#include "page/page.hpp"

#include <algorithm>

namespace kiosk::page {

AnyBlock::AnyBlock() = default;
AnyBlock::AnyBlock(const AnyBlock&) = default;
AnyBlock::AnyBlock(AnyBlock&&) noexcept = default;
AnyBlock& AnyBlock::operator=(const AnyBlock&) = default;
AnyBlock& AnyBlock::operator=(AnyBlock&&) noexcept = default;
AnyBlock::~AnyBlock() = default;

bool operator==(const AnyBlock& one, const AnyBlock& other) {
    using Variant = AnyBlock::variant;
    return static_cast<const Variant&>(one) == static_cast<const Variant&>(other);
}

std::vector<std::string> parts_of_hint(const std::string& hint) {
    const std::string joint = hint_joint;
    std::vector<std::string> parts;
    for (std::size_t begin = 0, end = 0; end < hint.size(); begin = end + joint.size()) {
        end = std::min(hint.find(joint, begin), hint.size());
        parts.push_back(hint.substr(begin, end - begin));
    }
    return parts;
}

}  // namespace kiosk::page
