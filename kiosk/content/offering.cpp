// SPDX-License-Identifier: Apache-2.0
#include "content/offering.hpp"

#include "content/placeholders.hpp"

#include <algorithm>
#include <future>
#include <tuple>

namespace kiosk::content {

namespace {

int total(const Tally& tally) {
    int sum = 0;
    for (const int count : tally) sum += count;
    return sum;
}

/// "8 stale, 3 missing": what is below `enough`.
std::string in_words(const Tally& tally, Standing enough) {
    static constexpr std::array<const char*, 4> names{"missing", "stale", "begun", "not reviewed"};
    std::string words;
    for (std::size_t i = 0; i < names.size() && i < static_cast<std::size_t>(enough); ++i)
        if (tally[i] > 0) words += (words.empty() ? "" : ", ") + grouped(tally[i]) + ' ' + names[i];
    return words;
}

int lacking(const Tally& tally, Standing enough) {
    int sum = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(enough); ++i) sum += tally[i];
    return sum;
}

std::string instead_of(const Tally& tally, Standing enough) {
    const bool is_written = lacking(tally, Standing::translated) == 0;
    if (enough == Standing::translated) return "translate them";
    return is_written ? "have them reviewed" : "translate them, and have them reviewed";
}

/// One language in one file.
struct Reading {
    std::string path;
    const std::vector<Unit>& units;
    const std::string* text = nullptr;  ///< none where there is no such file, or it cannot be used
    Translation translation{};
    bool is_read = false;
};

/// One language, and all there is to say about it.
struct Weighed {
    const ListedLanguage& listed;
    std::vector<Reading> readings{};
    Problems problems{};
    TranslatedTexts translated{};
    Tally sum{};
    bool is_sound = true;
};

Standing enough(const ListedLanguage& listed) {
    return listed.accept == Accept::translated ? Standing::translated : Standing::reviewed;
}

void check_places(const Unit& unit, const TranslatedUnit& translated, Report& report) {
    const auto expected = placeholders_in(unit.source).value_or(Placeholders{});
    const auto found = placeholders_in(translated.target);
    const auto about = "\"" + unit.id + "\" ";
    const auto instead = expected.empty() ? "this text has no {...}" : "its places are " + in_braces(expected);
    if (!found) return report.error(translated.line, about + "has a brace that opens or closes nothing", instead);
    for (const auto& place : *found)
        if (expected.count(place) == 0) report.error(translated.line, about + "has no place {" + place + "}", instead);
    for (const auto& place : expected)
        if (found->count(place) == 0) report.error(translated.line, about + "lacks {" + place + "}", instead);
}

void add(Problems& problems, const std::string& file, int line, Severity severity, std::string what,
         std::string instead) {
    problems.push_back({file, line, severity, std::move(what), std::move(instead)});
}

void compare(const Unit& unit, const Reading& reading, Weighed& weighed, Report& report) {
    const auto stands = standing(unit, reading.translation);
    if (stands == Standing::missing || stands == Standing::stale) return;
    const auto& translated = reading.translation.at(unit.id);
    check_places(unit, translated, report);
    weighed.translated.push_back({weighed.listed.language.code, reading.path, translated.line, unit.meeting.what,
                                  unit.source, translated.target});
}

void read(Reading& reading, Weighed& weighed, const std::string& from) {
    Report report(reading.path, weighed.problems);
    auto translation = read_translation(*reading.text, from, weighed.listed.language.code, report);
    if (translation) {
        reading.translation = std::move(*translation);
        reading.is_read = true;
        for (const auto& unit : reading.units) compare(unit, reading, weighed, report);
    }
    weighed.is_sound = weighed.is_sound && translation && report.count() == 0;
}

/// A line for each question, handout and group of the interface; one for the file where all is the same.
Tally tell(const Reading& reading, Standing least, Problems& problems) {
    struct Group {
        std::string what;
        Tally tally{};
        int line = 0;
    };
    std::vector<Group> groups;
    Tally sum{};
    for (const auto& unit : reading.units) {
        auto group = std::find_if(groups.begin(), groups.end(), [&](auto& g) { return g.what == unit.meeting.what; });
        if (group == groups.end()) group = groups.insert(groups.end(), {unit.meeting.what});
        const auto stands = standing(unit, reading.translation);
        ++at(group->tally, stands);
        ++at(sum, stands);
        const auto found = reading.translation.find(unit.id);
        if (stands < least && group->line == 0 && found != reading.translation.end()) group->line = found->second.line;
    }
    if (!reading.is_read) return sum;
    const bool all_the_same = std::find(sum.begin(), sum.end(), total(sum)) != sum.end();
    if (all_the_same && lacking(sum, least) > 0)
        add(problems, reading.path, 0, Severity::todo, "all of it: " + in_words(sum, least), instead_of(sum, least));
    else
        for (const auto& group : groups)
            if (lacking(group.tally, least) > 0)
                add(problems, reading.path, group.line, Severity::todo,
                    group.what + ": " + in_words(group.tally, least), instead_of(group.tally, least));
    if (least == Standing::translated && at(sum, Standing::translated) > 0)
        add(problems, reading.path, 0, Severity::todo,
            "of " + grouped(total(sum)) + " texts " + grouped(at(sum, Standing::translated)) + " not reviewed",
            "have them reviewed; until then they are shown as a draft");
    return sum;
}

Weighed weigh(Weighed weighed, const std::string& from) {
    for (auto& reading : weighed.readings) {
        if (reading.text) read(reading, weighed, from);
        const auto tally = tell(reading, enough(weighed.listed), weighed.problems);
        for (std::size_t i = 0; i < tally.size(); ++i) weighed.sum[i] += tally[i];
    }
    return weighed;
}

class Offer {
public:
    Offer(const ClinicFile& clinic, const std::string& content_xml, const std::vector<Translatable>& files, Files& read)
        : m_clinic(clinic), m_content_xml(content_xml), m_files(read) {
        for (const auto& file : files) m_translatable.push_back({file.path, units(*file.root)});
    }

    /// Translations are most of what is read at a start: the languages side by side.
    Offering whole() {
        const auto& own = m_clinic.languages.front();
        std::vector<std::future<Weighed>> others;
        for (const auto& listed : m_clinic.languages)
            if (&listed != &own)
                others.push_back(std::async(std::launch::async, weigh, opened(listed), own.language.code));
        m_offering.languages.push_back(own);
        for (auto& other : others) settle(other.get());
        return std::move(m_offering);
    }

private:
    struct Texts {
        std::string path;
        std::vector<Unit> units;
    };

    Weighed opened(const ListedLanguage& listed) {
        Weighed weighed{listed};
        const auto& code = listed.language.code;
        for (const auto& [path, units] : m_translatable) {
            auto& reading = weighed.readings.emplace_back(Reading{translation_path(path, code), units});
            if (const auto why_not = m_files.why_not(reading.path); !why_not.empty()) {
                add(weighed.problems, reading.path, 0, Severity::warning, "the file " + why_not,
                    why_not == not_allowed_to_read ? let_it_be_read(reading.path) : "run: kiosk translate " + code);
                continue;
            }
            Report report(reading.path, weighed.problems);
            reading.text = m_files.text(reading.path, 0, report);
            weighed.is_sound = weighed.is_sound && reading.text;
        }
        return weighed;
    }

    void settle(const Weighed& weighed) {
        const auto& [listed, readings, problems, translated, sum, is_sound] = weighed;
        m_offering.problems.insert(m_offering.problems.end(), problems.begin(), problems.end());
        m_offering.translated.insert(m_offering.translated.end(), translated.begin(), translated.end());
        if (is_sound && lacking(sum, enough(listed)) == 0) return take(weighed);
        const auto& [code, name] = std::tie(listed.language.code, listed.language.name);
        const std::string left = "of " + grouped(total(sum)) + " texts " + in_words(sum, enough(listed));
        add(m_offering.problems, m_content_xml, listed.line, Severity::warning,
            name + " (" + code + ") is not offered to patients: " + (is_sound ? left : "its files have errors"),
            is_sound ? "`kiosk translate " + code + "` marks in its files what is left to do" : "mend them");
    }

    void take(const Weighed& weighed) {
        for (const auto& reading : weighed.readings)
            for (const auto& unit : reading.units) {
                const auto& translated = reading.translation.at(unit.id);
                unit.in->push_back(translated.target);
                m_offering.written.push_back({reading.path, translated.line, unit.in->back()});
            }
        m_offering.languages.push_back(weighed.listed);
        m_offering.languages.back().language.is_draft = at(weighed.sum, Standing::translated) > 0;
    }

    const ClinicFile& m_clinic;
    const std::string& m_content_xml;
    std::vector<Texts> m_translatable;
    Files& m_files;
    Offering m_offering;
};

}  // namespace

Offering offer(const ClinicFile& clinic, const std::string& content_xml, const std::vector<Translatable>& files,
               Files& read) {
    if (clinic.languages.empty() || files.empty()) return {clinic.languages, {}, {}, {}};
    return Offer(clinic, content_xml, files, read).whole();
}

}  // namespace kiosk::content
