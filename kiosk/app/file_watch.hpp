// SPDX-License-Identifier: Apache-2.0
// Tells when something happens in the folders of some files: something to poll on, for loops that read them again. What
// happened it does not say; who asks compares what was read with what is there now.
#pragma once

#include <set>
#include <string>

namespace kiosk::app {

class FileWatch {
public:
    FileWatch();
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    enum class Sight {
        known,    ///< all of them were looked at before this call
        widened,  ///< some only now: what happened in them before may have been missed
        partial   ///< some are not there: look again after a while
    };
    /// Looks at these folders from now on; those looked at before stay.
    Sight look_at(const std::set<std::string>& folders);

    int descriptor() const { return m_descriptor; }
    /// True where something happened since the last call. Does not wait.
    bool happened();
    /// Waits until nothing happens any more: an editor saves in several steps.
    void settle();

private:
    int m_descriptor = -1;
    std::set<int> m_watches;
};

}  // namespace kiosk::app
