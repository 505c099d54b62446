// SPDX-License-Identifier: Apache-2.0
// screens/interface.xml against a list of names.
#include "content/interface_reader.hpp"

#include "content/broken.hpp"
#include "content/xml_reader.hpp"

namespace kiosk::content {

namespace {

constexpr InterfaceName names[] = {{"key.back", ""}, {"page.count", "page pages"}};

struct Row {
    const char* sentence;
    std::string texts;  ///< what stands in <interface>
    std::string problems;
};

const Row rows[] = {
    {"all is well", R"(<text name="key.back">Back</text><text name="page.count">{page} of {pages}</text>)", ""},
    {"places may stand in any order and more than once",
     R"(<text name="key.back">Back</text><text name="page.count">{pages}: {page} {page}</text>)", ""},
    {"a text is missing", R"(<text name="page.count">{page} of {pages}</text>)",
     "f:1: error: the text \"key.back\" is missing (write <text name=\"key.back\">...</text>)\n"},
    {"a text is unknown",
     R"(<text name="key.back">Back</text><text name="page.count">{page} {pages}</text><text name="kee.back">B</text>)",
     "f:1: error: no screen or paper uses a text \"kee.back\" (did you mean \"key.back\"?)\n"},
    {"a text is like no other",
     R"(<text name="key.back">Back</text><text name="page.count">{page} {pages}</text><text name="zzz">B</text>)",
     "f:1: error: no screen or paper uses a text \"zzz\" (delete it)\n"},
    {"a text is there twice",
     R"(<text name="key.back">Back</text><text name="page.count">{page} {pages}</text><text name="key.back">B</text>)",
     "f:1: error: \"key.back\" is written twice (delete one, the first is in line 1)\n"},
    {"a text is empty", R"(<text name="key.back"> </text><text name="page.count">{page} of {pages}</text>)",
     "f:1: error: \"key.back\" has no words (write them inside <text>)\n"},
    {"a place too many", R"(<text name="key.back">Back {page}</text><text name="page.count">{page} of {pages}</text>)",
     "f:1: error: \"key.back\" has no place {page} (this text has no {...})\n"},
    {"a place is mistyped", R"(<text name="key.back">Back</text><text name="page.count">{page} of {pagse}</text>)",
     "f:1: error: \"page.count\" has no place {pagse} (its places are {page}, {pages})\n"
     "f:1: error: \"page.count\" lacks {pages} (its places are {page}, {pages})\n"},
    {"a place is lost", R"(<text name="key.back">Back</text><text name="page.count">page {page}</text>)",
     "f:1: error: \"page.count\" lacks {pages} (its places are {page}, {pages})\n"},
    {"a brace is not closed", R"(<text name="key.back">Back</text><text name="page.count">{page of {pages}</text>)",
     "f:1: error: \"page.count\" has a brace that opens or closes nothing (its places are {page}, {pages})\n"},
    {"a brace closes nothing", R"(<text name="key.back">Back}</text><text name="page.count">{page} {pages}</text>)",
     "f:1: error: \"key.back\" has a brace that opens or closes nothing (this text has no {...})\n"},
    {"a text has no name",
     R"(<text>Back</text><text name="key.back">Back</text><text name="page.count">{page} {pages}</text>)",
     "f:1: error: <text> needs the attribute \"name\" (write name=\"...\")\n"},
};

}  // namespace

TEST_CASE("every text of the interface is there, known and has its places") {
    for (const auto& row : rows) {
        CAPTURE(row.sentence);
        Problems problems;
        {
            Report report("f", problems);
            const auto root = read_xml("<interface>" + row.texts + "</interface>", "interface", report);
            REQUIRE(root);
            read_interface(*root, names, report);
        }
        sort(problems);
        CHECK(in_lines(problems) == row.problems);
    }
}

TEST_CASE("the list of names has each once, and no place twice") {
    std::map<std::string_view, int> seen;
    for (const auto& name : interface_names) CHECK_MESSAGE(++seen[name.name] == 1, name.name);
}

}  // namespace kiosk::content
