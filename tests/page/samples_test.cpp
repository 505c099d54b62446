// SPDX-License-Identifier: Apache-2.0
#include "samples.hpp"

#include <sstream>

namespace kiosk::page {
namespace {

int next_id = 0;

Block answer(std::string label, std::string icon) {
    return {a_key(KeyKind::answer, std::move(label), std::move(icon))};
}

Block secondary(std::string label, std::string icon) {
    Key key = a_key(KeyKind::secondary, std::move(label), std::move(icon));
    key.height = 120;
    return {key};
}

struct QuestionWords {
    std::string progress, question, hint, yes, no, not_sure, back, why;
};

Page asked(const QuestionWords& words) {
    Page page = an_empty_page();
    page.hint_width = 520;
    page.landscape_hint_width = 330;
    Words progress;
    progress.runs = {{words.progress}};
    progress.role = Role::progress;
    progress.colour = Colour::petrol;
    page.read = {{progress},
                 space(16),
                 {Progress{3, 9}},
                 {Space{24, 0, 8, 32.0}},
                 a_text(words.question, Role::title, Tag::heading1),
                 {Space{28, 0, 8, 12.0}},
                 a_text(words.hint)};
    page.picture = ReadPicture{"q-arms-legs", "Rings on hands and knees"};
    const Row last{{secondary(words.back, "back"), secondary(words.why, "why")}, {300, -1}};
    page.sheet = {
        answer(words.yes, "tick"), space(28), answer(words.no, "cross"), space(28), answer(words.not_sure, "not-sure"),
        {Space{54, 0, 26, 68.0}},  {last}};
    return page;
}

Block step(int number, const std::string& words) {
    return {Row{{{NumberDisc{number, 20}}, a_text(words, Role::paper_body, Tag::list_item)}, {20, -1}, 9}};
}

Block exercise(int number) {
    Picture picture{"chin-tuck", "Chin moves straight back, number " + std::to_string(number)};
    picture.framed = true;
    const Column words{{a_text("Chin tuck " + std::to_string(number), Role::paper_heading, Tag::heading2),
                        step(1, "Sit tall. Look straight ahead."),
                        step(2, "Slide your chin straight back. Do not tip your head up or down."),
                        step(3, "Hold for 5 seconds. Then let go.")},
                       5};
    return {Row{{{picture}, {words}}, {198, -1}, 18}};
}

}  // namespace

Key a_key(KeyKind kind, std::string label, std::string icon) {
    Key key;
    key.kind = kind;
    key.id = ++next_id;
    key.label = std::move(label);
    key.icon = std::move(icon);
    return key;
}

Block a_text(std::string text, Role role, Tag tag) {
    Words words;
    words.runs = {{std::move(text)}};
    words.role = role;
    words.tag = tag;
    return {words};
}

Page an_empty_page() {
    Page page;
    page.clinic = "Riverside Clinic";
    page.section = "Safety check";
    page.help = {{a_key(KeyKind::help, "I need help now")}};
    page.access = {a_key(KeyKind::access, "Text size", "text-size"), a_key(KeyKind::access, "Contrast", "contrast"),
                   a_key(KeyKind::listen, "Listen", "listen"), a_key(KeyKind::access, "Language", "language"),
                   a_key(KeyKind::access, "Lower screen", "lower-screen")};
    page.access_place = {0, 1, 2, 3, 4};
    return page;
}

Page sheet_of(Blocks blocks) {
    Page page = an_empty_page();
    page.sheet = std::move(blocks);
    return page;
}

Page question_page() {
    return asked({"Question 3 of 9", "Do your arms or legs feel weak or numb?",
                  "Numb means you feel less than normal. You may drop things, or trip.", "Yes", "No", "I’m not sure",
                  "Back", "Why do we ask?"});
}

Page arabic_page() {
    Page page = asked({"السؤال ٣ من ٩", "هل تشعر بضعف أو خدر في ذراعيك أو ساقيك؟",
                       "الخدر يعني أنك لا تحس بالأشياء جيدًا. قد تسقط الأشياء من يدك أو تتعثر.", "نعم", "لا",
                       "لست متأكدًا", "رجوع", "لماذا نسأل هذا؟"});
    page.language = "ar";
    page.right_to_left = true;
    page.clinic = "عيادة ريفرسايد";
    page.section = "أسئلة السلامة";
    return page;
}

Page paged_page(int rows, int at) {
    Page page = an_empty_page();
    page.read = {a_text("Touch all that fit", Role::title, Tag::heading1)};
    Paged paged;
    paged.gap = 24;
    paged.page = at;
    for (int i = 1; i <= rows; ++i) paged.blocks.push_back({a_key(KeyKind::check_row, "Choice " + std::to_string(i))});
    const Row turn{{{TurnKey{a_key(KeyKind::secondary, "Previous", "back"), -1}},
                    {PageCount{"{page} of {pages}"}},
                    {TurnKey{a_key(KeyKind::secondary, "Next", "next"), 1}}},
                   {256, -1, 256}};
    page.sheet = {{paged},
                  {IfPaged{{space(24), {turn}}}},
                  space(40),
                  {Row{{secondary("Back", "back"), {IfLastPage{{{a_key(KeyKind::primary, "Continue", "next")}}, {}}}},
                       {300, -1}}}};
    return page;
}

Document a_handout(int exercises) {
    Document document;
    document.title = "Chin tuck";
    document.header = {
        {Row{{{Icon{"logo", 37}}, a_text("Riverside Clinic", Role::paper_header, Tag::artifact)}, {37, -1}, 11}},
        space(9),
        {Rule{2}},
        space(14)};
    document.footer = {{Rule{1.5}},
                       space(6),
                       {Row{{a_text("Version 2026.11", Role::paper_footer, Tag::artifact),
                             {PageCount{"Page {page} of {pages}", Role::paper_page_number, Align::end}}},
                            {-1, 110}}}};
    document.flow = {
        a_text("Chin tuck", Role::paper_title, Tag::heading1),
        a_text("Two gentle moves for a stiff neck. They should feel like work, not like pain.", Role::paper_body)};
    for (int i = 1; i <= exercises; ++i) {
        document.flow.push_back(space(12));
        document.flow.push_back(exercise(i));
    }
    Frame stop{{a_text("Stop if", Role::paper_heading, Tag::heading2),
                a_text("the pain gets worse", Role::paper_body, Tag::list_item),
                a_text("you feel dizzy", Role::paper_body, Tag::list_item)}};
    stop.pad_x = stop.pad_y = 14;
    stop.edge = Colour::ink;
    stop.border = 4;
    stop.radius = 10.5;
    document.flow.push_back(space(12));
    document.flow.push_back({stop});
    document.flow.push_back(a_text("Where this comes from", Role::paper_heading, Tag::heading2));
    document.flow.push_back(
        a_text("Gross A and others. Exercises for mechanical neck disorders, 2015.", Role::paper_source));
    return document;
}

std::string place_of(const Sheet& sheet, const std::string& what) {
    std::istringstream lines(describe(sheet, true));
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind(what + "  @ ", 0) == 0) return line.substr(what.size() + 4);
    }
    return "not on the sheet";
}

std::vector<std::string> misfits_of(const Sheet& sheet) {
    std::vector<std::string> result;
    for (const Misfit& misfit : sheet.misfits) result.push_back(misfit.what);
    return result;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    return all;
}

}  // namespace kiosk::page
