// SPDX-License-Identifier: Apache-2.0
#include "app/call_service.hpp"
#include "app/clock.hpp"
#include "app/closed.hpp"
#include "app/commands.hpp"
#include "app/content_keeper.hpp"
#include "app/desk_at_kiosk.hpp"
#include "app/first_content.hpp"
#include "app/kiosk_report.hpp"
#include "app/loaded.hpp"
#include "app/memory_dump.hpp"
#include "app/print_service.hpp"
#include "app/signals.hpp"
#include "app/staff_service.hpp"
#include "app/state.hpp"
#include "app/supervisor.hpp"
#include "app/usage_service.hpp"
#include "desk/https_line.hpp"
#include "desk/mqtt_line.hpp"
#include "desk/secret_file.hpp"
#include "log/log.hpp"

#include <algorithm>
#include <array>

namespace kiosk::app {

namespace {

constexpr Duration net{2'000};  // a nudge may be lost
constexpr Duration heartbeat{30'000}, report_every{2'000};
constexpr Duration alone_too_long{10'000};  // a screen that does not return

Result<std::unique_ptr<printer::Press>> make_press(const Machine& machine, Duration deadline) {
    if (machine.printer.empty()) return std::unique_ptr<printer::Press>();
    const auto address = printer::parse_address(machine.printer, machine.printer_pin);
    if (!address) return address.failure();
    printer::Limits limits;
    limits.deadline = deadline;
    return std::make_unique<printer::Press>(*address, limits);
}

const char* printer_kind(const Machine& machine) {
    if (machine.printer.empty()) return "none";
    return machine.printer.starts_with("folder:") ? "demonstration" : "real";
}

mailbox::Facts facts(const Machine& machine, const content::Content& content) {
    return {{mailbox::Fact::pid, std::to_string(getpid())},
            {mailbox::Fact::content, content.hash},
            {mailbox::Fact::content_ready, {}},
            {mailbox::Fact::content_trouble, {}},
            {mailbox::Fact::paging, {}},
            {mailbox::Fact::metrics_trouble, {}},
            {mailbox::Fact::printer_trouble, {}},
            {mailbox::Fact::printer_kind, printer_kind(machine)},
            {mailbox::Fact::printer_condition, machine.printer.empty() ? "No printer is set." : "Not asked yet."},
            {mailbox::Fact::printer_state, machine.printer.empty() ? "none" : "not-asked"},
            {mailbox::Fact::desk_certificate, {}}};
}

/// When a damaged mailbox was put aside; empty: none was.
std::string put_aside(const Machine& machine) {
    const auto at = mailbox::put_aside_at(mailbox_folder(machine), static_cast<std::int64_t>(wall_milliseconds()));
    return at ? minute_of(*at) : std::string();
}

enum class Alone { goes_on, ends };

struct Loop {
    const Machine& machine;
    mailbox::Service& mailbox;
    PrintService& printing;
    CallService& calling;
    StaffService& staff;
    UsageService& counting;
    KioskReport& report;
    DeskAtKiosk* desk;  ///< nothing: there is none here
    ContentKeeper& keeper;
    Shelf& shelf;
    const StopSignals& signals;
    Supervisor& supervisor;
    Alone alone;
    MailboxTrouble trouble{};
    Instant beat{}, reported{-1'000'000}, screen_seen = now();
    bool screen_lost = alone == Alone::goes_on;  ///< and what it left was dealt with
    std::shared_ptr<const Stock> spoken{};       ///< in whose words staff are told

    void wait() const {
        std::array<pollfd, 4> on{pollfd{mailbox.descriptor(), POLLIN, 0}, pollfd{signals.descriptor(), POLLIN, 0},
                                 pollfd{printing.descriptor(), POLLIN, 0}, pollfd{calling.descriptor(), POLLIN, 0}};
        poll(on.data(), on.size(), static_cast<int>(std::min({net, keeper.wait(), supervisor.rest()}).count()));
        mailbox::Service& box = mailbox;
        box.quiet();
    }

    /// What is on the glass, is what staff are told in.
    void speak() {
        auto stock = shelf.find(keeper.shown(), today());
        if (stock == nullptr) stock = shelf.any(today());
        if (stock == spoken || stock == nullptr) return;
        spoken = std::move(stock);
        report.speak(spoken);
        if (desk != nullptr) desk->speak(spoken->content);
    }

    void turn() {
        speak();
        printing.turn();
        if (now() - reported >= report_every) {
            reported = now();
            calling.tell(
                report.about(now(), {staff.wrong_pins(), printing.test_page(), staff.drills(), counting.usage()}));
        }
        calling.turn(now());
        print_for_desk();
        counting.turn();
        staff.turn(now(), counting.usage(), calling.heard().today);
        if (desk != nullptr) desk->turn(now());
        keeper.turn(now());
        if (now() - beat < heartbeat) return;
        beat = now();
        trouble.fine(mailbox.publish({{mailbox::Fact::heartbeat, std::to_string(beat.ms)},
                                      {mailbox::Fact::mailbox_trouble, put_aside(machine)}}));
    }

    /// The desk hears at once that it has begun, and asks no more.
    void print_for_desk() {
        const auto wanted = calling.heard().test_page;
        if (!printing.test_page() || wanted <= printing.test_page()->number) return;
        printing.print_test_page(wanted);
        reported = {-1'000'000};
    }

    /// Whoever stood at a screen that is gone for good is gone, too.
    void look_for_screen() {
        if (mailbox.screen_is_there()) {
            screen_seen = now();
            screen_lost = false;
        }
        if (screen_lost || now() - screen_seen <= alone_too_long) return;
        screen_lost = true;
        log::write(log::fact::Failed{log::Code::screen_lost, 0});
        printing.leave();
    }

    /// The signal that ended it; 0: it was alone, or its mailbox is lost.
    int run() {
        for (;;) {
            if (const int signal = signals.asked()) return printing.leave(), signal;
            if (mailbox.is_lost()) {
                log::write(log::fact::Failed{log::Code::mailbox_damaged, 0});
                return printing.leave(), 0;
            }
            look_for_screen();
            if (screen_lost && alone == Alone::ends) return 0;
            turn();
            supervisor.turned(now());
            wait();
        }
    }
};

/// The desk of this machine or of another; nothing: the clinic has none. What cannot be had is told in the status, and
/// must not take the printer with it.
struct Calling {
    std::unique_ptr<DeskAtKiosk> desk{};
    std::unique_ptr<desk::Line> line{};
    std::string trouble{};
};

Calling cut(const Failure& failure) {
    return {.line = desk::cut_line(failure.sentence), .trouble = failure.sentence};
}

Calling open_here(const Machine& machine, const content::Content& content, mailbox::Service& mailbox) {
    auto opened = DeskAtKiosk::open(machine, content, mailbox);
    if (!opened) return cut(opened.failure());
    Calling calling{.desk = std::move(*opened)};
    // Nobody calls from a machine that has no glass.
    if (!machine.no_screen) calling.line = desk::line_to(calling.desk->desk(), machine.name);
    return calling;
}

Calling open_there(const Machine& machine) {
    if (desk::is_broker(machine.desk)) {
        auto line = desk::line_to(broker_of(machine, machine.desk), machine.name, now);
        return line ? Calling{.line = std::move(*line)} : cut(line.failure());
    }
    const auto key = desk::read_secret(machine.desk_key, "desk-key");
    if (!key) return cut(key.failure());
    auto line = desk::line_to({machine.desk, *key, machine.desk_authority}, now);
    if (!line) return cut(line.failure());
    return {.line = std::move(*line)};
}

Calling open_calling(const Machine& machine, const content::Content& content, mailbox::Service& mailbox) {
    if (!machine.desk.empty()) return open_there(machine);
    return machine.listen.empty() ? Calling{} : open_here(machine, content, mailbox);
}

/// Everything that works from the mailbox.
Exit serve(const Machine& machine, const command::Serve& command, const content::Content& content,
           const StopSignals& signals, Supervisor& supervisor, mailbox::Service& mailbox,
           std::unique_ptr<printer::Press> press) {
    Shelf shelf;
    shelf.put(content);
    auto [desk, line, trouble] = open_calling(machine, content, mailbox);
    if (!trouble.empty()) log::write(log::fact::Failed{log::Code::desk_page_not_open, 0});
    auto told = facts(machine, content);
    told.insert({{mailbox::Fact::desk_page, std::string()}, {mailbox::Fact::desk_trouble, trouble}});
    CallService calling(mailbox, std::move(line), machine.desk);
    StaffService staff(machine, mailbox);
    UsageService counting(mailbox, desk::UsageBook::open(book(machine, "usage.sqlite")),
                          [] { return desk::read_day(today()).value_or(desk::Day{}); });
    const auto others = [&](const mailbox::Request& request) {
        if (StaffService::is_for_staff(request.key.kind)) return staff.take(request);
        request.key.kind == mailbox::Kind::tally ? counting.take(request) : calling.take(request);
    };
    PrintService printing(shelf, mailbox, std::move(press), machine.name, others,
                          [&](const mailbox::Key& print, int handouts) { counting.printed(print, handouts); });
    ContentKeeper keeper(machine, signals.before(), mailbox, shelf, content.hash);
    KioskReport report(mailbox);
    log::write(log::fact::Started{log::Process::service});
    log::write(log::fact::ContentLoaded{number_of(content.hash), 0, 0});
    if (const auto said = mailbox.publish(told); !said) return world_said_no(said.failure().sentence);
    const auto left = mailbox.unfinished();
    if (!left) return world_said_no(left.failure().sentence);
    for (const auto& unfinished : *left) printing.resume(unfinished);
    const Alone alone = command.with_screen ? Alone::ends : Alone::goes_on;
    supervisor.ready();
    const int signal = Loop{machine,    mailbox, printing, calling, staff,      counting, report,
                            desk.get(), keeper,  shelf,    signals, supervisor, alone}
                           .run();
    supervisor.stopping();
    log::write(log::fact::Stopped{log::Process::service, signal});
    return mailbox.is_lost() && !supervisor.is_there() ? Exit::again : Exit::fine;
}

/// Nothing: it was asked to stop before.
std::optional<content::Content> wait_for_content(const Machine& machine, const StopSignals& signals,
                                                 Supervisor& supervisor, mailbox::Service& mailbox) {
    mailbox.publish({{mailbox::Fact::pid, std::to_string(getpid())}, {mailbox::Fact::content, {}}});
    supervisor.ready();
    ContentWanted wanted(machine);
    while (signals.asked() == 0) {
        if (auto content = wanted.look()) return content;
        supervisor.turned(now());
        pollfd stop{signals.descriptor(), POLLIN, 0};
        poll(&stop, 1, static_cast<int>(std::min(content_wanted_every, supervisor.rest()).count()));
    }
    return {};
}

}  // namespace

Exit serve(const Machine& machine, const command::Serve& command) {
    forbid_memory_dumps();
    Supervisor supervisor;
    const StopSignals signals;
    auto content = first_content(machine);
    if (!content && !supervisor.is_there()) return Exit::content_problem;
    for (const auto& made : {make_mailbox_folder(machine), make_books_folder(machine)})
        if (!made) return world_said_no(made.failure().sentence);
    auto mailbox = mailbox::Service::open(mailbox_folder(machine));
    if (!mailbox) return world_said_no(mailbox.failure().sentence);
    if (!content) content = wait_for_content(machine, signals, supervisor, *mailbox);
    if (!content) return Exit::fine;
    auto press = make_press(machine, content->clinic.timing.printing_deadline);
    if (!press) return world_said_no(press.failure().sentence);
    return serve(machine, command, *content, signals, supervisor, *mailbox, std::move(*press));
}

}  // namespace kiosk::app
