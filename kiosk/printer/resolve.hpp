// SPDX-License-Identifier: Apache-2.0
// A host's addresses, in bounded time: the system's resolver can block for half a minute and cannot be told to stop.
// Used by Link only.
#pragma once

#include "base/instant.hpp"

#include <cups/http.h>

#include <functional>
#include <memory>
#include <string>

namespace kiosk::printer {

struct FreeAddresses {
    void operator()(http_addrlist_t* list) const { httpAddrFreeList(list); }
};
using Addresses = std::unique_ptr<http_addrlist_t, FreeAddresses>;

/// Nothing if there are none, within the limit, or before it was given up.
Addresses resolve(const std::string& host, int port, Duration limit, const std::function<bool()>& given_up);

}  // namespace kiosk::printer
