// SPDX-License-Identifier: Apache-2.0
// Wakes the loop that draws when something was done beside.
#pragma once

namespace kiosk::voice {

class Bell {
public:
    Bell();
    ~Bell();
    Bell(const Bell&) = delete;
    Bell& operator=(const Bell&) = delete;

    /// From any thread.
    void ring() const;
    /// Until the next ring.
    void quiet() const;
    /// Readable once it rang.
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

}  // namespace kiosk::voice
