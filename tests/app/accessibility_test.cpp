// SPDX-License-Identifier: Apache-2.0
// The accessibility report says what was measured: where that is too little, it says so.
#include "app/accessibility.hpp"

#include "app/files.hpp"
#include "content/load.hpp"
#include "fixtures/small.hpp"
#include "voice/apart.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

using namespace kiosk;
using namespace kiosk::app;

namespace {

using Seen = Surface::Seen;

struct Kiosk {
    content::Loaded loaded = load_content(std::string(KIOSK_SOURCE) + "/content.xml");
    Machine machine{};
    Fit fit{};
    BuiltFacts built{};
    page::Fonts fonts{};

    Kiosk() {
        REQUIRE(loaded.content);
        fit.screens = 100;
        for (auto& seen : fit.measured) {
            seen.contrast.meet(7.4, "Words");
            seen.edge_contrast.meet(3.2, "Key");
            seen.letters.meet(42, "Words");
            seen.access_labels.meet(28, "Text size");
            seen.key.meet(80, "Key");
            seen.apart.meet(16, "Key");
        }
    }
    page::Measures& operator[](Seen seen) { return fit.measured[static_cast<std::size_t>(seen)]; }

    Finding of(const std::string& standard, const std::string& clause) const {
        const Eye eye(machine, fonts);
        const auto roles = role_letters(loaded.content->theme, eye);
        const Ground ground{*loaded.content, machine, fit, eye, roles, built};
        for (const auto& rows : {en_301_549(), section_508(), wcag()})
            for (const auto& row : rows)
                if (row.standard == standard && row.clause == clause) return row.judge(ground);
        FAIL("no such row: " << standard << ' ' << clause);
        return {};
    }
    std::string says(const std::string& standard, const std::string& clause) const {
        return name_of(of(standard, clause).meets);
    }
};

constexpr const char *en = "EN 301 549 v3.2.1", *revised = "Revised Section 508", *web = "WCAG 2.2";

struct Clause {
    const char *standard, *number;
};

}  // namespace

TEST_CASE("what is measured decides") {
    Kiosk kiosk;
    for (const auto& clause : {Clause{en, "5.1.4"},
                               {web, "1.4.6"},
                               {web, "1.4.11"},
                               {web, "2.5.8"},
                               {web, "2.2.1"},
                               {en, "5.1.2.1"},
                               {web, "2.3.3"},
                               {en, "5.2"}})
        CHECK_MESSAGE(kiosk.says(clause.standard, clause.number) == "met", clause.number);

    kiosk[Seen::white_on_black].contrast.meet(6.9, "Faint");
    CHECK(kiosk.says(web, "1.4.6") == "not met");
    kiosk[Seen::normal].edge_contrast.meet(2.9, "Faint");
    CHECK(kiosk.says(web, "1.4.11") == "not met");
    kiosk[Seen::large].key.meet(40, "Small");
    CHECK(kiosk.says(web, "2.5.8") == "not met");
    kiosk[Seen::largest].letters.meet(40, "Small");
    CHECK(kiosk.says(en, "5.1.4") == "not met");
    kiosk.fit.problems.push_back({"a.xml", 1, Severity::error, "no room", "write less"});
    CHECK(kiosk.says(en, "5.1.2.1") == "not met");
    kiosk.loaded.content->clinic.timing.idle_countdown = Duration{19'000};
    CHECK(kiosk.says(web, "2.2.1") == "not met");
}

TEST_CASE("the panel and how far away people stand decide about letters") {
    Kiosk kiosk;
    CHECK(kiosk.of(en, "5.1.4").value.find("7.4 mm, 0.71 degrees at 600 mm") != std::string::npos);
    kiosk.machine.viewing_distance = 700;
    CHECK(kiosk.says(en, "5.1.4") == "not met");
    kiosk.machine.panel_diagonal = 800;
    CHECK(kiosk.says(en, "5.1.4") == "met");
    kiosk.machine.panel_diagonal = 400;
    kiosk.machine.viewing_distance = 400;
    CHECK_MESSAGE(kiosk.says(en, "5.1.4") == "not met", "the labels of the dock");
}

TEST_CASE("speech and keys: not built where they are not, and what there is of them where they are") {
    Kiosk kiosk;
    for (const auto& clause : {Clause{en, "5.1.3.1"}, {revised, "402.2"}, {web, "2.1.1"}, {web, "2.4.7"}})
        CHECK_MESSAGE(kiosk.says(clause.standard, clause.number) == "not built", clause.number);
    kiosk.built = {.speech = "spoken", .keys = "six keys", .focus = "a ring"};
    CHECK_MESSAGE(kiosk.says(en, "5.1.3.1") == "needs hardware", "a loudspeaker says nothing private");
    CHECK(kiosk.says(en, "5.1.3.9") == "needs hardware");
    kiosk.built.headphones = "a socket";
    for (const auto& clause : {Clause{en, "5.1.3.1"}, {revised, "402.2"}, {web, "2.1.1"}, {web, "2.4.7"}})
        CHECK_MESSAGE(kiosk.says(clause.standard, clause.number) == "met", clause.number);
    CHECK(kiosk.of(web, "2.1.1").how == "six keys");
    CHECK(kiosk.says(en, "8.5") == "needs hardware");
}

TEST_CASE("a machine that cannot speak, or not in every language, meets no clause about speech") {
    Kiosk kiosk;
    kiosk.built = {.speech = "spoken", .speech_control = "a touch", .headphones = "a socket"};
    const Clause spoken[] = {{en, "5.1.3.1"},      {en, "5.1.3.2"},      {en, "5.1.3.3"},      {en, "5.1.3.4"},
                             {en, "5.1.3.5"},      {en, "5.1.3.6"},      {en, "5.1.3.9"},      {en, "5.1.3.10"},
                             {en, "5.1.3.11"},     {en, "5.1.3.13"},     {en, "5.1.3.14"},     {en, "5.1.3.15"},
                             {en, "5.1.3.16"},     {revised, "402.2"},   {revised, "402.2.1"}, {revised, "402.2.2"},
                             {revised, "402.2.3"}, {revised, "402.2.4"}, {revised, "402.3.1"}};
    for (const auto& clause : spoken) CHECK_MESSAGE(kiosk.says(clause.standard, clause.number) == "met", clause.number);
    kiosk.built.unspoken = "not in \"ti\"";
    CHECK(kiosk.says(en, "5.1.3.14") == "not met");
    CHECK(kiosk.of(en, "5.1.3.14").how == "not in \"ti\"");
    kiosk.built.no_voice = "This machine has no sound.";
    kiosk.built.warns_everybody = true;
    for (const auto& clause : spoken) {
        CAPTURE(clause.number);
        CHECK(kiosk.says(clause.standard, clause.number) == "needs hardware");
        CHECK(kiosk.of(clause.standard, clause.number).how == "This machine has no sound.");
    }
    CHECK(kiosk.says(revised, "407.5") == "needs hardware");
}

TEST_CASE("the machine is asked whether it can speak") {
    const auto small = fixtures::small_clinic();
    const auto without = [&](const char* setting, const char* value) {
        return apart(setting, value, [&] {
            const auto built = built_facts(small, {.headphones = true});
            if (!built.speech || !built.warns_listeners || !built.warns_everybody) return 1;
            return built.no_voice.starts_with("This machine has no sound.")                     ? 2
                   : built.no_voice.find("Install the package espeak-ng.") != std::string::npos ? 3
                                                                                                : 0;
        });
    };
    CHECK(without("ALSOFT_DRIVERS", "null") == 0);
    CHECK(without("ALSOFT_DRIVERS", "nothing") == 2);
    setenv("ALSOFT_DRIVERS", "null", 1);
    CHECK(without("PATH", "/nonexistent") == 3);
    unsetenv("ALSOFT_DRIVERS");
}

TEST_CASE("time that runs out is judged by sight and by sound") {
    Kiosk kiosk;
    CHECK(kiosk.says(revised, "407.5") == "not met");
    CHECK(kiosk.of(revised, "407.5").how == "the question is seen, and not heard");
    kiosk.built.warns_listeners = true;
    CHECK(kiosk.says(revised, "407.5") == "not met");
    kiosk.built.warns_everybody = true;
    CHECK(kiosk.says(revised, "407.5") == "met");
    kiosk.loaded.content->clinic.timing.idle_countdown = Duration{19'000};
    CHECK(kiosk.says(revised, "407.5") == "not met");
}

TEST_CASE("that keys repeat is no matter of Next and Previous") {
    Kiosk kiosk;
    CHECK(kiosk.of(en, "5.7").how.starts_with("a key that is held down counts once"));
    CHECK(kiosk.of(revised, "407.4").how == kiosk.of(en, "5.7").how);
}

TEST_CASE("of the least the report says where it was found") {
    Kiosk kiosk;
    kiosk[Seen::large].edge_contrast.meet({3.1, "Back", "04-question-chest (lowered, large letters, es)"});
    CHECK(kiosk.of(web, "1.4.11").value ==
          "least 3.1 to 1 (\"Back\" on 04-question-chest (lowered, large letters, es))");
    kiosk[Seen::normal].letters.meet({20, "Small", "07-library (landscape, vi)"});
    CHECK(kiosk.of(revised, "402.4").value.ends_with("mm (\"Small\" on 07-library (landscape, vi))"));
    kiosk[Seen::largest].letters.meet({30, "Tiny", "05-red (portrait, largest letters)"});
    CHECK(kiosk.of(en, "5.1.4")
              .value.starts_with("smallest at Largest: \"Tiny\" on 05-red (portrait, largest letters), "));
    const auto fit = look_at_all(fixtures::small_clinic(), {});
    for (const auto seen : {Seen::normal, Seen::white_on_black, Seen::by_staff}) {
        CHECK(fit[seen].edge_contrast.where.find(" (") != std::string::npos);
        CHECK(fit[seen].letters.where.find(" (") != std::string::npos);
    }
}

TEST_CASE("no row comes twice") {
    std::set<std::pair<std::string, std::string>> seen;
    for (const auto& rows : {en_301_549(), section_508(), wcag()})
        for (const auto& row : rows) CHECK_MESSAGE(seen.emplace(row.standard, row.clause).second, row.clause);
}

TEST_CASE("check warns of letters that stay too small, and says what would do") {
    Kiosk kiosk;
    kiosk.machine.viewing_distance = 700;
    const Eye eye(kiosk.machine, kiosk.fonts);
    const auto& theme = kiosk.loaded.content->theme;
    const auto roles = role_letters(theme, eye);
    const auto problems = check_letters(kiosk.machine, "screens/theme.xml", roles, eye, kiosk[Seen::largest]);
    const auto smallest = std::find_if(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.what.starts_with("letters of \"smallest\"");
    });
    REQUIRE(smallest != problems.end());
    CHECK(to_string(*smallest) ==
          "screens/theme.xml: warning: letters of \"smallest\" have capitals of 7.4 mm, 0.61 degrees even at the "
          "largest text size on a panel of 546 mm seen from 700 mm (write larger sizes, hang a larger panel, or let "
          "people stand nearer: 0.70 degrees)");
    const Eye near(Machine{}, kiosk.fonts);
    CHECK(check_letters(Machine{}, "screens/theme.xml", role_letters(theme, near), near, kiosk[Seen::largest]).empty());
    CHECK(in_lines(role_letters(theme, near), near).find("  body           6.4 mm 0.61   7.8 mm 0.74") !=
          std::string::npos);
}
