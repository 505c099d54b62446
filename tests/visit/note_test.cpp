// SPDX-License-Identifier: Apache-2.0
#include "small_clinic.hpp"

#include "visit/note.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

using namespace kiosk;
using namespace kiosk::visit;
using namespace small_clinic;

namespace {

const Topic back = topic();
const Answer no{Reply::no, {}}, yes{Reply::yes, {}}, not_sure{Reply::not_sure, {}}, tell_staff{Reply::tell_staff, {}};

Answer ticks(std::vector<SignId> ticked) {
    return {Reply::yes, std::move(ticked)};
}

Record record(const std::vector<std::pair<QuestionId, std::optional<Answer>>>& said,
              std::optional<std::size_t> amber_after = {}) {
    Record record;
    for (const auto& [question, answer] : said) record.answers.given.push_back({question, answer, {}});
    record.answers.amber_after = amber_after;
    return record;
}

std::string words(Reply reply) {
    constexpr std::array names{"yes", "no", "not sure", "tell staff"};
    return names[static_cast<std::size_t>(reply)];
}

std::string words(const std::vector<NoteLine>& lines) {
    std::string all;
    for (const auto& line : lines) {
        all += (all.empty() ? "" : "; ") + back[line.question].id;
        if (line.sign) all += "/" + back[*line.sign].id;
        all += " " + words(line.reply);
        if (line.before) all += ", before " + words(*line.before);
        if (line.taken_back) all += ", taken back";
    }
    return all;
}

}  // namespace

TEST_CASE("the three lists of the note") {
    struct Row {
        std::string sentence;
        Record record;
        const char *flagged, *mentioned, *no;
    };
    const std::vector<Row> rows{
        {"nothing answered", record({}), "", "", ""},
        {"no and none of these", record({{chest, no}, {fall, no}}), "", "", "chest no; fall/fallen no"},
        {"a choice, and the one beside it not ticked", record({{chest, ticks({chest_pain})}}), "chest/chest-pain yes",
         "", "chest/breathless no"},
        {"not sure stands for the whole screen", record({{chest, not_sure}}), "chest not sure", "", ""},
        {"not sure about a yes or no", record({{fever, not_sure}}), "fever not sure", "", ""},
        {"a private answer does not say which", record({{germs, ticks({needles})}}), "germs yes", "", ""},
        {"rather tells staff", record({{germs, tell_staff}}), "germs tell staff", "", ""},
        {"what does not block is mentioned", record({{weeks, yes}, {about, ticks({kidney})}}), "",
         "weeks/six-weeks yes; about/kidney yes", "about/blood-thinner no; about/pregnant no"},
        {"the most urgent first", record({{fever, yes}, {flags, ticks({weak_arm})}, {chest, no}}),
         "flags/weak-arm yes; fever/has-fever yes", "", "chest no; flags/weight-loss no; flags/night-pain no"},
        {"a change of mind before the outcome", record({{fever, yes}, {fever, no}}), "", "",
         "fever/has-fever no, before yes"},
        {"ticks changed to none before the outcome", record({{flags, ticks({weight_loss})}, {flags, no}}), "", "",
         "flags/weight-loss no, before yes; flags/night-pain no; flags/weak-arm no"},
        {"ticks changed to not sure", record({{flags, ticks({weight_loss})}, {flags, not_sure}}),
         "flags/weak-arm not sure, before no; flags/weight-loss not sure, before yes; "
         "flags/night-pain not sure, before no",
         "", ""},
        {"private ticks changed to none", record({{germs, ticks({needles})}, {germs, no}}), "", "",
         "germs no, before yes"},
        {"a change of mind towards yes", record({{fever, no}, {fever, yes}}), "fever/has-fever yes, before no", "", ""},
        {"changed to no after amber stays flagged", record({{fever, yes}, {fever, no}}, 1),
         "fever/has-fever no, before yes", "", ""},
        {"a tick moved after amber", record({{flags, ticks({weight_loss})}, {flags, ticks({night_pain})}}, 1),
         "flags/weight-loss no, before yes", "flags/night-pain yes, before no", "flags/weak-arm no"},
        {"ticks changed to none after amber", record({{flags, ticks({weight_loss})}, {flags, no}}, 1),
         "flags/weight-loss no, before yes", "", "flags/night-pain no; flags/weak-arm no"},
        {"touched by mistake and not answered since", record({{fall, yes}, {fall, {}}}), "fall/fallen yes, taken back",
         "", ""},
        {"touched by mistake and answered no", record({{fall, yes}, {fall, {}}, {fall, no}}), "", "",
         "fall/fallen no, before yes"},
    };
    for (const auto& row : rows) {
        INFO(row.sentence);
        const auto made = note(back, row.record);
        CHECK(words(made.flagged) == row.flagged);
        CHECK(words(made.mentioned) == row.mentioned);
        CHECK(words(made.no) == row.no);
    }
}

TEST_CASE("what was not asked, and what holds together") {
    const auto made = note(back, record({{chest, no}, {fever, yes}, {germs, ticks({weak_immune})}}));
    CHECK(made.not_asked == std::vector{fall, numb, under_18, flags, weeks, about});
    CHECK(made.together == std::vector<TogetherLine>{{0, Certainty::said}});
}

TEST_CASE("what only holds together because of not sure is not said as a fact") {
    const std::vector<std::pair<Answer, Answer>> unsure{
        {yes, not_sure}, {not_sure, ticks({weak_immune})}, {yes, tell_staff}, {not_sure, not_sure}};
    for (const auto& [of_fever, of_germs] : unsure) {
        const auto made = note(back, record({{fever, of_fever}, {germs, of_germs}}));
        CHECK(made.together == std::vector<TogetherLine>{{0, Certainty::not_sure}});
    }
    const auto after_amber = record({{fever, yes}, {germs, ticks({weak_immune})}, {fever, not_sure}}, 2);
    CHECK_MESSAGE((note(back, after_amber).together == std::vector<TogetherLine>{{0, Certainty::said}}),
                  "said once, it was said");
}

TEST_CASE("the level of the note") {
    auto asked_for_help = record({{chest, no}});
    asked_for_help.help_key = true;
    CHECK(note(back, record({})).level == Urgency::none);
    CHECK(note(back, record({{weeks, yes}})).level == Urgency::mention);
    CHECK(note(back, record({{fever, yes}})).level == Urgency::today);
    CHECK(note(back, record({{fall, yes}})).level == Urgency::emergency);
    CHECK_MESSAGE(note(back, asked_for_help).level == Urgency::emergency, "the help key is an emergency");
}
