// SPDX-License-Identifier: Apache-2.0
#include "content/translate.hpp"

#include "content/clinic_reader.hpp"
#include "content/files.hpp"
#include "content/translation_update.hpp"
#include "content/units.hpp"
#include "content/xml_reader.hpp"

#include <algorithm>

namespace kiosk::content {

namespace {

class Translator {
public:
    Translator(const ReadFile& read, std::string language) : m_files(read), m_language(std::move(language)) {}

    Translating whole(const std::string& content_xml) {
        Report report(content_xml, m_translating.problems);
        const auto* text = m_files.text(content_xml, 0, report);
        const auto root = text ? read_xml(*text, "kiosk", report) : std::nullopt;
        if (!root) return std::move(m_translating);
        const ClinicFile clinic = read_clinic(*root, report);
        const auto& listed = clinic.languages;
        m_own = listed.front().language.code;
        m_translating.is_listed =
            std::any_of(listed.begin(), listed.end(), [&](auto& l) { return l.language.code == m_language; });
        if (m_language == m_own)
            report.error(0, "\"" + m_language + "\" is the clinic's own language", "name the one to translate into");
        else
            for (const auto& topic : clinic.topics) take(topic.topic, report);
        if (m_language != m_own) take(clinic.interface, report);
        sort(m_translating.problems);
        return std::move(m_translating);
    }

private:
    void take(const NamedFile& named, Report& by) {
        const auto* text = m_files.text(named.path, named.line, by);
        Report own(named.path, m_translating.problems);
        auto root = text ? read_xml(*text, own) : std::nullopt;
        if (!root) return;
        const auto all = units(*root);
        const std::string path = translation_path(named.path, m_language);
        Report report(path, m_translating.problems);
        const bool is_new = m_files.why_not(path) == no_such_file;
        const auto* old = is_new ? nullptr : m_files.text(path, 0, report);
        if (!is_new && !old) return;
        const TranslationFile file{named.path.substr(named.path.rfind('/') + 1), m_own, m_language};
        const auto before = old ? std::optional(*old) : std::nullopt;
        auto now = updated(before, file, all, report);
        if (!now) return;
        if (const auto translation = read_translation(*now, m_own, m_language, report))
            for (const auto& unit : all) ++at(m_translating.tally, standing(unit, *translation));
        const bool is_changed = now != before;
        m_translating.files.push_back({path, std::move(*now), is_changed});
    }

    Files m_files;
    std::string m_language, m_own;
    Translating m_translating;
};

}  // namespace

Translating translate(const ReadFile& read, const std::string& content_xml, const std::string& language) {
    auto loaded = load(read, content_xml);
    if (!loaded.content) return {{}, {}, false, std::move(loaded.problems)};
    return Translator(read, language).whole(content_xml);
}

std::string in_words(const Tally& tally) {
    int all = 0;
    for (const int count : tally) all += count;
    const int reviewed = at(tally, Standing::reviewed), current = at(tally, Standing::translated) + reviewed;
    std::string words = grouped(all) + " texts: " + grouped(current) + " current (" + grouped(reviewed) +
                        " reviewed), " + grouped(at(tally, Standing::stale)) + " stale, ";
    if (at(tally, Standing::begun) > 0) words += grouped(at(tally, Standing::begun)) + " begun, ";
    return words + grouped(at(tally, Standing::missing)) + " missing";
}

}  // namespace kiosk::content
