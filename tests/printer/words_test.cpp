// SPDX-License-Identifier: Apache-2.0
// Addresses, sentences, and the folder printer.
#include "printer/reasons.hpp"
#include "printer/story.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace story;

namespace {

struct Folder {
    std::filesystem::path path;
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "kiosk-folder-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Address address() const { return to("folder:" + path.string()); }
    std::string files() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(path)) names.push_back(entry.path().filename());
        std::sort(names.begin(), names.end());
        std::string line;
        for (const std::string& one : names) line += one + ' ';
        return line;
    }
};

std::string contents(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

const std::string some_pin = "0123456789ABCDEF0123456789abcdef0123456789abcdef0123456789abcdef";

}  // namespace

TEST_CASE("an address is understood, or told what to write instead") {
    struct Row {
        std::string text, pin, meaning;
    };
    const std::string known = "is not known: write folder:DIR, ipp://HOST/ipp/print or ipps://HOST/ipp/print.";
    const Row rows[] = {
        {"folder:/tmp/out", "", "folder:/tmp/out"},
        {"ipp://printer.local/ipp/print", "", "ipp://printer.local:631/ipp/print"},
        {"ipp://10.0.0.7", "", "ipp://10.0.0.7:631/ipp/print"},
        {"ipps://p:8443/printers/one", "", "ipps://p:8443/printers/one"},
        {"ipp://[::1]:631/ipp/print", "", "ipp://[::1]:631/ipp/print"},
        {"ipps://p/ipp/print", some_pin, "ipps://p:631/ipp/print"},
        {"", "", "The printer \"\" " + known},
        {"printer", "", "The printer \"printer\" " + known},
        {"http://p/", "", "The printer \"http://p/\" " + known},
        {"folder:", "", "The printer \"folder:\" names no folder: write folder:DIR."},
        {"ipp://", "", "The printer \"ipp://\" is no address: write ipp://HOST/ipp/print or ipps://HOST/ipp/print."},
        {"ipp://p:99999/", "",
         "The printer \"ipp://p:99999/\" is no address: write ipp://HOST/ipp/print or ipps://HOST/ipp/print."},
        {"ipp://me:secret@p/ipp", "",
         "The printer \"ipp://me:secret@p/ipp\" holds a user name or password: leave it out."},
        {"ipp://p/ipp/print", some_pin,
         "The printer \"ipp://p/ipp/print\" cannot be pinned: only ipps:// shows a certificate."},
        {"ipps://p/ipp/print", "12:34",
         "The printer \"ipps://p/ipp/print\" has a pin that is no SHA-256: write the 64 hex digits of its "
         "certificate's fingerprint."},
        {"ipps://p/ipp/print", std::string(64, 'x'),
         "The printer \"ipps://p/ipp/print\" has a pin that is no SHA-256: write the 64 hex digits of its "
         "certificate's fingerprint."},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto address = parse_address(row.text, row.pin);
        CHECK((address ? uri(*address) : address.failure().sentence) == row.meaning);
        if (address && !row.pin.empty())
            CHECK(address->pin == "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    }
    CHECK(parse_address("ipps://p/", "01:23:45:67:89:AB:CD:EF:" + some_pin.substr(16))->pin.size() == 64);
}

TEST_CASE("every condition has its sentence") {
    struct Row {
        Condition now;
        std::string sentence, name;
    };
    const auto reached = [](Trouble trouble) {
        return Condition{Reach::reached, Security::pinned, Format::pdf, trouble, false, false, ""};
    };
    const Row rows[] = {
        {Condition{}, "The printer was not asked yet.", "not-asked"},
        {{Reach::no_answer, Security::plain, Format::none, Trouble::offline, false, false, ""},
         "The printer does not answer: switch it off and on, and check its address.",
         "not-reached"},
        {{Reach::not_a_printer, Security::plain, Format::none, Trouble::attention, false, false, ""},
         "What answers at the printer's address is no IPP printer: check the address.",
         "not-reached"},
        {{Reach::refused, Security::plain, Format::none, Trouble::attention, false, false, ""},
         "The printer refuses the kiosk: allow printing without a password, or use ipps:// if it wants encryption.",
         "refused"},
        {reached(Trouble::none), "The printer is ready.", "ready"},
        {reached(Trouble::paper), "The printer needs paper.", "paper"},
        {reached(Trouble::jam), "The printer has a paper jam.", "jam"},
        {reached(Trouble::door), "A door of the printer is open.", "door"},
        {reached(Trouble::toner), "The printer needs toner or ink.", "toner"},
        {reached(Trouble::offline), "The printer says it is offline.", "offline"},
        {reached(Trouble::busy), "The printer is busy with something else.", "busy"},
        {{Reach::reached, Security::pinned, Format::none, Trouble::none, false, false, ""},
         "The printer reads neither PDF nor PWG raster: it cannot be used.",
         "unusable"},
        {{Reach::wrong_certificate, Security::plain, Format::none, Trouble::none, false, false, "ab"},
         "The printer shows another certificate than the pinned one, so nothing is sent. If the printer was replaced, "
         "pin "
         "the new one: ab.",
         "wrong-certificate"},
        {{Reach::reached, Security::pinned, Format::pdf, Trouble::none, true, true, ""},
         "The printer is ready, paper is low, toner or ink is low.",
         "paper-low"},
        {{Reach::reached, Security::pinned, Format::pdf, Trouble::none, false, true, ""},
         "The printer is ready, toner or ink is low.",
         "toner-low"},
        {{Reach::reached, Security::folder, Format::pdf, Trouble::attention, false, false, ""},
         "Demonstration: the folder for the PDF files cannot be written. Make it writable.",
         "folder-trouble"},
        {{Reach::reached, Security::folder, Format::pdf, Trouble::none, false, false, ""},
         "Demonstration: jobs are saved as PDF files in a folder.",
         "demonstration"},
    };
    for (const Row& row : rows) {
        CHECK(sentence(row.now) == row.sentence);
        CHECK(state_name(row.now) == row.name);
    }
}

TEST_CASE("no sentence of a condition holds the printer's address") {
    Press press(to("ipp://127.0.0.1:1/secret-path"), quick());
    Teller teller(press);
    REQUIRE(teller.until_condition([](const Condition& now) { return now.reach == Reach::unreachable; }));
    CHECK(sentence(*teller.condition).find("secret") == std::string::npos);
    CHECK(sentence(*teller.condition).find("127") == std::string::npos);
}

TEST_CASE("a folder printer saves whole files under numbers, and says saved, never printed") {
    const Folder folder;
    Press press(folder.address(), quick());
    Teller teller(press);
    press.submit({first, document()});
    press.submit({{1, 2}, document()});
    CHECK(teller.until("settled, queued, saved, settled") == "queued, saved, settled, queued, saved, settled");
    CHECK(folder.files() == "job-1.pdf job-2.pdf ");
    CHECK(contents(folder.path / "job-1.pdf") == "%PDF-1.4 MARKER");
    CHECK(sentence(*teller.condition) == "Demonstration: jobs are saved as PDF files in a folder.");
}

TEST_CASE("a folder printer after a kill: what is there is saved, what is not is written under the same number") {
    const Folder folder;
    const Handle second{"folder:" + folder.path.string(), 2};
    {
        Press press(folder.address(), quick());
        Teller teller(press);
        press.resume({first, document()}, second);
        CHECK(teller.settled() == "saved, settled");
        CHECK(folder.files() == "job-2.pdf ");
        Document other = document();
        other.pdf = [] { return std::string("another"); };
        press.resume({{1, 2}, other}, second);
        CHECK(teller.until("saved, settled, saved, settled") == "saved, settled, saved, settled");
        CHECK(contents(folder.path / "job-2.pdf") == "%PDF-1.4 MARKER");
    }
    Press press(folder.address(), quick());
    Teller teller(press);
    press.cancel_known(first, {second.uri, 9});
    CHECK(teller.settled() == "cancelled, settled");
    press.resume({first, document()}, {"folder:/elsewhere", 2});
    CHECK(teller.until("unknown, settled") == "cancelled, settled, unknown, settled");
}

TEST_CASE("a folder that cannot be written: not printed, and the sentence says so") {
    const Folder folder;
    std::ofstream(folder.path / "file") << "x";
    Press press(to("folder:" + (folder.path / "file" / "deeper").string()), quick());
    Teller teller(press);
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, not printed: attention, settled");
    CHECK(sentence(*teller.condition) ==
          "Demonstration: the folder for the PDF files cannot be written. Make it writable.");
}

TEST_CASE("a document cancelled before it was committed is not saved") {
    const Folder folder;
    Press press(folder.address(), quick());
    Teller teller(press);
    teller.on_created = [&](const news::Created& created) { press.cancel(created.key); };
    press.submit({first, document()});
    CHECK(teller.settled() == "queued, cancelled, settled");
    CHECK(folder.files() == "");
}

TEST_CASE("printer words stop a job, or do not") {
    struct Row {
        std::string what;
        ipp_pstate_t printer;
        Words reasons;
        Moving moving;
        Trouble trouble;
    };
    const Row rows[] = {
        {"an error stops at once", IPP_PSTATE_PROCESSING, {"media-empty-error"}, Moving::yes, Trouble::paper},
        {"a warning does not while pages move",
         IPP_PSTATE_PROCESSING,
         {"media-jam-warning"},
         Moving::yes,
         Trouble::none},
        {"a warning does when they stand", IPP_PSTATE_PROCESSING, {"media-jam-warning"}, Moving::no, Trouble::jam},
        {"media needed always does", IPP_PSTATE_PROCESSING, {"media-needed"}, Moving::yes, Trouble::paper},
        {"a report never does", IPP_PSTATE_IDLE, {"media-empty-report"}, Moving::no, Trouble::none},
        {"a report of a stopped printer does", IPP_PSTATE_STOPPED, {"media-empty-report"}, Moving::yes, Trouble::paper},
        {"stopped for nothing named", IPP_PSTATE_STOPPED, {"none"}, Moving::yes, Trouble::attention},
        {"paused", IPP_PSTATE_STOPPED, {"paused"}, Moving::yes, Trouble::attention},
        {"low is not empty",
         IPP_PSTATE_PROCESSING,
         {"marker-supply-low-warning", "media-low"},
         Moving::no,
         Trouble::none},
        {"a jam in another word", IPP_PSTATE_STOPPED, {"media-path-jam-error"}, Moving::yes, Trouble::jam},
        {"offline before all else",
         IPP_PSTATE_STOPPED,
         {"media-empty-error", "offline-error"},
         Moving::yes,
         Trouble::offline},
        {"nothing", IPP_PSTATE_IDLE, {}, Moving::no, Trouble::none},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(stopping(row.printer, row.reasons, row.moving) == row.trouble);
    }
}
