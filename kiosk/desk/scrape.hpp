// SPDX-License-Identifier: Apache-2.0
// Whoever reads the desk's numbers over HTTP.
#pragma once

#include "desk/desk.hpp"

#include <httplib.h>

#include <string>

namespace kiosk::desk {

struct ScrapeRule {
    bool is_guarded = false;  ///< the token must be shown
    std::string token;        ///< empty: nobody has it
};
void answer_scraper(Desk&, int streams, const ScrapeRule&, const httplib::Request&, httplib::Response&);

}  // namespace kiosk::desk
