// SPDX-License-Identifier: Apache-2.0
// Reads aloud what the visit says is heard: compares the two after every turn, as the painter does with the glass. Owns
// the voice, and finds out beside whether this machine has any.
#pragma once

#include "views/speech.hpp"
#include "visit/event.hpp"
#include "visit/visit.hpp"
#include "voice/bell.hpp"
#include "voice/voice.hpp"

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::app {

/// Of its languages: what a voice is tried in.
std::vector<std::string> codes_of(const content::Content&);

class Aloud {
public:
    using Opened = Result<std::unique_ptr<voice::Voice>>;

    /// `open` is called on a thread of its own: a device may take its time, or for ever. What could not be opened, or
    /// was lost, is tried again: after a minute, then ever more seldom, down to once an hour. `heard_by`: where the
    /// sound goes, if there is any.
    Aloud(std::function<Opened()> open, visit::Sound heard_by);

    /// A sentence that is over.
    std::vector<visit::Event> collect(Instant now);
    /// A visit in this language can be heard now, or no longer; nothing: it knows.
    std::optional<visit::event::SoundIs> changed(const visit::Visit&, const std::string& language) const;
    /// Silent at once, where this visit hears something else by now, or nothing.
    void silence(const visit::Visit&);
    /// Says the sentence that the visit is at; call it once the glass shows it. The script is that of the glass.
    void follow(const visit::Visit&, const views::Script&);
    /// Until collect() may have something new; nothing: only when the descriptor says so.
    std::optional<Duration> wait() const { return m_voice ? m_voice->left() : std::nullopt; }
    /// Readable when a sentence is ready to be said, or a voice was found.
    int descriptor() const { return m_voice ? m_voice->descriptor() : m_bell->descriptor(); }
    /// Why nothing can be read aloud; empty: it can, or that is not known yet.
    const std::string& trouble() const { return m_trouble; }
    /// For staff: "ready", which languages are not spoken, or why nothing is; empty: not known yet.
    std::string condition() const;

private:
    struct Saying {
        visit::Ticket ticket;
        int reading = 0, sentence = 0;
        bool is_last = false;
        int volume = 0;
    };
    bool is_of(const visit::Visit&) const;
    void begin_opening();
    void open(Opened, Instant now);
    void lose(const std::string& why, Instant now);

    std::function<Opened()> m_open;
    std::shared_ptr<voice::Bell> m_bell = std::make_shared<voice::Bell>();
    std::future<Opened> m_opening;
    std::optional<Instant> m_try_again;
    Duration m_patience;
    visit::Sound m_heard_by;
    std::unique_ptr<voice::Voice> m_voice;
    std::string m_trouble;
    std::optional<Saying> m_saying;
    visit::Ticket m_ticket;  ///< of the last visit that was looked at
};

}  // namespace kiosk::app
