// SPDX-License-Identifier: Apache-2.0
// One printer and its queue, on a thread of its own; used by `kiosk serve`. No call blocks. What happens comes back as
// news: poll descriptor(), then take(). The document is sent only after proceed(): the caller first commits the handle
// of news::Created, so that after a kill it can ask the printer (resume) instead of printing twice. Every job ends:
// with one final Report, and then with Settled, once nothing is owed to the printer any more (a cancel it could not yet
// be told).
#pragma once

#include "base/instant.hpp"
#include "printer/address.hpp"
#include "printer/document.hpp"
#include "printer/report.hpp"

#include <memory>
#include <variant>
#include <vector>

namespace kiosk::printer {

/// How long anything may take.
struct Limits {
    Duration connect{3'000};      ///< name and connection, each
    Duration answer{5'000};       ///< to take a piece of a request, or to begin answering; twice that for all of it
    Duration longest{1'800'000};  ///< for sending a document, however slowly the printer takes it
    Duration poll{300};           ///< between two looks at a running job
    Duration retry{1'000};        ///< between two tries at a printer that is busy or away
    Duration reach{10'000};       ///< a printer that cannot be reached, or takes no jobs: then not printed
    Duration deadline{180'000};   ///< a job without a further page: then it is cancelled
    Duration still{2'000};        ///< a warning of empty paper stops a job only if no page moved for so long
    Duration cancel_wait{8'000};  ///< for the printer to confirm a cancel
    Duration owed_retry{3'000};   ///< between two tries at a cancel still owed
    Duration watch{15'000};       ///< between two looks at an idle printer
    Duration proceed{10'000};     ///< for the caller to commit the handle
};

struct Job {
    JobKey key;
    Document document;
};

namespace news {
/// Commit the handle, then proceed(key). May come twice, the second time with an id instead of 0.
struct Created {
    JobKey key;
    Handle handle;
    bool operator==(const Created&) const = default;
};
struct Reported {
    Report report;
    bool operator==(const Reported&) const = default;
};
/// Nothing is owed any more: the row of this job may go.
struct Settled {
    JobKey key;
    bool operator==(const Settled&) const = default;
};
struct ConditionIs {
    Condition condition;
    bool operator==(const ConditionIs&) const = default;
};
}  // namespace news

using News = std::variant<news::Created, news::Reported, news::Settled, news::ConditionIs>;

class Press {
public:
    explicit Press(Address, Limits = {});
    ~Press();  ///< stops at once; jobs the printer has stay there: resume them after the next start
    Press(const Press&) = delete;
    Press& operator=(const Press&) = delete;

    void submit(Job);
    /// A job from before a restart whose handle was committed: ask the printer. Never sends a document twice.
    void resume(Job, Handle);
    /// A job from before a restart that is only to be cancelled: no document needed.
    void cancel_known(JobKey, Handle);
    void proceed(JobKey);
    /// Before the document is sent: reported cancelled at once. Afterwards: the printer is told, and asked what came of
    /// it.
    void cancel(JobKey);

    int descriptor() const;  ///< readable while there is news
    std::vector<News> take();

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace kiosk::printer
