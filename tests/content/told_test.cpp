// SPDX-License-Identifier: Apache-2.0
// Messages of the readers that no other table holds: each whole, at its line.
#include "content/translations.hpp"

namespace kiosk::content {

namespace {

/// The small topic without what stands between, from the first of these words to the end of the last.
std::string topic_without(const std::string& first, const std::string& last) {
    auto topic = small_files().at("screens/small.xml");
    const auto from = topic.find(first), to = topic.rfind(last) + last.size();
    REQUIRE(from < to);
    return topic.erase(from, to - from);
}

/// What loading tells of the Spanish topic file.
std::string told_of(const std::string& xlf) {
    auto files = in_spanish("translated", R"(accept="translated")");
    files[topic_es] = xlf;
    std::string told;
    for (const auto& problem : load(from_memory(files)).problems)
        if (problem.file == topic_es) told += to_string(problem) + '\n';
    return told;
}

}  // namespace

TEST_CASE("a topic, a theme and a drawing that cannot be used are told") {
    const auto without_handouts = topic_without("  <handout id=\"warm-bath\"", "</handout>\n");
    const std::string big =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><!--" + std::string(100'000, 'x') + "--></svg>";
    check_rows({
        {"a topic has no handout", "screens/small.xml", "", without_handouts,
         "screens/small.xml:4: error: <topic> needs <handout> (write at least one)"},
        {"a line is lower than its letters", "screens/theme.xml", R"(name="smallest" size="30" line="38")",
         R"(name="smallest" size="30" line="20")",
         "screens/theme.xml:137: error: the line is lower than the letters (write a line of at least the size)"},
        {"a drawing is very large", "screens/pictures/walking.svg", "", big,
         "screens/pictures/walking.svg:1: error: a drawing of more than 64 kB: it would be slow to paint (make the "
         "drawing simpler)"},
    });
}

TEST_CASE("a second topic needs an id of its own") {
    auto files = small_files();
    files["screens/other.xml"] = files["screens/small.xml"];
    files["screens/other.evidence.xml"] = files["screens/small.evidence.xml"];
    replace(
        files["content.xml"], R"(<topic file="screens/small.xml")",
        R"(<topic file="screens/other.xml" evidence="screens/other.evidence.xml"/><topic file="screens/small.xml")");
    CHECK(in_lines(load(from_memory(files)).problems) ==
          "screens/small.xml:4: error: the topic id \"small\" is used twice (choose another, it is taken in "
          "screens/other.xml)\n");
}

TEST_CASE("a translation file that is none is told") {
    auto files = in_spanish("translated", R"(accept="translated")");
    CHECK(told_of("<xliff") ==
          "screens/small.es.xlf:1: error: the tag <xliff does not end (close it with >, and each value with \")\n");
    CHECK(
        told_of("<html/>") ==
        "screens/small.es.xlf:1: error: the file holds <html>, not <xliff> (an XLIFF 2.0 file belongs here, as `kiosk "
        "translate` writes it)\n");
    auto twice = files[topic_es];
    const auto at = twice.find("<unit id=\"choice.chest-pain\""), end = twice.find("</unit>", at) + 7;
    twice.insert(end, "\n    " + twice.substr(at, end - at));
    CHECK(told_of(twice) ==
          "screens/small.es.xlf:158: error: the unit \"choice.chest-pain\" stands here twice (delete one, the first is "
          "in "
          "line 148)\n");
    files[topic_es] =
        R"(<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="es"/>)";
    CHECK(
        translate_into(files) ==
        "screens/small.es.xlf: error: there is no <file> in <xliff> (restore it from your copy, or delete it to begin "
        "anew)\n");
}

}  // namespace kiosk::content
