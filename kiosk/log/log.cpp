// SPDX-License-Identifier: Apache-2.0
#include "log/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <cstdlib>

namespace kiosk::log {

namespace {

const char* name(Process process) {
    return process == Process::screen ? "screen" : "service";
}

const char* name(Condition condition) {
    switch (condition) {
        case Condition::none:
            return "no printer";
        case Condition::demonstration:
            return "demonstration, into a folder";
        case Condition::ready:
            return "ready";
        case Condition::low:
            return "ready, paper or toner low";
        case Condition::needs_paper:
            return "needs paper";
        case Condition::jam:
            return "jam";
        case Condition::door:
            return "door open";
        case Condition::toner:
            return "needs toner";
        case Condition::offline:
            return "offline";
        case Condition::busy:
            return "busy";
        case Condition::attention:
            return "needs attention";
        case Condition::wrong_certificate:
            return "shows another certificate than the pinned one";
        case Condition::not_pinned:
            return "ready, encrypted but not pinned";
    }
    return "?";
}

const char* name(Outcome outcome) {
    switch (outcome) {
        case Outcome::printed:
            return "printed";
        case Outcome::saved:
            return "saved for demonstration";
        case Outcome::not_printed:
            return "not printed";
        case Outcome::cancelled:
            return "cancelled";
        case Outcome::unknown:
            return "outcome unknown";
    }
    return "?";
}

const char* name(Code code) {
    switch (code) {
        case Code::mailbox_unusable:
            return "the mailbox cannot be used";
        case Code::mailbox_damaged:
            return "the mailbox is damaged; it is put aside, and what was waiting in it is lost";
        case Code::display_lost:
            return "the display went away";
        case Code::service_lost:
            return "the service is gone";
        case Code::service_not_started:
            return "the service could not be started";
        case Code::screen_lost:
            return "the screen is gone";
        case Code::desk_page_not_open:
            return "the desk page is not open; kiosk status says why";
        case Code::paging_failing:
            return "the paging system is not reached; kiosk status says why";
        case Code::usage_not_counted:
            return "the book of usage cannot be opened: visits are not counted; see books/usage.sqlite in the state "
                   "folder";
        case Code::no_sound:
            return "this machine has no sound: nothing is read aloud; kiosk status says why";
        case Code::language_not_spoken:
            return "a language is not spoken, and has no Listen key; kiosk status says which";
        case Code::document_not_made:
            return "a document could not be made";
    }
    return "?";
}

const char* name(Where where) {
    switch (where) {
        case Where::screen:
            return "screen";
        case Where::service:
            return "service";
        case Where::command:
            return "command";
    }
    return "?";
}

struct Line {
    std::string text;
    spdlog::level::level_enum level = spdlog::level::info;
};

struct Writer {
    Line operator()(const fact::Started& f) const { return {fmt::format("{} started", name(f.process))}; }
    Line operator()(const fact::Stopped& f) const {
        if (f.signal == 0) return {fmt::format("{} stopped", name(f.process))};
        return {fmt::format("{} stopped by signal {}", name(f.process), f.signal)};
    }
    Line operator()(const fact::ContentLoaded& f) const {
        return {fmt::format("content {:016x} loaded, errors: {}, warnings: {}", f.fingerprint, f.errors, f.warnings)};
    }
    Line operator()(const fact::ContentRefused& f) const {
        return {fmt::format("changed content refused, problems: {}", f.problems), spdlog::level::err};
    }
    Line operator()(const fact::PrinterIs& f) const { return {fmt::format("printer: {}", name(f.condition))}; }
    Line operator()(const fact::ServiceAgain& f) const {
        return {fmt::format("service starts again in {} s", f.seconds)};
    }
    Line operator()(const fact::SheetPrinted& f) const {
        return {fmt::format("sheet: {}, pages: {}", name(f.outcome), f.pages)};
    }
    Line operator()(const fact::CallRaised&) const { return {"call raised"}; }
    Line operator()(const fact::CallClosed&) const { return {"call closed"}; }
    Line operator()(const fact::Failed& f) const {
        if (f.error == 0) return {fmt::format("failed: {}", name(f.code)), spdlog::level::err};
        return {fmt::format("failed: {} (error {})", name(f.code), f.error), spdlog::level::err};
    }
    Line operator()(const fact::Bug& f) const {
        return {fmt::format("bug in the {}: stopping", name(f.where)), spdlog::level::critical};
    }
};

/// The journal reads a level from the head of a line: https://www.freedesktop.org/software/systemd/man/sd-daemon.html
const char* journal_level(spdlog::level::level_enum level) {
    if (level == spdlog::level::critical) return "<2>";
    return level == spdlog::level::err ? "<3>" : "<6>";
}

spdlog::logger& journal() {
    static spdlog::logger logger = [] {
        spdlog::logger made("kiosk", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made.set_pattern("%v");
        return made;
    }();
    return logger;
}

}  // namespace

std::string line(const Fact& fact) {
    return std::visit(Writer{}, fact).text;
}

void write(const Fact& fact) {
    static const bool to_journal = std::getenv("JOURNAL_STREAM") != nullptr;
    const Line written = std::visit(Writer{}, fact);
    journal().log(written.level, "{}kiosk: {}", to_journal ? journal_level(written.level) : "", written.text);
    journal().flush();
}

}  // namespace kiosk::log
