// SPDX-License-Identifier: Apache-2.0
// The same stories from a real printer emulator: CUPS' own ippeveprinter.
#include "printer/ippeve.hpp"

#include "printer/story.hpp"

#include <cups/cups.h>
#include <cups/raster.h>
#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

using namespace story;

namespace {

const std::string cannot = fake::Ippeve::missing();
const bool skipped = !cannot.empty();

std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool appears(const std::filesystem::path& file) {
    for (int i = 0; i < 1'000 && !std::filesystem::exists(file); ++i) usleep(10'000);
    return std::filesystem::exists(file);
}

Limits patient() {
    Limits limits = quick();
    limits.answer = limits.connect = Duration{5'000};
    limits.reach = limits.deadline = Duration{20'000};
    limits.cancel_wait = Duration{5'000};
    return limits;
}

/// Loads paper again when the story comes to want of it.
void refill_on_need(Teller& teller, const fake::Ippeve& printer) {
    teller.on_report = [&printer](const Report& report) {
        if (report.trouble == Trouble::paper) printer.paper(250);
    };
}

std::string pin_of(const std::filesystem::path& keys) {
    cups_array_t* chain = nullptr;
    REQUIRE(httpLoadCredentials(keys.c_str(), &chain, "localhost") == 0);
    const auto* leaf = static_cast<http_credential_t*>(cupsArrayFirst(chain));
    unsigned char hash[32];
    REQUIRE(cupsHashData("sha2-256", leaf->data, leaf->datalen, hash, sizeof hash) == 32);
    char text[65];
    cupsHashString(hash, sizeof hash, text, sizeof text);
    httpFreeCredentials(chain);
    return text;
}

struct Sheet {
    unsigned width = 0, height = 0, dpi = 0, depth = 0, pages = 0, duplex = 0;
    int first_pixel = -1, last_pixel = -1;
};

std::vector<Sheet> read_raster(const std::filesystem::path& file) {
    std::vector<Sheet> sheets;
    const int fd = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    cups_raster_t* raster = cupsRasterOpen(fd, CUPS_RASTER_READ);
    cups_page_header2_t header;
    while (raster && cupsRasterReadHeader2(raster, &header)) {
        std::vector<unsigned char> row(header.cupsBytesPerLine);
        Sheet sheet{header.cupsWidth,
                    header.cupsHeight,
                    header.HWResolution[0],
                    header.cupsBitsPerPixel,
                    header.cupsInteger[CUPS_RASTER_PWG_TotalPageCount],
                    header.Duplex};
        for (unsigned y = 0; y < header.cupsHeight; ++y) {
            if (cupsRasterReadPixels(raster, row.data(), header.cupsBytesPerLine) == 0) return sheets;
            if (y == 0) sheet.first_pixel = row.front();
            sheet.last_pixel = row.back();
        }
        sheets.push_back(sheet);
    }
    cupsRasterClose(raster);
    close(fd);
    return sheets;
}

}  // namespace

TEST_CASE("named as skipped where it cannot run" * doctest::skip(!skipped)) {
    MESSAGE("skipped: no ", cannot);
}

TEST_CASE("ippeveprinter prints it: once, whole, two-sided, on letter, under constant names" * doctest::skip(skipped)) {
    const fake::Ippeve printer("env > $OUT/env; cp \"$1\" $OUT/job.part; mv $OUT/job.part $OUT/job.pdf; sleep 0.3");
    Press press(to(printer.uri()), patient());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, sent, printing, printed, settled");
    CHECK(contents(printer.out() / "job.pdf") == "%PDF-1.4 MARKER");
    const std::string environment = contents(printer.out() / "env");
    for (const char* wanted :
         {"IPP_SIDES=two-sided-long-edge\n", "IPP_MEDIA=na_letter_8.5x11in\n", "IPP_JOB_NAME=Clinic handout\n",
          "IPP_JOB_ORIGINATING_USER_NAME=kiosk\n", "CONTENT_TYPE=application/pdf\n"}) {
        CAPTURE(wanted);
        CHECK(environment.find(wanted) != std::string::npos);
    }
    CHECK(sentence(*teller.condition) == "The printer is ready, not encrypted.");
}

TEST_CASE("ippeveprinter counts the sides as they come out" * doctest::skip(skipped)) {
    const fake::Ippeve printer(
        "sleep 0.3; echo 'ATTR: job-impressions-completed=1' >&2; sleep 0.5; echo 'ATTR: job-impressions-completed=2' "
        ">&2; sleep 0.5");
    Press press(to(printer.uri()), patient());
    Teller teller(press);
    press.submit({first, document(3)});
    CHECK(teller.settled() == "queued, sent, printing, printing 2/3, printing 3/3, printed, settled");
}

TEST_CASE("ippeveprinter without paper waits, and goes on by itself when it is refilled" * doctest::skip(skipped)) {
    const fake::Ippeve printer("sleep 0.1");
    printer.paper(0);
    Press press(to(printer.uri()), patient());
    Teller teller(press);
    refill_on_need(teller, printer);
    press.submit({first, document()});
    CHECK(teller.until("printed, settled", Duration{20'000}).find("needs hand: paper") != std::string::npos);
    CHECK(teller.line.find("printed, settled") != std::string::npos);
}

TEST_CASE("ippeveprinter without paper for good: cancelled at the deadline, and it says for want of what" *
          doctest::skip(skipped)) {
    const fake::Ippeve printer("cp \"$1\" $OUT/job.pdf");
    printer.paper(0);
    Limits limits = patient();
    limits.deadline = Duration{1'500};
    limits.cancel_wait = Duration{700};
    Press press(to(printer.uri()), limits);
    Teller teller(press);
    press.submit({first, document()});
    teller.settled();
    CAPTURE(teller.line);
    CHECK(teller.line.find("needs hand: paper") != std::string::npos);
    // It takes the cancel, but goes on waiting for paper with the job in hand: nobody can know.
    CHECK(teller.line.find("unknown, settled") != std::string::npos);
}

TEST_CASE("ippeveprinter's own command runs out of paper for a while" * doctest::skip(skipped)) {
    const fake::Ippeve printer(
        "echo 'STATE: +media-empty-error' >&2; sleep 1; echo 'STATE: -media-empty' >&2; sleep 0.5");
    Press press(to(printer.uri()), patient());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, sent, printing, needs hand: paper, printing, printed, settled");
}

TEST_CASE("ippeveprinter jams and gives up" * doctest::skip(skipped)) {
    const fake::Ippeve printer("echo 'STATE: +media-jam-error' >&2; sleep 0.2; exit 1");
    Press press(to(printer.uri()), patient());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, sent, printing, not printed: jam, settled");
}

TEST_CASE("ippeveprinter low on toner prints all the same" * doctest::skip(skipped)) {
    const fake::Ippeve printer("echo 'STATE: +toner-low' >&2; sleep 0.3");
    Press press(to(printer.uri()), patient());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, sent, printing, printed, settled");
}

TEST_CASE("ippeveprinter fails: not printed" * doctest::skip(skipped)) {
    const fake::Ippeve printer("sleep 0.1; exit 1");
    Press press(to(printer.uri()), patient());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, sent, printing, not printed, settled");
}

TEST_CASE("ippeveprinter is busy with someone else's job: ours waits its turn" * doctest::skip(skipped)) {
    const fake::Ippeve printer("sleep 1; cp \"$1\" $OUT/$(date +%N).pdf");
    Press theirs(to(printer.uri()), patient()), ours(to(printer.uri()), patient());
    Teller their_teller(theirs), our_teller(ours);
    theirs.submit({first, document()});
    their_teller.until("printing");
    ours.submit({{2, 1}, document()});
    CHECK(our_teller.settled() == "queued, queued: busy, sent, printing, printed, settled");
    CHECK(their_teller.settled() == "queued, sent, printing, printed, settled");
}

TEST_CASE("ippeveprinter is slow and cannot be stopped: unknown is the truth" * doctest::skip(skipped)) {
    const fake::Ippeve printer("sleep 4");
    Limits limits = patient();
    limits.cancel_wait = Duration{700};
    Press press(to(printer.uri()), limits);
    Teller teller(press);
    press.submit({first, document()});
    teller.until("printing");
    press.cancel(first);
    CHECK(teller.settled() == "queued, sent, printing, unknown, settled");
}

TEST_CASE("ippeveprinter is killed in the middle: unknown, and the cancel stays owed" * doctest::skip(skipped)) {
    std::optional<fake::Ippeve> printer;
    printer.emplace("sleep 10");
    Limits limits = patient();
    limits.deadline = Duration{1'000};
    limits.cancel_wait = Duration{500};
    Press press(to(printer->uri()), limits);
    Teller teller(press);
    press.submit({first, document()});
    teller.until("printing");
    printer.reset();
    CHECK(teller.until("unknown") == "queued, sent, printing, needs hand: offline, unknown");
    teller.until("settled", Duration{300});
    CHECK(teller.line == "queued, sent, printing, needs hand: offline, unknown");
}

TEST_CASE("after a kill, ippeveprinter is asked about the committed job" * doctest::skip(skipped)) {
    const fake::Ippeve printer("sleep 0.5; echo x >> $OUT/prints");
    std::optional<Handle> committed;
    {
        Press killed(to(printer.uri()), patient());
        Teller teller(killed);
        killed.submit({first, document()});
        teller.until("sent");
        committed = teller.handle;
    }
    REQUIRE(committed);
    Press press(to(printer.uri()), patient());
    Teller teller(press);
    press.resume({first, document()}, *committed);
    CHECK(teller.until("printed, settled").find("printed, settled") != std::string::npos);
    CHECK(contents(printer.out() / "prints") == "x\n");
}

TEST_CASE("a job created but never sent before a kill: ippeveprinter waits for its document, and gets it once" *
          doctest::skip(skipped)) {
    const fake::Ippeve printer("echo x >> $OUT/prints");
    std::optional<Handle> committed;
    {
        Press killed(to(printer.uri()), patient());
        Teller teller(killed);
        teller.on_created = [](const news::Created&) {};
        killed.submit({first, document()});
        while (!teller.handle) teller.listen();
        committed = teller.handle;
    }
    Press press(to(printer.uri()), patient());
    Teller teller(press);
    press.resume({first, document()}, *committed);
    CHECK(teller.until("printed, settled").find("printed, settled") != std::string::npos);
    CHECK(contents(printer.out() / "prints") == "x\n");
}

TEST_CASE("a printer without PDF gets pictures of the pages: right size, right grey, all of them" *
          doctest::skip(skipped)) {
    const fake::Ippeve printer("cp \"$1\" $OUT/part; mv $OUT/part $OUT/job.pwg", "image/pwg-raster");
    Press press(to(printer.uri()), patient());
    Teller teller(press);
    press.submit({first, document(2)});
    CHECK(teller.until("printed, settled").find("printed, settled") != std::string::npos);
    CHECK(teller.condition->format == Format::pwg_raster);
    REQUIRE(appears(printer.out() / "job.pwg"));
    const auto sheets = read_raster(printer.out() / "job.pwg");
    REQUIRE(sheets.size() == 2);
    for (const Sheet& sheet : sheets) {
        CHECK(sheet.width * 11 == sheet.height * 17 / 2);
        CHECK(sheet.width == sheet.dpi * 17 / 2);
        CHECK(sheet.depth % 8 == 0);
        CHECK(sheet.pages == 2);
        CHECK(sheet.first_pixel == 200);
        CHECK(sheet.last_pixel == 200);
    }
}

TEST_CASE("ipps: the pinned certificate is compared before anything is sent" * doctest::skip(skipped)) {
    const fake::Ippeve printer("cp \"$1\" $OUT/job.pdf");
    const std::string address = printer.uri("ipps");
    {
        Press press(to(address), patient());
        Teller teller(press);
        press.submit({first, document()});
        CHECK(teller.until("printed, settled").find("printed, settled") != std::string::npos);
        CHECK(sentence(*teller.condition) == "The printer is ready, encrypted but its certificate is not pinned.");
    }
    const std::string pin = pin_of(printer.keys());
    std::filesystem::remove(printer.out() / "job.pdf");
    {
        Press press(to(address, std::string(64, '0')), patient());
        Teller teller(press);
        press.submit({first, document()});
        CHECK(teller.settled() == "queued, not printed: attention, settled");
        CHECK(teller.condition->reach == Reach::wrong_certificate);
        CHECK(sentence(*teller.condition) ==
              "The printer shows another certificate than the pinned one, so nothing is sent. If the printer was "
              "replaced, pin the new one: " +
                  pin + ".");
        CHECK_FALSE(std::filesystem::exists(printer.out() / "job.pdf"));
    }
    Press press(to(address, pin), patient());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.until("printed, settled").find("printed, settled") != std::string::npos);
    CHECK(sentence(*teller.condition) == "The printer is ready.");
    CHECK(std::filesystem::exists(printer.out() / "job.pdf"));
}
