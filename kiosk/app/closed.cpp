// SPDX-License-Identifier: Apache-2.0
#include "app/closed.hpp"

#include "app/approval.hpp"
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/first_content.hpp"
#include "app/last_good.hpp"
#include "app/loaded.hpp"
#include "app/memory_dump.hpp"
#include "app/state.hpp"
#include "app/take_in.hpp"
#include "app/wait_for_screen.hpp"
#include "mailbox/mailbox.hpp"
#include "page/sheet.hpp"
#include "window/display_lost.hpp"
#include "window/glass.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>

namespace kiosk::app {

namespace {

Pixels paint(views::Closed why, Size size) {
    const page::Fonts fonts;
    const page::Pictures none({});
    const page::Style style{views::closed_theme(), fonts, none};
    Pixels pixels;
    page::paint(page::lay_out(views::closed(why), size, style), style, pixels);
    return pixels;
}

bool is_closed(const std::vector<window::Input>& inputs) {
    return std::any_of(inputs.begin(), inputs.end(),
                       [](const auto& input) { return std::holds_alternative<window::Closed>(input); });
}

}  // namespace

std::optional<content::Content> ContentWanted::look() {
    if (!m_files.empty() && today() + state_of(m_files) == m_seen) return {};
    FilesRead read;
    load_content(m_machine.content, &read);
    const auto content_xml = content_file(m_machine.content);
    m_files = {content_xml, approval_file(content_xml), LastGood(m_machine).current_file()};
    for (const auto& [path, text] : read) m_files.push_back(path);
    m_seen = today() + state_of(m_files);
    return first_content(m_machine);  // read after that: what changes from now on is seen the next time
}

Exit show_closed(views::Closed why, const Machine& machine, const StopSignals& signals, Supervisor& supervisor,
                 const std::function<bool()>& is_over) {
    const window::Mode mode{.windowed = machine.windowed};
    auto display = window::Watch::open();
    if (!display) return world_said_no(display.failure().sentence);
    window::when_display_is_lost([] { _exit(static_cast<int>(Exit::world)); });
    if (!wait_for_screen(**display, signals, supervisor)) return Exit::fine;
    auto opened = window::Glass::open(mode, std::move(*display));
    if (!opened) return world_said_no(opened.failure().sentence);
    auto& glass = **opened;
    Size shown;
    const auto show = [&] {
        if (glass.size() == shown) return;
        shown = glass.size();
        glass.show(paint(why, shown), window::Change::cut);
    };
    show();
    glass.show_again();
    supervisor.ready();
    const std::array others{signals.descriptor()};
    while (!is_closed(glass.inputs())) {
        if (signals.asked() != 0) return Exit::fine;
        if (is_over()) return Exit::fine;
        show();
        supervisor.turned(now());
        glass.wait(std::min(content_wanted_every, supervisor.rest()), others);
    }
    return Exit::fine;
}

Exit not_in_use_yet(const Machine& machine, const StopSignals& signals, Supervisor& supervisor) {
    // For kiosk status. Whether it can be told or not: the glass says it.
    const auto made = make_mailbox_folder(machine);
    auto mailbox = made ? mailbox::Screen::open(mailbox_folder(machine)) : made.failure();
    if (mailbox)
        mailbox->publish({{mailbox::Fact::pid, std::to_string(getpid())},
                          {mailbox::Fact::name, machine.name},
                          {mailbox::Fact::content, {}},
                          {mailbox::Fact::content_since, {}}});
    ContentWanted wanted(machine);
    return show_closed(views::Closed::not_in_use_yet, machine, signals, supervisor,
                       [&] { return wanted.look().has_value(); });
}

Exit sorry(const Machine& machine) {
    forbid_memory_dumps();
    Supervisor supervisor;
    const StopSignals signals;
    return show_closed(views::Closed::out_of_order, machine, signals, supervisor, [] { return false; });
}

}  // namespace kiosk::app
