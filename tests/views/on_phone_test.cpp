// SPDX-License-Identifier: Apache-2.0
// Handouts in a telephone: every code is really read again, and all of them together are the handout.
#include "page/tools.hpp"
#include "shipped_content.hpp"
#include "views/codes.hpp"
#include "views/gallery_walk.hpp"
#include "views/wording.hpp"
#include "visit/step.hpp"

#include <set>

namespace {

using namespace kiosk;
namespace action = visit::action;

constexpr Size portrait{1080, 1920}, landscape{1920, 1080};

/// A kiosk without a printer, with this handout on its way into a telephone.
views::Shown on_phone(const content::Content& content, content::LanguageId language, content::HandoutId id) {
    views::Walk walk(content, {});
    walk.to_questions(visit::Who::me).no_to_the_rest();
    walk.tap(action::OpenPanel{visit::Panel::language}).tap(action::ChooseLanguage{language}).tap(action::Close{});
    walk.tap(action::Read{id}).tap(action::ShowOnPhone{});
    REQUIRE(walk.is_at<visit::place::OnPhone>());
    return {"on phone", walk.visit(), walk.now()};
}

struct Collect {
    std::vector<std::string> texts{};

    void all(const page::Blocks& blocks) {
        for (const auto& block : blocks) std::visit(*this, block.is);
    }
    void operator()(const page::Qr& qr) { texts.push_back(qr.text); }
    void operator()(const page::Paged& paged) { all(paged.blocks); }
    void operator()(const page::Column& column) { all(column.blocks); }
    void operator()(const page::Row& row) { all(row.blocks); }
    void operator()(const page::Frame& frame) { all(frame.blocks); }
    void operator()(const page::OnlyIn& only) {
        if (only.shape == page::Shape::portrait) all(only.blocks);
    }
    void operator()(const auto&) {}
};

/// What the codes of all its pages hold.
std::vector<std::string> codes_on(const content::Content& content, const views::Shown& shown) {
    Collect codes;
    codes.all(views::compose(content, shown.visit, shown.now).page.sheet);
    return codes.texts;
}

/// Read off the picture of a screen, as a telephone would.
std::string scanned(const content::Content& content, const views::Shown& shown, Size size) {
    Pixels pixels;
    const auto sheet = page::lay_out(views::compose(content, shown.visit, shown.now).page, size, shipped::style());
    CHECK(sheet.misfits.empty());
    page::paint(sheet, shipped::style(), pixels);
    return page::run("zbarimg --nodbus -q --raw -Sbinary", page::png(pixels), "");
}

/// Without the lines that say which part it is.
std::string body(const std::string& code) {
    return code.substr(code.find("\n\n") + 2);
}

std::string joined(const std::vector<std::string>& codes) {
    if (codes.size() == 1) return codes.front();
    std::string all;
    for (const auto& code : codes) all += body(code);
    return all;
}

}  // namespace

TEST_CASE("a text in pieces: together they are the text, none is too long, no letter is cut") {
    const std::vector<std::string> texts{
        "",
        "Short.",
        "One sentence. Another sentence that is longer. And a third.\n\nA paragraph.\nA line.\n",
        std::string(500, 'x'),
        "热敷背部十五分钟。如果疼痛加重，请停止并求助。热敷背部十五分钟。",
        "ضع كمادة دافئة على أعلى ظهرك لمدة ١٥ دقيقة. توقف إذا شعرت بالألم؟ نعم"};
    for (const auto& text : texts)
        for (const std::size_t most : {4U, 5U, 7U, 16U, 40U, 1000U}) {
            CAPTURE(text);
            CAPTURE(most);
            std::string together;
            for (const auto& piece : views::pieces(text, most)) {
                CHECK(piece.size() <= most);
                CHECK_FALSE(piece.empty());
                CHECK((static_cast<unsigned char>(piece.front()) & 0xC0U) != 0x80U);
                together += piece;
            }
            CHECK(together == text);
        }
    CHECK(views::pieces("First part.\n\nSecond part.", 20) ==
          std::vector<std::string>{"First part.\n\n", "Second part."});
    CHECK(views::pieces("A sentence. And one.", 15) == std::vector<std::string>{"A sentence. ", "And one."});
}

TEST_CASE("in every language the codes of every handout together are its text, with all of Get help") {
    const auto& content = shipped::in_all_languages();
    const auto& topic = content.topics.front();
    for (std::size_t l = 0; l < content.languages.size(); ++l)
        for (std::size_t h = 0; h < topic.handouts.size(); ++h) {
            const content::LanguageId language{l};
            CAPTURE(content.languages[l].code);
            CAPTURE(topic.handouts[h].id);
            const auto shown = on_phone(content, language, {h});
            const auto codes = codes_on(content, shown);
            const auto text = views::handout_text(content, visit::record(shown.visit), {h}, false);
            CHECK(joined(codes) == text);
            for (const auto& code : codes) CHECK(code.size() <= views::code_bytes);
            for (const auto* help : {&topic.help_now, &topic.help_today, &topic.help_soon})
                for (const auto& line : *help) CHECK(text.find(line(language)) != std::string::npos);
            for (const auto& stop : topic.handouts[h].stop_if) CHECK(text.find(stop(language)) != std::string::npos);
            CHECK(text.find(content.clinic.emergency_number) != std::string::npos);
            CHECK(text.starts_with(topic.handouts[h].title(language) + '\n'));
        }
}

TEST_CASE("every line of it stands on the paper, too, but for what is said in short") {
    const auto& content = shipped::content();
    const auto& topic = content.topics.front();
    for (std::size_t h = 0; h < topic.handouts.size(); ++h) {
        CAPTURE(topic.handouts[h].id);
        const auto shown = on_phone(content, {}, {h});
        const auto record = visit::record(shown.visit);
        std::string paper;
        for (const auto& sheet :
             page::lay_out(views::handout(content, {}, {h}, &record, {}, false, false), shipped::style()))
            paper += page::describe(sheet);
        std::istringstream lines(views::handout_text(content, record, {h}, false));
        int absent = 0;
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("- ")) line.erase(0, 2);
            const auto words = line.substr(std::min(line.size(), line.find_first_not_of("0123456789. ")));
            if (paper.find(words) == std::string::npos) ++absent;
        }
        CHECK(absent <= 2);  // the sources in one line; what the kiosk cannot do, which runs on there
    }
}

TEST_CASE("long: each code is read off the glass again, in every language, upright and across" * doctest::skip()) {
    const auto& content = shipped::in_all_languages();
    for (std::size_t l = 0; l < content.languages.size(); ++l) {
        CAPTURE(content.languages[l].code);
        const auto first = on_phone(content, {l}, {0});
        const auto codes = codes_on(content, first);
        REQUIRE(codes.size() > 1);
        for (std::size_t page = 0; page < codes.size(); ++page) {
            const auto shown = views::turned(content, first, static_cast<int>(page));
            CHECK(scanned(content, shown, portrait) == codes[page]);
        }
        CHECK(scanned(content, first, landscape) == codes.front());
        auto largest = first;
        largest.visit.look.size = visit::TextSize::largest;
        for (const auto size : {portrait, landscape}) CHECK(scanned(content, largest, size) == codes.front());
        auto lowered = first;
        lowered.visit.look.lowered = true;
        lowered.visit.look.contrast = visit::Contrast::high;
        CHECK(scanned(content, lowered, portrait) == codes.front());
    }
}

TEST_CASE("the code of the clinic's own page comes after the text") {
    auto content = shipped::content();
    content.topics.front().handouts.front().web_page = "https://clinic.example/handout";
    const auto shown = on_phone(content, {}, {0});
    CHECK(codes_on(content, shown).back() == "https://clinic.example/handout");
    const auto without = codes_on(shipped::content(), on_phone(shipped::content(), {}, {0}));
    CHECK(codes_on(content, shown).size() == without.size() + 1);
}

TEST_CASE("a handout goes into a telephone where no paper comes, and nowhere else") {
    const std::set<std::string> offered{"10-needs-paper", "10-needs-jam-cleared", "10-needs-door-shut",
                                        "10-needs-toner", "10-offline",           "10-busy",
                                        "10-needs-staff", "10-not-printed",       "10-cancelled",
                                        "10-unknown",     "09-reading-no-printer"};
    for (const auto& shown : views::screens(shipped::content())) {
        const auto actions = views::compose(shipped::content(), shown.visit, shown.now).actions;
        const bool is_there =
            std::find(actions.begin(), actions.end(), visit::Action{action::ShowOnPhone{}}) != actions.end();
        CHECK_MESSAGE(is_there == offered.contains(shown.name), shown.name);
    }
}

TEST_CASE("a released handout says in the telephone, too: tell your clinician first") {
    const auto& shown = shipped::screen("09-tell-clinician-first");
    const auto record = visit::record(shown.visit);
    const auto id = std::get<visit::place::Reading>(shown.visit.place).handout.id();
    auto at = shown;
    at.visit = visit::step(shipped::content(), at.visit, visit::event::Tapped{action::ShowOnPhone{}}, at.now).visit;
    REQUIRE(std::holds_alternative<visit::place::OnPhone>(at.visit.place));
    const auto text = joined(codes_on(shipped::content(), at));
    CHECK(text.starts_with("Tell your clinician first\n"));
    CHECK(text == views::handout_text(shipped::content(), record, id, true));
}
