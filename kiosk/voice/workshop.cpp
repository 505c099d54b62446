// SPDX-License-Identifier: Apache-2.0
#include "voice/workshop.hpp"

#include "voice/bell.hpp"

#include <algorithm>
#include <condition_variable>
#include <iterator>
#include <list>
#include <mutex>
#include <thread>
#include <utility>

namespace kiosk::voice {

namespace {

constexpr std::size_t most_pieces = 8;
constexpr std::chrono::seconds quiet_before_rest{10};

struct Piece {
    Utterance what;
    std::optional<Result<Sound>> made = {};
};

}  // namespace

Result<Sound> sound_of(const Utterance& utterance, Engine& engine) {
    if (utterance.recording) {
        // A file that cannot be played must not make anybody miss the words.
        if (auto recorded = decode(*utterance.recording)) return recorded;
    }
    return engine.speak(utterance);
}

struct Workshop::Bench {
    std::shared_ptr<Player> player;
    std::unique_ptr<Engine> engine;
    Bell bell;
    std::mutex mutex;
    std::condition_variable wanted;
    std::list<Piece> pieces;  ///< the last wanted first
    bool to_wake = false, to_rest = false, mute = false, ends = false;

    Piece* next() {
        const auto open = std::find_if(pieces.begin(), pieces.end(), [](const Piece& p) { return !p.made; });
        return open == pieces.end() ? nullptr : &*open;
    }
    bool has_work() { return ends || to_wake || to_rest || next() != nullptr; }
    void work();
    void wait_for_work(std::unique_lock<std::mutex>&);
    void rest(std::unique_lock<std::mutex>&);
    void wake(std::unique_lock<std::mutex>&);
    void make(std::unique_lock<std::mutex>&);
};

void Workshop::Bench::rest(std::unique_lock<std::mutex>& lock) {
    to_rest = false;
    auto device = player->let_go();
    lock.unlock();
    device.reset();
    lock.lock();
}

void Workshop::Bench::wake(std::unique_lock<std::mutex>& lock) {
    to_wake = false;
    lock.unlock();
    const bool is_awake = player->wake();
    lock.lock();
    mute = !is_awake;
    bell.ring();
}

void Workshop::Bench::make(std::unique_lock<std::mutex>& lock) {
    const Utterance what = next()->what;
    lock.unlock();
    auto made = sound_of(what, *engine);
    lock.lock();
    for (auto& piece : pieces)
        if (piece.what == what) piece.made = made;
    bell.ring();
}

void Workshop::Bench::wait_for_work(std::unique_lock<std::mutex>& lock) {
    while (!has_work()) {
        if (!player->is_awake())
            wanted.wait(lock);
        else if (!wanted.wait_for(lock, quiet_before_rest, [this] { return has_work(); }) && !player->is_playing())
            rest(lock);
    }
}

void Workshop::Bench::work() {
    std::unique_lock lock(mutex);
    for (;;) {
        wait_for_work(lock);
        if (ends) return;
        if (to_rest)
            rest(lock);
        else if (to_wake)
            wake(lock);
        else
            make(lock);
    }
}

Workshop::Workshop(std::shared_ptr<Player> player, std::unique_ptr<Engine> engine)
    : m_bench(std::make_shared<Bench>()) {
    m_bench->player = std::move(player);
    m_bench->engine = std::move(engine);
    std::thread([bench = m_bench] { bench->work(); }).detach();
}

Workshop::~Workshop() {
    const std::lock_guard lock(m_bench->mutex);
    m_bench->ends = true;
    m_bench->wanted.notify_one();
}

void Workshop::want(const Utterance& utterance) {
    put(utterance, 0);
}

void Workshop::want_next(const Utterance& utterance) {
    put(utterance, 1);
}

void Workshop::put(const Utterance& utterance, std::size_t behind) {
    const std::lock_guard lock(m_bench->mutex);
    auto& pieces = m_bench->pieces;
    const auto is_same = [&](const Piece& piece) { return piece.what == utterance; };
    const auto same = std::find_if(pieces.begin(), pieces.end(), is_same);
    Piece piece = same == pieces.end() ? Piece{utterance} : std::move(*same);
    if (same != pieces.end()) pieces.erase(same);
    const auto at = std::min(behind, pieces.size());
    pieces.insert(std::next(pieces.begin(), static_cast<std::ptrdiff_t>(at)), std::move(piece));
    if (pieces.size() > most_pieces) pieces.pop_back();
    m_bench->to_wake = !m_bench->player->is_awake();
    m_bench->to_rest = false;
    m_bench->wanted.notify_one();
}

std::optional<Result<Sound>> Workshop::made(const Utterance& utterance) {
    const std::lock_guard lock(m_bench->mutex);
    for (const auto& piece : m_bench->pieces)
        if (piece.what == utterance) return piece.made;
    return {};
}

bool Workshop::is_mute() const {
    const std::lock_guard lock(m_bench->mutex);
    return m_bench->mute;
}

void Workshop::clear() {
    const std::lock_guard lock(m_bench->mutex);
    m_bench->pieces.clear();
    m_bench->to_wake = false;
    m_bench->to_rest = true;
    m_bench->wanted.notify_one();
}

int Workshop::descriptor() const {
    return m_bench->bell.descriptor();
}

void Workshop::quiet() {
    m_bench->bell.quiet();
}

}  // namespace kiosk::voice
