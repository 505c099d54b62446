// SPDX-License-Identifier: Apache-2.0
#include "app/commands.hpp"
#include "app/desk_at_kiosk.hpp"
#include "app/loaded.hpp"
#include "app/state.hpp"

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
        // Nor does a key end the program here: the terminal would stay as it is made now.
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
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
        if (line.ends_with('\r')) line.pop_back();  // of a file from Windows
        constexpr char interrupt = 3, quit = 28;
        const bool is_given_up = line.find(interrupt) != std::string::npos || line.find(quit) != std::string::npos;
        return is_given_up ? std::string() : line;
    }

private:
    termios m_before{};
    bool m_is_terminal;
};

/// What is asked for, and what is said of it.
struct Asked {
    desk::Secrets::Door door;
    const char *question, *differ, *done;
    std::string (*trouble)(const std::string&);
};

Exit set(const Machine& machine, const Asked& asked) {
    const Unseen terminal;
    const auto given = terminal.ask(asked.question);
    if (const auto trouble = asked.trouble(given); !trouble.empty()) {
        std::cerr << "kiosk: " << trouble << '\n';
        return Exit::usage;
    }
    if (terminal.is_terminal() && terminal.ask("Again: ") != given) {
        std::cerr << "kiosk: " << asked.differ << " Nothing was changed.\n";
        return Exit::usage;
    }
    if (const auto made = make_books_folder(machine); !made) return world_said_no(made.failure().sentence);
    auto secrets = desk::Secrets::open(secrets_file(machine));
    if (!secrets) return world_said_no(secrets.failure().sentence);
    const auto set = secrets->set(asked.door, given);
    if (!set) return world_said_no(set.failure().sentence);
    std::cout << asked.done << '\n';
    return Exit::fine;
}

}  // namespace

Exit password(const Machine& machine) {
    return set(machine, {desk::Secrets::Door::desk,
                         "New staff password of the desk page: ", "These are two different passwords.",
                         "The staff password of the desk page is set. Whoever was signed in has to sign in again.",
                         desk::password_trouble});
}

Exit pin(const Machine& machine) {
    return set(machine, {desk::Secrets::Door::glass, "New staff PIN at the glass, six digits: ",
                         "These are two different PINs.", "The staff PIN at the glass is set.", desk::pin_trouble});
}

}  // namespace kiosk::app
