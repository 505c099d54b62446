// SPDX-License-Identifier: Apache-2.0
// What eyes and fingers meet on a sheet of glass, measured where it came to stand: how far letters stand out from what
// is under them, how large they are, how large keys are and how far apart. For check and for the accessibility report.
#pragma once

#include "page/sheet.hpp"

#include <limits>
#include <string>

namespace kiosk::page {

/// The smallest of something, of what, and where: the screen as it was shown, which only who shows it knows.
struct Least {
    double value = std::numeric_limits<double>::infinity();  ///< infinite: there was none
    std::string of, where = {};

    void meet(double other, const std::string& whose) {
        if (other < value) *this = {other, whose};
    }
    void meet(const Least& other) {
        if (other.value < value) *this = other;
    }
};

/// Lengths in px of the design. What lies under a panel, and the labels of access keys in `letters`, are left out.
struct Measures {
    Least contrast;       ///< of letters with what is under them, to 1
    Least edge_contrast;  ///< of the edges of live keys with what is around them, to 1
    Least letters;        ///< size of type
    Least access_labels;  ///< size of type
    Least key;            ///< shorter side of a live key
    Least apart;          ///< between two live keys

    void meet(const Measures&);
};

Measures measure(const Sheet&);

/// Height of a capital H as a share of the size of type, by its outline in the product's Latin face.
double capital_height(const Fonts&, bool bold);

}  // namespace kiosk::page
