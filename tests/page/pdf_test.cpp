// SPDX-License-Identifier: Apache-2.0
// PDFs, seen with the eyes of other programs: poppler and qpdf.
#include "samples.hpp"
#include "style_for_tests.hpp"
#include "tools.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace kiosk::page {
namespace {

constexpr const char* date = "2026-11-22T10:44:00";
constexpr const char* twin = "KIOSK_PAGE_TEST_TWIN";

std::string handout_pdf(int exercises = 2) {
    return paint_pdf({a_handout(exercises)}, style_for_tests(), date);
}

bool has(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

/// The line of pdfinfo that begins with `name`.
std::string info(const std::string& pdf, const std::string& name) {
    std::istringstream lines(run("pdfinfo", pdf, ""));
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind(name, 0) == 0) return line.substr(line.find_first_not_of(' ', name.size()));
    }
    return "not said";
}

}  // namespace

TEST_CASE("a PDF is sound, tagged, titled and in a language") {
    const std::string pdf = handout_pdf();
    CHECK(has(run("qpdf --check", pdf, ""), "No syntax or stream encoding errors found"));
    CHECK(info(pdf, "Title:") == "Chin tuck");
    CHECK(info(pdf, "Tagged:") == "yes");
    CHECK(info(pdf, "Pages:") == "1");
    CHECK(info(pdf, "Page size:") == "612 x 792 pts (letter)");
    CHECK(info(pdf, "Metadata Stream:") == "yes");
    CHECK(has(info(pdf, "CreationDate:"), "2026"));
    const std::string plain = run("qpdf --qdf --object-streams=disable", pdf);
    CHECK(has(plain, "/Lang (en)"));
    CHECK(has(plain, "/DisplayDocTitle true"));
    CHECK(has(plain, "/Tabs /S"));
    CHECK(has(plain, "/Alt (Chin moves straight back, number 1)"));
    CHECK(has(plain, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Chin tuck</rdf:li>"));
    CHECK_FALSE(has(plain, "pdfuaid"));
}

TEST_CASE("the structure: headings, paragraphs, lists of steps, figures") {
    CHECK(run("pdfinfo -struct-text", handout_pdf(1), "") ==
          "Document\n"
          "  H1 (block)\n"
          "    \"Chin tuck\"\n"
          "  P (block)\n"
          "    \"Two gentle moves for a stiff neck. They should feel like work, not like pain.\"\n"
          "  Figure\n"
          "    \"\"\n"
          "  H2 (block)\n"
          "    \"Chin tuck 1\"\n"
          "  L (block)\n"
          "    LI (block)\n"
          "      Lbl (block)\n"
          "        \"1\"\n"
          "      LBody (block)\n"
          "        \"Sit tall. Look straight ahead.\"\n"
          "    LI (block)\n"
          "      Lbl (block)\n"
          "        \"2\"\n"
          "      LBody (block)\n"
          "        \"Slide your chin straight back. Do not tip your head up or down.\"\n"
          "    LI (block)\n"
          "      Lbl (block)\n"
          "        \"3\"\n"
          "      LBody (block)\n"
          "        \"Hold for 5 seconds. Then let go.\"\n"
          "  H2 (block)\n"
          "    \"Stop if\"\n"
          "  L (block)\n"
          "    LI (block)\n"
          "      LBody (block)\n"
          "        \"the pain gets worse\"\n"
          "    LI (block)\n"
          "      LBody (block)\n"
          "        \"you feel dizzy\"\n"
          "  H2 (block)\n"
          "    \"Where this comes from\"\n"
          "  P (block)\n"
          "    \"Gross A and others. Exercises for mechanical neck disorders, 2015.\"\n");
}

TEST_CASE("fonts are embedded, text can be taken out whole") {
    Document document = a_handout(1);
    document.flow.push_back(a_text("Stiff office: ¿Dónde? Chạm để bắt đầu. 轻触开始。", Role::paper_body));
    const std::string pdf = paint_pdf({document}, style_for_tests(), date);
    std::istringstream fonts(run("pdffonts", pdf, ""));
    std::string line;
    std::getline(fonts, line);
    std::getline(fonts, line);
    int count = 0;
    while (std::getline(fonts, line)) {
        CAPTURE(line);
        ++count;
        CHECK(has(line, "yes yes yes"));  // embedded, a subset, with a way back to letters
        CHECK(has(line, "NotoSans"));
    }
    CHECK(count >= 3);
    CHECK(has(run("pdftotext -layout", pdf), "Stiff office: ¿Dónde? Chạm để bắt đầu. 轻触开始。"));
}

TEST_CASE("numbers on a sheet in Arabic are taken out as they are read") {
    struct Line {
        const char *what, *text, *number;
    };
    const Line table[] = {{"a telephone number", "اتصلوا بالرقم 1-800-222-1222 الآن.", "1-800-222-1222"},
                          {"a dose", "خذوا 500 mg مع الطعام.", "500 mg"},
                          {"a range", "امشوا 10–20 دقيقة كل يوم.", "10–20"},
                          {"a date", "كُتبت 2026-11-22 للبالغين.", "2026-11-22"},
                          {"a time", "الساعة 10:42 صباحاً", "10:42"}};
    Document document = a_handout(0);
    document.language = "ar";
    document.right_to_left = true;
    document.flow.clear();
    for (const Line& line : table) document.flow.push_back(a_text(line.text, Role::paper_body));
    const std::string pdf = paint_pdf({document}, style_for_tests(), date);
    for (const char* how : {"pdftotext -layout", "pdftotext -raw"}) {
        CAPTURE(how);
        const std::string text = run(how, pdf);
        for (const Line& line : table) CHECK_MESSAGE(has(text, line.number), line.what, ": ", text);
    }
}

TEST_CASE("several documents are one PDF, each with its own page numbers and paper") {
    Document second = a_handout(4);
    second.paper = {595.276, 841.89};
    second.title = "Warm bath";
    const std::string pdf = paint_pdf({a_handout(4), second}, style_for_tests(), date);
    CHECK(info(pdf, "Pages:") == "4");
    CHECK(info(pdf, "Title:") == "Chin tuck");
    const std::string text = run("pdftotext -layout", pdf);
    for (const char* number : {"Page 1 of 2", "Page 2 of 2"}) {
        CHECK(text.find(number) != text.rfind(number));
    }
    CHECK_FALSE(has(text, "of 4"));
    CHECK(has(run("pdfinfo -f 3 -l 3", pdf, ""), "(A4)"));
    CHECK(run("qpdf --check", pdf, "").find("WARNING") == std::string::npos);
}

TEST_CASE("the same documents and date are the same bytes; another date is not") {
    const std::string once = handout_pdf();
    CHECK(once == handout_pdf());
    CHECK(once != paint_pdf({a_handout(2)}, style_for_tests(), "2026-11-23T10:44:00"));
}

TEST_CASE("writes a PDF where its twin asks for it") {
    if (const char* path = std::getenv(twin)) std::ofstream(path, std::ios::binary) << handout_pdf();
}

TEST_CASE("another process writes the same bytes") {
    namespace fs = std::filesystem;
    const fs::path path = fs::temp_directory_path() / ("kiosk-page-twin-" + std::to_string(std::rand()) + ".pdf");
    const std::string self = fs::read_symlink("/proc/self/exe").string();
    const std::string command = std::string(twin) + "='" + path.string() + "' " KIOSK_EMULATOR " '" + self +
                                "' --test-case='writes a PDF where its twin asks for it' > /dev/null";
    REQUIRE(std::system(command.c_str()) == 0);
    std::ifstream file(path, std::ios::binary);
    const std::string theirs{std::istreambuf_iterator<char>(file), {}};
    fs::remove(path);
    CHECK(theirs.size() > 1000);
    CHECK(theirs == handout_pdf());
}

TEST_CASE("a QR code is drawn and named") {
    Document document = a_handout(0);
    document.flow.push_back({Qr{"https://clinic.example/back", 105}});
    const std::string pdf = paint_pdf({document}, style_for_tests(), date);
    CHECK(has(run("qpdf --qdf --object-streams=disable", pdf), "/Alt (https://clinic.example/back)"));
    const Sheet sheet = lay_out(document, style_for_tests()).front();
    CHECK(place_of(sheet, "(picture: QR https://clinic.example/back)").find("105x105") != std::string::npos);
}

TEST_CASE("a PDF of nothing is a mistake of the caller") {
    CHECK_THROWS_AS(paint_pdf({}, style_for_tests(), date), std::invalid_argument);
}

}  // namespace kiosk::page
