// SPDX-License-Identifier: Apache-2.0
// `kiosk translate` and the files it keeps: valid for the OASIS schema, never rewritten without need, never a target
// lost. Debian's Translate Toolkit (3.8) reads XLIFF 1 alone, so the schema, as php-symfony-translation brings it, is
// the judge.
#include "content/translations.hpp"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <memory>
#include <random>

using namespace kiosk;
using namespace kiosk::content;

namespace {

using OasisSchema = std::unique_ptr<xmlSchema, decltype(&xmlSchemaFree)>;

OasisSchema oasis_schema() {
    const std::string folder = "/usr/share/php/Symfony/Component/Translation/Resources/schemas/";
    auto text = fixtures::read_file(folder + "xliff-core-2.0.xsd").text;
    REQUIRE_MESSAGE(text, "the package php-symfony-translation is missing");
    replace(*text, "informativeCopiesOf3rdPartySchemas/w3c/xml.xsd", folder + "xml.xsd");
    const std::unique_ptr<xmlSchemaParserCtxt, decltype(&xmlSchemaFreeParserCtxt)> parser(
        xmlSchemaNewMemParserCtxt(text->data(), static_cast<int>(text->size())), xmlSchemaFreeParserCtxt);
    return {xmlSchemaParse(parser.get()), xmlSchemaFree};
}

/// What the schema says against it; empty where it is valid.
std::string against_schema(const std::string& xlf) {
    static const OasisSchema schema = oasis_schema();
    REQUIRE(schema);
    const std::unique_ptr<xmlSchemaValidCtxt, decltype(&xmlSchemaFreeValidCtxt)> validity(
        xmlSchemaNewValidCtxt(schema.get()), xmlSchemaFreeValidCtxt);
    std::string said;
    xmlSchemaSetValidStructuredErrors(
        validity.get(), [](void* to, xmlError* error) { *static_cast<std::string*>(to) += error->message; }, &said);
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        xmlReadMemory(xlf.data(), static_cast<int>(xlf.size()), nullptr, nullptr, XML_PARSE_NONET), xmlFreeDoc);
    REQUIRE(document);
    xmlSchemaValidateDoc(validity.get(), document.get());
    return said;
}

/// The lines of a unit, without the white space before them.
std::string unit_lines(const std::string& xlf, const std::string& id) {
    const auto at = xlf.find("<unit id=\"" + id + '"');
    REQUIRE_MESSAGE(at != std::string::npos, id);
    std::istringstream lines(xlf.substr(at, xlf.find("</unit>", at) - at));
    std::string all;
    for (std::string line; std::getline(lines, line);) {
        const auto begin = line.find_first_not_of(' ');
        if (begin != std::string::npos) all += line.substr(begin) + '\n';
    }
    return all;
}

}  // namespace

TEST_CASE("new files hold every text once, are valid, and stay as they are") {
    auto files = small_files();
    CHECK(translate_into(files) == counted("500 texts: 0 current (0 reviewed), 0 stale, 500 missing"));
    CHECK(against_schema(files[topic_es]) == "");
    CHECK(against_schema(files[interface_es]) == "");
    CHECK(unit_lines(files[topic_es], "choice.chest-pain") ==
          "<unit id=\"choice.chest-pain\">\n"
          "<notes>\n"
          "<note category=\"kiosk-where\">question \"chest\"</note>\n"
          "<note category=\"kiosk-hint\">A row to touch beside a tick box: two short lines at most.</note>\n"
          "</notes>\n"
          "<segment state=\"initial\">\n"
          "<source>Pain in your chest</source>\n"
          "</segment>\n");
    const auto before = files;
    translate_into(files);
    CHECK(files == before);
}

TEST_CASE("finished work stays, byte for byte") {
    auto files = in_spanish("reviewed");
    CHECK(against_schema(files[topic_es]) == "");
    const auto before = files;
    CHECK(translate_into(files) == counted("500 texts: 500 current (500 reviewed), 0 stale, 0 missing"));
    CHECK(files == before);
}

TEST_CASE("a changed source makes its translation stale, until someone says that it fits") {
    auto files = in_spanish("reviewed");
    replace(files["screens/small.xml"], ">Pain in your chest<", ">Pain or pressure in your chest<");
    CHECK(translate_into(files) == counted("500 texts: 499 current (499 reviewed), 1 stale, 0 missing"));
    CHECK(against_schema(files[topic_es]) == "");
    CHECK(unit_lines(files[topic_es], "choice.chest-pain") ==
          "<unit id=\"choice.chest-pain\">\n"
          "<notes>\n"
          "<note category=\"kiosk-where\">question \"chest\"</note>\n"
          "<note category=\"kiosk-hint\">A row to touch beside a tick box: two short lines at most.</note>\n"
          "<note category=\"kiosk-source-was\">The source was: Pain in your chest</note>\n"
          "</notes>\n"
          "<segment state=\"initial\" subState=\"kiosk:stale\">\n"
          "<source>Pain or pressure in your chest</source>\n"
          "<target>«Pain in your chest»</target>\n"
          "</segment>\n");
    SUBCASE("twice changed, it still tells the words that were translated") {
        replace(files["screens/small.xml"], ">Pain or pressure in your chest<", ">Chest pain<");
        translate_into(files);
        CHECK(unit_lines(files[topic_es], "choice.chest-pain").find("The source was: Pain in your chest<") !=
              std::string::npos);
    }
    SUBCASE("the translator's tool sets the state and leaves the mark") {
        replace(files[topic_es], "state=\"initial\" subState=\"kiosk:stale\"",
                "state=\"translated\" subState=\"kiosk:stale\"");
        CHECK(translate_into(files) == counted("500 texts: 500 current (499 reviewed), 0 stale, 0 missing"));
        const auto now = unit_lines(files[topic_es], "choice.chest-pain");
        CHECK(now.find("kiosk-source-was") == std::string::npos);
        CHECK(now.find("<segment state=\"translated\">") != std::string::npos);
    }
}

TEST_CASE("a text that got another name takes its translation along") {
    auto files = in_spanish("reviewed");
    replace(files["screens/small.xml"], "id=\"chest-pain\"", "id=\"pain-in-chest\"");
    replace_all(files["screens/small.xml"], "\"chest-pain", "\"pain-in-chest");
    replace_all(files["screens/small.xml"], " chest-pain", " pain-in-chest");
    CHECK(translate_into(files) == counted("500 texts: 500 current (500 reviewed), 0 stale, 0 missing"));
    CHECK(unit_lines(files[topic_es], "choice.pain-in-chest").find("«Pain in your chest»") != std::string::npos);
    CHECK(files[topic_es].find("choice.chest-pain") == std::string::npos);
}

TEST_CASE("a text that is gone leaves its translation aside, and finds it again") {
    auto files = in_spanish("reviewed");
    const auto topic = files["screens/small.xml"], before = files[topic_es];
    auto& now = files["screens/small.xml"];
    const auto why = now.find("<why>"), end = now.find("</why>", why) + 6;
    now.erase(why, end - why);
    CHECK(translate_into(files) == counted("499 texts: 499 current (499 reviewed), 0 stale, 0 missing"));
    CHECK(against_schema(files[topic_es]) == "");
    CHECK(unit_lines(files[topic_es], "removed.1").find("<target>«") != std::string::npos);
    CHECK(offered(load(from_memory(files))) == "en es");
    files["screens/small.xml"] = topic;
    CHECK(translate_into(files) == counted("500 texts: 500 current (500 reviewed), 0 stale, 0 missing"));
    CHECK(files[topic_es] == before);
}

TEST_CASE("what another tool wrote is read, and stays") {
    auto files = in_spanish("translated");
    auto& xlf = files[interface_es];
    replace(xlf, "<xliff xmlns=\"",
            "<x:xliff xmlns:tool=\"urn:tool\" xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\" xmlns:x=\"");
    for (const std::string name : {"xliff", "file", "unit", "notes", "note", "segment", "source", "target"}) {
        replace_all(xlf, "<" + name + ' ', "<x:" + name + ' ');
        replace_all(xlf, "<" + name + '>', "<x:" + name + '>');
        replace_all(xlf, "</" + name + '>', "</x:" + name + '>');
    }
    replace(xlf, "<x:unit id=\"key.back\">",
            "<x:unit tool:seen=\"a&#10;b\" id='key.back'><!-- mine -->"
            "<mtc:matches><mtc:match ref=\"#s1\"><x:source>Back</x:source> "
            "<x:target>Volver</x:target></mtc:match></mtc:matches>");
    replace(xlf, "«page.count {page} {pages}»",
            "«<x:pc id=\"1\">page.count</x:pc> <x:ph id=\"2\" equiv=\"{page}\"/> "
            "<x:ph id=\"3\" disp=\"{pages}\"/>»");
    xlf = "\xEF\xBB\xBF" + xlf;
    SUBCASE("read") {
        const auto before = files;
        CHECK(translate_into(files) == counted("500 texts: 500 current (0 reviewed), 0 stale, 0 missing"));
        CHECK(files == before);
        replace(files["content.xml"], "desk=\"la recepción\"", "desk=\"la recepción\" accept=\"translated\"");
        const auto loaded = load(from_memory(files));
        CHECK(offered(loaded) == "en es");
        CHECK(loaded.content->words("page.count")(LanguageId{1}) == "«page.count {page} {pages}»");
    }
    SUBCASE("kept where something else changes") {
        replace(files["screens/interface.xml"], ">key.help<", ">key.help me<");
        CHECK(translate_into(files) == counted("500 texts: 499 current (0 reviewed), 1 stale, 0 missing"));
        CHECK(xlf.find("tool:seen=\"a&#10;b\"") != std::string::npos);
        CHECK(xlf.find("<!-- mine --><mtc:matches><mtc:match ref=\"#s1\"><x:source>Back</x:source> "
                       "<x:target>Volver</x:target></mtc:match></mtc:matches>") != std::string::npos);
        CHECK(xlf.find("<x:pc id=\"1\">page.count</x:pc> <x:ph id=\"2\" equiv=\"{page}\"/> <x:ph id=\"3\" "
                       "disp=\"{pages}\"/>»") != std::string::npos);
        CHECK(xlf.find("<x:note category=\"kiosk-source-was\">The source was: key.help</x:note>") != std::string::npos);
    }
}

TEST_CASE("several segments count as one text, and as done when all are") {
    auto files = in_spanish("translated", "accept=\"translated\"");
    auto& xlf = files[interface_es];
    replace(xlf, "<source>page.count {page} {pages}</source>\n        <target>«page.count {page} {pages}»</target>",
            "<source>page.count</source><target>cuenta</target></segment><ignorable><source> </source></ignorable>"
            "<segment state=\"reviewed\"><source>{page} {pages}</source><target>{page} {pages}</target>");
    CHECK(offered(load(from_memory(files))) == "en es");
    const auto before = files;
    translate_into(files);
    CHECK(files == before);
    replace(xlf, "<target>cuenta</target>", "");
    CHECK(offered(load(from_memory(files))) == "en");
    replace(files["screens/interface.xml"], ">page.count {page} {pages}<", ">{page} of {pages}<");
    translate_into(files);
    CHECK(unit_lines(xlf, "page.count").find("<source>{page} of {pages}</source>\n<target>{page} {pages}</target>") !=
          std::string::npos);
    CHECK(against_schema(xlf) == "");
}

TEST_CASE("what cannot be read is not written over") {
    auto files = in_spanish("reviewed");
    SUBCASE("a broken translation") {
        replace(files[topic_es], "</source>", "");
        CHECK(translate_into(files).find("screens/small.es.xlf:") == 0);
    }
    SUBCASE("content with errors") {
        replace(files["screens/small.xml"], "urgency=\"emergency\"", "urgency=\"emergencyy\"");
        CHECK(translate_into(files).find("screens/small.xml:") == 0);
    }
    SUBCASE("the clinic's own language") {
        CHECK(in_lines(translate(from_memory(files), "content.xml", "en").problems) ==
              "content.xml: error: \"en\" is the clinic's own language (name the one to translate into)\n");
    }
}

TEST_CASE("the drafts that are shipped are valid, whole, and none is marked reviewed") {
    FilesByPath files;
    load([&](const std::string& path) {
        auto file = fixtures::read_file(std::string(KIOSK_SOURCE) + '/' + path);
        if (file.text) files[path] = *file.text;
        return file;
    });
    for (const std::string language : {"es", "vi", "zh-Hans", "ar"}) {
        CAPTURE(language);
        for (const char* path : {"screens/upper-back-pain.xml", "screens/interface.xml"}) {
            const auto xlf = translation_path(path, language);
            files[xlf] = fixtures::read_file(std::string(KIOSK_SOURCE) + '/' + xlf).text.value();
            CHECK(against_schema(files[xlf]) == "");
        }
        const auto done = translate(from_memory(files), "content.xml", language);
        CHECK(in_lines(done.problems) == "");
        CHECK(at(done.tally, Standing::stale) + at(done.tally, Standing::begun) == 0);
        CHECK(at(done.tally, Standing::reviewed) == 0);
        CHECK(at(done.tally, Standing::translated) > 1400);
    }
}

TEST_CASE("however a file is damaged, the kiosk loads, and no target that can be read is lost") {
    const auto whole = in_spanish("reviewed");
    std::minstd_rand random(20261122);
    int read = 0;
    for (int round = 0; round < 120; ++round) {
        auto files = whole;
        auto& xlf = files[topic_es];
        const auto at = random() % xlf.size(), length = random() % 60;
        if (round % 3 == 0) xlf.erase(at, length);
        if (round % 3 == 1) xlf.insert(random() % xlf.size(), xlf.substr(at, length));
        if (round % 3 == 2) xlf[at] = "<>\"&{} x\xC3"[random() % 9];
        CAPTURE(round);
        const auto loaded = load(from_memory(files));
        REQUIRE(loaded.content);
        CHECK((offered(loaded) == "en es") == (in_lines(loaded.problems) == ""));
        Problems problems;
        std::optional<Translation> before;
        {
            Report report(topic_es, problems);
            before = read_translation(xlf, "en", "es", report);
        }
        translate_into(files);
        if (!before) continue;
        ++read;
        Report report(topic_es, problems);
        REQUIRE(read_translation(files[topic_es], "en", "es", report));
        CHECK(against_schema(files[topic_es]) == against_schema(xlf));
        for (const auto& unit : *before) {
            const auto& target = unit.second.target;
            const auto letters = target.find_first_of("<>&");
            CHECK_MESSAGE(files[topic_es].find(target.substr(0, letters)) != std::string::npos, unit.first);
        }
    }
    CHECK(read > 20);
}
