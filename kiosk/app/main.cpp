// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "log/log.hpp"

#include <exception>

namespace {

using namespace kiosk::app;

Exit carry_out(const Options& options) {
    struct Visitor {
        const Machine& machine;
        Exit operator()(const command::Run&) const { return run(machine); }
        Exit operator()(const command::Serve&) const { return serve(machine); }
        Exit operator()(const command::Check&) const { return check(machine); }
        Exit operator()(const command::Render& c) const { return render(machine, c); }
        Exit operator()(const command::Handout& c) const { return handout(machine, c); }
        Exit operator()(const command::Map&) const { return map(machine); }
        Exit operator()(const command::VisitScript& c) const { return visit_script(machine, c); }
        Exit operator()(const command::Status&) const { return status(machine); }
    };
    return std::visit(Visitor{options.machine}, options.command);
}

}  // namespace

int main(int argc, char** argv) {
    try {
        const auto options = read_options(argc, argv);
        if (const int* code = std::get_if<int>(&options)) return *code;
        return static_cast<int>(carry_out(std::get<Options>(options)));
    } catch (const std::exception& error) {
        kiosk::log::bug(error.what());
        return static_cast<int>(Exit::bug);
    }
}
