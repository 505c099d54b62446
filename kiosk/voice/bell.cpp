// SPDX-License-Identifier: Apache-2.0
#include "voice/bell.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

namespace kiosk::voice {

Bell::Bell() : m_descriptor(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}

Bell::~Bell() {
    close(m_descriptor);
}

void Bell::ring() const {
    eventfd_write(m_descriptor, 1);  // fails where it rings already
}

void Bell::quiet() const {
    eventfd_t rings = 0;
    eventfd_read(m_descriptor, &rings);
}

}  // namespace kiosk::voice
