// SPDX-License-Identifier: Apache-2.0
// Keys stand where the design guide says: the rectangles of its mockups, face and lip.
#include "shipped_content.hpp"

namespace {

using namespace kiosk;

constexpr double answer_lip = 10, secondary_lip = 7, row_lip = 8, access_lip = 6;

struct Place {
    std::string screen, label;
    double x, y, width, height, lip;
};

void check_places(Size size, const std::vector<Place>& table) {
    for (const auto& row : table) {
        CAPTURE(row.screen);
        CAPTURE(row.label);
        const auto sheet = shipped::lay_out(shipped::screen(row.screen), size);
        const auto found = std::find_if(sheet.targets.begin(), sheet.targets.end(),
                                        [&](const page::Target& target) { return target.label == row.label; });
        REQUIRE(found != sheet.targets.end());
        CHECK(found->touch.x == row.x);
        CHECK(found->touch.y == row.y);
        CHECK(found->touch.width == row.width);
        CHECK(found->touch.height == row.height + row.lip);
    }
}

}  // namespace

TEST_CASE("keys of the portrait mockups") {
    check_places({1080, 1920},
                 {
                     {"03-safety-intro", "Start the questions", 64, 1248, 952, 164, answer_lip},
                     {"03-safety-intro", "Back", 64, 1464, 300, 112, secondary_lip},
                     {"04-question-under-18", "Yes", 64, 792, 952, 176, answer_lip},
                     {"04-question-under-18", "No", 64, 996, 952, 176, answer_lip},
                     {"04-question-under-18", "I’m not sure", 64, 1200, 952, 176, answer_lip},
                     {"04-question-under-18", "Back", 64, 1430, 300, 120, secondary_lip},
                     {"04-question-under-18", "Why do we ask?", 388, 1430, 628, 120, secondary_lip},
                     {"04-question-chest", "Chest pain, tightness or pressure", 64, 780, 952, 88, row_lip},
                     {"04-question-chest", "I’m not sure", 64, 1340, 952, 88, row_lip},
                     {"04-question-chest-ticked", "Continue", 596, 1468, 420, 120, answer_lip},
                     {"05c-coming", "Staff are with me now", 64, 1236, 952, 164, answer_lip},
                     {"05c-coming", "Print my note for staff", 64, 1448, 952, 116, secondary_lip},
                     {"07-library", "Topics", 64, 1362, 220, 96, secondary_lip},
                     {"07-library", "Next", 776, 1362, 240, 96, secondary_lip},
                     {"09-reading-food", "Next", 760, 1352, 256, 96, secondary_lip},
                     {"09-reading-food", "All handouts", 64, 1480, 330, 112, secondary_lip},
                     {"09-reading-food", "Print this handout", 418, 1480, 598, 112, answer_lip},
                     {"11-still-there", "Yes, I need more time", 64, 1244, 952, 172, answer_lip},
                     {"11-still-there", "No, I am finished", 64, 1460, 952, 124, secondary_lip},
                     {"12a-text-size", "Done", 64, 1472, 952, 112, answer_lip},
                     {"12a-text-size", "Text size", 64, 1778, 176, 118, access_lip},
                     {"12a-text-size", "Lower screen", 840, 1778, 176, 118, access_lip},
                 });
}

TEST_CASE("keys of the landscape mockups") {
    check_places({1920, 1080}, {
                                   {"03-safety-intro", "Start the questions", 880, 552, 968, 168, answer_lip},
                                   {"03-safety-intro", "Back", 880, 764, 300, 104, secondary_lip},
                                   {"04-question-under-18", "Yes", 880, 64, 968, 176, answer_lip},
                                   {"04-question-under-18", "I’m not sure", 880, 472, 968, 176, answer_lip},
                                   {"04-question-under-18", "Back", 880, 716, 300, 120, secondary_lip},
                                   {"05c-coming", "Staff are with me now", 880, 548, 968, 152, answer_lip},
                                   {"09-reading-food", "Print this handout", 1220, 772, 628, 104, answer_lip},
                                   {"09-reading-food", "Contrast", 1080, 930, 240, 118, access_lip},
                               });
}
