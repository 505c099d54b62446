// SPDX-License-Identifier: Apache-2.0
#include "proof/model.hpp"

#include "proof/lean.hpp"
#include "proof/memory.hpp"
#include "proof/merging.hpp"

#include <algorithm>
#include <optional>

namespace kiosk::proof {

namespace {

using content::Caution, content::Content, content::HandoutId, content::Kind, content::QuestionId, content::SignId,
    content::Topic, content::Urgency;
using Signs = std::vector<SignId>;

bool contains(const Signs& signs, SignId sign) {
    return std::find(signs.begin(), signs.end(), sign) != signs.end();
}

bool contains(const std::vector<Caution>& cautions, SignId sign) {
    return std::any_of(cautions.begin(), cautions.end(), [&](const Caution& c) { return contains(c.signs, sign); });
}

/// The first sign that may stand for those of its kind.
template <class Is>
std::optional<SignId> first(const Topic& topic, const Is& is) {
    for (std::size_t i = 0; i < topic.signs.size(); ++i)
        if (is(SignId{i})) return SignId{i};
    return {};
}

/// One sign of each kind, one a question.
struct Kinds {
    const Topic& topic;
    std::optional<SignId> emergency, today, withheld, asked_first;
    std::optional<HandoutId> gated;
    std::vector<HandoutId> always;

    explicit Kinds(const Topic& of) : topic(of) {
        emergency = first(topic, [&](SignId s) { return topic[s].urgency == Urgency::emergency; });
        find_today();
        find_gated();
        for (std::size_t i = 0; i < topic.handouts.size() && always.empty(); ++i)
            if (topic.handouts[i].always_open) always.push_back({i});
        if (!gated && !topic.handouts.empty()) gated = HandoutId{0};
    }
    /// With choices, where there is one; where nothing else asks to see staff, the answer "tell staff" does.
    void find_today() {
        const auto question = [&](SignId s) -> const content::Question& { return topic[topic[s].question]; };
        const auto is_today = [&](SignId s) {
            return std::max(topic[s].urgency, question(s).urgency) == Urgency::today;
        };
        today = first(topic, [&](SignId s) {
            return is_today(s) && topic[s].urgency == question(s).urgency && !question(s).ends_check &&
                   question(s).kind == Kind::any_of;
        });
        if (!today) today = first(topic, [&](SignId s) { return is_today(s) && !question(s).ends_check; });
        if (!today) today = first(topic, is_today);
        if (!today) today = first(topic, [&](SignId s) { return question(s).is_private; });
    }
    /// The handout with most to hold back, and the answers that do it.
    void find_gated() {
        int best = 0;
        for (std::size_t i = 0; i < topic.handouts.size(); ++i) {
            const auto& handout = topic.handouts[i];
            const auto blocks = first(topic, [&](SignId s) { return is_calm(s) && contains(handout.withhold, s); });
            const auto asks = first(topic, [&](SignId s) {
                return is_calm(s) && contains(handout.ask_first, s) &&
                       (!blocks || topic[*blocks].question != topic[s].question);
            });
            const int found = (blocks ? 1 : 0) + (asks ? 1 : 0);
            if (found <= best) continue;
            best = found;
            gated = HandoutId{i};
            withheld = blocks;
            asked_first = asks;
        }
    }
    bool is_calm(SignId s) const {
        return topic[s].urgency < Urgency::today && topic[topic[s].question].urgency < Urgency::today;
    }
    /// An answer that holds something back, but stops no visit; where there is none, any.
    std::optional<SignId> calm() const {
        for (const auto& sign : {asked_first, withheld, today})
            if (sign) return sign;
        return emergency ? emergency : any();
    }
    /// Help leads to the red page and its calls also where no answer does.
    std::optional<SignId> calling() const { return emergency ? emergency : any(); }
    std::optional<SignId> any() const {
        return first(topic, [](SignId) { return true; });
    }
    Signs of(std::initializer_list<std::optional<SignId>> wanted) const {
        Signs signs;
        for (const auto& sign : wanted)
            if (sign) signs.push_back(*sign);
        return signs;
    }
    std::vector<HandoutId> with_gated(std::vector<HandoutId> list) const {
        if (gated && (list.empty() || list.front() != *gated)) list.push_back(*gated);
        return list;
    }
};

bool is_walked(Reach reach, const visit::Visit& visit) {
    const bool at_pin = std::holds_alternative<visit::place::StaffPin>(visit.place);
    const bool behind = visit::is_staff_mode(visit.place);
    const bool over = std::holds_alternative<visit::place::Emergency>(visit.place) || visit.overlay.index() != 0;
    switch (reach) {
        case Reach::staff_only:
            return at_pin || behind || std::holds_alternative<visit::place::Welcome>(visit.place);
        case Reach::pin_too:
            return !behind;
        case Reach::pages_only:
            return !over && !at_pin && !behind;
        case Reach::everywhere:
            break;
    }
    return !at_pin && !behind;
}

}  // namespace

std::vector<Model> models(const Content& content, const Topic& topic) {
    const Kinds kinds(topic);
    const auto model = [&](std::string about, const Signs& signs, const std::vector<HandoutId>& handouts,
                           const visit::Surroundings& around, World world, Reach reach = Reach::everywhere) {
        auto small = lean(content, {});
        small.topics = {cut(topic, signs, handouts)};
        return Model{std::move(about), std::move(small), around, world, reach};
    };
    std::vector<Model> list;
    const auto none = visit::PrinterKind::none, real = visit::PrinterKind::real;
    const auto as_it_is = World::as_it_is;
    const auto gated = kinds.with_gated({});
    const auto large = [&](Model one) {
        one.size = Model::Size::large;
        list.push_back(std::move(one));
    };
    const auto pages = Reach::pages_only;
    list.push_back(model("held back", kinds.of({kinds.withheld}), gated, {none, visit::Desk::none, true}, as_it_is));
    list.push_back(model("before a release", kinds.of({kinds.calm()}), kinds.with_gated(kinds.always),
                         {none, visit::Desk::none, true}, as_it_is));
    list.push_back(model("see today", kinds.of({kinds.today}), {}, {none, visit::Desk::listens, true}, as_it_is));
    list.push_back(model("release", kinds.of({kinds.today}), {}, {none, visit::Desk::none, true}, World::pin_changes,
                         Reach::pin_too));
    list.push_back(model("staff mode", kinds.of({kinds.today}), {}, {real, visit::Desk::listens, true}, as_it_is,
                         Reach::staff_only));
    list.push_back(
        model("calls", kinds.of({kinds.calling()}), {}, {none, visit::Desk::listens, true}, World::desk_changes));
    list.push_back(model("paper", kinds.of({kinds.calm()}), gated, {real, visit::Desk::none, true}, as_it_is, pages));
    large(model("held back and today", kinds.of({kinds.today, kinds.withheld}), gated, {none, visit::Desk::none, true},
                as_it_is));
    large(model("ask first and today", kinds.of({kinds.today, kinds.asked_first}), gated,
                {none, visit::Desk::none, true}, as_it_is));
    large(model("always open", kinds.of({kinds.today}), kinds.always, {none, visit::Desk::listens, true}, as_it_is));
    large(model("emergency and today", kinds.of({kinds.emergency, kinds.today}), {}, {none, visit::Desk::none, true},
                as_it_is));
    large(model("paper and today", kinds.of({kinds.today}), gated, {real, visit::Desk::none, true}, as_it_is, pages));
    large(model("printer found", kinds.of({kinds.today}), {}, {none, visit::Desk::none, true}, World::printer_changes,
                pages));
    large(model("calls and paper", kinds.of({kinds.calling()}), {}, {real, visit::Desk::listens, true}, as_it_is));
    // Of a kind that the topic has no answer of, there is nothing to walk.
    std::erase_if(list, [](const Model& m) { return m.content.topics.front().questions.empty(); });
    return list;
}

std::string rules_of(const Model& model) {
    std::string key = "model ";
    write(key, static_cast<std::size_t>(model.world));
    write(key, static_cast<std::size_t>(model.reach));
    write(key, static_cast<std::size_t>(model.around.printer));
    write(key, static_cast<std::size_t>(model.around.desk));
    return key + rules_of(model.content);
}

Ground ground_of(const Model& model, std::size_t most_states) {
    const auto key = [&model](const visit::Visit& visit) -> std::string {
        return is_walked(model.reach, visit) ? key_of(visit) : "";
    };
    const auto happens = [&model](const visit::Visit& visit) {
        auto list = moves(model.content, visit);
        const auto world = moves_of(model.world);
        list.insert(list.end(), world.begin(), world.end());
        return list;
    };
    const auto merge = [&model](const visit::Visit& visit) { return merged(model.content, visit); };
    return {model.content, model.around, merge, key, happens, most_states};
}

}  // namespace kiosk::proof
