// SPDX-License-Identifier: Apache-2.0
#include "app/aloud.hpp"

#include "log/log.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <thread>
#include <utility>

namespace kiosk::app {

namespace {

using visit::Event, visit::Listening;

constexpr Duration first_patience{60'000}, most_patience{3'600'000};  // each try fills some lines of the journal

/// Steps of 6 dB below the loudest.
double loudness(int volume) {
    return std::pow(0.5, Listening::loudest - volume);
}

voice::Speed speed_of(visit::Speed speed) {
    switch (speed) {
        case visit::Speed::slow:
            return voice::Speed::slow;
        case visit::Speed::fast:
            return voice::Speed::fast;
        case visit::Speed::normal:
            break;
    }
    return voice::Speed::normal;
}

voice::Utterance utterance(const views::Sentence& sentence, const Listening& listening) {
    return {sentence.text, sentence.language, speed_of(listening.speed), sentence.recording};
}

}  // namespace

std::vector<std::string> codes_of(const content::Content& content) {
    std::vector<std::string> codes;
    for (const auto& language : content.languages) codes.push_back(language.code);
    return codes;
}

Aloud::Aloud(std::function<Opened()> open, visit::Sound heard_by)
    : m_open(std::move(open)), m_patience(first_patience), m_heard_by(heard_by) {
    begin_opening();
}

/// Not std::async: whoever ends must not wait for a device that never answers.
void Aloud::begin_opening() {
    std::promise<Opened> promise;
    m_opening = promise.get_future();
    std::thread([open = m_open, bell = m_bell, promise = std::move(promise)]() mutable {
        promise.set_value(open());
        bell->ring();
    }).detach();
}

void Aloud::open(Opened opened, Instant now) {
    m_bell->quiet();
    if (!opened) return lose(opened.failure().sentence, now);
    m_voice = std::move(*opened);
    m_trouble.clear();
    m_patience = first_patience;
    if (!m_voice->gaps().empty()) log::write(log::fact::Failed{log::Code::language_not_spoken, 0});
}

void Aloud::lose(const std::string& why, Instant now) {
    if (std::exchange(m_trouble, why) != why) log::write(log::fact::Failed{log::Code::no_sound, 0});
    m_saying.reset();
    m_voice.reset();
    m_try_again = now + m_patience;
    m_patience = std::min(2 * m_patience, most_patience);
}

std::vector<Event> Aloud::collect(Instant now) {
    std::vector<Event> events;
    if (m_try_again && *m_try_again <= now) m_try_again.reset(), begin_opening();
    if (m_opening.valid() && m_opening.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
        open(m_opening.get(), now);
    if (!m_voice) return events;
    const auto is = m_voice->look();
    if (is == voice::Saying::lost) lose(m_voice->trouble(), now);
    if (is != voice::Saying::ended || !m_saying) return events;
    events.emplace_back(visit::event::Said{m_saying->ticket, m_saying->reading, m_saying->sentence, m_saying->is_last});
    m_voice->hush();
    return events;
}

std::optional<visit::event::SoundIs> Aloud::changed(const visit::Visit& visit, const std::string& language) const {
    const auto is = m_voice && m_voice->speaks(language) ? m_heard_by : visit::Sound::none;
    if (is == visit.around.sound) return {};
    return visit::event::SoundIs{is};
}

std::string Aloud::condition() const {
    if (!m_voice) return m_trouble;
    const auto gaps = m_voice->gaps();
    return gaps.empty() ? "ready" : "ready, but " + gaps;
}

bool Aloud::is_of(const visit::Visit& visit) const {
    return m_saying && m_saying->ticket == visit.ticket && visit.listening.is == Listening::Is::reading &&
           m_saying->reading == visit.listening.reading && m_saying->sentence == visit.listening.sentence;
}

void Aloud::silence(const visit::Visit& visit) {
    if (!m_voice) return;
    if (std::exchange(m_ticket, visit.ticket) != visit.ticket) m_voice->forget();
    if (!m_saying || is_of(visit)) return;
    m_voice->hush();
    m_saying.reset();
}

void Aloud::follow(const visit::Visit& visit, const views::Script& script) {
    silence(visit);
    const auto& listening = visit.listening;
    if (!m_voice || listening.is != Listening::Is::reading || script.empty()) return;
    if (is_of(visit)) {
        if (std::exchange(m_saying->volume, listening.volume) != listening.volume)
            m_voice->set_volume(loudness(listening.volume));
        return;
    }
    // A screen may have lost its last sentence meanwhile.
    const auto at = std::min(static_cast<std::size_t>(listening.sentence), script.size() - 1);
    const bool is_last = at + 1 == script.size();
    m_saying = Saying{visit.ticket, listening.reading, listening.sentence, is_last, listening.volume};
    m_voice->say(utterance(script[at], listening), loudness(listening.volume));
    if (!is_last) m_voice->prepare(utterance(script[at + 1], listening));
}

}  // namespace kiosk::app
