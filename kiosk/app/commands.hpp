// SPDX-License-Identifier: Apache-2.0
// The sub-commands of `kiosk`. Each prints for a person and returns the process's exit code.
#pragma once

#include "app/options.hpp"

namespace kiosk::app {

/// Exit::again: staff asked for a restart; everything is put away.
Exit run(const Machine&);
Exit serve(const Machine&, const command::Serve&);
Exit check(const Machine&, const command::Check&);
Exit accessibility(const Machine&, const command::Accessibility&);
Exit render(const Machine&, const command::Render&);
Exit handout(const Machine&, const command::Handout&);
Exit map(const Machine&, const command::Map&);
Exit preview(const Machine&, const command::Preview&);
Exit translate(const Machine&, const command::Translate&);
Exit diff(const command::Diff&);
Exit book(const Machine&, const command::Book&);
Exit visit_script(const Machine&, const command::VisitScript&);
Exit status(const Machine&);
Exit password(const Machine&);
Exit pin(const Machine&);
Exit desk_key(const Machine&, const command::DeskKey&);
Exit take_in(const Machine&);
Exit pack(const Machine&, const command::Pack&);
Exit install(const Machine&, const command::Install&);
Exit sorry(const Machine&);
Exit approve(const Machine&, const command::Approve&);

}  // namespace kiosk::app
