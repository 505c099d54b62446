// SPDX-License-Identifier: Apache-2.0
#include "desk/scrape.hpp"

#include "desk/metrics.hpp"
#include "desk/secrets.hpp"

namespace kiosk::desk {

void answer_scraper(Desk& desk, int streams, const ScrapeRule& rule, const httplib::Request& request,
                    httplib::Response& response) {
    const bool is_kept = rule.is_guarded && rule.token.empty();
    const auto given = request.get_header_value("Authorization");
    if (is_kept || (rule.is_guarded && !are_same(hash_of(given), hash_of("Bearer " + rule.token)))) {
        response.status = is_kept ? 404 : 401;
        if (!is_kept) response.set_header("WWW-Authenticate", "Bearer");
        return;
    }
    const auto readings = read_metrics(desk, streams);
    response.status = readings ? 200 : 503;
    if (readings) response.set_content(write_metrics(*readings), metrics_type);
}

}  // namespace kiosk::desk
