// SPDX-License-Identifier: Apache-2.0
#include "content/load.hpp"

#include "content/clinic_reader.hpp"
#include "content/evidence_reader.hpp"
#include "content/files.hpp"
#include "content/interface_reader.hpp"
#include "content/picture_names.hpp"
#include "content/picture_reader.hpp"
#include "content/theme_reader.hpp"
#include "content/topic_reader.hpp"
#include "content/xml_reader.hpp"

namespace kiosk::content {

namespace {

/// One reading of all files of a clinic.
class Reading {
public:
    explicit Reading(const ReadFile& read) : m_files(read), m_pictures(m_files, m_problems) {}

    Loaded whole(const std::string& content_xml) {
        Content content = read_content(content_xml);
        content.pictures = m_pictures.drawings();
        content.hash = m_files.fingerprint();
        sort(m_problems);
        if (has_errors(m_problems)) return {std::nullopt, std::move(m_problems)};
        return {std::move(content), std::move(m_problems), std::move(m_written)};
    }

private:
    Content read_content(const std::string& path) {
        Content content;
        Report report(path, m_problems);
        const auto* text = m_files.text(path, 0, report);
        const auto root = text ? read_xml(*text, "kiosk", report) : std::nullopt;
        if (!root) return content;
        add_written(*root, path, m_written);
        ClinicFile file = read_clinic(*root, report);
        content.clinic = std::move(file.clinic);
        content.languages = std::move(file.languages);
        for (const auto& topic : file.topics) read_one_topic(topic, content, report);
        if (const auto e = read_file(file.interface, "interface", report)) {
            Report own(file.interface.path, m_problems);
            content.interface = read_interface(*e, interface_names, own);
        }
        if (const auto e = read_file(file.theme, "theme", report)) {
            Report own(file.theme.path, m_problems);
            content.theme = read_theme(*e, own);
            content.theme_file = file.theme.path;
        }
        for (const auto name : program_pictures) m_pictures.take(std::string(name), root->line, report);
        return content;
    }

    /// The root of a file that content.xml names.
    std::optional<Element> read_file(const NamedFile& file, std::string_view root, Report& by) {
        if (file.path.empty()) return std::nullopt;
        const auto* text = m_files.text(file.path, file.line, by);
        if (!text) return std::nullopt;
        Report own(file.path, m_problems);
        auto e = read_xml(*text, root, own);
        if (e) add_written(*e, file.path, m_written);
        return e;
    }

    void read_one_topic(const TopicFile& files, Content& content, Report& by) {
        const auto root = read_file(files.topic, "topic", by);
        if (!root) return;
        Report own(files.topic.path, m_problems);
        Topic topic = read_topic(*root, m_pictures, own);
        for (const auto& other : content.topics)
            if (other.id == topic.id && !topic.id.empty())
                own.error(root->line, "the topic id \"" + topic.id + "\" is used twice",
                          "choose another, it is taken in " + other.file);
        if (const auto e = read_file(files.evidence, "evidence", by)) {
            Report evidence(files.evidence.path, m_problems);
            read_evidence(*e, topic, evidence);
        }
        content.topics.push_back(std::move(topic));
    }

    Problems m_problems;
    Files m_files;
    PictureReader m_pictures;
    WrittenTexts m_written;
};

}  // namespace

Loaded load(const ReadFile& read, const std::string& content_xml) {
    return Reading(read).whole(content_xml);
}

}  // namespace kiosk::content
