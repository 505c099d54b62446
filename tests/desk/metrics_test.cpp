// SPDX-License-Identifier: Apache-2.0
// The desk in numbers: strictly OpenMetrics, by rules of our own and by another's reader, and nothing of a patient.
#include "desk/metrics.hpp"

#include "front_desk.hpp"

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace kiosk;
using namespace kiosk::desk;

namespace {

constexpr std::int64_t noon = 1'795'521'600'000;

Call call(std::uint64_t ticket, Kind kind, Stage stage) {
    return {.id = {"Waiting room 1", ticket, kind, 1},
            .told = {Level::emergency, {"Chest pain now"}, "Español"},
            .raised_at = {noon - 42'500},
            .stage = stage,
            .closed_at = {stage == Stage::closed ? noon : 0},
            .coming_by = "Nurse Lee",
            .closed_by = "Nurse Lee"};
}

Readings readings() {
    Readings of{.calls = {call(1, Kind::call, Stage::taken), call(2, Kind::call, Stage::coming),
                          call(3, Kind::today, Stage::shown), call(4, Kind::call, Stage::closed)},
                .kiosks = {{.name = "Room \"1\" \\ north\nwing", .about = {.health = {"5f3a", true, true}}},
                           {.name = "Room 2", .about = {.health = {"5f3a", true, false}}, .is_silent = true}},
                .paging = Paging{7, 3, true},
                .is_watched = true,
                .streams = 2,
                .now = {noon}};
    return of;
}

/// What is not as the format wants it; empty: nothing.
std::string wrong(const std::string& text) {
    static const std::regex head("# (TYPE|UNIT|HELP) (clinic_kiosk_[a-z_]+) (.+)");
    static const std::regex sample(
        R"re((clinic_kiosk_[a-z_]+)(\{[a-z]+="(?:[^"\\\n]|\\["\\n])*"(?:,[a-z]+="(?:[^"\\\n]|\\["\\n])*")*\})? (-?[0-9]+))re");
    std::istringstream lines(text);
    std::string family, type;
    std::set<std::string> families, samples;
    bool ended = false;
    for (std::string line; std::getline(lines, line);) {
        std::smatch is;
        if (ended) return "after the end: " + line;
        ended = line == "# EOF";
        if (ended) continue;
        if (std::regex_match(line, is, head)) {
            if (is[1] == "TYPE" && !families.insert(is[2]).second) return "twice: " + line;
            if (is[1] == "TYPE") family = is[2], type = is[3];
            if (is[2] != family) return "of another family: " + line;
            if (is[1] == "UNIT" && !family.ends_with("_" + is[3].str())) return "not its unit: " + line;
            continue;
        }
        if (!std::regex_match(line, is, sample)) return "no sample: " + line;
        const std::string suffix = type == "counter" ? "_total" : type == "info" ? "_info" : "";
        if (is[1] != family + suffix) return "of no type: " + line;
        if (type == "info" && is[3] != "1") return "an info that is not 1: " + line;
        if (!samples.insert(is[1].str() + is[2].str()).second) return "twice: " + line;
    }
    return ended && text.ends_with("# EOF\n") ? "" : "no end";
}

/// What the reader of Prometheus' own makers makes of it: a line a family, its type and how many samples it has.
std::string read_by_another(const Scratch& scratch, const std::string& text) {
    const std::string file = scratch.folder / "metrics", said = scratch.folder / "said";
    std::ofstream(file) << text;
    const auto command =
        "/usr/bin/python3 -c 'import sys\nfrom prometheus_client.openmetrics.parser import "
        "text_string_to_metric_families as read\nfor f in read(open(\"" +
        file + "\").read()): print(f.name, f.type, len(f.samples))' > " + said + " 2>&1";
    const int code = std::system(command.c_str());
    std::ifstream in(said);
    const std::string all{std::istreambuf_iterator<char>(in), {}};
    return code == 0 ? all : "it refuses: " + all;
}

constexpr const char* all_families = R"(clinic_kiosk_calls_open gauge 9
clinic_kiosk_calls_closed_today gauge 1
clinic_kiosk_oldest_unanswered_call_seconds gauge 1
clinic_kiosk_desk_watched gauge 1
clinic_kiosk_desk_streams gauge 1
clinic_kiosk_heard gauge 2
clinic_kiosk_screen_running gauge 2
clinic_kiosk_printer_trouble gauge 2
clinic_kiosk_content info 2
clinic_kiosk_paging_failing gauge 1
clinic_kiosk_pages_delivered counter 1
clinic_kiosk_page_failures counter 1
)";

}  // namespace

TEST_CASE("the numbers are right, and strictly OpenMetrics") {
    const auto text = write_metrics(readings());
    CHECK(wrong(text) == "");
    for (const auto* line :
         {"clinic_kiosk_calls_open{kind=\"call\",stage=\"taken\"} 1\n",
          "clinic_kiosk_calls_open{kind=\"call\",stage=\"shown\"} 0\n",
          "clinic_kiosk_calls_open{kind=\"call\",stage=\"coming\"} 1\n",
          "clinic_kiosk_calls_open{kind=\"today\",stage=\"shown\"} 1\n", "clinic_kiosk_calls_closed_today 1\n",
          "clinic_kiosk_oldest_unanswered_call_seconds 42\n", "clinic_kiosk_desk_watched 1\n",
          "clinic_kiosk_desk_streams 2\n",
          "clinic_kiosk_screen_running{kiosk=\"Room \\\"1\\\" \\\\ north\\nwing\"} 1\n",
          "clinic_kiosk_printer_trouble{kiosk=\"Room \\\"1\\\" \\\\ north\\nwing\"} 1\n", ",hash=\"5f3a\"} 1\n",
          "clinic_kiosk_heard{kiosk=\"Room 2\"} 0\n", "clinic_kiosk_screen_running{kiosk=\"Room 2\"} 0\n",
          "clinic_kiosk_pages_delivered_total 7\n"})
        CHECK_MESSAGE(text.find(line) != std::string::npos, line << "\nis not in\n" << text);
    for (const auto* never : {"Chest", "Español", "Lee", "ticket"}) CHECK(text.find(never) == std::string::npos);
}

TEST_CASE("the reader of Prometheus' own makers reads the same") {
    Scratch scratch;
    CHECK(read_by_another(scratch, write_metrics(readings())) == all_families);
    CHECK_MESSAGE(read_by_another(scratch, "clinic_kiosk_x 1\n").starts_with("it refuses: "), "it can say no");
}

TEST_CASE("at this machine whoever may see the page reads the numbers") {
    FrontDesk at;
    at.wall = noon;
    at.raise();
    at.wall += 90'000;
    at.desk.hear("page");
    at.desk.hear_kiosk("Waiting room 1", {.health = {"5f3a", true, false}});
    const auto said = at.client().Get("/metrics");
    REQUIRE(said->status == 200);
    CHECK(said->get_header_value("Content-Type") == "application/openmetrics-text; version=1.0.0; charset=utf-8");
    CHECK(wrong(said->body) == "");
    CHECK(said->body.find("clinic_kiosk_oldest_unanswered_call_seconds 90\n") != std::string::npos);
    CHECK(said->body.find("clinic_kiosk_desk_watched 1\n") != std::string::npos);
    CHECK(said->body.find("Chest") == std::string::npos);
    CHECK_MESSAGE(said->body.find("paging") == std::string::npos, "there is no second channel here");
    CHECK(at.client().Get("/metrics", {{"Host", "rebound.example:80"}})->status == 403);
}
