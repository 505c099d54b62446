// SPDX-License-Identifier: Apache-2.0
// What cairo cannot say in a PDF, added by qpdf: its language, its title shown, what its figures show, the order of
// tabs. Same bytes in, same bytes out.
#pragma once

#include <string>
#include <vector>

namespace kiosk::page {

struct PdfFacts {
    std::string language, title, created;
    std::vector<std::string> figures;  ///< in the order of the structure
};

std::string finish_pdf(const std::string& pdf, const PdfFacts&);

}  // namespace kiosk::page
