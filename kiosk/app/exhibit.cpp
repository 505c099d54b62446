// SPDX-License-Identifier: Apache-2.0
#include "app/exhibit.hpp"

#include "content/day.hpp"

#include <chrono>
#include <utility>

namespace kiosk::app {

Exhibit::Exhibit(const content::Content& written, std::string today)
    : day(std::move(today)), stock(on_day(written, day)), painter(stock.content, stock.board) {}

bool is_between_visits(const visit::Visit& visit) {
    auto fresh = visit::fresh(visit.ticket, visit.around, visit.started);
    fresh.last_touch = visit.last_touch;
    return visit == fresh;
}

void NextExhibit::look(const Edition& offered, const Exhibit& shown, const std::string& today) {
    m_offered = offered;
    if (m_making.valid()) return;
    const bool is_new = !offered.empty() && offered != m_seen;
    if (!is_new && shown.day == today) return;
    if (is_new) m_seen = offered;
    m_is_offer = is_new;
    m_making =
        std::async(std::launch::async, [this, today, edition = is_new ? offered : Edition(), now = shown.content()] {
            if (edition.empty()) return std::make_unique<Exhibit>(now, today);
            const auto content = m_last_good.load(edition, m_machine, today);
            const bool is_same = content && content->hash == now.hash && content->sign_off == now.sign_off;
            return content && !is_same ? std::make_unique<Exhibit>(*content, today) : nullptr;
        });
}

std::unique_ptr<Exhibit> NextExhibit::take() {
    if (!m_making.valid() || m_making.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return nullptr;
    auto made = m_making.get();
    return m_is_offer && m_offered != m_seen ? nullptr : std::move(made);
}

}  // namespace kiosk::app
