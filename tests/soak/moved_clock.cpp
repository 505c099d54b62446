// SPDX-License-Identifier: Apache-2.0
#include "moved_clock.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <new>
#include <stdexcept>

namespace kiosk::soak {

MovedBy& map_moved_clock(const std::string& file) {
    const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    // A new file is zeros: nothing is moved yet.
    if (descriptor < 0 || ftruncate(descriptor, sizeof(MovedBy)) != 0) throw std::runtime_error("no clock: " + file);
    void* at = mmap(nullptr, sizeof(MovedBy), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    close(descriptor);
    if (at == MAP_FAILED) throw std::runtime_error("no clock: " + file);
    return *static_cast<MovedBy*>(at);
}

}  // namespace kiosk::soak
