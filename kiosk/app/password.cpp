// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/desk_at_kiosk.hpp"
#include "app/loaded.hpp"

#include <termios.h>
#include <unistd.h>

#include <iostream>

namespace kiosk::app {

namespace {

/// A terminal that does not show what is typed.
class Unseen {
public:
    Unseen() : m_is_terminal(tcgetattr(STDIN_FILENO, &m_before) == 0) {
        if (!m_is_terminal) return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~Unseen() {
        if (m_is_terminal) tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    bool is_terminal() const { return m_is_terminal; }

    std::string ask(const char* what) const {
        if (m_is_terminal) std::cout << what << std::flush;
        std::string line;
        std::getline(std::cin, line);
        if (m_is_terminal) std::cout << '\n';
        return line;
    }

private:
    termios m_before{};
    bool m_is_terminal;
};

}  // namespace

Exit password(const Machine& machine) {
    const Unseen terminal;
    const auto given = terminal.ask("New staff password of the desk page: ");
    if (const auto trouble = desk::password_trouble(given); !trouble.empty()) {
        std::cerr << "kiosk: " << trouble << '\n';
        return Exit::usage;
    }
    if (terminal.is_terminal() && terminal.ask("Again: ") != given) {
        std::cerr << "kiosk: These are two different passwords. Nothing was changed.\n";
        return Exit::usage;
    }
    if (const auto made = mailbox::make_folder(state_folder(machine)); !made)
        return world_said_no(made.failure().sentence);
    auto secrets = desk::Secrets::open(secrets_file(machine));
    if (!secrets) return world_said_no(secrets.failure().sentence);
    const auto set = secrets->set_password(given);
    if (!set) return world_said_no(set.failure().sentence);
    std::cout << "The staff password of the desk page is set. Whoever was signed in has to sign in again.\n";
    return Exit::fine;
}

}  // namespace kiosk::app
