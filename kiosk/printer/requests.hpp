// SPDX-License-Identifier: Apache-2.0
// The requests a printer gets. Job name and user are constants: they show on panels, web pages and in spool files.
#pragma once

#include "printer/address.hpp"
#include "printer/capabilities.hpp"
#include "printer/link.hpp"

namespace kiosk::printer {

enum class Ask { everything, condition };
enum class JobAttributes { chosen, none };

Ipp get_printer(const Address&, Ask);
Ipp create_job(const Address&, const Choice&, JobAttributes);
Ipp print_job(const Address&, const Choice&, JobAttributes);
Ipp send_document(const Address&, int id, Format);
Ipp get_job(const Address&, int id);
Ipp cancel_job(const Address&, int id);

}  // namespace kiosk::printer
