// SPDX-License-Identifier: Apache-2.0
#include "views/sketch.hpp"

#include <utility>

namespace kiosk::views {

const content::Topic& Sketch::topic() const {
    return visit.topic ? content[*visit.topic] : content.topics.front();
}

double Sketch::text_scale() const {
    switch (visit.look.size) {
        case visit::TextSize::large:
            return content.theme.large;
        case visit::TextSize::largest:
            return content.theme.largest;
        case visit::TextSize::normal:
            break;
    }
    return 1;
}

std::string Sketch::say(const std::string& name, std::initializer_list<Filling> fillings) const {
    return views::say(content, language(), name, fillings);
}

page::Key Sketch::key(page::KeyKind kind, std::string label, std::string icon, visit::Action action) {
    page::Key key{.kind = kind, .label = std::move(label), .icon = std::move(icon)};
    key.id = static_cast<page::KeyId>(screen.actions.size());
    if (visit.pressed == action) key.state = page::KeyState::pressed;
    screen.actions.push_back(std::move(action));
    return key;
}

page::Key Sketch::selected(page::Key key) const {
    key.ticked = true;
    if (key.state == page::KeyState::normal) key.state = page::KeyState::selected;
    return key;
}

}  // namespace kiosk::views
