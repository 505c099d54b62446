// SPDX-License-Identifier: Apache-2.0
// The reader of translations, and what `kiosk translate` writes over them: whatever a tool left in the file, the clinic
// loads, problems have true lines, and what is written is read again and then stays as it is.
#include "content/translations.hpp"
#include "fuzz/fuzz.hpp"

#include <cstdint>

using namespace kiosk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto listed =
        content::with_light_drawings(content::in_spanish("translated", R"( accept="translated")"));
    auto files = listed;
    files[content::topic_es] = std::string(reinterpret_cast<const char*>(data), size);
    const auto loaded = content::load(content::from_memory(files));
    fuzz::promise(loaded.content.has_value(), "a broken translation leaves its language out, never the kiosk");
    for (const auto& problem : loaded.problems)
        fuzz::promise(content::has_true_place(problem, files), "a true place: " + to_string(problem));
    const auto once = content::translate(content::from_memory(files), "content.xml", "es");
    if (has_errors(once.problems)) return 0;
    for (const auto& file : once.files) files[file.path] = file.text;
    const auto twice = content::translate(content::from_memory(files), "content.xml", "es");
    fuzz::promise(!has_errors(twice.problems), "what translate wrote can be read");
    for (const auto& file : twice.files) fuzz::promise(!file.is_changed, "what translate wrote stays: " + file.path);
    return 0;
}
