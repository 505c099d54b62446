// SPDX-License-Identifier: Apache-2.0
// The loader of the clinic's XML. An input is one file: its first element says which one of the small clinic it takes
// the place of. It is refused with true lines, or loads, and then every visit is safe.
#include "content/broken.hpp"
#include "fuzz/fuzz.hpp"
#include "proof/proof.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

using namespace kiosk;
using content::FilesByPath;

namespace {

std::string path_of(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kinds{{
        {"<kiosk", "content.xml"},
        {"<interface", "screens/interface.xml"},
        {"<theme", "screens/theme.xml"},
        {"<evidence", "screens/small.evidence.xml"},
        {"<svg", "screens/pictures/walking.svg"},
    }};
    for (const auto& [begin, path] : kinds)
        if (text.find(begin) != std::string_view::npos) return std::string(path);
    return "screens/small.xml";
}

void hold(const Problems& problems, const FilesByPath& files) {
    for (const auto& problem : problems)
        fuzz::promise(content::has_true_place(problem, files), "a true place: " + to_string(problem));
}

/// Small topics only: a large one takes the fuzzer's time, and tests/proof has those.
bool is_small(const content::Content& content) {
    for (const auto& topic : content.topics)
        if (topic.signs.size() > 16 || topic.handouts.size() > 8) return false;
    return true;
}

void hold_proof(const content::Content& content, const FilesByPath& files) {
    if (!is_small(content)) return;
    static constexpr proof::Bounds bounds{5'000};
    for (const auto& verdict : proof::prove(content, proof::Depth::usual, visit::step, bounds))
        hold(proof::problems(verdict), files);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    static const auto small = content::with_light_drawings(content::small_files());
    auto files = small;
    const auto path = path_of(text);
    files[path] = text;
    const auto loaded = content::load(content::from_memory(files));
    hold(loaded.problems, files);
    fuzz::promise(loaded.content.has_value() != has_errors(loaded.problems), "either loaded or refused");
    if (!loaded.content) return 0;
    const auto found = content::check(*loaded.content, "2026-11-22");
    hold(found, files);
    if (!has_errors(found) && (path == "screens/small.xml" || path == "content.xml"))
        hold_proof(*loaded.content, files);
    return 0;
}
