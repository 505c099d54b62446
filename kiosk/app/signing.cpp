// SPDX-License-Identifier: Apache-2.0
#include "app/signing.hpp"

#include <sodium.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <stdexcept>

namespace kiosk::app {

namespace {

using Public = std::array<unsigned char, crypto_sign_PUBLICKEYBYTES>;
using Secret = std::array<unsigned char, crypto_sign_SECRETKEYBYTES>;
using Signature = std::array<unsigned char, crypto_sign_BYTES>;

void begin() {
    if (sodium_init() < 0) throw std::runtime_error("libsodium cannot begin");
}

template <std::size_t N>
std::string hex(const std::array<unsigned char, N>& bytes) {
    std::string text(2 * N + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), N);
    text.pop_back();
    return text;
}

template <class Bytes>
std::optional<Bytes> bytes(const std::string& hex) {
    Bytes result{};
    std::size_t length = 0;
    const int failed = sodium_hex2bin(result.data(), result.size(), hex.data(), hex.size(), nullptr, &length, nullptr);
    if (failed != 0 || length != result.size() || hex.size() != 2 * result.size()) return {};
    return result;
}

/// A descriptor that is closed with its owner.
struct File {
    int fd;
    ~File() {
        if (fd >= 0) close(fd);
    }
};

Result<Secret> read_secret(const std::string& path) {
    begin();
    const File file{open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat is {};
    if (file.fd < 0 || fstat(file.fd, &is) != 0)
        return Failure{"The key " + path + " cannot be read: " + std::strerror(errno) + "."};
    if ((is.st_mode & 077) != 0)
        return Failure{"Others may read the key " + path +
                       ": it may sign for anybody. Make a new one with --make-key."};
    std::string text(2 * sizeof(Secret) + 1, '\0');
    const auto got = read(file.fd, text.data(), text.size());
    const auto secret = bytes<Secret>(text.substr(0, 2 * sizeof(Secret)));
    sodium_memzero(text.data(), text.size());
    if (got < static_cast<ssize_t>(2 * sizeof(Secret)) || !secret)
        return Failure{path + " is no key of kiosk approve --make-key."};
    return *secret;
}

}  // namespace

Result<std::string> make_key(const std::string& path) {
    begin();
    Public open_part{};
    Secret secret{};
    crypto_sign_keypair(open_part.data(), secret.data());
    const File file{open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR)};
    if (file.fd < 0) return Failure{"Could not write the key " + path + ": " + std::strerror(errno) + "."};
    auto text = hex(secret) + '\n';
    const bool written =
        write(file.fd, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && fsync(file.fd) == 0;
    sodium_memzero(text.data(), text.size());
    sodium_memzero(secret.data(), secret.size());
    if (written) return hex(open_part);
    unlink(path.c_str());
    return Failure{"Could not write the key " + path + ". Check that there is room."};
}

Result<std::string> public_part(const std::string& file) {
    auto secret = read_secret(file);
    if (!secret) return secret.failure();
    Public open_part{};
    crypto_sign_ed25519_sk_to_pk(open_part.data(), secret->data());
    sodium_memzero(secret->data(), secret->size());
    return hex(open_part);
}

Result<std::string> sign(const std::string& text, const std::string& file) {
    auto secret = read_secret(file);
    if (!secret) return secret.failure();
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                         secret->data());
    sodium_memzero(secret->data(), secret->size());
    return hex(signature);
}

bool is_signed(const std::string& text, const std::string& signature, const std::string& public_key) {
    begin();
    const auto by = bytes<Public>(public_key);
    const auto made = bytes<Signature>(signature);
    return by && made &&
           crypto_sign_verify_detached(made->data(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                                       by->data()) == 0;
}

bool is_public_key(const std::string& hex) {
    return bytes<Public>(hex).has_value();
}

}  // namespace kiosk::app
