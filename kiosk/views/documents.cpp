// SPDX-License-Identifier: Apache-2.0
#include "views/views.hpp"

#include <variant>

namespace kiosk::views {
namespace {

std::vector<page::Document> handouts(const content::Content& content, const visit::PrintOrder& order,
                                     const visit::HandoutOrder& wanted) {
    std::vector<page::Document> documents;
    for (const auto& open : wanted.handouts) {
        documents.push_back(handout(content, order.record.topic, open.id(), &order.record, order.record.language,
                                    order.large_print, wanted.tell_clinician_first));
    }
    return documents;
}

}  // namespace

std::vector<page::Document> documents(const content::Content& content, const visit::PrintOrder& order,
                                      const Stamp& stamp) {
    const auto* wanted = std::get_if<visit::HandoutOrder>(&order.what);
    if (wanted != nullptr) return handouts(content, order, *wanted);
    if (std::holds_alternative<visit::TestPageOrder>(order.what)) return {test_page(content, stamp)};
    return {note(content, order.record, stamp)};
}

}  // namespace kiosk::views
