// SPDX-License-Identifier: Apache-2.0
// What colour is where, once everything was placed: the patches under a point, in paint order.
#pragma once

#include "page/marks.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace kiosk::page {

class Ground {
public:
    explicit Ground(const Marks&);

    /// Under what mark `index` paints at this point.
    std::uint32_t under(std::size_t index, Point) const;
    /// Whether anything that is painted after mark `index` lies over this point.
    bool is_covered(std::size_t index, Point) const;
    /// The least contrast of these letters with what is under them, along their line; nothing where they are covered.
    std::optional<double> contrast_of(std::size_t index, const Letters&) const;

private:
    struct Painted {
        std::size_t index;
        const Patch* patch;
    };
    std::uint32_t m_base;
    std::vector<Painted> m_painted;
};

}  // namespace kiosk::page
