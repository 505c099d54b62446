// SPDX-License-Identifier: Apache-2.0
#include "views/paper_content.hpp"

#include "fixtures/small.hpp"

namespace paper_test {
namespace {

using namespace kiosk;
using content::Text;

Text in(std::string english_words, std::string spanish_words = "") {
    if (spanish_words.empty()) spanish_words = english_words;
    return {{std::move(english_words), std::move(spanish_words)}};
}

content::Sign sign(std::string id, content::QuestionId question, content::Urgency urgency, Text label, Text note) {
    content::Sign made;
    made.id = std::move(id);
    made.question = question;
    made.urgency = urgency;
    made.label = std::move(label);
    made.told = note;
    made.note = std::move(note);
    return made;
}

content::Question question(std::string id, content::Kind kind, content::Urgency urgency, Text ask,
                           std::vector<content::SignId> signs) {
    content::Question made;
    made.id = std::move(id);
    made.kind = kind;
    made.urgency = urgency;
    made.ask = std::move(ask);
    made.signs = std::move(signs);
    return made;
}

void add_questions(content::Topic& topic) {
    using content::Kind, content::Urgency;
    topic.questions = {
        question("chest", Kind::any_of, Urgency::emergency,
                 in("Do you have any of these right now?", "¿Tiene algo de esto ahora?"), {chest_pain, sweaty}),
        question(
            "fever", Kind::yes_no, Urgency::today,
            in("Have you had a fever or chills with this pain?", "¿Ha tenido fiebre o escalofríos con este dolor?"),
            {has_fever}),
        question("needle", Kind::any_of, Urgency::today, in("Are any of these true for you?"),
                 {needle_drugs, weak_immune}),
        question("about", Kind::any_of, Urgency::none, in("Do you have any of these?", "¿Tiene alguna de estas?"),
                 {kidney, diabetes}),
        question("night", Kind::yes_no, Urgency::mention, in("Does the pain wake you from sleep?"), {night_pain})};
    topic.questions[needle.index].is_private = true;
    topic.questions[needle.index].private_note = in("Infection risk");
    topic.signs = {
        sign("chest-pain", chest, Urgency::emergency,
             in("Pain or heavy pressure in your chest", "Dolor o presión en el pecho"),
             in("Chest pain or pressure now")),
        sign("sweaty", chest, Urgency::emergency, in("Feeling sick or sweaty", "Náuseas o sudor"),
             in("Nausea or sweating")),
        sign("fever", fever, Urgency::today, in(""), in("Fever with back pain")),
        sign("needle-drugs", needle, Urgency::today, in("Used a needle for street drugs"),
             in("Needle use for street drugs")),
        sign("weak-immune", needle, Urgency::today, in("HIV, or a transplant"), in("HIV or transplant")),
        sign("kidney", about, Urgency::none, in("Kidney disease", "Enfermedad del riñón"), in("Kidney disease")),
        sign("diabetes", about, Urgency::none, in("Diabetes"), in("Diabetes")),
        sign("night-pain", night, Urgency::mention, in(""), in("Pain wakes the patient at night"))};
    topic.together = {{{has_fever}, {needle_drugs, weak_immune}, Urgency::emergency, in("Fever with infection risk")}};
}

content::Part exercise(std::string heading, std::string picture, std::vector<Text> steps, std::string dose) {
    content::Part part;
    part.heading = in(std::move(heading));
    part.picture = {picture, in("Drawing of " + picture)};
    part.steps = std::move(steps);
    part.dose = in(std::move(dose));
    return part;
}

content::Part section(std::string heading, std::string paragraph) {
    content::Part part;
    part.heading = in(std::move(heading));
    part.paragraphs = {in(std::move(paragraph))};
    return part;
}

content::Handout two_exercises() {
    content::Handout made;
    made.id = "chin-tuck";
    made.title = in("Chin tuck and shoulder squeeze", "Barbilla y hombros");
    made.summary =
        in("Two gentle moves for a stiff neck and upper back. They should feel like work, not like pain. "
           "Breathe as normal.");
    made.parts = {
        exercise("Chin tuck", "chin-tuck",
                 {in("Sit tall. Look straight ahead."),
                  in("Slide your chin straight back. Do not tip your head up or down."),
                  in("Hold for 5 seconds. Then let go.")},
                 "Do it 5 times. 2 times a day."),
        exercise("Shoulder squeeze", "shoulder-squeeze",
                 {in("Sit or stand tall. Let your arms hang."),
                  in("Gently draw your shoulder blades together and down."), in("Hold for 5 seconds. Then let go.")},
                 "Do it 10 times. 2 times a day.")};
    made.dos = {in("Start with just a few."), in("Move slowly."), in("Rest a day if you feel sore.")};
    made.do_nots = {in("Do not push into pain."), in("Do not jerk or bounce."), in("Do not hold your breath.")};
    made.stop_if = {in("the pain gets worse"), in("pain spreads to your arm"), in("you feel dizzy or faint"),
                    in("you feel numb, weak or tingly")};
    made.evidence = content::Evidence::moderate;
    made.how_sure = {
        in("Several studies show that neck and shoulder-blade exercises can ease neck pain that has lasted "
           "for months. We found few good studies on upper back pain alone. So go gently. Stop if it does "
           "not help.")};
    made.sources = {{0}};
    made.week_chart = true;
    made.web_page = "https://clinic.example/chin-tuck";
    made.written = "2026-09-01";
    made.author = "the physical therapy team";
    made.reviewed = "2026-09-14";
    made.reviewer = "R. Reviewer, physical therapist";
    made.review_by = "2027-09";
    return made;
}

content::Handout bath() {
    content::Handout made;
    made.id = "warm-bath";
    made.title = in("A warm bath");
    made.summary = in("Warm water may help you relax.");
    made.picture = {"warm-bath", in("A bath with steam")};
    made.parts = {section("How to do it", "Fill the bath with warm water. Test it with your elbow."),
                  section("With kidney disease", "Use no Epsom salt at all."),
                  section("Epsom salt", "The salt has not been shown to add anything.")};
    made.parts[1].is_warning = true;
    made.parts[1].only_if = {kidney};
    made.parts[2].withhold = {diabetes};
    made.stop_if = {in("you feel dizzy or faint")};
    made.how_sure = {in("No good studies.")};
    made.withhold = {{{kidney}, in("You told us you have kidney disease."), in("Too much magnesium can build up.")}};
    made.ask_first = {
        {{diabetes}, in("You told us you have diabetes."), in("You may not feel that the water is too hot.")},
        {{weak_immune}, in("You told us your body is weak."), in("A bath may carry germs.")}};
    made.sources = {{1}};
    made.written = "2026-11-22";
    made.review_by = "2027-11-22";
    return made;
}

content::Handout when() {
    content::Handout made;
    made.id = "when-to-see";
    made.title = in("When to see a clinician");
    made.summary = in("What to watch for.");
    made.always_open = true;
    made.how_sure = {in("Clinics agree on these signs.")};
    made.written = "2026-11-22";
    made.review_by = "2027-11-22";
    return made;
}

content::Topic small_topic() {
    content::Topic topic;
    topic.id = "back";
    topic.version = "2026.09";
    topic.title = in("Upper back pain");
    topic.tell_clinician = in("Tell the clinician at this visit that your pain is in your upper back.");
    topic.help_now = {in("bad chest pain or trouble breathing"), in("sudden weakness"),
                      in("you cannot control your bladder or bowels")};
    topic.help_today = {in("fever with back pain"), in("pain after a fall")};
    topic.help_soon = {in("the pain is no better in 4 weeks")};
    add_questions(topic);
    topic.handouts = {two_exercises(), bath(), when()};
    topic.sources = {{"S1", "Gross A and others. Exercises for mechanical neck disorders",
                      "Cochrane Database of Systematic Reviews", "2015", "https://example.org/1", "2026-11"},
                     {"S2", "Does salt go through skin?", "Nutrients", "", "https://example.org/2", "2026-10"}};
    return topic;
}

void add_words(const page::Block& block, std::string& into);

void add_words(const page::Blocks& blocks, std::string& into) {
    for (const auto& block : blocks) add_words(block, into);
}

struct WordsOf {
    std::string& into;
    void operator()(const page::Words& words) const {
        for (const auto& run : words.runs) into += run.text;
        into += "\n";
    }
    void operator()(const page::Picture& picture) const { into += "(" + picture.name + ": " + picture.alt + ")\n"; }
    void operator()(const page::Icon& icon) const { into += "[" + icon.name + "] "; }
    void operator()(const page::NumberDisc& disc) const { into += "(" + std::to_string(disc.number) + ") "; }
    void operator()(const page::Bullet&) const { into += "- "; }
    void operator()(const page::Certainty& bars) const { into += "[" + std::to_string(bars.filled) + " of 3 bars]\n"; }
    void operator()(const page::Qr& qr) const { into += "[QR " + qr.text + "]\n"; }
    void operator()(const page::PageCount& count) const { into += count.words + "\n"; }
    void operator()(const page::Column& column) const { add_words(column.blocks, into); }
    void operator()(const page::Row& row) const { add_words(row.blocks, into); }
    void operator()(const page::Grid& grid) const { add_words(grid.blocks, into); }
    void operator()(const page::Frame& frame) const { add_words(frame.blocks, into); }
    template <class Other>
    void operator()(const Other&) const {}
};

void add_words(const page::Block& block, std::string& into) {
    std::visit(WordsOf{into}, block.is);
}

}  // namespace

content::Content small_content() {
    auto content = fixtures::small_clinic();
    const char* months[] = {"january", "february", "march",     "april",   "may",      "june",
                            "july",    "august",   "september", "october", "november", "december"};
    const char* names[] = {"January", "February", "March",     "April",   "May",      "June",
                           "July",    "August",   "September", "October", "November", "December"};
    for (std::size_t i = 0; i < 12; ++i) content.interface["date." + std::string(months[i])] = in(names[i]);
    content.interface["date.day-month-year"] = in("{day} {month} {year}", "{day} de {month} de {year}");
    content.interface["date.month-year"] = in("{month} {year}");
    const char* days[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    for (const char* day : days) content.interface["paper." + std::string(day)] = in(std::string(day).substr(0, 3));
    for (const char* name : {"chin-tuck", "shoulder-squeeze"}) {
        content.pictures[name] =
            *fixtures::read_file(std::string(KIOSK_SOURCE) + "/screens/pictures/" + name + ".svg").text;
    }
    content.clinic.name = "Riverside Clinic";
    content.clinic.address = "12 Mill Lane, Riverside";
    content.clinic.phone = "555 0100";
    content.clinic.emergency_number = "911";
    content.clinic.desk = in("front desk");
    content.clinic.paper = content::PaperSize::letter;
    content.languages = {{"en", "English", false}, {"es", "Español", false}};
    content.topics = {small_topic()};
    return content;
}

visit::Record all_no(Instant start) {
    visit::Record record;
    record.topic = topic;
    record.language = english;
    record.who = visit::Who::me;
    record.started = start;
    for (const auto id : {chest, fever, needle, about, night}) answer(record, id, visit::Reply::no);
    return record;
}

void answer(visit::Record& record, content::QuestionId id, visit::Reply reply, std::vector<content::SignId> ticked) {
    const auto count = static_cast<std::int64_t>(record.answers.given.size());
    const auto at = record.started + Duration{count * 60'000};
    record.answers.given.push_back({id, visit::Answer{reply, std::move(ticked)}, at});
}

std::string words_of(const page::Blocks& blocks) {
    std::string words;
    add_words(blocks, words);
    return words;
}

}  // namespace paper_test
