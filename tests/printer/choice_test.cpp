// SPDX-License-Identifier: Apache-2.0
// What a printer is sent: format, paper and sides by what it can.
#include "printer/looks.hpp"

using namespace story;

TEST_CASE("a printer gets what it can read, on the paper it has") {
    struct Chosen {
        std::string what;
        std::function<void(fake::Script&)> change;
        std::string format;
        std::string media;
        std::string sides;
    };
    const Chosen rows[] = {
        {"as the clinic wants it", [](fake::Script&) {}, "application/pdf", "na_letter_8.5x11in",
         "two-sided-long-edge"},
        {"one side only", [](fake::Script& s) { s.sides = {"one-sided"}; }, "application/pdf", "na_letter_8.5x11in",
         ""},
        {"no letter at all", [](fake::Script& s) { s.media = s.media_ready = {"iso_a4_210x297mm"}; }, "application/pdf",
         "", "two-sided-long-edge"},
        {"no PDF", [](fake::Script& s) { s.formats = {"image/pwg-raster"}; }, "image/pwg-raster", "na_letter_8.5x11in",
         "two-sided-long-edge"},
        {"no PDF, and back sides that must be turned",
         [](fake::Script& s) {
             s.formats = {"image/pwg-raster"};
             s.raster_back = "rotated";
         },
         "image/pwg-raster", "na_letter_8.5x11in", ""},
    };
    for (const Chosen& row : rows) {
        CAPTURE(row.what);
        fake::Script script;
        row.change(script);
        fake::Printer printer(script);
        Press press(to(printer.uri()), quick());
        Teller teller(press);
        press.submit({first, document()});
        CHECK(teller.settled() == "queued, sent, printed, settled");
        auto attributes = printer.received().attributes;
        CHECK(attributes["document-format"] == row.format);
        CHECK(attributes["media"] == row.media);
        CHECK(attributes["sides"] == row.sides);
        CHECK(attributes["job-name"] == "Clinic handout");
        CHECK(attributes["requesting-user-name"] == "kiosk");
    }
}

TEST_CASE("a printer that reads neither, or a document that cannot be drawn: not printed, and nothing is created") {
    fake::Script script;
    script.formats = {"text/plain"};
    CHECK(told(script) == "queued, not printed: attention, settled");
    fake::Printer printer(fake::Script{});
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    Document broken = document();
    broken.pdf = []() -> std::string { throw std::runtime_error("no font"); };
    press.submit({first, broken});
    CHECK(teller.settled() == "queued, not printed: attention, settled");
    CHECK(printer.received().operations.empty());
}

TEST_CASE("a printer without Create-Job gets the whole job in one request, and its id is committed afterwards") {
    fake::Script script;
    script.creates_jobs = false;
    script.looks = {printing(), completed()};
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    std::vector<int> ids;
    teller.on_created = [&](const news::Created& created) {
        ids.push_back(created.handle.id);
        press.proceed(created.key);
    };
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, sent, printing, printed, settled");
    CHECK(ids == std::vector{0, 7});
    CHECK(printer.received().operations == std::vector<std::string>{"Print-Job"});

    printer.change([](fake::Script& now) { now.manner_of[IPP_OP_PRINT_JOB] = fake::Manner::closes; });
    Press again(to(printer.uri()), quick());
    Teller second(again);
    again.submit({first, document()});
    CHECK(second.settled() == "queued, unknown: offline, settled");
}
