// SPDX-License-Identifier: Apache-2.0
// fuzz_seeds FOLDER: writes what the fuzzers begin with: the files of the kiosk, of the small clinic and of its
// translation into Spanish in every state; what printers answer; what comes to the desk; bundles of content.
#include "content/fingerprint.hpp"
#include "content/translations.hpp"

#include <cups/ipp.h>

#include <filesystem>
#include <fstream>

using namespace kiosk;

namespace {

void write(const std::filesystem::path& folder, std::string name, const std::string& text) {
    std::filesystem::create_directories(folder);
    std::replace(name.begin(), name.end(), '/', '_');
    std::ofstream(folder / name, std::ios::binary) << text;
}

/// Every number there is, so often that whole visits come of it.
void write_visits(const std::filesystem::path& folder) {
    for (unsigned step = 1; step < 40; step += 2) {
        std::string bytes;
        for (unsigned i = 0; i < 600; ++i) bytes += static_cast<char>((i * i * step + i / 3 + step) % 256);
        write(folder, "visit-" + std::to_string(step), bytes);
    }
}

using Strings = std::vector<const char*>;

void add(ipp_t* to, ipp_tag_t group, const char* name, const Strings& words) {
    ippAddStrings(to, group, IPP_TAG_KEYWORD, name, static_cast<int>(words.size()), nullptr, words.data());
}

/// A printer that can all we know of, in this state.
ipp_t* printer(ipp_pstate_t state, const Strings& reasons) {
    ipp_t* message = ippNew();
    ippSetStatusCode(message, IPP_STATUS_OK);
    ippAddInteger(message, IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", static_cast<int>(state));
    add(message, IPP_TAG_PRINTER, "printer-state-reasons", reasons);
    ippAddBoolean(message, IPP_TAG_PRINTER, "printer-is-accepting-jobs", 1);
    const int operations[] = {IPP_OP_PRINT_JOB, IPP_OP_CREATE_JOB, IPP_OP_SEND_DOCUMENT, IPP_OP_CANCEL_JOB};
    ippAddIntegers(message, IPP_TAG_PRINTER, IPP_TAG_ENUM, "operations-supported", 4, operations);
    add(message, IPP_TAG_PRINTER, "document-format-supported", {"application/pdf", "image/pwg-raster"});
    add(message, IPP_TAG_PRINTER, "media-supported", {"na_letter_8.5x11in", "iso_a4_210x297mm"});
    add(message, IPP_TAG_PRINTER, "media-ready", {"iso_a4_210x297mm"});
    add(message, IPP_TAG_PRINTER, "sides-supported", {"one-sided", "two-sided-long-edge"});
    add(message, IPP_TAG_PRINTER, "print-scaling-supported", {"fit"});
    add(message, IPP_TAG_PRINTER, "pwg-raster-document-type-supported", {"sgray_8", "srgb_8"});
    add(message, IPP_TAG_PRINTER, "pwg-raster-document-sheet-back", {"normal"});
    ippAddResolution(message, IPP_TAG_PRINTER, "pwg-raster-document-resolution-supported", IPP_RES_PER_INCH, 300, 300);
    return message;
}

ipp_t* job(ipp_jstate_t state, const Strings& reasons) {
    ipp_t* message = ippNew();
    ippSetStatusCode(message, IPP_STATUS_OK);
    ippAddInteger(message, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", 7);
    ippAddInteger(message, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state", static_cast<int>(state));
    add(message, IPP_TAG_JOB, "job-state-reasons", reasons);
    ippAddInteger(message, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-impressions-completed", 2);
    return message;
}

ssize_t append(void* to, ipp_uchar_t* bytes, std::size_t count) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), count);
    return static_cast<ssize_t>(count);
}

void write_answer(const std::filesystem::path& folder, const std::string& name, ipp_t* message) {
    std::string bytes;
    while (ippWriteIO(&bytes, append, 1, nullptr, message) > IPP_STATE_HEADER &&
           ippGetState(message) != IPP_STATE_DATA) {
    }
    ippDelete(message);
    write(folder, name, bytes);
}

void write_answers(const std::filesystem::path& folder) {
    write_answer(folder, "printer-idle", printer(IPP_PSTATE_IDLE, {"none"}));
    write_answer(folder, "printer-low", printer(IPP_PSTATE_PROCESSING, {"media-low-warning", "toner-low-report"}));
    write_answer(folder, "printer-stopped",
                 printer(IPP_PSTATE_STOPPED, {"media-jam-error", "door-open", "media-empty-error"}));
    write_answer(folder, "job-prints", job(IPP_JSTATE_PROCESSING, {"job-printing"}));
    write_answer(folder, "job-waits", job(IPP_JSTATE_STOPPED, {"printer-stopped", "job-data-insufficient"}));
    write_answer(folder, "job-done", job(IPP_JSTATE_COMPLETED, {"job-completed-with-errors"}));
    write_answer(folder, "job-gone", job(IPP_JSTATE_ABORTED, {"aborted-by-system"}));
}

constexpr const char* said =
    R"({"tellings":[{"key":{"what":"raised","ticket":7,"kind":"call","number":1,"at":1},"ago":500,"level":"emergency",)"
    R"("language":"Español","reasons":["Chest pain now"]},{"key":{"what":"again","ticket":7,"kind":"call","number":1,)"
    R"("at":2},"ago":3}],"about":{"facts":[{"name":"Printer","value":"Paper is out.","trouble":true}],"drills":)"
    R"([{"ticket":7,"at":1790000000000,"passed":true,"line":"All seen."}],"usage":[{"day":"2026-11-23","visits":30,)"
    R"("detail":{"finished":"few","handouts":9,"outcomes":{"none":20,"not-finished":8,"today":"few","emergency":null},)"
    R"("languages":[{"name":"English","visits":25}]}}],"testPage":3,"alarm":"Go and look.","content":"5f3a",)"
    R"("screenRuns":true,"printerTrouble":true}})";
constexpr const char* heard =
    R"({"taken":[{"what":"closed","ticket":7,"kind":"test","number":1,"at":4}],"calls":[{"ticket":9223372036854775808,)"
    R"("kind":"call","number":2,"stage":"coming","again":9}],"watched":true,"callsToday":3,"seeToday":4,"testPage":5})";
constexpr const char* deed =
    R"({"what":"close","call":{"kiosk":"Waiting room 2","ticket":"7","kind":"call","number":1},"name":"Nurse Lee",)"
    R"("withPatient":true})";

std::string posted(const std::string& path, const std::string& header, const std::string& body) {
    return "POST " + path + " HTTP/1.1\r\nHost: HOST\r\n" + header +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

void write_desk(const std::filesystem::path& folder) {
    write(folder, "said", std::string("s") + said);
    write(folder, "heard", std::string("h") + heard);
    write(folder, "deed", std::string("d") + deed);
    for (const auto* what : {"shown", "coming", "add-person", "remove-person", "here", "test-call", "test-page"})
        write(folder, what,
              std::string(R"(d{"what":")") + what + R"(","name":"Nurse Lee","call":)" +
                  R"({"kiosk":"Waiting room 2","ticket":"7","kind":"call","number":1}})");
    write(folder, "post-said", posted("/kiosk", "Authorization: Bearer KEY", said));
    write(folder, "post-deed", posted("/deed", "X-Desk-Token: TOKEN\r\nCookie: a=b; desk=0123", deed));
    write(folder, "post-sign-in", posted("/sign-in", "Origin: http://HOST", R"({"password":"open sesame"})"));
    for (const auto* path : {"/", "/page.js", "/start", "/board", "/records?kiosk=Waiting%20room%202", "/metrics"})
        write(folder, std::string("get") + path,
              std::string("GET ") + path + " HTTP/1.1\r\nHost: HOST\r\nAccept-Encoding: gzip\r\n\r\n");
}

/// Signed by nobody: the fuzzer signs it.
void write_bundle(const std::filesystem::path& folder, const std::string& name, const std::string& path) {
    const std::string clinic = "<kiosk/>", topic = "<topic/>";
    const auto line = [](const std::string& of, const std::string& bytes) {
        return "file " + content::sha256(bytes) + ' ' + std::to_string(bytes.size()) + ' ' + of + '\n';
    };
    write(folder, name,
          "clinic-kiosk-bundle 1\nversion 7\nroot content.xml\ncontent " + std::string(64, '0') + '\n' +
              line("content.xml", clinic) + line(path, topic) + line("approval.xml", "") + "signature " +
              std::string(128, '0') + "\n\n" + clinic + topic);
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    const std::filesystem::path to = words[1];
    for (const auto& [path, text] : content::small_files())
        if (!path.ends_with(".txt")) write(to / "content", "small_" + path, text);
    for (const auto* path : {"content.xml", "screens/theme.xml", "screens/upper-back-pain.xml",
                             "screens/upper-back-pain.evidence.xml", "screens/interface.xml"})
        write(to / "content", path, *fixtures::read_file(std::string(KIOSK_SOURCE) + '/' + path).text);
    for (const auto* state : {"initial", "translated", "reviewed", "final"})
        write(to / "xliff", state, content::in_spanish(state)[content::topic_es]);
    write_visits(to / "visit");
    write_answers(to / "ipp");
    write_desk(to / "desk");
    write_bundle(to / "bundle", "small", "screens/a.xml");
    write_bundle(to / "bundle", "path-that-climbs", "../passwd");
}
