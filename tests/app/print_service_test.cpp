// SPDX-License-Identifier: Apache-2.0
// The service's half of printing against a real mailbox and a folder printer: orders that cannot become paper end once
// and truthfully, and what the mailbox could not take down is told later.
#include "app/print_service.hpp"

#include "app/files.hpp"
#include "app/post.hpp"
#include "mailbox/scratch.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <poll.h>

using namespace kiosk;
using namespace kiosk::app;

namespace {

const content::Content& shipped() {
    static const auto loaded = load_content(std::string(KIOSK_SOURCE) + "/content.xml");
    REQUIRE(loaded.content);
    return *loaded.content;
}

/// The same content for order and service, but its first handout cannot be laid out.
content::Content undrawable() {
    auto content = shipped();
    content.topics.front().handouts.front().web_page = std::string(5'000, 'x');
    return content;
}

struct Desk {
    Scratch scratch;
    mailbox::Screen screen = std::move(*mailbox::Screen::open(scratch.folder));
    mailbox::Service mailbox = std::move(*mailbox::Service::open(scratch.folder));
    Shelf shelf;
    PrintService service;
    std::uint64_t ticket = screen.next_ticket();

    static Shelf& on(Shelf& shelf, content::Content content) {
        shelf.put(std::move(content));
        return shelf;
    }
    explicit Desk(content::Content read = shipped())
        : service(on(shelf, std::move(read)), mailbox,
                  std::make_unique<printer::Press>(
                      *printer::parse_address("folder:" + (scratch.folder / "paper").string(), "")),
                  "Test", [](const mailbox::Request&) {}) {}

    /// An order of the first handout, by somebody who answered No to everything.
    void order(const std::string& content_hash) {
        const auto& topic = shipped()[{0}];
        std::string text = "content " + content_hash + "\nticket " + std::to_string(ticket) + "\njob 1\n";
        for (const auto& question : topic.questions) text += "given " + question.id + " 1000 no\n";
        text += "handout " + topic.handouts.front().id + "\n";
        REQUIRE(screen.put({{ticket, mailbox::Kind::print, 1}, text}));
    }

    /// The last stage that the screen was told, after the service has done all it can within a while.
    printer::Stage told() {
        auto stage = printer::Stage::queued;
        for (int i = 0; i < 300 && !printer::is_final(stage); ++i) {
            service.turn();
            const auto reports = screen.reports();
            REQUIRE(reports);
            for (const auto& report : *reports) stage = static_cast<printer::Stage>(report.stage);
            pollfd news{service.descriptor(), POLLIN, 0};
            if (!printer::is_final(stage)) poll(&news, 1, 50);
        }
        return stage;
    }
    bool nothing_is_left() {
        for (int i = 0; i < 100; ++i) {
            service.turn();
            const auto open = mailbox.unfinished();
            if (open && open->empty()) return scratch.holders("handout ").empty();
            pollfd news{service.descriptor(), POLLIN, 0};
            poll(&news, 1, 50);
        }
        return false;
    }
};

}  // namespace

TEST_CASE("an order becomes a file") {
    Desk desk;
    desk.order(shipped().hash);
    CHECK(desk.told() == printer::Stage::saved);
    CHECK(desk.nothing_is_left());
}

TEST_CASE("a test page that staff at the desk ask for is printed, and nothing of it goes into the mailbox") {
    Desk desk;
    REQUIRE(desk.service.test_page());
    CHECK(desk.service.test_page()->number == 0);
    desk.service.print_test_page(42);
    CHECK(desk.service.test_page()->number == 42);
    for (int i = 0; i < 300 && !printer::is_final(desk.service.test_page()->stage); ++i) {
        pollfd news{desk.service.descriptor(), POLLIN, 0};
        poll(&news, 1, 50);
        desk.service.turn();
    }
    CHECK(desk.service.test_page()->stage == printer::Stage::saved);
    CHECK_FALSE(std::filesystem::is_empty(desk.scratch.folder / "paper"));
    CHECK(desk.screen.reports()->empty());
    CHECK(desk.nothing_is_left());
}

TEST_CASE("what a killed service was still writing into the folder is swept away, paper that is whole stays") {
    Scratch paper;
    const auto part = paper.folder / ".job-3.pdf.part", whole = paper.folder / "job-2.pdf";
    std::ofstream(part) << "half a note";
    std::ofstream(whole) << "a note";
    {
        printer::Press press(*printer::parse_address("folder:" + paper.folder.string(), ""));
        pollfd news{press.descriptor(), POLLIN, 0};
        REQUIRE(poll(&news, 1, 10'000) == 1);  // its condition: it has begun
    }
    CHECK_FALSE(std::filesystem::exists(part));
    CHECK(std::filesystem::exists(whole));
}

TEST_CASE("an order made with other content is refused, and the screen is told so") {
    Desk desk;
    desk.order("another");
    CHECK(desk.told() == printer::Stage::not_printed);
    CHECK(desk.nothing_is_left());
}

TEST_CASE("an order that cannot be drawn ends as not printed, and does not end the service") {
    Desk desk(undrawable());
    desk.order(shipped().hash);
    CHECK(desk.told() == printer::Stage::not_printed);
    CHECK(desk.nothing_is_left());
}

TEST_CASE("an order that cannot be drawn is not taken up again after a restart") {
    Desk desk(undrawable());
    desk.order(shipped().hash);
    REQUIRE(*desk.mailbox.take());
    const auto left = desk.mailbox.unfinished();
    REQUIRE(left);
    REQUIRE(left->size() == 1);
    desk.service.resume(left->front());
    CHECK(desk.told() == printer::Stage::not_printed);
    CHECK(desk.nothing_is_left());
}

TEST_CASE("what the mailbox could not take down is written when it can") {
    Desk desk;
    desk.order("another");
    const auto request = desk.mailbox.take();
    REQUIRE(request);
    REQUIRE(*request);
    {
        SQLite::Database other((desk.scratch.folder / "mailbox.db").string(), SQLite::OPEN_READWRITE);
        SQLite::Transaction held(other, SQLite::TransactionBehavior::IMMEDIATE);
        desk.service.resume({**request, {}, false, false});
        CHECK(desk.screen.reports()->empty());
    }
    CHECK(desk.told() == printer::Stage::not_printed);
    CHECK(desk.nothing_is_left());
}

TEST_CASE("leaving takes the waiting orders back, and leaves no word of them") {
    Desk desk;
    desk.order(shipped().hash);
    desk.service.leave();
    CHECK(desk.nothing_is_left());
    CHECK_FALSE(std::filesystem::exists(desk.scratch.folder / "paper" / "job-1.pdf"));
}

TEST_CASE("a service that has read other content than the glass shows is as good as no printer") {
    Desk desk;
    Post post(shipped(), desk.screen);
    const auto printer_is = [&](const std::string& hash) {
        REQUIRE(desk.mailbox.publish({{mailbox::Fact::content, hash}, {mailbox::Fact::printer_kind, "demonstration"}}));
        return post.collect(Instant{1'000});
    };
    const auto demonstration = std::vector<visit::Event>{visit::event::PrinterIs{visit::PrinterKind::demonstration}};
    const auto none = std::vector<visit::Event>{visit::event::PrinterIs{visit::PrinterKind::none}};
    CHECK((printer_is(shipped().hash) == demonstration));
    CHECK((printer_is("newer") == none));
}
