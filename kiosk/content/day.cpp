// SPDX-License-Identifier: Apache-2.0
#include "content/day.hpp"

#include "content/sign_off.hpp"

namespace kiosk::content {

Content on_day(Content content, const std::string& today) {
    if (content.sign_off && is_past(*content.sign_off, today)) content.sign_off.reset();
    for (auto& topic : content.topics)
        for (auto& handout : topic.handouts)
            handout.expired = !today.empty() && handout.review_by < today && !handout.always_open;
    return content;
}

std::vector<HandoutId> offered(const Topic& topic) {
    std::vector<HandoutId> ids;
    for (std::size_t i = 0; i < topic.handouts.size(); ++i)
        if (!topic.handouts[i].expired) ids.push_back({i});
    return ids;
}

}  // namespace kiosk::content
