// SPDX-License-Identifier: Apache-2.0
// From the words on a screen back to the line that an author can change.
#include "content/broken.hpp"

namespace kiosk::content {

TEST_CASE("what is shown is found where it is written") {
    const WrittenTexts texts = {{"content.xml", 4, "Small Clinic"},
                                {"a.xml", 7, "Back"},
                                {"a.xml", 9, "Wait here until the nurse calls you"},
                                {"interface.xml", 2, "Page {page} of {pages}"},
                                {"interface.xml", 3, "{title}"},
                                {"interface.xml", 4, "Back to the question"}};
    struct Row {
        const char *sentence, *shown;
        std::string found;
    };
    const std::vector<Row> rows = {
        {"as it is", "Back", "a.xml:7"},
        {"longer words before shorter ones in them", "Back to the question", "interface.xml:4"},
        {"with its places filled in", "Page 2 of 5", "interface.xml:2"},
        {"in a line with others", "Small Clinic, 1 Test Street", "content.xml:4"},
        {"cut", "until the nurse", "a.xml:9"},
        {"a place alone is nobody's words", "Stretches", "nowhere"},
        {"a number", "7", "nowhere"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        const auto* found = where_written(texts, row.shown);
        CHECK((found ? found->file + ':' + std::to_string(found->line) : "nowhere") == row.found);
    }
}

TEST_CASE("a loaded clinic knows where its words stand") {
    const auto loaded = load(from_memory(small_files()));
    const auto line = [&](const std::string& shown) {
        const auto* found = where_written(loaded.written, shown);
        return found ? found->file + ':' + std::to_string(found->line) : "nowhere";
    };
    CHECK(line("Small Clinic") == "content.xml:4");
    CHECK(line("Pain in your chest") == "screens/small.xml:23");
    CHECK(line("Chest pain now") == "screens/small.xml:23");
    CHECK(line("page.count 2 3").rfind("screens/interface.xml:", 0) == 0);
}

}  // namespace kiosk::content
