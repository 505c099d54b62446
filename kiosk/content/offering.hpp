// SPDX-License-Identifier: Apache-2.0
// Which of the listed languages patients are offered: those of which every text is translated as content.xml asks. Puts
// the translations of these into the elements that the readers then read. Used by load.
#pragma once

#include "content/clinic_reader.hpp"
#include "content/files.hpp"
#include "content/translation.hpp"
#include "content/written.hpp"

#include <string>
#include <vector>

namespace kiosk::content {

/// A topic or the interface, already read as XML.
struct Translatable {
    std::string path;
    Element* root = nullptr;
};

struct Offering {
    std::vector<ListedLanguage> languages;  ///< the clinic's own first
    Problems problems;                      ///< of the translations and of content.xml, for what is left out
    WrittenTexts written;
    TranslatedTexts translated;
};

Offering offer(const ClinicFile&, const std::string& content_xml, const std::vector<Translatable>&, Files&);

}  // namespace kiosk::content
