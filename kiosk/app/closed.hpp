// SPDX-License-Identifier: Apache-2.0
// The glass where there is nothing that patients may see, and what ends that: files that change, or another day.
#pragma once

#include "app/options.hpp"
#include "app/signals.hpp"
#include "app/supervisor.hpp"
#include "content/content.hpp"
#include "views/closed.hpp"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::app {

/// Content that patients may see, where there was none: asked each second, it reads files only where one has changed.
class ContentWanted {
public:
    explicit ContentWanted(const Machine& machine) : m_machine(machine) {}
    std::optional<content::Content> look();

private:
    const Machine& m_machine;
    std::vector<std::string> m_files;
    std::string m_seen;
};
constexpr Duration content_wanted_every{1'000};

/// Shows the page until asked to stop, or until `is_over`, asked about each second, says so.
Exit show_closed(views::Closed, const Machine&, const StopSignals&, Supervisor&, const std::function<bool()>& is_over);
/// "Not in use yet", until there is something that patients may see. It ends then, to be started anew.
Exit not_in_use_yet(const Machine&, const StopSignals&, Supervisor&);

}  // namespace kiosk::app
