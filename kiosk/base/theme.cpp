// SPDX-License-Identifier: Apache-2.0
#include "base/theme.hpp"

namespace kiosk {

const Colours& Theme::colours(Palette palette) const {
    switch (palette) {
        case Palette::high_contrast:
            return high_contrast;
        case Palette::paper:
            return paper;
        case Palette::normal:
            break;
    }
    return normal;
}

const TypeSize& Theme::type(Role role, bool is_landscape) const {
    return (is_landscape ? landscape : portrait)[static_cast<std::size_t>(role)];
}

}  // namespace kiosk
