// SPDX-License-Identifier: Apache-2.0
#include "app/surfaces.hpp"

#include "views/views.hpp"
#include "visit/visit.hpp"

#include <algorithm>
#include <memory>

namespace kiosk::app {

namespace {

using content::Content;
using page::Misfit;
using views::Shown;
using visit::Contrast, visit::TextSize;

enum class Posture { standing, lowered };
struct Look {
    const char* name;
    Size size;
    TextSize text;
    Posture posture = Posture::standing;
    Contrast contrast = Contrast::normal;
};
constexpr Size portrait{1080, 1920}, landscape{1920, 1080};
constexpr Look looks[] = {
    {"portrait", portrait, TextSize::normal},
    {"portrait, large letters", portrait, TextSize::large},
    {"portrait, largest letters", portrait, TextSize::largest},
    {"landscape", landscape, TextSize::normal},
    {"landscape, large letters", landscape, TextSize::large},
    {"landscape, largest letters", landscape, TextSize::largest},
    {"lowered", portrait, TextSize::normal, Posture::lowered},
    {"lowered, large letters", portrait, TextSize::large, Posture::lowered},
    {"lowered, largest letters", portrait, TextSize::largest, Posture::lowered},
    // Colours are the same in every text size: fit_test holds that nothing moves with them.
    {"portrait, white on black", portrait, TextSize::normal, Posture::standing, Contrast::high},
    {"landscape, white on black", landscape, TextSize::normal, Posture::standing, Contrast::high},
};

void add(const std::vector<Misfit>& more, std::vector<Misfit>& to) {
    to.insert(to.end(), more.begin(), more.end());
}

Surface::Looked look_at_glass(const Content& content, const Shown& shown, Size size, const page::Style& style) {
    const auto sheet_of = [&](const Shown& at) {
        return page::lay_out(views::compose(content, at.visit, at.now).page, size, style);
    };
    const auto first = sheet_of(shown);
    Surface::Looked looked{first.misfits, page::measure(first)};
    // Of larger letters the first page knows about all; under a panel no page turns.
    const bool whole = shown.visit.look.size != TextSize::normal;
    if (whole || !std::holds_alternative<std::monostate>(shown.visit.overlay)) return looked;
    for (int page = 1; page < first.pages; ++page) {
        const auto sheet = sheet_of(views::turned(content, shown, page));
        add(sheet.misfits, looked.misfits);
        looked.measures.meet(page::measure(sheet));
    }
    return looked;
}

Surface::Seen seen_as(const Shown& shown, const Look& look) {
    if (visit::is_for_staff(shown.visit.place)) return Surface::Seen::by_staff;
    if (look.contrast == Contrast::high) return Surface::Seen::white_on_black;
    return look.text == TextSize::normal  ? Surface::Seen::normal
           : look.text == TextSize::large ? Surface::Seen::large
                                          : Surface::Seen::largest;
}

int line_of(const content::Topic& topic, const visit::Place& place) {
    if (const auto* asking = std::get_if<visit::place::Asking>(&place)) return topic[asking->question].line;
    if (const auto* reading = std::get_if<visit::place::Reading>(&place)) return topic[reading->handout.id()].line;
    if (const auto* phone = std::get_if<visit::place::OnPhone>(&place)) return topic[phone->handouts.front().id()].line;
    if (const auto* held = std::get_if<visit::place::HeldBack>(&place)) return topic[held->handout].line;
    return topic.line;
}

/// "" of the clinic's own language, ", es" of another.
std::string in_language(const Content& content, std::size_t language) {
    return language == 0 ? "" : ", " + content.languages[language].code;
}

void add_screen(const Content& content, const Shown& shown, std::vector<Surface>& all) {
    const auto& topic = content[shown.visit.topic.value_or(content::TopicId{})];
    for (std::size_t language = 0; language < content.languages.size(); ++language)
        for (const auto& look : looks) {
            Shown seen = shown;
            seen.visit.look.size = look.text;
            seen.visit.look.contrast = look.contrast;
            seen.visit.look.lowered = look.posture == Posture::lowered;
            seen.visit.look.language = content::LanguageId{language};
            const auto look_at = [&content, seen, size = look.size](const page::Style& style) {
                return look_at_glass(content, seen, size, style);
            };
            all.push_back({shown.name + " (" + look.name + in_language(content, language) + ")", topic.file,
                           line_of(topic, shown.visit.place), content.theme_file, seen_as(shown, look), look_at});
        }
}

struct Paper {
    const char* name;
    std::shared_ptr<const Content> content;  ///< of a clinic with this paper
};

void add_document(const std::string& name, const content::Topic& topic, int line, page::Document document,
                  std::vector<Surface>& all) {
    const auto look_at = [document = std::move(document)](const page::Style& style) {
        Surface::Looked looked;
        for (const auto& sheet : page::lay_out(document, style)) add(sheet.misfits, looked.misfits);
        return looked;
    };
    all.push_back({name, topic.file, line, {}, Surface::Seen::on_paper, look_at});
}

void add_handouts(const Paper& paper, std::vector<Surface>& all) {
    for (std::size_t t = 0; t < paper.content->topics.size(); ++t) {
        const auto& topic = paper.content->topics[t];
        for (std::size_t h = 0; h < topic.handouts.size(); ++h)
            for (const bool large : {false, true})
                for (std::size_t language = 0; language < paper.content->languages.size(); ++language)
                    add_document("the handout " + topic.handouts[h].id + " (" + paper.name +
                                     (large ? ", large print" : "") + in_language(*paper.content, language) + ")",
                                 topic, topic.handouts[h].line,
                                 views::handout(*paper.content, {t}, {h}, nullptr, {language}, large, true), all);
    }
}

/// The note of every visit that ends at staff.
void add_notes(const Paper& paper, const std::vector<Shown>& screens, std::vector<Surface>& all) {
    const views::Stamp stamp{"2026-11-22", "10:44", {}, "Waiting room 1"};
    for (const auto& shown : screens) {
        if (!shown.visit.amber_at && !shown.visit.emergency_at) continue;
        const auto record = visit::record(shown.visit);
        const auto& topic = (*paper.content)[record.topic];
        add_document("the note of " + shown.name + " (" + paper.name + ")", topic, topic.line,
                     views::note(*paper.content, record, stamp), all);
    }
}

bool tells_approval(const Shown& shown) {
    const auto& place = shown.visit.place;
    return std::holds_alternative<visit::place::SafetyIntro>(place) ||
           std::holds_alternative<visit::place::Reading>(place) ||
           std::holds_alternative<visit::place::StaffStatus>(place);
}

void add_paper(const Content& content, const std::vector<Shown>& screens, std::vector<Surface>& all) {
    for (const auto& [name, size] : {std::pair("letter", content::PaperSize::letter), {"a4", content::PaperSize::a4}}) {
        auto of_size = std::make_shared<Content>(content);
        of_size->clinic.paper = size;
        const Paper paper{name, of_size};
        add_handouts(paper, all);
        add_notes(paper, screens, all);
    }
}

}  // namespace

std::vector<Surface> surfaces(const Content& content) {
    std::vector<Surface> all;
    const auto screens = views::screens(content);
    for (const auto& shown : screens) add_screen(content, shown, all);
    add_paper(content, screens, all);
    return all;
}

std::vector<Surface> surfaces_that_tell_approval(const Content& content) {
    std::vector<Surface> all;
    const auto screens = views::screens(content);
    for (const auto& shown : screens)
        if (tells_approval(shown)) add_screen(content, shown, all);
    add_paper(content, screens, all);
    return all;
}

}  // namespace kiosk::app
