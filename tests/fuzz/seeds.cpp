// SPDX-License-Identifier: Apache-2.0
// fuzz_seeds FOLDER: writes what the fuzzers begin with, from the files of the kiosk, of the small clinic and of its
// translation into Spanish in every state.
#include "content/translations.hpp"

#include <filesystem>
#include <fstream>

using namespace kiosk;

namespace {

void write(const std::filesystem::path& folder, std::string name, const std::string& text) {
    std::filesystem::create_directories(folder);
    std::replace(name.begin(), name.end(), '/', '_');
    std::ofstream(folder / name, std::ios::binary) << text;
}

/// Every number there is, so often that whole visits come of it.
void write_visits(const std::filesystem::path& folder) {
    for (unsigned step = 1; step < 40; step += 2) {
        std::string bytes;
        for (unsigned i = 0; i < 600; ++i) bytes += static_cast<char>((i * i * step + i / 3 + step) % 256);
        write(folder, "visit-" + std::to_string(step), bytes);
    }
}

}  // namespace

int main(int count, char** words) {
    if (count != 2) return 2;
    const std::filesystem::path to = words[1];
    for (const auto& [path, text] : content::small_files())
        if (!path.ends_with(".txt")) write(to / "content", "small_" + path, text);
    for (const auto* path : {"content.xml", "screens/theme.xml", "screens/upper-back-pain.xml",
                             "screens/upper-back-pain.evidence.xml", "screens/interface.xml"})
        write(to / "content", path, *fixtures::read_file(std::string(KIOSK_SOURCE) + '/' + path).text);
    for (const auto* state : {"initial", "translated", "reviewed", "final"})
        write(to / "xliff", state, content::in_spanish(state)[content::topic_es]);
    write_visits(to / "visit");
}
