// SPDX-License-Identifier: Apache-2.0
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/loaded.hpp"
#include "app/print_service.hpp"
#include "app/signals.hpp"
#include "log/log.hpp"

#include <array>
#include <charconv>

namespace kiosk::app {

namespace {

constexpr Duration net{2'000};  // a nudge may be lost
constexpr Duration heartbeat{30'000};
constexpr Duration alone_too_long{10'000};  // started by a screen that is gone

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

std::uint64_t number(const std::string& fingerprint) {
    std::uint64_t value = 0;
    std::from_chars(fingerprint.data(), fingerprint.data() + std::min<std::size_t>(16, fingerprint.size()), value, 16);
    return value;
}

/// Exits with the screen that started it, once that has been gone for a while.
class Company {
public:
    explicit Company(bool needed) : m_needed(needed), m_last(now()) {}
    bool lost(const mailbox::Service& mailbox) {
        if (!m_needed || mailbox.screen_is_there()) m_last = now();
        return now() - m_last > alone_too_long;
    }

private:
    bool m_needed;
    Instant m_last;
};

struct Loop {
    mailbox::Service& mailbox;
    printer::Press* press;
    PrintService& printing;
    const StopSignals& signals;
    Company company;
    Instant beat{};

    void wait() const {
        std::array<pollfd, 3> on{pollfd{mailbox.descriptor(), POLLIN, 0}, pollfd{signals.descriptor(), POLLIN, 0},
                                 pollfd{press != nullptr ? press->descriptor() : -1, POLLIN, 0}};
        poll(on.data(), on.size(), static_cast<int>(net.count()));
        mailbox::Service& box = mailbox;
        box.quiet();
    }

    void turn() {
        if (press != nullptr)
            for (const auto& news : press->take()) printing.hear(news);
        for (auto request = mailbox.take(); request && *request; request = mailbox.take()) printing.take(**request);
        if (now() - beat >= heartbeat) {
            beat = now();
            mailbox.publish({{mailbox::Fact::heartbeat, std::to_string(beat.ms)}});
        }
    }

    int run() {
        for (;;) {
            if (const int signal = signals.asked()) return signal;
            if (company.lost(mailbox)) return 0;
            turn();
            wait();
        }
    }
};

}  // namespace

Exit serve(const Machine& machine, const command::Serve& command) {
    const auto content = content_or_problems(machine);
    if (!content) return Exit::content_problem;
    const std::string folder = state_folder(machine);
    if (const auto made = mailbox::make_folder(folder); !made) return world_said_no(made.failure().sentence);
    auto mailbox = mailbox::Service::open(folder);
    if (!mailbox) return world_said_no(mailbox.failure().sentence);
    const auto press = make_press(machine, content->clinic.timing.printing_deadline);
    if (!press) return world_said_no(press.failure().sentence);
    const DrawingBoard board(*content);
    PrintService printing(*content, board, *mailbox, press->get(), machine.name);
    const StopSignals signals;
    log::write(log::fact::Started{log::Process::service});
    log::write(log::fact::ContentLoaded{number(content->hash), 0, 0});
    mailbox->publish(
        {{mailbox::Fact::pid, std::to_string(getpid())},
         {mailbox::Fact::content, content->hash},
         {mailbox::Fact::printer_kind, printer_kind(machine)},
         {mailbox::Fact::printer_condition, machine.printer.empty() ? "No printer is set." : "Not asked yet."}});
    const auto left = mailbox->unfinished();
    if (!left) return world_said_no(left.failure().sentence);
    for (const auto& unfinished : *left) printing.resume(unfinished);
    const int signal = Loop{*mailbox, press->get(), printing, signals, Company(command.with_screen)}.run();
    log::write(log::fact::Stopped{log::Process::service, signal});
    return Exit::fine;
}

}  // namespace kiosk::app
