// SPDX-License-Identifier: Apache-2.0
#include "page/page.hpp"

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

}  // namespace kiosk::page
