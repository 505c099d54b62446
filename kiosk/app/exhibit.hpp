// SPDX-License-Identifier: Apache-2.0
// What the screen shows from: one content as it holds on one day, with its painter; and the one that comes next, made
// ready beside while the first is still on the glass.
#pragma once

#include "app/last_good.hpp"
#include "app/screen.hpp"
#include "app/shelf.hpp"

#include <future>
#include <memory>
#include <string>

namespace kiosk::app {

struct Exhibit {
    Exhibit(const content::Content& written, std::string today);
    std::string day;
    Stock stock;
    ScreenPainter painter;
    const content::Content& content() const { return stock.content; }
};

/// Nobody is at the glass, nor has anybody touched anything that a new content would take away.
bool is_between_visits(const visit::Visit&);

class NextExhibit {
public:
    explicit NextExhibit(const Machine& machine) : m_machine(machine), m_last_good(machine) {}

    /// Begins to make it ready where the service offers another copy than what is shown, or another day has come.
    void look(const Edition& offered, const Exhibit& shown, const std::string& today);
    /// The one that is ready, once; never one that was withdrawn meanwhile.
    std::unique_ptr<Exhibit> take();

private:
    const Machine& m_machine;
    LastGood m_last_good;
    std::future<std::unique_ptr<Exhibit>> m_making;
    Edition m_seen;           ///< the last that was made ready
    Edition m_offered;        ///< now
    bool m_is_offer = false;  ///< what is being made is m_seen, not the same on another day
};

}  // namespace kiosk::app
