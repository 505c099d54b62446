// SPDX-License-Identifier: Apache-2.0
// A dozen screens as text, held beside what was looked at and kept. KIOSK_REWRITE=1 writes them anew.
#include "golden.hpp"
#include "shipped_content.hpp"

TEST_CASE("a dozen screens as text") {
    for (const char* name :
         {"01-welcome", "03-safety-intro", "04-question-chest-ticked", "04-question-pregnancy-danger", "04b-why-chest",
          "05-no-desk", "05d-not-sent", "06-see-staff-with-adult", "07-library-held-back", "08b-warm-bath-withheld",
          "09-reading-stretches-page-2", "10-printing", "11-still-there", "12f-largest-04-question-under-18"}) {
        CAPTURE(name);
        const auto sheet = shipped::lay_out(shipped::screen(name), {1080, 1920});
        const auto text = kiosk::page::describe(sheet, true);
        CHECK(text == golden::kept("views", std::string(name) + ".txt", text));
    }
}
