// SPDX-License-Identifier: Apache-2.0
#include "tools.hpp"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace kiosk::page {
namespace {

/// A file that is gone when the test is over.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& bytes) {
        std::string name = (std::filesystem::temp_directory_path() / "kiosk-page-XXXXXX").string();
        const int file = mkstemp(name.data());
        if (file < 0) throw std::runtime_error("no temporary file");
        close(file);
        path = name;
        std::ofstream(path, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { std::filesystem::remove(path); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    std::string path;
};

}  // namespace

std::string run(const std::string& command, const std::string& bytes, const std::string& to_stdout) {
    const TemporaryFile file(bytes);
    const std::string line = command + " '" + file.path + "' " + to_stdout + " 2>&1";
    FILE* pipe = popen(line.c_str(), "r");
    if (!pipe) throw std::runtime_error("cannot run " + command);
    std::string output;
    std::array<char, 4096> part{};
    for (std::size_t got; (got = fread(part.data(), 1, part.size(), pipe)) > 0;) output.append(part.data(), got);
    const int status = pclose(pipe);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(command + " failed: " + output);
    return output;
}

}  // namespace kiosk::page
