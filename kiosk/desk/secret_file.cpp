// SPDX-License-Identifier: Apache-2.0
#include "desk/secret_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

namespace kiosk::desk {

namespace {

constexpr std::size_t shortest = 16, longest = 1'024;

struct Descriptor {
    int fd;
    ~Descriptor() {
        if (fd >= 0) close(fd);
    }
};

}  // namespace

Result<std::string> read_secret(const std::filesystem::path& file, const std::string& option) {
    const std::string it = "The file " + file.string() + " of " + option;
    // A pipe must not make the service wait.
    const Descriptor opened{open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat about {};
    if (opened.fd < 0 || fstat(opened.fd, &about) != 0 || !S_ISREG(about.st_mode))
        return Failure{it + " cannot be read. Check its name and its rights."};
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return Failure{it + " could be read by others. Keep it from them: chmod 600 " + file.string()};
    std::array<char, longest + 2> bytes{};
    const auto count = read(opened.fd, bytes.data(), bytes.size());
    std::string secret(bytes.data(), count > 0 ? static_cast<std::size_t>(count) : 0);
    while (secret.ends_with('\n') || secret.ends_with('\r')) secret.pop_back();
    if (secret.size() < shortest || secret.size() > longest)
        return Failure{it + " holds no secret of 16 to 1,024 letters. Make one: openssl rand -hex 32"};
    return secret;
}

}  // namespace kiosk::desk
