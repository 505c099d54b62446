// SPDX-License-Identifier: Apache-2.0
#include "views/trouble.hpp"

namespace kiosk::views {

std::string trouble_name(visit::Trouble trouble) {
    using visit::Trouble;
    switch (trouble) {
        case Trouble::paper:
            return "paper";
        case Trouble::jam:
            return "jam";
        case Trouble::door:
            return "door";
        case Trouble::toner:
            return "toner";
        case Trouble::offline:
            return "offline";
        case Trouble::busy:
            return "busy";
        case Trouble::none:
        case Trouble::attention:
            break;
    }
    return "attention";
}

}  // namespace kiosk::views
