// SPDX-License-Identifier: Apache-2.0
// What a kiosk tells its desk of itself: in the words of the content on its glass, and of the glass only what is so.
#include "app/kiosk_report.hpp"

#include "app/approval_text.hpp"
#include "fixtures/small.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::app;
using mailbox::Fact;

namespace {

/// The small clinic, with this as the word for "Printer".
std::shared_ptr<const Stock> clinic(const std::string& printer) {
    auto content = fixtures::small_clinic();
    content.interface.at("desk.fact-printer").in.at(0) = printer;
    return std::make_shared<const Stock>(std::move(content));
}

struct Reported {
    Scratch scratch;
    mailbox::Screen screen = std::move(*mailbox::Screen::open(scratch.folder));
    mailbox::Service service = std::move(*mailbox::Service::open(scratch.folder));
    KioskReport report{service};
    const std::optional<PrintService::TestPage> no_page{};
    const desk::Usage no_usage{};

    /// A line a fact, "!" before what somebody should see to.
    std::string facts(Instant at) {
        std::string all;
        for (const auto& fact : report.about(at, {0, no_page, {}, no_usage}).facts)
            all += std::string(fact.is_trouble ? "!" : "") + fact.name + ": " + fact.value + '\n';
        return all;
    }
};

}  // namespace

TEST_CASE("staff are told of a kiosk in the words on its glass, and in new ones from when they are there") {
    Reported kiosk;
    kiosk.report.speak(clinic("Drucker"));
    REQUIRE(kiosk.screen.publish({{Fact::heartbeat, "1000"},
                                  {Fact::content, "0123456789abcdef"},
                                  {Fact::content_since, "2026-11-30 08:00"},
                                  {Fact::approval, write_sign_off(content::SignOff{"A. Name", "2026-11-01", ""})}}));
    REQUIRE(kiosk.service.publish({{Fact::printer_state, "paper"}, {Fact::printer_trouble, "yes"}}));
    CHECK(kiosk.facts({2'000}) ==
          "desk.fact-screen: desk.screen-runs\n"
          "desk.fact-content: desk.since 0123456789ab 2026-11-30 08:00\n"
          "desk.fact-approval: desk.glass.approved-by A. Name 2026-11-01\n"
          "desk.fact-languages: English\n"
          "!Drucker: desk.printer-paper\n");
    kiosk.report.speak(clinic("Imprimante"));
    REQUIRE(kiosk.screen.publish({{Fact::approval, write_sign_off({})}}));
    REQUIRE(kiosk.service.publish({{Fact::printer_state, "a name of tomorrow"}, {Fact::printer_trouble, ""}}));
    CHECK(kiosk.facts({2'000}) ==
          "desk.fact-screen: desk.screen-runs\n"
          "desk.fact-content: desk.since 0123456789ab 2026-11-30 08:00\n"
          "desk.fact-approval: desk.glass.not-approved\n"
          "desk.fact-languages: English\n"
          "Imprimante: desk.printer-not-asked\n");
}

TEST_CASE("of a screen that does not answer nothing is said but that") {
    Reported kiosk;
    kiosk.report.speak(clinic("Printer"));
    REQUIRE(kiosk.screen.publish({{Fact::heartbeat, "1000"}, {Fact::content, "0123456789abcdef"}}));
    const auto about = kiosk.report.about({40'000}, {0, kiosk.no_page, {}, kiosk.no_usage});
    CHECK(about.alarm == "desk.screen-lost");
    CHECK(about.health.content == "");
    CHECK(kiosk.facts({40'000}).starts_with("!desk.fact-screen: desk.screen-stopped\ndesk.fact-languages: "));
}

TEST_CASE("an approval is the same behind the mailbox") {
    for (const std::optional<content::SignOff>& one :
         {std::optional<content::SignOff>{},
          std::optional(content::SignOff{"A. Name, family doctor", "2026-11-01", ""}),
          std::optional(content::SignOff{"A. Name", "2026-11-01", "2027-11-01"})})
        CHECK(read_sign_off(write_sign_off(one)) == one);
}
