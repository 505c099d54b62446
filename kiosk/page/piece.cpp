// SPDX-License-Identifier: Apache-2.0
#include "page/piece.hpp"

namespace kiosk::page {
PiecePtr cut(const Block& block, double width, const Setting& setting) {
    return std::visit([&](const auto& is) { return cut(is, width, setting); }, block.is);
}

Squeeze fitted(const Piece& piece, double height) {
    const auto search = [&](auto squeeze_at) {
        double low = 0, high = 1;
        for (int i = 0; i < 16; ++i) {
            const double middle = (low + high) / 2;
            (piece.height(squeeze_at(middle)) <= height ? high : low) = middle;
        }
        return squeeze_at(high);
    };
    if (piece.height({}) <= height) return {};
    if (piece.height({1, 0}) <= height) return search([](double share) { return Squeeze{share, 0}; });
    if (piece.height({1, 1}) <= height) return search([](double share) { return Squeeze{1, share}; });
    return search([](double share) { return Squeeze{1, 1, share}; });
}

}  // namespace kiosk::page
