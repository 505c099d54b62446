// SPDX-License-Identifier: Apache-2.0
// The service's half of staff at the glass, between a real mailbox and real books.
#include "app/staff_service.hpp"

#include "app/clock.hpp"
#include "app/staff_text.hpp"
#include "app/state.hpp"
#include "mailbox/scratch.hpp"

using namespace kiosk;
using namespace kiosk::app;
using visit::PinVerdict;

namespace {

constexpr const char* pin = "130279";

struct Clinic {
    Scratch scratch;
    Machine machine{.state = scratch.folder, .name = "Waiting room 1"};
    mailbox::Done books = *make_books_folder(machine);
    mailbox::Screen screen = std::move(*mailbox::Screen::open(scratch.folder));
    mailbox::Service mailbox = std::move(*mailbox::Service::open(scratch.folder));
    desk::Secrets secrets = std::move(*desk::Secrets::open(scratch.folder / "books/secrets.sqlite"));
    std::uint64_t ticket = screen.next_ticket();
    std::unique_ptr<StaffService> service;
    int tries = 0;

    Clinic() { service = std::make_unique<StaffService>(machine, mailbox); }
    void turn() {
        for (auto next = mailbox.take(); next && *next; next = mailbox.take()) service->take(**next);
        service->turn(now(), {}, {});
    }
    mailbox::Report judged(const std::string& digits) {
        REQUIRE(screen.put({{ticket, mailbox::Kind::try_pin, ++tries}, digits}));
        turn();
        const auto reports = screen.reports();
        REQUIRE(reports);
        REQUIRE(reports->size() == 1);
        CHECK(reports->front().number == tries);
        return reports->front();
    }
    PinVerdict verdict(const std::string& digits) { return static_cast<PinVerdict>(judged(digits).stage); }
    std::string told(mailbox::Fact fact) { return mailbox::value_of(*screen.facts(mailbox::Side::service), fact); }
    void drill(const DrillText& text, int number) {
        REQUIRE(screen.put({{ticket, mailbox::Kind::log_drill, number}, write_drill(text)}));
        turn();
    }
};

}  // namespace

TEST_CASE("a PIN is judged by the service, and leaves no byte") {
    Clinic clinic;
    clinic.turn();
    CHECK(clinic.told(mailbox::Fact::staff_pin) == "");
    REQUIRE(clinic.secrets.set(desk::Secrets::Door::glass, pin));
    CHECK(clinic.verdict("000001") == PinVerdict::wrong);
    CHECK(clinic.told(mailbox::Fact::staff_pin) == "set");
    CHECK(clinic.service->wrong_pins() == 1);
    CHECK(clinic.verdict(pin) == PinVerdict::right);
    CHECK(clinic.service->wrong_pins() == 0);
    CHECK(clinic.scratch.holders(pin) == "");
    CHECK(clinic.mailbox.unfinished()->empty());
}

TEST_CASE("wrong PINs slow down, also for the right one") {
    Clinic clinic;
    REQUIRE(clinic.secrets.set(desk::Secrets::Door::glass, pin));
    for (int i = 0; i < 4; ++i) CHECK(clinic.judged("000001").page == 0);
    const auto fifth = clinic.judged("000001");
    CHECK(static_cast<PinVerdict>(fifth.stage) == PinVerdict::wrong);
    CHECK(fifth.page == 1);
    CHECK(clinic.verdict(pin) == PinVerdict::too_soon);
    CHECK(clinic.service->wrong_pins() == 5);
}

TEST_CASE("the PIN and the password of the desk know nothing of each other") {
    Clinic clinic;
    REQUIRE(clinic.secrets.set(desk::Secrets::Door::desk, pin));
    CHECK(clinic.verdict(pin) == PinVerdict::wrong);
    CHECK(*clinic.secrets.wrong_tries(desk::Secrets::Door::desk) == 0);
}

TEST_CASE("a PIN that is tried first by whoever guesses is not taken") {
    for (const std::string bad :
         {"", "12345", "1234567", "12a456", "111111", "112233", "121212", "130031", "123456", "654321", "012345"})
        CHECK_MESSAGE(!desk::pin_trouble(bad).empty(), bad);
    for (const std::string good : {pin, "112340"}) CHECK_MESSAGE(desk::pin_trouble(good).empty(), good);
}

TEST_CASE("a drill is written down once, and told as the last one") {
    Clinic clinic;
    clinic.drill({true, "Everything worked.", 1'790'000'000'000}, 1);
    clinic.drill({false, "Test call: Not seen.", 1'790'000'060'000}, 2);
    clinic.drill({false, "Test call: Not seen.", 1'790'000'060'000}, 3);
    const auto drills = clinic.service->drills();
    REQUIRE(drills.size() == 2);
    CHECK(drills.front() == desk::Drill{clinic.ticket, {1'790'000'060'000}, false, "Test call: Not seen."});
    CHECK(drills.back().passed);
    const auto status = read_status(clinic.told(mailbox::Fact::status));
    REQUIRE(status);
    CHECK(status->last_drill == minute_of(1'790'000'060'000));
}

TEST_CASE("a drill that cannot be read is finished and leaves nothing") {
    Clinic clinic;
    REQUIRE(clinic.screen.put({{clinic.ticket, mailbox::Kind::log_drill, 1}, "{"}));
    clinic.turn();
    CHECK(clinic.service->drills().empty());
    CHECK(clinic.mailbox.unfinished()->empty());
}

TEST_CASE("the text of a status is read as it was written, and nothing else is one") {
    const visit::KioskStatus status{"ready", true, 2, 3, "2026-11-22 08:05", {1, 2}, {0, 1}, 5, 6, false, true};
    CHECK(read_status(write_status(status)) == status);
    for (const std::string bad : {"", "{}", "[]", R"({"printer":1})"}) CHECK(!read_status(bad));
}
