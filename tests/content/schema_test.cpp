// SPDX-License-Identifier: Apache-2.0
// The schema and the loader give one verdict: over every file there is, and over files changed at random, element by
// element and value by value. Where XML Schema 1.0 has no words for a rule of the loader, the rule is named here.
#include "content/schema.hpp"
#include "content/broken.hpp"
#include "content/theme_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <random>

namespace kiosk::content {

namespace {

const Schema& schema() {
    static const Schema read;
    return read;
}

/// Rules of the loader that XML Schema 1.0 cannot say, by words of their sentences; ^ is its begin.
struct BeyondSchema {
    const char *why, *words;
};
constexpr BeyondSchema beyond[] = {
    {"a name that points at something: a list of references has no key", "which is no sign of this topic"},
    {"", "which is no source of this topic"},
    {"", "which is no group of this topic"},
    {"", "which is no handout of this topic"},
    {"", "names its own question"},
    {"", "is named twice"},
    {"", "is a question"},
    {"", "a handout stands in one group"},
    {"", "see names this handout itself"},
    {"another file", "does not exist"},
    {"", "lies outside"},
    {"", "the file holds <"},
    {"", "is no file of the content folder"},
    {"", "the topic id"},
    {"", "this is not the evidence of the topic"},
    {"", "evidence row"},
    {"", "no translation for"},
    {"", "is not offered to patients"},
    {"", "is not listed"},
    {"", "<language> needs the attribute \"desk\""},
    {"", "on the clinic's own language"},
    {"what one value says about another", "has no note"},
    {"", "has no told"},
    {"", "is private and has no <private-note>"},
    {"", "has a <private-note> and is not private"},
    {"", "ends the check without sending to staff"},
    {"", "comes after"},
    {"", "<together> of"},
    {"", "reviewed, but by nobody"},
    {"", "reviewer without the day of the review"},
    {"", "review-by is before written"},
    {"", "is always open and held back at once"},
    {"", "\"alt\" without a picture"},
    {"", "<question> needs the attribute \"alt\""},
    {"", "<part> needs the attribute \"alt\""},
    {"", "the line is lower than the letters"},
    {"", "^largest=\""},
    {"", "^large-print=\""},
    {"", "has no choices"},
    {"", "the glass has room for"},
    {"", "<question> has no attribute \"evidence\""},
    {"", "<question> has no attribute \"lowered\""},
    {"", "<question> holds no <choice>"},
    {"", "<question> holds no <note>"},
    {"", "<question> holds no <told>"},
    {"one element of each value of an attribute", "<topic> needs <get-help when="},
    {"", "<theme> needs <"},
    {"", "is missing"},
    {"places in braces, a different set for each text", " place {"},
    {"", " lacks {"},
    {"", "has a brace that opens or closes nothing"},
    {"lengths of time, written in three units", " is too short"},
    {"", " is too long"},
    {"characters that XML knows and no screen shows", " cannot be shown"},
};

/// A kind of text that there is, on the surface that has another: paper has its own.
bool is_role_elsewhere(const Problem& problem) {
    const auto names = role_names();
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return problem.what == "there is no role \"" + std::string(name) + '"';
    });
}

bool is_beyond(const Problem& problem) {
    const auto what = '^' + problem.what;
    return is_role_elsewhere(problem) ||
           std::any_of(std::begin(beyond), std::end(beyond),
                       [&](const BeyondSchema& rule) { return what.find(rule.words) != std::string::npos; });
}

/// In the clinic's own language alone: the schema is not about translations.
FileText shipped_file(const std::string& path) {
    if (path.ends_with(".svg")) return {R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>)", ""};
    auto file = fixtures::read_file(std::string(KIOSK_SOURCE) + '/' + path);
    if (path == "content.xml" && file.text) file.text = fixtures::in_own_language(*file.text);
    return file;
}

/// A clinic's files in memory, and which of them the schema is about.
struct Clinic {
    FilesByPath files;
    std::vector<std::string> under_schema;
};

template <class Read>
Clinic clinic_of(Read read) {
    Clinic clinic;
    load([&](const std::string& path) {
        auto file = read(path);
        if (file.text) clinic.files[path] = *file.text;
        if (file.text && path.ends_with(".xml")) clinic.under_schema.push_back(path);
        return file;
    });
    return clinic;
}

/// What the loader finds in one file.
Problems loaders(const FilesByPath& files, const std::string& path) {
    Problems found = load(from_memory(files)).problems;
    std::erase_if(found, [&](const Problem& p) { return p.file != path; });
    return found;
}

/// Empty where both say the same: the schema refuses what the loader refuses, but for what is beyond it, and no more.
std::string quarrel(const FilesByPath& files, const std::string& path) {
    const auto loader = loaders(files, path);
    const auto editor = schema().problems(files.at(path));
    const bool expected = !std::all_of(loader.begin(), loader.end(), is_beyond);
    const bool agreed = editor.empty() ? !expected : !loader.empty();
    return agreed ? "" : "the loader says:\n" + in_lines(loader) + "the schema says:\n" + editor;
}

class Changes {
public:
    explicit Changes(unsigned seed) : m_random(seed) {}

    /// The text with one thing changed, and what that was.
    std::string one(const std::string& text) {
        const auto document = parse(text);
        m_elements.clear();
        collect(xmlDocGetRootElement(document.get()));
        auto* element = m_elements[below(m_elements.size())];
        m_what = std::string("line ") + std::to_string(xmlGetLineNo(element)) + ": ";
        element->properties&& below(3) > 0 ? attribute(element) : whole(element);
        xmlChar* bytes = nullptr;
        int size = 0;
        xmlDocDumpMemory(document.get(), &bytes, &size);
        std::string changed(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
        xmlFree(bytes);
        return changed;
    }
    const std::string& what() const { return m_what; }

private:
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(m_random); }

    static const xmlChar* xml(const char* text) { return reinterpret_cast<const xmlChar*>(text); }
    static std::string text(const xmlChar* text) { return reinterpret_cast<const char*>(text); }

    void collect(xmlNode* element) {
        m_elements.push_back(element);
        for (auto* child = element->children; child; child = child->next)
            if (child->type == XML_ELEMENT_NODE) collect(child);
    }

    const char* some_name() {
        static constexpr const char* names[] = {"question", "handout", "title",   "ask",     "text",  "urgency",
                                                "id",       "note",    "picture", "sources", "group", "colour",
                                                "p",        "part",    "source",  "qestion"};
        return names[below(std::size(names))];
    }

    void attribute(xmlNode* element) {
        static constexpr const char* values[] = {
            "",           "no",          "yes",     "maybe",  "x",      "emergency", "Two words", "60s",     "1 min",
            "2027-02-30", "#12345",      "#A0b1C2", "-3",     "12",     "1e3",       "a{b}",      "2026-11", "N.D.",
            "http://",    "https://a.b", "none",    "any-of", "letter", "Sources!",  "key.back"};
        std::vector<xmlAttr*> all;
        for (auto* a = element->properties; a; a = a->next)
            if (!a->ns) all.push_back(a);
        if (all.empty()) return whole(element);
        auto* chosen = all[below(all.size())];
        m_what += text(element->name) + " " + text(chosen->name);
        switch (below(4)) {
            case 0: {
                const auto* name = some_name();
                m_what += " becomes " + std::string(name);
                if (!xmlHasProp(element, xml(name))) xmlNodeSetName(reinterpret_cast<xmlNode*>(chosen), xml(name));
                return;
            }
            case 1:
                m_what += " is deleted";
                xmlRemoveProp(chosen);
                return;
            default: {
                const auto* value = values[below(std::size(values))];
                m_what += " is " + std::string(value);
                xmlSetProp(element, chosen->name, xml(value));
            }
        }
    }

    void whole(xmlNode* element) {
        m_what += text(element->name);
        const bool is_root = element == m_elements.front();
        switch (is_root ? 4 + below(2) : below(7)) {
            case 0:
                m_what += " is deleted";
                xmlUnlinkNode(element);
                xmlFreeNode(element);
                return;
            case 1:
                m_what += " is doubled";
                xmlAddNextSibling(element, xmlCopyNode(element, 1));
                return;
            case 2: {
                const auto* name = some_name();
                m_what += " becomes " + std::string(name);
                xmlNodeSetName(element, xml(name));
                return;
            }
            case 3: {
                auto* to = m_elements[below(m_elements.size())];
                m_what += " is copied into " + text(to->name);
                xmlAddChild(to, xmlCopyNode(element, 1));
                return;
            }
            case 4:
                m_what += " gets words";
                xmlNodeAddContent(element, xml("stray"));
                return;
            case 5: {
                const auto* name = some_name();
                m_what += " gets an attribute " + std::string(name);
                if (!xmlHasProp(element, xml(name))) xmlSetProp(element, xml(name), xml("x"));
                return;
            }
            default:
                m_what += " is emptied";
                xmlNodeSetContent(element, xml(""));
        }
    }

    std::mt19937 m_random;
    std::vector<xmlNode*> m_elements;
    std::string m_what;
};

void change(const Clinic& clinic, unsigned seed, int rounds) {
    Changes changes(seed);
    int sound = 0, broken = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto& path = clinic.under_schema[static_cast<std::size_t>(round) % clinic.under_schema.size()];
        auto files = clinic.files;
        auto& text = files.at(path);
        text = changes.one(text);
        const auto both = quarrel(files, path);
        CHECK_MESSAGE(both == "", path << ", " << changes.what());
        ++(schema().problems(text).empty() ? sound : broken);
    }
    CHECK(sound > rounds / 20);
    CHECK(broken > rounds / 4);
}

std::string enumerated(const char* type, const std::string& about, const std::vector<std::string_view>& names) {
    std::string xml = "  <xs:simpleType name=\"" + std::string(type) +
                      "\">\n    <xs:annotation><xs:documentation xml:lang=\"en\">" + about +
                      "</xs:documentation></xs:annotation>\n    <xs:restriction base=\"xs:token\">\n";
    for (const auto name : names) xml += "      <xs:enumeration value=\"" + std::string(name) + "\"/>\n";
    return xml + "    </xs:restriction>\n  </xs:simpleType>\n";
}

/// The schema with this list in its place.
std::string with_list(std::string xsd, const char* type, const std::string& about,
                      const std::vector<std::string_view>& names) {
    const std::string begin = "<!-- " + std::string(type) + ": kept by the tests -->\n";
    const auto from = xsd.find(begin), to = xsd.find("  <!-- end of " + std::string(type));
    REQUIRE(from != std::string::npos);
    REQUIRE(to != std::string::npos);
    return xsd.replace(from + begin.size(), to - from - begin.size(), enumerated(type, about, names));
}

}  // namespace

TEST_CASE("the schema knows every name of the interface, every colour, every kind of text") {
    const std::string file = std::string(KIOSK_SOURCE) + "/screens/kiosk.xsd";
    const auto kept = *fixtures::read_file(file).text;
    std::vector<std::string_view> texts;
    for (const auto& name : interface_names) texts.push_back(name.name);
    const auto colours = colour_names().subspan(1);
    const auto roles = role_names();
    auto made = with_list(kept, "text-name", "The names of the texts.", texts);
    made = with_list(made, "colour-name", "The names of the colours.", {colours.begin(), colours.end()});
    made = with_list(made, "role-name", "The kinds of text.", {roles.begin(), roles.end()});
    if (std::getenv("KIOSK_REWRITE")) std::ofstream(file) << made;
    CHECK_MESSAGE(kept == made, "a name was added or taken away: KIOSK_REWRITE=1 writes screens/kiosk.xsd anew");
}

TEST_CASE("the shipped files and the small clinic are as the schema says, and name it") {
    for (const auto& clinic : {clinic_of(shipped_file), clinic_of(fixtures::small_file)})
        for (const auto& path : clinic.under_schema)
            CHECK_MESSAGE(schema().problems(clinic.files.at(path)) == "", path);
    for (const auto& path : clinic_of(shipped_file).under_schema)
        CHECK_MESSAGE(shipped_file(path).text->find("kiosk.xsd\"") != std::string::npos, path);
}

TEST_CASE("schema and loader give one verdict over changes of the shipped content") {
    change(clinic_of(shipped_file), 20261122, 400);
}

TEST_CASE("schema and loader give one verdict over changes of the small clinic") {
    change(clinic_of(fixtures::small_file), 20261123, 800);
}

TEST_CASE("long: schema and loader give one verdict" * doctest::skip()) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        change(clinic_of(shipped_file), seed, 2'000);
        change(clinic_of(fixtures::small_file), seed, 2'000);
    }
}

}  // namespace kiosk::content
