// SPDX-License-Identifier: Apache-2.0
// A clinic with several languages and topics: the keys that one language does not need, and everything still fits.
#include "shipped_content.hpp"
#include "visit/step.hpp"

namespace {

using namespace kiosk;

/// The shipped content under more names; where a language has no words, the clinic's own are shown.
content::Content many() {
    auto content = shipped::content();
    content.languages.push_back({"es", "Español", false});
    content.languages.push_back({"vi", "Tiếng Việt", false});
    content.languages.push_back({"zh", "中文", false});
    content.languages.push_back({"ar", "العربية", true});
    content.topics.push_back(content.topics.front());
    return content;
}

const views::Shown& named(const std::vector<views::Shown>& all, const std::string& name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& shown) { return shown.name == name; });
    REQUIRE_MESSAGE(found != all.end(), name);
    return *found;
}

}  // namespace

TEST_CASE("several languages: a key each, the word for help in each, and a panel to change") {
    const auto content = many();
    const auto gallery = views::gallery(content);
    const auto lay_out = [&](const std::string& name, Size size) {
        const auto& shown = named(gallery, name);
        return page::lay_out(views::compose(content, shown.visit, shown.now).page, size, shipped::style());
    };
    for (const auto size : {Size{1080, 1920}, Size{1920, 1080}}) {
        for (const char* name : {"01-welcome", "02-topics", "12c-language", "04-question-chest"}) {
            const auto sheet = lay_out(name, size);
            for (const auto& misfit : sheet.misfits) MESSAGE(name, ": ", misfit.what);
            CHECK_MESSAGE(sheet.misfits.empty(), name);
        }
    }
    const auto welcome = lay_out("01-welcome", {1080, 1920});
    for (const auto& language : content.languages) {
        const bool is_there = std::any_of(welcome.targets.begin(), welcome.targets.end(),
                                          [&](const auto& target) { return target.label == language.name; });
        CHECK_MESSAGE(is_there, language.name);
    }
    const auto& first = welcome.targets.front();
    CHECK(first.label == "English");
    const Box place{64, 846, 952, 136};
    CHECK(first.touch == place);
    const auto& shown = named(gallery, "01-welcome");
    const auto screen = views::compose(content, shown.visit, shown.now);
    CHECK(std::get<page::Key>(screen.page.help.front().is).hint == "Help · Help · Help · Help");
}

TEST_CASE("six, eight and ten languages: a key each, in every language and every size of letters") {
    using visit::TextSize;
    std::string wrong;
    for (const std::size_t count : {6u, 8u, 10u}) {
        auto content = many();
        for (const char* name : {"Português", "Kreyòl ayisyen", "Українська", "Русский", "Tagalog"})
            content.languages.push_back({"fr", name, false});
        content.languages.resize(count);
        const auto gallery = views::gallery(content);
        const auto look = [&](const char* name, std::size_t language, TextSize letters, Size size) {
            auto shown = named(gallery, name);
            shown.visit.look.language = {language};
            shown.visit.look.size = letters;
            const auto page = views::compose(content, shown.visit, shown.now).page;
            const auto sheet = page::lay_out(page, size, shipped::style());
            const auto where =
                std::to_string(count) + " languages, " + name + " in " + content.languages[language].name;
            for (const auto& misfit : sheet.misfits) wrong += where + ": " + misfit.what + '\n';
            return std::count_if(sheet.targets.begin(), sheet.targets.end(), [&](const auto& target) {
                return std::any_of(content.languages.begin(), content.languages.end(),
                                   [&](const auto& one) { return one.name == target.label; });
            });
        };
        for (const Size size : {Size{1080, 1920}, Size{1920, 1080}}) {
            look("13b-status-troubles", 0, TextSize::normal, size);
            for (std::size_t language = 0; language < count; ++language)
                for (const auto letters : {TextSize::normal, TextSize::large, TextSize::largest})
                    for (const char* name : {"01-welcome", "12c-language"})
                        CHECK(look(name, language, letters, size) == static_cast<long>(count));
        }
    }
    CHECK(wrong == "");
}

TEST_CASE("one language: no word of languages anywhere") {
    for (const auto& shown : shipped::gallery()) {
        const auto screen = views::compose(shipped::content(), shown.visit, shown.now);
        for (const auto& each : screen.actions) {
            CHECK_MESSAGE(!std::holds_alternative<visit::action::ChooseLanguage>(each), shown.name);
        }
    }
}

TEST_CASE("a right-to-left screen is the mirror image") {
    const auto content = many();
    auto shown = named(views::gallery(content), "04-question-under-18");
    const auto left =
        page::lay_out(views::compose(content, shown.visit, shown.now).page, {1080, 1920}, shipped::style());
    shown.visit.look.language = content::LanguageId{4};
    const auto right =
        page::lay_out(views::compose(content, shown.visit, shown.now).page, {1080, 1920}, shipped::style());
    REQUIRE(left.targets.size() == right.targets.size());
    for (const auto& target : left.targets) {
        const auto found = std::find_if(right.targets.begin(), right.targets.end(),
                                        [&](const auto& other) { return other.key == target.key; });
        REQUIRE(found != right.targets.end());
        const auto& box = target.touch;
        const Box mirrored{1080 - box.right(), box.y, box.width, box.height};
        CHECK_MESSAGE(found->touch == mirrored, target.label);
    }
}

TEST_CASE("long: a draft translation says so on every screen and sheet, and nothing else does" * doctest::skip()) {
    auto content = many();
    content.languages[1].is_draft = true;
    content.interface["draft.glass"].in.push_back("Borrador");
    content.interface["draft.paper"].in.push_back("Esto es un borrador.");
    const auto says = [](const std::string& text, const std::string& words) {
        return text.find(words) != std::string::npos;
    };
    const auto gallery = views::gallery(content);
    for (auto shown : gallery) {
        for (const std::size_t language : {0U, 1U, 2U}) {
            shown.visit.look.language = content::LanguageId{language};
            if (auto* drill = std::get_if<visit::place::Drill>(&shown.visit.place)) drill->language = {language};
            const auto page = views::compose(content, shown.visit, shown.now).page;
            CHECK_MESSAGE(page.draft == (language == 1 ? "Borrador" : ""), shown.name);
            if (page.panel) continue;  // which hides the header from describe
            const auto glass = page::describe(page::lay_out(page, {1080, 1920}, shipped::style()));
            CHECK_MESSAGE(says(glass, "Borrador") == (language == 1), shown.name);
        }
    }
    for (const std::size_t language : {0U, 1U, 2U}) {
        const auto paper = views::handout(content, {0}, {0}, nullptr, content::LanguageId{language}, false, false);
        const auto sheets = page::lay_out(paper, shipped::style());
        CHECK(sheets.size() >= 2);
        for (const auto& one : sheets) CHECK(says(page::describe(one), "Esto es un borrador.") == (language == 1));
    }
}
