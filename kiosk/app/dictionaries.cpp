// SPDX-License-Identifier: Apache-2.0
#include "app/dictionaries.hpp"

#include <hunspell/hunspell.hxx>

#include <filesystem>
#include <map>
#include <memory>

namespace kiosk::app {

namespace {

constexpr const char* folder = "/usr/share/hunspell/";

/// The patients' Spanish is that of the Americas; a clinic elsewhere is understood as well.
const std::map<std::string, std::vector<std::string>> names = {
    {"en", {"en_US", "en_GB"}}, {"es", {"es_US", "es_MX", "es_ES"}}, {"vi", {"vi_VN"}}, {"ar", {"ar"}}};

std::string file_of(const std::string& language) {
    const auto known = names.find(language.substr(0, language.find('-')));
    if (known == names.end()) return {};
    for (const auto& name : known->second)
        if (std::filesystem::exists(folder + name + ".dic")) return folder + name;
    return {};
}

struct Dictionary {
    explicit Dictionary(const std::string& file)
        : words(std::make_shared<Hunspell>((file + ".aff").c_str(), (file + ".dic").c_str())),
          speller{[w = words](const std::string& word) { return w->spell(word); },
                  [w = words](const std::string& word) { return w->suggest(word); }} {}
    std::shared_ptr<Hunspell> words;
    content::Speller speller;
};

}  // namespace

content::Spellers dictionaries() {
    const auto read = std::make_shared<std::map<std::string, std::unique_ptr<Dictionary>>>();
    return [read](const std::string& language) -> const content::Speller* {
        const auto file = file_of(language);
        if (file.empty()) return nullptr;
        auto& dictionary = (*read)[file];
        if (!dictionary) dictionary = std::make_unique<Dictionary>(file);
        return &dictionary->speller;
    };
}

}  // namespace kiosk::app
