// SPDX-License-Identifier: Apache-2.0
// The small clinic with a second language, its XLIFF files made and filled in memory. For the tests of translations.
#pragma once

#include "content/broken.hpp"
#include "content/translate.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace kiosk::content {

inline const std::string topic_es = "screens/small.es.xlf", interface_es = "screens/interface.es.xlf";

inline void replace(std::string& text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    text.replace(at, from.size(), to);
}

inline void replace_all(std::string& text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
        text.replace(at, from.size(), to);
}

/// A target for every source: the same words between « and », in that state.
inline void fill_in(std::string& xlf, const std::string& state) {
    for (std::size_t at = 0; (at = xlf.find("<source>", at)) != std::string::npos;) {
        const auto begin = at + 8, end = xlf.find("</source>", at);
        const std::string target = "\n        <target>«" + xlf.substr(begin, end - begin) + "»</target>";
        xlf.insert(end + 9, target);
        at = end + 9 + target.size();
    }
    replace_all(xlf, "state=\"initial\"", "state=\"" + state + '"');
}

/// Runs `kiosk translate es` over the files; its summary.
inline std::string translate_into(FilesByPath& files) {
    const auto done = translate(from_memory(files), "content.xml", "es");
    if (has_errors(done.problems)) return in_lines(done.problems);
    for (const auto& file : done.files) files[file.path] = file.text;
    return in_words(done.tally);
}

/// In sentences for a clinic of 500 texts, 400 of them the interface's: with the numbers of today.
inline std::string counted(std::string sentence) {
    const auto interface = static_cast<int>(std::count_if(std::begin(interface_names), std::end(interface_names),
                                                          [](auto& n) { return !n.name.starts_with("desk."); }));
    const int topic = 98;
    for (const auto& [sample, number] :
         {std::pair("501 ", interface + topic + 1), std::pair("500 ", interface + topic),
          std::pair("499 ", interface + topic - 1), std::pair("400 ", interface), std::pair("100 ", topic)})
        replace_all(sentence, sample, std::to_string(number) + '\xFF');
    replace_all(sentence, "\xFF", " ");
    return sentence;
}

/// <language code="es" ...> in content.xml, and both files complete in that state.
inline FilesByPath in_spanish(const std::string& state, const std::string& attributes = "") {
    FilesByPath files = small_files();
    replace(files["content.xml"], R"(<language code="en" name="English"/>)",
            R"(<language code="en" name="English"/>
  <language code="es" name="Español" desk="la recepción" )" +
                attributes + "/>");
    translate_into(files);
    fill_in(files[topic_es], state);
    fill_in(files[interface_es], state);
    return files;
}

/// The languages patients are offered: "en es".
inline std::string offered(const Loaded& loaded) {
    REQUIRE(loaded.content);
    std::string codes;
    for (const auto& language : loaded.content->languages) codes += (codes.empty() ? "" : " ") + language.code;
    return codes;
}

}  // namespace kiosk::content
