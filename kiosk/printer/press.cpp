// SPDX-License-Identifier: Apache-2.0
#include "printer/press.hpp"

#include "printer/condition.hpp"
#include "printer/course.hpp"
#include "printer/folder_course.hpp"
#include "printer/requests.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace kiosk::printer {

namespace {

enum class Task { print, take_up, cancel };

struct Work {
    Task task = Task::print;
    Job job;
    Handle handle;
};

struct Owed {
    JobKey key;
    Handle handle;
};

auto now() {
    return std::chrono::steady_clock::now();
}

}  // namespace

struct Press::State {
    State(Address where, Limits how_long) : address(std::move(where)), limits(how_long) {}

    const Address address;
    const Limits limits;
    const int event = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    int interrupt = 0;  // read by libcups; only through atomic_ref here

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Work> queue;
    std::vector<News> news;
    std::optional<JobKey> running;
    int pages = 0;  // of the running job
    Wish wish = Wish::go_on, heeded = Wish::go_on;
    bool proceeding = false;  // the caller has committed the running job's handle
    bool sending = false;     // too late to say "cancelled" without asking the printer
    bool ended = false;       // the running job's final report is out
    Condition condition;
    bool any_condition = false;

    std::vector<Owed> owed;  // the thread's own
    std::optional<Handle> handle;
    std::thread thread;

    void tell(News);
    void tell_locked(News);
    Wish heed();
    void pause(Duration);
    Permission may_send();
    Desk desk();
    void work();
    bool wait_for_work(Work&);
    void run(const Work&);
    Left course(const Work&, const Desk&);
    void settle(JobKey, Left);
    void look_around();
    void pay_owed();
};

void Press::State::tell_locked(News one) {
    if (const auto* reported = std::get_if<news::Reported>(&one)) {
        if (ended && running == reported->report.key) return;
        if (is_final(reported->report.stage) && running == reported->report.key) ended = true;
    }
    if (const auto* created = std::get_if<news::Created>(&one)) handle = created->handle;
    if (const auto* is = std::get_if<news::ConditionIs>(&one)) {
        if (any_condition && is->condition == condition) return;
        condition = is->condition;
        any_condition = true;
    }
    news.push_back(std::move(one));
    eventfd_write(event, 1);
}

void Press::State::tell(News one) {
    const std::lock_guard lock(mutex);
    tell_locked(std::move(one));
}

Wish Press::State::heed() {
    const std::lock_guard lock(mutex);
    heeded = wish;
    if (wish != Wish::stop) std::atomic_ref(interrupt).store(0);
    return wish;
}

void Press::State::pause(Duration duration) {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, duration, [this] { return wish != heeded; });
}

Permission Press::State::may_send() {
    std::unique_lock lock(mutex);
    changed.wait_for(lock, limits.proceed, [this] { return proceeding || wish != Wish::go_on; });
    if (!proceeding || wish != Wish::go_on) return Permission::refused;
    sending = true;
    return Permission::granted;
}

Desk Press::State::desk() {
    return {.tell = [this](News one) { tell(std::move(one)); },
            .heed = [this] { return heed(); },
            .pause = [this](Duration duration) { pause(duration); },
            .may_send = [this] { return may_send(); },
            .interrupt = &interrupt};
}

Left Press::State::course(const Work& work, const Desk& with) {
    const bool folder = address.scheme == Scheme::folder;
    if (folder && work.task == Task::print) return save(address, with, work.job);
    if (folder && work.task == Task::take_up) return take_up_saving(address, with, work.job, work.handle);
    if (folder) return look_for_saved(address, with, work.job, work.handle);
    Course course(address, limits, with, work.job.key, work.job.document.pages);
    if (work.task == Task::print) return course.print(work.job.document);
    return work.task == Task::take_up ? course.take_up(work.job.document, work.handle)
                                      : course.cancel_known(work.handle);
}

void Press::State::run(const Work& work) {
    const Left left = course(work, desk());
    const std::lock_guard lock(mutex);
    if (wish == Wish::stop) return;
    if (left == Left::a_cancel && handle) owed.push_back({work.job.key, *handle});
    if (left == Left::nothing || !handle) tell_locked(news::Settled{work.job.key});
    running.reset();
    wish = heeded = Wish::go_on;
    std::atomic_ref(interrupt).store(0);
}

/// Cancels the printer could not be told yet: before anything else, so that nobody's paper comes out for the next
/// person.
void Press::State::pay_owed() {
    for (auto one = owed.begin(); one != owed.end();) {
        Link link(address, limits, interrupt);
        const Answer answer = link.ask(cancel_job(address, one->handle.id));
        if (!answer) return;
        if (answer.status() == IPP_STATUS_ERROR_BUSY) return;
        tell(news::Settled{one->key});
        one = owed.erase(one);
    }
}

void Press::State::look_around() {
    if (address.scheme == Scheme::folder) return tell(news::ConditionIs{folder_condition(address)});
    Link link(address, limits, interrupt);
    const Answer answer = link.ask(get_printer(address, Ask::everything));
    if (std::atomic_ref(interrupt).load() != 0) return;
    // An answer that says "not now" tells nothing about the printer: what was known stays.
    if (answer && !answer.ok()) return;
    const Capabilities can = answer ? read_capabilities(answer.response.get()) : Capabilities{};
    tell(news::ConditionIs{describe(address, answer, can, link.presented_pin())});
}

/// Looks after the idle printer meanwhile. False when the press stops.
bool Press::State::wait_for_work(Work& next) {
    auto look_at = now(), pay_at = now();
    while (true) {
        {
            std::unique_lock lock(mutex);
            const auto until = owed.empty() ? look_at : std::min(look_at, pay_at);
            changed.wait_until(lock, until, [this] { return wish == Wish::stop || !queue.empty(); });
            if (wish == Wish::stop) return false;
            if (!queue.empty()) {
                next = std::move(queue.front());
                queue.pop_front();
                running = next.job.key;
                pages = next.job.document.pages;
                proceeding = next.task != Task::print;
                sending = next.task != Task::print;
                ended = false;
                handle = next.task == Task::print ? std::nullopt : std::optional(next.handle);
                return true;
            }
        }
        if (!owed.empty() && now() >= pay_at) {
            pay_owed();
            pay_at = now() + limits.owed_retry;
        }
        if (now() >= look_at) {
            look_around();
            look_at = now() + limits.watch;
        }
    }
}

void Press::State::work() {
    if (address.scheme == Scheme::folder) sweep(address);
    for (Work next; wait_for_work(next); next = {}) {
        if (!owed.empty()) pay_owed();
        run(next);
    }
}

Press::Press(Address address, Limits limits) : m_state(std::make_unique<State>(std::move(address), limits)) {
    m_state->thread = std::thread([state = m_state.get()] { state->work(); });
}

Press::~Press() {
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->wish = Wish::stop;
        std::atomic_ref(m_state->interrupt).store(1);
        m_state->changed.notify_all();
    }
    m_state->thread.join();
    close(m_state->event);
}

void Press::submit(Job job) {
    const std::lock_guard lock(m_state->mutex);
    m_state->queue.push_back({Task::print, std::move(job), {}});
    m_state->changed.notify_all();
}

void Press::resume(Job job, Handle handle) {
    const std::lock_guard lock(m_state->mutex);
    m_state->queue.push_back({Task::take_up, std::move(job), std::move(handle)});
    m_state->changed.notify_all();
}

void Press::cancel_known(JobKey key, Handle handle) {
    const std::lock_guard lock(m_state->mutex);
    m_state->queue.push_back({Task::cancel, {key, {}}, std::move(handle)});
    m_state->changed.notify_all();
}

void Press::proceed(JobKey key) {
    const std::lock_guard lock(m_state->mutex);
    if (m_state->running == key) m_state->proceeding = true;
    m_state->changed.notify_all();
}

void Press::cancel(JobKey key) {
    State& state = *m_state;
    const std::lock_guard lock(state.mutex);
    const auto cancelled = [&](int pages) {
        state.tell_locked(news::Reported{{.key = key, .stage = Stage::cancelled, .pages = pages}});
    };
    if (state.running == key) {
        if (state.wish != Wish::go_on) return;
        state.wish = Wish::cancel;
        std::atomic_ref(state.interrupt).store(1);
        if (!state.sending) cancelled(state.pages);
        state.changed.notify_all();
        return;
    }
    const auto waiting =
        std::find_if(state.queue.begin(), state.queue.end(), [&](const Work& work) { return work.job.key == key; });
    if (waiting == state.queue.end()) return;
    if (waiting->task != Task::print) {
        waiting->task = Task::cancel;
        return;
    }
    cancelled(waiting->job.document.pages);
    state.tell_locked(news::Settled{key});
    state.queue.erase(waiting);
}

int Press::descriptor() const {
    return m_state->event;
}

std::vector<News> Press::take() {
    const std::lock_guard lock(m_state->mutex);
    eventfd_t count = 0;
    eventfd_read(m_state->event, &count);
    return std::exchange(m_state->news, {});
}

}  // namespace kiosk::printer
