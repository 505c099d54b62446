// SPDX-License-Identifier: Apache-2.0
#include "app/script_line.hpp"

#include <map>
#include <sstream>

namespace kiosk::app {

namespace {

using namespace visit;

// clang-format off
const std::map<std::string, PrintStage> stages = {
    {"queued", PrintStage::queued}, {"sent", PrintStage::sent}, {"printing", PrintStage::printing},
    {"needs-hand", PrintStage::needs_hand}, {"printed", PrintStage::printed}, {"saved", PrintStage::saved},
    {"not-printed", PrintStage::not_printed}, {"cancelled", PrintStage::cancelled}, {"unknown", PrintStage::unknown}};
const std::map<std::string, Trouble> troubles = {
    {"paper", Trouble::paper}, {"jam", Trouble::jam}, {"door", Trouble::door}, {"toner", Trouble::toner},
    {"offline", Trouble::offline}, {"busy", Trouble::busy}, {"attention", Trouble::attention}};
const std::map<std::string, Desk> desks = {{"no", Desk::none}, {"deaf", Desk::deaf}, {"yes", Desk::listens}};
const std::map<std::string, DeskStage> desk_stages = {
    {"not-sent", DeskStage::not_sent}, {"taken", DeskStage::taken}, {"shown", DeskStage::shown}, {"acknowledged", DeskStage::acknowledged},
    {"closed", DeskStage::closed}};
const std::map<std::string, PinVerdict> verdicts = {
    {"right", PinVerdict::right}, {"wrong", PinVerdict::wrong}, {"too-soon", PinVerdict::too_soon}};
const std::map<std::string, PrinterKind> printers = {
    {"none", PrinterKind::none}, {"demonstration", PrinterKind::demonstration}, {"real", PrinterKind::real}};
const std::map<std::string, Sound> sounds = {
    {"none", Sound::none}, {"loudspeaker", Sound::loudspeaker}, {"headphones", Sound::headphones}};
// clang-format on

constexpr const char* grammar =
    "write one of: tap LABEL | keypad previous|next|ok|back|repeat|help [TIMES] | keypad to LABEL | answer all no | "
    "answer no until QUESTION | wait 30s | touch | paper | "
    "printer none|demonstration|real | desk yes|deaf|no|taken|shown|acknowledged|closed|not-sent | staff "
    "pin|no-pin|corners | pin right|wrong|too-soon | "
    "sound none|loudspeaker|headphones | heard [all] | report STAGE [PAGE PAGES | TROUBLE] | earlier report STAGE";

Failure not_understood(const std::string& line) {
    return {"\"" + line + "\" is not understood; " + std::string(grammar)};
}

script::Happens plain(const Event& event) {
    return {[event](const Visit&) { return event; }};
}

Result<ScriptLine> read_report(std::istream& words, const std::string& line, std::uint64_t visits_ago) {
    std::string stage, trouble;
    words >> stage;
    if (!stages.contains(stage)) return not_understood(line);
    event::PrintReported report{{}, {}, stages.at(stage), Trouble::none, 0, 0};
    if (words >> std::ws && std::isdigit(words.peek())) {
        words >> report.page >> report.pages;
    } else if (words >> trouble) {
        if (!troubles.contains(trouble)) return not_understood(line);
        report.trouble = troubles.at(trouble);
    }
    return ScriptLine{script::Happens{[report, visits_ago](const Visit& visit) mutable {
        report.ticket = {visit.ticket.number - visits_ago};
        report.job = visits_ago > 0 ? JobNumber{1} : visit.job ? visit.job->number : JobNumber{};
        return Event{report};
    }}};
}

Result<ScriptLine> read_desk(const std::string& word, const std::string& line) {
    if (desks.contains(word)) return ScriptLine{plain(event::DeskIs{desks.at(word)})};
    if (!desk_stages.contains(word)) return not_understood(line);
    return ScriptLine{script::Happens{[stage = desk_stages.at(word)](const Visit& visit) {
        return Event{event::DeskReported{visit.ticket, visit.call ? visit.call->number : CallNumber{}, stage}};
    }}};
}

Result<ScriptLine> read_pin(const std::string& word, const std::string& line) {
    if (!verdicts.contains(word)) return not_understood(line);
    return ScriptLine{script::Happens{[verdict = verdicts.at(word)](const Visit& visit) {
        return Event{event::PinJudged{visit.ticket, visit.pin_tries, verdict, Duration{0}}};
    }}};
}

Result<ScriptLine> read_wait(std::istream& words, const std::string& line) {
    long long amount = 0;
    std::string unit;
    if (!(words >> amount >> unit) || amount < 0) return not_understood(line);
    if (unit == "s") return ScriptLine{script::Wait{Duration{amount * 1000}}};
    if (unit == "ms") return ScriptLine{script::Wait{Duration{amount}}};
    return not_understood(line);
}

Result<ScriptLine> read_answer(std::istream& words, const std::string& line) {
    std::string first, second, question;
    words >> first >> second;
    std::getline(words >> std::ws, question);
    if (first == "all" && second == "no" && question.empty()) return ScriptLine{script::AnswerNo{}};
    if (first == "no" && second == "until" && !question.empty()) return ScriptLine{script::AnswerNo{question}};
    return not_understood(line);
}

Result<ScriptLine> read_keypad(std::istream& words, const std::string& line) {
    std::string word, label;
    words >> word;
    if (word == "to" && std::getline(words >> std::ws, label)) return ScriptLine{script::GoTo{label}};
    const auto key = keypad_key(word);
    int times = 1;
    const bool alone = (words >> std::ws).eof();
    if (!key || (!alone && (!(words >> times) || times < 1))) return not_understood(line);
    return ScriptLine{script::Press{*key, times}};
}

std::string straight(std::string words) {
    static const std::string curly = "\u2019";
    for (auto at = words.find(curly); at != std::string::npos; at = words.find(curly))
        words.replace(at, curly.size(), "'");
    return words;
}

}  // namespace

Result<ScriptLine> read_script_line(const std::string& line) {
    std::istringstream words(line);
    std::string verb, word;
    words >> verb;
    if (verb == "tap" && line.size() > 4) return ScriptLine{script::Tap{line.substr(4)}};
    if (verb == "keypad") return read_keypad(words, line);
    if (verb == "wait") return read_wait(words, line);
    if (verb == "answer") return read_answer(words, line);
    if (verb == "paper") return ScriptLine{script::Paper{}};
    if (verb == "touch") return ScriptLine{plain(event::Touched{})};
    if (verb == "report") return read_report(words, line, 0);
    words >> word;
    if (verb == "earlier" && word == "report") return read_report(words, line, 1);
    if (verb == "desk") return read_desk(word, line);
    if (verb == "printer" && printers.contains(word)) return ScriptLine{plain(event::PrinterIs{printers.at(word)})};
    if (verb == "sound" && sounds.contains(word)) return ScriptLine{plain(event::SoundIs{sounds.at(word)})};
    if (verb == "heard" && (word.empty() || word == "all")) return ScriptLine{script::Heard{word == "all"}};
    if (verb == "staff" && word == "corners") return ScriptLine{plain(event::StaffGesture{})};
    if (verb == "staff" && (word == "pin" || word == "no-pin"))
        return ScriptLine{plain(event::StaffPinIs{word == "pin"})};
    if (verb == "pin") return read_pin(word, line);
    return not_understood(line);
}

bool take_quietly(std::string& line) {
    static const std::string quietly = "quietly ";
    if (!line.starts_with(quietly)) return false;
    line.erase(0, quietly.size());
    return true;
}

bool are_meant(const std::string& words, const std::string& in_script) {
    return straight(words) == straight(in_script);
}

Action touch_for_no(const content::Question& question, const place::Asking& asking) {
    if (question.kind == content::Kind::yes_no) return action::Say{Reply::no};
    if (asking.draft.whole == Reply::no) return action::Continue{};
    return action::TickReply{Reply::no};
}

}  // namespace kiosk::app
