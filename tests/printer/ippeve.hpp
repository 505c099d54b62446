// SPDX-License-Identifier: Apache-2.0
// A real ippeveprinter (Debian's cups-ipp-utils) on loopback, as nobody where the test is root, on a bus of its own
// (it insists on one). What it printed lies in out(). Killed, with all its children, when this goes out of scope.
#pragma once

#include <filesystem>
#include <string>

namespace fake {

class Ippeve {
public:
    /// Why it cannot run here; empty where it can.
    static std::string missing();

    /// The shell text runs for each document: $1 is the file; $OUT a folder; then whatever ippeveprinter gives it.
    /// Formats as for ippeveprinter -f. Ready when it returns; throws if it is not within 10 s.
    explicit Ippeve(const std::string& command, const std::string& formats = "application/pdf,image/pwg-raster");
    ~Ippeve();
    Ippeve(const Ippeve&) = delete;
    Ippeve& operator=(const Ippeve&) = delete;

    std::string uri(const std::string& scheme = "ipp") const;
    std::filesystem::path out() const { return m_folder / "out"; }
    std::filesystem::path keys() const { return m_folder / "keys"; }
    /// Its web form: "/media?...", "/supplies?..."; see the ground of the project.
    void web(const std::string& form) const;
    void paper(int sheets_in_main_tray) const;

private:
    void start(const std::string& formats);
    void wait_until_ready() const;

    std::filesystem::path m_folder;
    int m_port = 0;
    int m_pid = 0;
};

/// A port of 127.0.0.1 that was free a moment ago.
int free_port();

}  // namespace fake
