// SPDX-License-Identifier: Apache-2.0
#include "views/paper_content.hpp"
#include "views/views.hpp"

#include <doctest/doctest.h>

namespace {

using namespace kiosk;
using namespace paper_test;
using visit::Reply;

enum class Asked { yes, nobody };

std::string handout_words(content::HandoutId id, const visit::Record* record = nullptr, bool tell_first = false) {
    const auto content = small_content();
    const auto document = views::handout(content, topic, id, record, english, false, tell_first);
    return words_of(document.header) + words_of(document.flow) + words_of(document.footer);
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

visit::Record about_you(std::vector<content::SignId> ticked) {
    auto record = all_no();
    answer(record, about, Reply::yes, std::move(ticked));
    return record;
}

}  // namespace

TEST_CASE("a handout says everything in the order of the design") {
    const auto words = handout_words(chin_tuck);
    std::size_t at = 0;
    for (const char* part :
         {"Riverside Clinic\n",
          "paper.address 12 Mill Lane, Riverside 555 0100\n",
          "paper.handout\n",
          "English\n",
          "Chin tuck and shoulder squeeze\n",
          "Two gentle moves",
          "(chin-tuck: Drawing of chin-tuck)\n",
          "paper.numbered 1 Chin tuck\n",
          "(1) Sit tall. Look straight ahead.\n",
          "Do it 5 times. 2 times a day.\n",
          "paper.numbered 2 Shoulder squeeze\n",
          "[tick] paper.do\n",
          "[tick] Move slowly.\n",
          "[cross] paper.do-not\n",
          "[cross] Do not jerk or bounce.\n",
          "[stop-sign] paper.stop\n",
          "- the pain gets worse\n",
          "paper.week\n",
          "mon\n",
          "sun\n",
          "Chin tuck\n",
          "Shoulder squeeze\n",
          "[bell] paper.help-now 911\n",
          "- bad chest pain or trouble breathing\n- sudden weakness\n",
          "paper.help-today fever with back pain. pain after a fall. ",
          "paper.help-soon the pain is no better in 4 weeks. ",
          "Tell the clinician at this visit that your pain is in your upper back.\n",
          "paper.how-sure\n",
          "[2 of 3 bars]\n",
          "sure.2\n",
          "Several studies show",
          "paper.sources\n",
          "paper.source-number 1 paper.source Gross A and others. Exercises for mechanical neck disorders. Cochrane "
          "Database of Systematic "
          "Reviews 2015 \n",
          "paper.written paper.date-by 1 September 2026 the physical therapy team paper.not-reviewed paper.next-review "
          "September 2027. paper.sources-checked November 2026. "
          "paper.supports paper.questions front desk 555 0100\n",
          "[QR https://clinic.example/chin-tuck]\n",
          "paper.qr\n",
          "paper.footer Chin tuck and shoulder squeeze 2026.09. paper.not-reviewed\n",
          "paper.page {page} {pages}\n"}) {
        CAPTURE(part);
        const auto found = words.find(part, at);
        REQUIRE(found != std::string::npos);
        at = found;
    }
}

TEST_CASE("without a reviewer the paper says so, and without a page of the clinic it has no code") {
    const auto words = handout_words(warm_bath);
    CHECK(holds(words,
                "paper.written 22 November 2026. paper.not-reviewed paper.next-review 22 November 2027. "
                "paper.sources-checked October 2026. paper.supports"));
    CHECK_FALSE(holds(words, "paper.reviewed"));
    CHECK_FALSE(holds(words, "[QR"));
    CHECK_FALSE(holds(words, "paper.week"));
    CHECK(holds(words, "paper.source-number 1 paper.source-no-year Does salt go through skin? Nutrients \n"));
}

TEST_CASE("a reviewer named in a file is told only beside an approval of exactly these words") {
    auto content = small_content();
    const auto words = [&] {
        return words_of(views::handout(content, topic, chin_tuck, nullptr, english, false, false).flow);
    };
    CHECK_FALSE(holds(words(), "R. Reviewer"));
    content.sign_off = content::SignOff{"Ann Lee, nurse", "2026-11-20", ""};
    CHECK(
        holds(words(),
              "approval.by Ann Lee, nurse 20 November 2026 paper.reviewed paper.date-by 14 September 2026 R. Reviewer, "
              "physical therapist paper.next-review"));
    CHECK_FALSE(holds(words(), "paper.not-reviewed"));
}

TEST_CASE("a paper for anyone says itself whom it is not for") {
    const auto words = handout_words(warm_bath);
    CHECK(holds(words, "[warn] paper.not-if\n- Kidney disease. Too much magnesium can build up.\n"));
    CHECK(holds(words,
                "[warn] paper.ask-if\n- Diabetes. You may not feel that the water is too hot.\n"
                "- HIV, or a transplant. A bath may carry germs.\n"));
    CHECK(holds(words, "[warn] With kidney disease\npaper.part-only-if Kidney disease.\n"));
    CHECK(holds(words, "Epsom salt\npaper.part-not-if Diabetes.\n"));
    CHECK_FALSE(holds(words, "You told us"));
    CHECK_FALSE(holds(words, "paper.left-out"));
}

TEST_CASE("a paper for anyone names an answer in the words made for telling, a private one in its choice's") {
    auto content = small_content();
    auto& signs = content.topics[0].signs;
    signs[kidney.index].told = {{"Trouble with your kidneys", ""}};
    signs[weak_immune.index].told = {{"A private answer", ""}};
    const auto words = words_of(views::handout(content, topic, warm_bath, nullptr, english, false, false).flow);
    CHECK(holds(words, "- Trouble with your kidneys. Too much magnesium can build up.\n"));
    CHECK(holds(words, "- HIV, or a transplant. A bath may carry germs.\n"));
}

TEST_CASE("on a paper for anyone a long condition that comes again is said once, as a list") {
    auto content = small_content();
    auto& parts = content.topics[0].handouts[warm_bath.index].parts;
    parts[0].withhold = {kidney, diabetes, has_fever};
    parts[1].only_if = {kidney, diabetes, has_fever};
    parts[2].withhold = {kidney, diabetes, night_pain};
    const auto words = words_of(views::handout(content, topic, warm_bath, nullptr, english, false, false).flow);
    CHECK(holds(words,
                "[list] paper.lists\npaper.lists-how\npaper.list A Kidney disease; Diabetes; Fever with back pain.\n"));
    CHECK(holds(words, "How to do it\npaper.part-not-if-list A\n"));
    CHECK(holds(words, "With kidney disease\npaper.part-only-if-list A\n"));
    CHECK(holds(words, "Epsom salt\npaper.part-not-if Kidney disease; Diabetes; Pain wakes the patient at night.\n"));
    CHECK_FALSE(holds(words, "paper.list B"));
}

TEST_CASE("a paper for one person follows the answers") {
    SUBCASE("nothing answered with yes: no cautions, and no part for others") {
        const auto record = all_no();
        const auto words = handout_words(warm_bath, &record);
        CHECK_FALSE(holds(words, "paper.not-if"));
        CHECK_FALSE(holds(words, "paper.ask-if"));
        CHECK_FALSE(holds(words, "paper.ask-first"));
        CHECK_FALSE(holds(words, "With kidney disease"));
        CHECK(holds(words, "Epsom salt\n"));
        CHECK_FALSE(holds(words, "paper.left-out"));
    }
    SUBCASE("read with care: the paper repeats what to ask about, and says that a part is missing") {
        const auto record = about_you({diabetes});
        const auto words = handout_words(warm_bath, &record);
        CHECK(holds(words,
                    "[warn] paper.ask-first\n- You told us you have diabetes. You may not feel that the water is too "
                    "hot.\n"));
        CHECK_FALSE(holds(words, "Epsom salt\n"));
        CHECK(holds(words, "paper.left-out-one"));
    }
    SUBCASE("a private answer is not repeated on paper that lies in the tray") {
        auto record = all_no();
        answer(record, needle, Reply::yes, {weak_immune});
        record.release = visit::Release::by_staff;
        const auto words = handout_words(warm_bath, &record, true);
        CHECK(holds(words, "[warn] paper.ask-first\n- paper.ask-private\n"));
        CHECK_FALSE(holds(words, "Your body"));
        CHECK_FALSE(holds(words, "your body is weak"));
        CHECK_FALSE(holds(words, "germs"));
    }
}

TEST_CASE("after a release each handout is headed: tell your clinician first") {
    const auto record = all_no();
    CHECK(handout_words(chin_tuck, &record, true).find("paper.tell-first\npaper.tell-first-why\nChin tuck") !=
          std::string::npos);
    CHECK_FALSE(holds(handout_words(chin_tuck, &record, false), "paper.tell-first"));
}

TEST_CASE("a handout without pictures in its parts shows its own beside the first part") {
    CHECK(holds(handout_words(warm_bath), "(warm-bath: A bath with steam)\nHow to do it\n"));
}

TEST_CASE("the paper is the clinic's size, in the reader's language, large where asked") {
    auto content = small_content();
    auto document = views::handout(content, topic, chin_tuck, nullptr, spanish, true, false);
    CHECK(document.paper == Size{612, 792});
    CHECK(document.language == "es");
    CHECK(document.title == "Barbilla y hombros");
    CHECK(document.large_print);
    content.clinic.paper = content::PaperSize::a4;
    document = views::handout(content, topic, chin_tuck, nullptr, english, false, false);
    CHECK(document.paper == Size{595.276, 841.890});
    CHECK_FALSE(document.large_print);
}

TEST_CASE("one order is one job: handouts in the order chosen, or the note") {
    const auto content = small_content();
    visit::PrintOrder order;
    order.record = all_no();
    order.record.language = spanish;
    order.large_print = true;
    visit::HandoutOrder wanted;
    for (const auto id : {when_to_see, chin_tuck}) {
        wanted.handouts.push_back(*visit::open(content.topics[0], order.record.answers, visit::Release::none, id));
    }
    order.what = wanted;
    const views::Stamp stamp{"2026-11-22", "10:44", Instant{}, ""};
    const auto handouts = views::documents(content, order, stamp);
    REQUIRE(handouts.size() == 2);
    CHECK(handouts[0].title == "When to see a clinician");
    CHECK(handouts[1].title == "Barbilla y hombros");
    CHECK(handouts[1].large_print);
    order.what = visit::NoteOrder{};
    const auto note = views::documents(content, order, stamp);
    REQUIRE(note.size() == 1);
    CHECK(note[0].title == "note.title");
    CHECK(note[0].language == "en");
}
