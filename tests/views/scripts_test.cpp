// SPDX-License-Identifier: Apache-2.0
// The languages that are shipped, each in its own script: room between lines, what is mirrored, who reads which words.
#include "page/marks.hpp"
#include "shipped_content.hpp"
#include "views/note_lines.hpp"
#include "visit/visit.hpp"

#include <map>
#include <set>

namespace {

using namespace kiosk;

constexpr Size portrait{1080, 1920}, landscape{1920, 1080};

content::LanguageId language_of(const std::string& code) {
    const auto& all = shipped::in_all_languages().languages;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].code == code) return {i};
    FAIL("not offered: ", code);
    return {};
}

const std::vector<views::Shown>& all_screens() {
    static const auto all = views::screens(shipped::in_all_languages());
    return all;
}

page::Sheet glass(views::Shown shown, const std::string& code, Size size = portrait) {
    shown.visit.look.language = language_of(code);
    return page::lay_out(views::compose(shipped::in_all_languages(), shown.visit, shown.now).page, size,
                         shipped::style());
}

bool is_between(const std::string& text, const char* from, const char* to) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const std::string here = text.substr(at, std::string(from).size());
        if (here >= from && here <= to) return true;
    }
    return false;
}

template <typename Look>
void each_text(const page::Sheet& sheet, Look look) {
    std::set<const page::Shaped*> seen;
    for (const auto& mark : sheet.marks->marks) {
        const auto* letters = std::get_if<page::Letters>(&mark);
        if (letters && seen.insert(letters->text.get()).second) look(*letters->text);
    }
}

struct Script {
    const char *code, *from, *to;  ///< letters only this language has
    double line;                   ///< least, of the size
};

// fonts.lineFactorMin of the design's tokens. Latin letters keep the lines of each role, the tightest that of the
// alert.
const Script scripts[] = {
    {"es", "á", "ú", 128.0 / 116}, {"vi", "Ạ", "ỹ", 1.35}, {"zh-Hans", "一", "龥", 1.4}, {"ar", "ء", "ي", 1.4}};

}  // namespace

TEST_CASE("every script has the room between lines that it needs, and Arabic is not bold where it is small") {
    for (const auto& script : scripts) {
        std::set<std::string> tight, heavy;
        int texts = 0;
        for (const auto& shown : all_screens()) {
            each_text(glass(shown, script.code), [&](const page::Shaped& text) {
                if (!is_between(text.text, script.from, script.to)) return;
                ++texts;
                const bool is_dock_label = text.type.size == 28 && text.type.line == 30;  // in its fixed place
                if (!is_dock_label && text.type.line < script.line * text.type.size - 0.001 && text.lines.size() > 1)
                    tight.insert(text.text);
                if (text.type.bold && text.type.size < 28) heavy.insert(text.text);
            });
        }
        CAPTURE(std::string(script.code));
        CHECK(texts > 1000);
        for (const auto& text : tight) FAIL_CHECK("lines too close: ", text);
        for (const auto& text : heavy) FAIL_CHECK("small and bold: ", text);
    }
}

TEST_CASE("in Arabic every key stands where its mirror image has it; the other languages are as English") {
    for (const char* name : {"01-welcome", "04-question-chest", "05a-calling", "06b-note", "10-sent"}) {
        const auto shown =
            std::find_if(all_screens().begin(), all_screens().end(), [&](const auto& one) { return one.name == name; });
        REQUIRE_MESSAGE(shown != all_screens().end(), name);
        for (const auto& script : scripts) {
            auto visit = shown->visit;
            visit.look.language = language_of(script.code);
            auto page = views::compose(shipped::in_all_languages(), visit, shown->now).page;
            CHECK(page.right_to_left == (std::string(script.code) == "ar"));
            for (const Size size : {portrait, landscape}) {
                page.right_to_left = false;
                const auto left = page::lay_out(page, size, shipped::style());
                page.right_to_left = true;
                const auto right = page::lay_out(page, size, shipped::style());
                REQUIRE(left.targets.size() == right.targets.size());
                CHECK(left.targets.size() >= 4);
                for (std::size_t i = 0; i < left.targets.size(); ++i) {
                    const auto& box = left.targets[i].touch;
                    const Box mirrored{size.width - box.right(), box.y, box.width, box.height};
                    const auto is_there = [&](const auto& other) {
                        return other.touch == mirrored && other.label == left.targets[i].label;
                    };
                    CHECK_MESSAGE(std::any_of(right.targets.begin(), right.targets.end(), is_there), name, " ",
                                  script.code, ": ", left.targets[i].label);
                }
            }
        }
    }
}

TEST_CASE("every language's welcome has its picture, smaller where its words are longer, and never under them") {
    const auto width = [](const char* code) {
        const auto sheet = glass(all_screens().front(), code);
        CHECK(sheet.misfits.empty());
        for (const auto& mark : sheet.marks->marks) {
            const auto* art = std::get_if<page::Art>(&mark);
            if (art && art->name == shipped::in_all_languages().topics.front().welcome_picture.name)
                return art->box.width;
        }
        return 0.0;
    };
    CHECK(width("en") == 800);
    CHECK(width("zh-Hans") == 800);
    for (const auto& script : scripts) CHECK_MESSAGE(width(script.code) >= 0.7 * 800, std::string(script.code));
}

TEST_CASE("the clinic's name stands where a line begins") {
    for (const auto& script : scripts) {
        const auto sheet = glass(all_screens().front(), script.code);
        const page::Letters* name = nullptr;
        for (const auto& mark : sheet.marks->marks) {
            const auto* letters = std::get_if<page::Letters>(&mark);
            if (letters && letters->text->text.find(shipped::in_all_languages().clinic.name) != std::string::npos)
                name = letters;
        }
        REQUIRE(name);
        const bool is_right = name->x > 540;
        CHECK_MESSAGE(is_right == (std::string(script.code) == "ar"), script.code);
    }
}

namespace {

std::map<std::string, double> sizes_of(const page::Sheet& sheet) {
    std::map<std::string, double> sizes;
    each_text(sheet, [&](const page::Shaped& text) { sizes[text.text] = text.type.size; });
    return sizes;
}

double size_of(const std::map<std::string, double>& sizes, const std::string& words) {
    for (const auto& [text, size] : sizes)
        if (text.find(words) != std::string::npos) return size;
    FAIL("not there: ", words);
    return 0;
}

}  // namespace

TEST_CASE("a note for staff is in the clinic's words, with the patient's smaller beneath: on paper") {
    const auto& content = shipped::in_all_languages();
    const auto& topic = content.topics.front();
    for (const char* code : {"es", "ar"}) {
        CAPTURE(std::string(code));
        const auto language = language_of(code);
        const auto at = std::find_if(all_screens().begin(), all_screens().end(),
                                     [](const auto& shown) { return shown.name == "06b-note"; });
        REQUIRE(at != all_screens().end());
        auto visit = at->visit;
        visit.look.language = language;
        const auto record = visit::record(visit);
        const auto document = views::note(content, record, {"2026-11-22", "10:44", at->now, "Waiting room 1"});
        CHECK(document.language == "en");
        CHECK_FALSE(document.right_to_left);
        const auto note = visit::note(topic, record);
        const auto flagged = std::find_if(note.flagged.begin(), note.flagged.end(), [&](const auto& line) {
            return !topic[line.question].is_private && !line.sign;
        });
        std::map<std::string, double> sizes;
        for (const auto& sheet : page::lay_out(document, shipped::style()))
            for (const auto& [text, size] : sizes_of(sheet)) sizes.insert({text, size});
        const auto& any = note.flagged.front();
        const auto& line = flagged == note.flagged.end() ? any : *flagged;
        const auto& ask = topic[line.question].ask;
        const auto said = views::note_said({content, {0}}, topic, line);
        const double ours = size_of(sizes, said.means), theirs = size_of(sizes, ask(language));
        CHECK(theirs < ours);
        CHECK(ask({0}) != ask(language));
    }
}

TEST_CASE("and on glass, while it is shown in place of paper") {
    const auto& content = shipped::in_all_languages();
    for (const char* code : {"es", "ar"}) {
        CAPTURE(std::string(code));
        const auto at = std::find_if(all_screens().begin(), all_screens().end(),
                                     [](const auto& shown) { return shown.name == "06b-note-no-printer"; });
        REQUIRE(at != all_screens().end());
        const auto sizes = sizes_of(glass(*at, code));
        const auto& flagged = content.words("glass-note.flagged");
        CHECK(size_of(sizes, flagged(language_of(code))) < size_of(sizes, flagged({0})));
    }
}
