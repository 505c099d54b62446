// SPDX-License-Identifier: Apache-2.0
// Printers that are slow, mute, gone, or none at all: bounded in time, and called by their name.
#include "printer/looks.hpp"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace story;

TEST_CASE("each bad manner is bounded in time and called by its name") {
    struct Told {
        std::string what;
        fake::Manner manner;
        std::string story;
        Reach reach;
    };
    const Told rows[] = {
        {"mute", fake::Manner::mute, "queued, not printed: offline, settled", Reach::no_answer},
        {"garbage", fake::Manner::garbage, "queued, queued: attention, not printed: attention, settled",
         Reach::not_a_printer},
        {"talks without end", fake::Manner::chatters, "queued, not printed: attention, settled", Reach::not_a_printer},
        {"closes", fake::Manner::closes, "queued, queued: offline, not printed: offline, settled", Reach::no_answer},
        {"a web page", fake::Manner::web_page, "queued, queued: attention, not printed: attention, settled",
         Reach::not_a_printer},
        {"asks for a password", fake::Manner::asks_password, "queued, not printed: attention, settled", Reach::refused},
    };
    for (const Told& row : rows) {
        CAPTURE(row.what);
        fake::Script script;
        script.manner = row.manner;
        fake::Printer printer(script);
        Press press(to(printer.uri()), quick());
        Teller teller(press);
        press.submit({first, document()});
        CHECK(teller.settled() == row.story);
        REQUIRE(teller.condition);
        CHECK(teller.condition->reach == row.reach);
        CHECK(printer.received().documents == 0);
    }
}

TEST_CASE(
    "silence after the document: unknown, never sent again, and the cancel stays owed until the printer hears it") {
    fake::Script script;
    script.looks = {printing()};
    script.manner_of[IPP_OP_GET_JOB_ATTRIBUTES] = fake::Manner::closes;
    script.manner_of[IPP_OP_CANCEL_JOB] = fake::Manner::closes;
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.until("unknown") == "queued, sent, needs hand: offline, unknown");
    CHECK(printer.received().documents == 1);
    printer.change([](fake::Script& now) { now.manner_of.clear(); });
    CHECK(teller.settled() == "queued, sent, needs hand: offline, unknown, settled");
    CHECK(printer.received().operations.back() == "Cancel-Job");
    CHECK(printer.received().documents == 1);
}

TEST_CASE("mute while the document is sent: at the deadline it is cancelled, and not sent again") {
    fake::Script script;
    script.looks = {printing()};
    script.manner_of[IPP_OP_SEND_DOCUMENT] = fake::Manner::mute;
    script.idle.job_reasons = {"job-incoming"};
    fake::Printer printer(script);
    Press press(to(printer.uri()), quick());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, not printed, settled");
    CHECK(printer.received().operations == std::vector<std::string>{"Create-Job", "Cancel-Job"});
}

TEST_CASE("a slow printer is waited for: slow answers, and a document it reads slowly") {
    fake::Script slow;
    slow.delay_ms = 150;
    slow.looks = {printing(), completed()};
    CHECK(told(slow) == "queued, sent, printing, printed, settled");

    fake::Script slow_reader;
    slow_reader.bytes_per_second = 1'000'000;
    fake::Printer printer(slow_reader);
    Limits limits = quick();
    limits.deadline = Duration{8'000};
    Press press(to(printer.uri()), limits);
    Teller teller(press);
    Document big = document();
    big.pdf = [] { return std::string(1'500'000, 'p'); };
    press.submit({first, big});
    teller.settled();
    CHECK(teller.line.find("sent, printed, settled") != std::string::npos);
    CHECK(printer.received().document.size() == 1'500'000);
}

TEST_CASE("a printer that stops taking the document is cancelled at the deadline, and says why meanwhile") {
    fake::Script script;
    script.bytes_per_second = 1;
    script.idle = stopped("media-empty-error");
    fake::Printer printer(script);
    Limits limits = quick();
    limits.deadline = Duration{2'500};
    Press press(to(printer.uri()), limits);
    Teller teller(press);
    Document big = document();
    big.pdf = [] { return std::string(20'000'000, 'p'); };
    press.submit({first, big});
    CHECK(teller.until("paper").find("needs hand: paper") != std::string::npos);
    CHECK(teller.settled() == "queued, needs hand: paper, not printed: paper, settled");
}

TEST_CASE("nobody there") {
    fake::Script script;
    std::string uri;
    {
        fake::Printer gone(script);
        uri = gone.uri();
    }
    Press press(to(uri), quick());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, queued: offline, not printed: offline, settled");
    CHECK(sentence(*teller.condition) ==
          "The printer cannot be reached: check that it is on and connected, and its address.");
}

TEST_CASE("a black hole, where nothing ever answers, is left within the time for connecting") {
    // A full backlog: the kernel drops what asks for a connection.
    const int hole = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(bind(hole, generic, size) == 0);
    REQUIRE(listen(hole, 0) == 0);
    REQUIRE(getsockname(hole, generic, &size) == 0);
    std::vector<int> fillers;
    for (int i = 0; i < 4; ++i) {
        fillers.push_back(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
        connect(fillers.back(), generic, size);
    }
    {
        const std::string uri = "ipp://127.0.0.1:" + std::to_string(ntohs(address.sin_port)) + "/ipp/print";
        Press press(to(uri), quick());
        Teller teller(press);
        press.submit({first, document()});
        CHECK(teller.settled() == "queued, not printed: offline, settled");
        CHECK(teller.condition->reach == Reach::unreachable);
        // Cancelled while it still tries to connect: the patient hears it at once.
        press.submit({{1, 2}, document()});
        const auto began = std::chrono::steady_clock::now();
        press.cancel({1, 2});
        CHECK(teller.until("cancelled, settled").find("cancelled, settled") != std::string::npos);
        CHECK(std::chrono::steady_clock::now() - began < quick().connect);
    }
    for (const int filler : fillers) close(filler);
    close(hole);
}

TEST_CASE("a name that leads nowhere") {
    Press press(to("ipp://no..where/ipp/print"), quick());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, queued: offline, not printed: offline, settled");
}
