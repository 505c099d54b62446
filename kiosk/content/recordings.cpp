// SPDX-License-Identifier: Apache-2.0
#include "content/recordings.hpp"

#include "content/units.hpp"

#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

namespace kiosk::content {

namespace {

constexpr std::string_view sound = ".ogg";

/// "upper-back-pain" of "screens/upper-back-pain.xml".
std::string stem(const std::string& path) {
    const auto name = path.substr(path.rfind('/') + 1);
    return name.substr(0, name.rfind('.'));
}

std::string trimmed(const std::string& text) {
    const auto begin = text.find_first_not_of(" \t\r\n"), end = text.find_last_not_of(" \t\r\n");
    return begin == std::string::npos ? "" : text.substr(begin, end - begin + 1);
}

/// What each name of a recording stands for, in one language.
std::map<std::string, std::string> texts_by_name(const std::vector<Translatable>& files, std::size_t language) {
    std::map<std::string, std::string> texts;
    std::set<std::string> once, twice;
    for (const auto& file : files)
        for (const auto& unit : units(*file.root)) {
            if (language > 0 && unit.in->size() < language) continue;
            const auto& text = language == 0 ? unit.source : (*unit.in)[language - 1];
            if (!once.insert(unit.id).second) twice.insert(unit.id);
            texts[unit.id] = text;
            texts[stem(file.path) + '.' + unit.id] = text;
        }
    for (const auto& id : twice) texts.erase(id);
    return texts;
}

class Reader {
public:
    Reader(Files& files, Problems& problems) : m_files(files), m_problems(problems) {}

    void read(const std::map<std::string, std::string>& texts, const std::string& language,
              std::map<std::string, Recording>& to) {
        const std::string folder = "screens/voice/" + language;
        for (const auto& file : m_files.names(folder)) {
            if (!file.ends_with(sound)) continue;
            const std::string name = file.substr(0, file.size() - sound.size()), path = folder + '/' + file;
            const auto text = texts.find(name);
            if (text == texts.end())
                warn(path, "no text has the id \"" + name + '"', "name it as the text in the .xlf file, or remove it");
            else if (is_of(text->second, path, folder + '/' + name + ".txt"))
                add(path, text->second, to);
        }
    }

private:
    /// Without words beside it nobody can tell; with others it is of an older text.
    bool is_of(const std::string& text, const std::string& path, const std::string& words_path) {
        if (!m_files.why_not(words_path).empty()) {
            warn(path, "nobody will notice when the words it says are changed",
                 "write these words into " + words_path + " beside it");
            return true;
        }
        Report report(words_path, m_problems);
        const auto* words = m_files.text(words_path, 0, report);
        if (words && trimmed(*words) == trimmed(text)) return true;
        warn(path, "says other words than the text has now, so it is not used",
             "have the text read again, and write its words into " + words_path);
        return false;
    }
    void add(const std::string& path, const std::string& text, std::map<std::string, Recording>& to) {
        Report report(path, m_problems);
        if (const auto* file = m_files.text(path, 0, report))
            to[text].file = std::make_shared<const std::string>(*file);
    }
    void warn(const std::string& path, std::string what, std::string instead) {
        m_problems.push_back({path, 0, Severity::warning, std::move(what), std::move(instead), "voice"});
    }

    Files& m_files;
    Problems& m_problems;
};

}  // namespace

Recordings read_recordings(const std::vector<Translatable>& files, const std::vector<Language>& languages, Files& read,
                           Problems& problems) {
    Recordings recordings(languages.size());
    for (std::size_t i = 0; i < languages.size(); ++i)
        Reader(read, problems).read(texts_by_name(files, i), languages[i].code, recordings[i]);
    return recordings;
}

}  // namespace kiosk::content
