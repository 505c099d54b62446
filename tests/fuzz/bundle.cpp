// SPDX-License-Identifier: Apache-2.0
// A bundle of content that somebody offers: the bytes as they are, and once more with a right signature in place of
// theirs, as whoever holds the key could send them. What is read has paths that stay in its folder.
#include "app/bundle.hpp"
#include "app/signing.hpp"
#include "fuzz/fuzz.hpp"

#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>

using namespace kiosk;
using namespace kiosk::app;
using fuzz::promise;

namespace {

struct Signer {
    std::filesystem::path folder;
    std::string key, own;
    Signer() {
        std::string name = (std::filesystem::temp_directory_path() / "kiosk-fuzz-XXXXXX").string();
        promise(mkdtemp(name.data()) != nullptr, "a folder for a key");
        folder = name;
        key = (folder / "key").string();
        const auto made = make_key(key);
        promise(static_cast<bool>(made), "a key");
        own = *made;
    }
    ~Signer() { std::filesystem::remove_all(folder); }
    Signer(const Signer&) = delete;
    Signer& operator=(const Signer&) = delete;
};

void hold(const Bundle& bundle) {
    promise(bundle.version >= 1 && bundle.version <= largest_version, "a version that there is");
    promise(bundle.reading.root.find('/') == std::string::npos, "a root in the folder itself");
    for (const auto& [path, text] : bundle.reading.files)
        promise(std::filesystem::path("content").append(path).lexically_normal().string().starts_with("content/"),
                "a path below its folder: " + path);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Signer signer;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    promise(!read_bundle(bytes, signer.own), "nobody here has signed that");
    const auto end = bytes.find("\n\n");
    const auto signature = bytes.rfind("\nsignature ", end);
    if (end == std::string::npos || signature == std::string::npos) return 0;
    const auto head = bytes.substr(0, signature + 1);
    const auto made = sign(head, signer.key);
    promise(static_cast<bool>(made), "a signature");
    const auto read = read_bundle(head + "signature " + *made + bytes.substr(end), signer.own);
    if (read) hold(*read);
    return 0;
}
