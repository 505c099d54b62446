// SPDX-License-Identifier: Apache-2.0
#include "content/load.hpp"

#include "content/clinic_reader.hpp"
#include "content/evidence_reader.hpp"
#include "content/files.hpp"
#include "content/interface_reader.hpp"
#include "content/offering.hpp"
#include "content/picture_names.hpp"
#include "content/picture_reader.hpp"
#include "content/recordings.hpp"
#include "content/theme_reader.hpp"
#include "content/topic_reader.hpp"
#include "content/xml_reader.hpp"

#include <memory>

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
        const bool is_fit = !has_errors(m_problems);
        m_problems.insert(m_problems.end(), m_offering.problems.begin(), m_offering.problems.end());
        sort(m_problems);
        if (!is_fit) return {std::nullopt, std::move(m_problems)};
        m_written.insert(m_written.end(), m_offering.written.begin(), m_offering.written.end());
        return {std::move(content), std::move(m_problems), std::move(m_written), std::move(m_offering.translated)};
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
        const auto topics = read_topic_files(file, report);
        auto interface = read_file(file.interface, "interface", report);
        const auto texts = translatable(file, topics, interface);
        m_offering = offer(file, path, texts, m_files);
        content.clinic = std::move(file.clinic);
        for (const auto& [language, accept, desk, line] : m_offering.languages) {
            content.languages.push_back(language);
            if (!desk.empty()) content.clinic.desk.in.push_back(desk);
        }
        content.recordings = read_recordings(texts, content.languages, m_files, m_problems);
        for (std::size_t i = 0; i < topics.size(); ++i) read_one_topic(file.topics[i], topics[i], content, report);
        if (interface) {
            Report own(file.interface.path, m_problems);
            content.interface = read_interface(*interface, interface_names, own);
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

    using Trees = std::vector<std::unique_ptr<Element>>;  // none where the file cannot be read

    Trees read_topic_files(const ClinicFile& file, Report& by) {
        Trees trees;
        for (const auto& topic : file.topics) {
            auto root = read_file(topic.topic, "topic", by);
            trees.push_back(root ? std::make_unique<Element>(std::move(*root)) : nullptr);
        }
        return trees;
    }

    static std::vector<Translatable> translatable(const ClinicFile& file, const Trees& topics,
                                                  std::optional<Element>& interface) {
        std::vector<Translatable> all;
        for (std::size_t i = 0; i < topics.size(); ++i)
            if (topics[i]) all.push_back({file.topics[i].topic.path, topics[i].get()});
        if (interface) all.push_back({file.interface.path, &*interface});
        return all;
    }

    void read_one_topic(const TopicFile& files, const std::unique_ptr<Element>& root, Content& content, Report& by) {
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
    Offering m_offering;
};

}  // namespace

Loaded load(const ReadFile& read, const std::string& content_xml) {
    Loaded loaded = Reading(read).whole(content_xml);
    const auto words = read(words_file);
    if (words.text)
        loaded.words = read_word_list(*words.text);
    else
        loaded.words.problems.push_back({words_file, 0, Severity::warning, "the file " + words.why_not,
                                         words.why_not == not_allowed_to_read
                                             ? let_it_be_read(words_file)
                                             : "restore it from your copy: it lists the words not to use",
                                         "spelling"});
    return loaded;
}

}  // namespace kiosk::content
