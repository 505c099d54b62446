// SPDX-License-Identifier: Apache-2.0
// Says one thing after the other, and is silent at once. Never waits: what has to be made first is made beside.
#pragma once

#include "voice/player.hpp"
#include "voice/workshop.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::voice {

/// lost: the machine has no sound any more, or nothing that speaks; trouble() says which.
enum class Saying { nothing, being_made, sounding, ended, lost };

class Voice {
public:
    /// Why a language is not spoken.
    using Unspoken = std::map<std::string, std::string>;
    Voice(std::unique_ptr<Player>, std::unique_ptr<Engine>, Unspoken unspoken = {});

    /// Player and engine as this machine has them, tried in each of these languages; fails with a sentence where
    /// something is missing, or none of them is spoken. Takes as long as they do.
    static Result<std::unique_ptr<Voice>> open(const std::vector<std::string>& languages,
                                               std::unique_ptr<Engine> = espeak_ng());

    /// No recordings make up for it: what has a number in it ("3 of 5") nobody can record.
    bool speaks(const std::string& language) const { return !m_unspoken.contains(language); }
    /// Which of the languages it was tried in are not spoken, why, and what to do; empty: none.
    std::string gaps() const;

    /// Instead of what sounds now. volume: 0 to 1, of the loudest.
    void say(const Utterance&, double volume);
    /// Has it ready for when it will be said.
    void prepare(const Utterance&);
    void hush();
    void set_volume(double);
    /// Silent, without a device, and nothing of what was said stays in memory: somebody has left.
    void forget();

    /// How far it has come; begins to sound here once it was made. Nobody can speak it: ended at once, and lost where
    /// that happens again and again.
    Saying look();
    /// Until look() has something new; nothing where time alone brings nothing (the descriptor tells).
    std::optional<Duration> left() const;
    /// Readable when something was made.
    int descriptor() const { return m_workshop.descriptor(); }
    /// Why it is lost.
    const std::string& trouble() const { return m_trouble; }

private:
    void begin(const Result<Sound>&);
    void lose(std::string why);

    Unspoken m_unspoken;
    std::shared_ptr<Player> m_player;
    Workshop m_workshop;
    Utterance m_said;
    double m_volume = 1;
    Saying m_is = Saying::nothing;
    int m_failed = 0;  ///< one after the other
    std::string m_trouble;
};

}  // namespace kiosk::voice
