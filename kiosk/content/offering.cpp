// SPDX-License-Identifier: Apache-2.0
#include "content/offering.hpp"

#include "content/placeholders.hpp"

#include <algorithm>

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
    const ListedLanguage& listed;
    std::string path;
    std::vector<Unit> units;
    Translation translation{};
    bool is_read = false;
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

class Offer {
public:
    Offer(const ClinicFile& clinic, std::string content_xml, const std::vector<Translatable>& files, Files& read)
        : m_clinic(clinic), m_content_xml(std::move(content_xml)), m_translatable(files), m_files(read) {}

    Offering whole() {
        for (const auto& listed : m_clinic.languages) {
            if (&listed == &m_clinic.languages.front())
                m_offering.languages.push_back(listed);
            else
                weigh(listed);
        }
        return std::move(m_offering);
    }

private:
    void problem(const std::string& file, int line, Severity severity, std::string what, std::string instead) {
        m_offering.problems.push_back({file, line, severity, std::move(what), std::move(instead)});
    }

    void weigh(const ListedLanguage& listed) {
        std::vector<Reading> readings;
        bool is_sound = true;
        Tally sum{};
        for (const auto& file : m_translatable) {
            readings.push_back({listed, translation_path(file.path, listed.language.code), units(*file.root)});
            is_sound = read(readings.back()) && is_sound;
            const auto tally = tell(readings.back());
            for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += tally[i];
        }
        if (is_sound && lacking(sum, enough(listed)) == 0) return take(readings, at(sum, Standing::translated) > 0);
        const auto& language = listed.language;
        const std::string left = "of " + grouped(total(sum)) + " texts " + in_words(sum, enough(listed));
        problem(
            m_content_xml, listed.line, Severity::warning,
            language.name + " (" + language.code +
                ") is not offered to patients: " + (is_sound ? left : "its files have errors"),
            is_sound ? "`kiosk translate " + language.code + "` marks in its files what is left to do" : "mend them");
    }

    /// False where what is there cannot be used.
    bool read(Reading& reading) {
        const auto& code = reading.listed.language.code;
        if (const auto why_not = m_files.why_not(reading.path); !why_not.empty()) {
            problem(reading.path, 0, Severity::warning, "the file " + why_not, "run: kiosk translate " + code);
            return true;
        }
        Report report(reading.path, m_offering.problems);
        const auto* text = m_files.text(reading.path, 0, report);
        auto translation =
            text ? read_translation(*text, m_clinic.languages.front().language.code, code, report) : std::nullopt;
        if (!translation) return false;
        reading.translation = std::move(*translation);
        reading.is_read = true;
        for (const auto& unit : reading.units) compare(unit, reading, report);
        return report.count() == 0;
    }

    void compare(const Unit& unit, const Reading& reading, Report& report) {
        const auto stands = standing(unit, reading.translation);
        if (stands == Standing::missing || stands == Standing::stale) return;
        const auto& translated = reading.translation.at(unit.id);
        check_places(unit, translated, report);
        m_offering.translated.push_back({reading.listed.language.code, reading.path, translated.line, unit.meeting.what,
                                         unit.source, translated.target});
    }

    /// A line for each question, handout and group of the interface; one for the file where all is the same.
    Tally tell(const Reading& reading) {
        struct Group {
            std::string what;
            Tally tally{};
            int line = 0;
        };
        std::vector<Group> groups;
        Tally sum{};
        const auto least = enough(reading.listed);
        for (const auto& unit : reading.units) {
            auto group =
                std::find_if(groups.begin(), groups.end(), [&](auto& g) { return g.what == unit.meeting.what; });
            if (group == groups.end()) group = groups.insert(groups.end(), {unit.meeting.what});
            const auto stands = standing(unit, reading.translation);
            ++at(group->tally, stands);
            ++at(sum, stands);
            const auto found = reading.translation.find(unit.id);
            if (stands < least && group->line == 0 && found != reading.translation.end())
                group->line = found->second.line;
        }
        if (!reading.is_read) return sum;
        const bool all_the_same = std::find(sum.begin(), sum.end(), total(sum)) != sum.end();
        if (all_the_same && lacking(sum, least) > 0)
            problem(reading.path, 0, Severity::todo, "all of it: " + in_words(sum, least), instead_of(sum, least));
        else
            for (const auto& group : groups)
                if (lacking(group.tally, least) > 0)
                    problem(reading.path, group.line, Severity::todo, group.what + ": " + in_words(group.tally, least),
                            instead_of(group.tally, least));
        if (least == Standing::translated && at(sum, Standing::translated) > 0)
            problem(reading.path, 0, Severity::todo,
                    "of " + grouped(total(sum)) + " texts " + grouped(at(sum, Standing::translated)) + " not reviewed",
                    "have them reviewed; until then they are shown as a draft");
        return sum;
    }

    void take(const std::vector<Reading>& readings, bool is_draft) {
        for (const auto& reading : readings)
            for (const auto& unit : reading.units) {
                const auto& translated = reading.translation.at(unit.id);
                unit.in->push_back(translated.target);
                m_offering.written.push_back({reading.path, translated.line, unit.in->back()});
            }
        m_offering.languages.push_back(readings.front().listed);
        m_offering.languages.back().language.is_draft = is_draft;
    }

    const ClinicFile& m_clinic;
    std::string m_content_xml;
    const std::vector<Translatable>& m_translatable;
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
