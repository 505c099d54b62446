// SPDX-License-Identifier: Apache-2.0
#include "app/content_keeper.hpp"

#include "app/clock.hpp"
#include "app/first_content.hpp"
#include "log/log.hpp"

#include <utility>

namespace kiosk::app {

ContentKeeper::ContentKeeper(const Machine& machine, const sigset_t& signals, mailbox::Service& mailbox, Shelf& shelf,
                             std::string first)
    : m_machine(machine),
      m_mailbox(mailbox),
      m_shelf(shelf),
      m_last_good(machine),
      m_watch(machine, signals),
      m_offered(m_last_good.current().value_or(Edition())),
      m_ready(std::move(first)) {}

void ContentKeeper::turn(Instant now) {
    if (!m_untold.empty()) publish({});
    if (const auto found = m_watch.turn(now, today())) hear(*found);
    follow_the_link();
    follow_the_glass();
}

void ContentKeeper::hear(const Findings& found) {
    if (!found.edition) return refuse(found.problems);
    m_trouble.clear();
    publish({{mailbox::Fact::content_trouble, {}}});
    offer(*found.edition);
}

/// Somebody installed a bundle, or went back.
void ContentKeeper::follow_the_link() {
    const auto now = m_last_good.current();
    if (now && *now != m_offered) offer(*now);
}

void ContentKeeper::offer(const Edition& edition) {
    auto content = m_last_good.load(edition, m_machine, today());
    m_offered = edition;
    if (!content) return refuse({"The last good copy cannot be read back. Check the disk of the state folder."});
    if (!is_allowed(m_machine, *content)) return refuse({not_allowed});
    m_ready = content->hash;
    m_shelf.put(std::move(*content));
    publish({{mailbox::Fact::content, m_shelf.hashes()}, {mailbox::Fact::content_ready, edition}});
    m_glass.clear();  // what may go now?
}

void ContentKeeper::refuse(const std::vector<std::string>& problems) {
    std::string all;
    for (const auto& problem : problems) all += problem + '\n';
    if (all == m_trouble) return;
    m_trouble = all;
    log::write(log::fact::ContentRefused{static_cast<int>(problems.size())});
    publish({{mailbox::Fact::content_trouble, all}});
}

void ContentKeeper::follow_the_glass() {
    const auto facts = m_mailbox.facts(mailbox::Side::screen);
    if (!m_mailbox_trouble.fine(facts)) return;
    const auto at = facts->find(mailbox::Fact::content);
    if (at == facts->end() || at->second == m_glass) return;
    m_glass = at->second;
    if (!m_shelf.has(m_glass))
        if (const auto edition = m_last_good.edition_of(m_glass))
            if (auto content = m_last_good.load(*edition, m_machine, today())) m_shelf.put(std::move(*content));
    m_shelf.keep_only({m_ready, m_glass});
    m_last_good.sweep({m_ready, m_glass});
    publish({{mailbox::Fact::content, m_shelf.hashes()}});
}

void ContentKeeper::publish(const mailbox::Facts& facts) {
    for (const auto& [fact, text] : facts) m_untold[fact] = text;
    if (m_mailbox_trouble.fine(m_mailbox.publish(m_untold))) m_untold.clear();
}

}  // namespace kiosk::app
