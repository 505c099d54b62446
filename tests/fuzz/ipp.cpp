// SPDX-License-Identifier: Apache-2.0
// What a printer answers. An input is one IPP message as it comes off the wire: libcups reads it, and whatever it then
// holds, what is understood of it is one of our words, and a choice that can be drawn.
#include "fuzz/fuzz.hpp"
#include "printer/condition.hpp"
#include "printer/pwg_raster.hpp"
#include "printer/reasons.hpp"

#include <algorithm>
#include <cstdint>

using namespace kiosk;
using namespace kiosk::printer;
using fuzz::promise;

namespace {

constexpr int pages = 3;

struct Wire {
    const std::uint8_t *at, *end;
};

ssize_t read_on(void* from, ipp_uchar_t* to, std::size_t count) {
    auto& wire = *static_cast<Wire*>(from);
    const auto given = std::min(count, static_cast<std::size_t>(wire.end - wire.at));
    std::copy_n(wire.at, given, to);
    wire.at += given;
    return static_cast<ssize_t>(given);
}

/// As Link::receive does, from memory.
Ipp read_message(Wire wire) {
    Ipp message(ippNew());
    for (ipp_state_t state = IPP_STATE_IDLE; state != IPP_STATE_DATA;)
        if ((state = ippReadIO(&wire, read_on, 1, nullptr, message.get())) == IPP_STATE_ERROR) return {};
    return message;
}

void hold_words(Stage stage, Trouble trouble) {
    promise(stage >= Stage::queued && stage <= Stage::unknown, "a stage that there is");
    promise(trouble >= Trouble::none && trouble <= Trouble::attention, "a trouble that there is");
}

void hold_job(ipp_t* message) {
    const auto seen = read_seen(message, message);
    for (const auto moving : {Moving::yes, Moving::no}) {
        const auto verdict = judge(seen, pages, moving);
        hold_words(verdict.stage, verdict.trouble);
        promise(verdict.page >= 0 && verdict.page <= pages, "a page that there is");
        promise(verdict.stage != Stage::printed || seen.job == IPP_JSTATE_COMPLETED, "printed: the printer said so");
    }
}

void hold_printer(Answer answer) {
    const auto can = read_capabilities(answer.response.get());
    for (const auto paper : {Paper::letter, Paper::a4}) {
        Document document;
        document.paper = paper;
        document.pages = pages;
        const auto choice = choose(can, document);
        promise(choice.dpi >= 75 && choice.dpi <= 1'200,
                "a resolution that can be drawn: " + std::to_string(choice.dpi));
    }
    const auto condition = describe({}, answer, can, {});
    hold_words(Stage::queued, condition.trouble);
    promise(!sentence(condition).empty() && *state_name(condition) != '\0', "a sentence and a name");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    auto message = read_message({data, data + size});
    if (!message) return 0;
    hold_job(message.get());
    number(message.get(), "job-id");
    hold_printer({Reach::reached, std::move(message)});
    return 0;
}
