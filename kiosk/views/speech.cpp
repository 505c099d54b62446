// SPDX-License-Identifier: Apache-2.0
#include "views/speech.hpp"

#include "page/reading_mark.hpp"
#include "views/focus.hpp"
#include "views/wording.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace kiosk::views {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Not "nine hundred eleven": a number to dial is said digit by digit, its groups apart.
std::string dialled(const std::string& number) {
    std::string said;
    for (const char c : number) {
        if (!is_digit(c)) said += ',';
        if (!said.empty() && said.back() != ' ') said += ' ';
        if (is_digit(c)) said += c;
    }
    return said;
}

/// What may be a telephone number: the emergency number, or as many digits as no other number of a content has.
bool is_dialled(const std::string& number, const std::string& emergency) {
    constexpr std::ptrdiff_t fewest = 7;
    return number == emergency || std::count_if(number.begin(), number.end(), is_digit) >= fewest;
}

std::string with_dialled_digits(const std::string& text, const std::string& emergency) {
    std::string said;
    for (std::size_t i = 0; i < text.size();) {
        auto end = i;
        while (end < text.size() && (is_digit(text[end]) || (text[end] == '-' && end > i && is_digit(text[end - 1]) &&
                                                             end + 1 < text.size() && is_digit(text[end + 1]))))
            ++end;
        const auto number = text.substr(i, end - i);
        said += number.empty() ? text.substr(i, 1) : is_dialled(number, emergency) ? dialled(number) : number;
        i = std::max(end, i + 1);
    }
    return said;
}

/// Without the marks of direction, which a voice would name.
std::string without_marks(const std::string& text) {
    constexpr std::array<std::string_view, 5> marks{"\u2066", "\u2067", "\u2068", "\u2069", "\u200f"};
    std::string without = text;
    for (const auto mark : marks)
        for (auto at = without.find(mark); at != std::string::npos; at = without.find(mark))
            without.erase(at, mark.size());
    return without;
}

class Speaker {
public:
    Speaker(const content::Content& content, const visit::Visit& visit, const page::Sheet& sheet)
        : m_content(content), m_visit(visit), m_stops(page::stops(sheet)) {}

    std::size_t count() const { return m_stops.size(); }
    Script script() { return std::move(m_script); }

    void add_stop(std::size_t stop) {
        const auto& is = m_stops[stop];
        for (std::size_t said = 0; said < is.words.size(); ++said) {
            if (is.words[said].is_picture) add_word("speech.picture");
            add_text(is.words[said], OnGlass{stop, said, {}});
        }
        if (is.ticked) add_word(*is.ticked ? "speech.ticked" : "speech.not-ticked");
        if (is.selected) add_word("speech.chosen");
        if (is.disabled) add_word("speech.off");
    }
    void add_position(std::size_t stop) {
        add_plain(say(m_content, language(), "speech.position",
                      {{"n", std::to_string(stop + 1)}, {"of", std::to_string(count())}}));
    }
    void add_word(const std::string& name) { add_plain(m_content.words(name)(language())); }
    void add_header(const page::Sheet& sheet) {
        for (const auto& text : page::header_words(sheet)) add_text({text, false, {}}, {});
    }
    const page::Stop& stop(std::size_t at) const { return m_stops[at]; }
    /// Who begins by keys is told what they do.
    void add_keys(std::size_t after) {
        const bool begins = std::holds_alternative<visit::place::Welcome>(m_visit.place) && m_visit.focus;
        if (begins && m_stops[after].is_title) add_word("speech.keys");
    }

private:
    std::string spoken(const std::string& text) const {
        return with_dialled_digits(without_marks(text), m_content.clinic.emergency_number);
    }
    content::LanguageId language() const { return m_visit.look.language; }
    std::size_t index_of(const std::string& code) const {
        std::size_t i = 0;
        while (i < m_content.languages.size() && m_content.languages[i].code != code) ++i;
        return i;
    }
    std::shared_ptr<const std::string> recording(const std::string& text, const std::string& code) const {
        const auto index = index_of(code);
        if (index >= m_content.recordings.size()) return {};
        const auto found = m_content.recordings[index].find(text);
        return found == m_content.recordings[index].end() ? nullptr : found->second.file;
    }
    void add_plain(const std::string& text) { add_text({text, false, {}}, {}); }

    /// Somebody who read it aloud read all of it in one; a machine reads it sentence by sentence.
    void add_text(const page::Said& said, std::optional<OnGlass> at) {
        const auto code = said.language.empty() ? m_content.languages[language().index].code : said.language;
        auto recorded = recording(said.text, code);
        const auto stretches =
            recorded ? std::vector<page::Stretch>{{0, said.text.size()}} : page::sentences(said.text, code);
        for (const auto& stretch : stretches) {
            if (at) at->stretch = stretch;
            m_script.push_back(
                {spoken(said.text.substr(stretch.begin, stretch.end - stretch.begin)), code, at, recorded});
        }
    }

    const content::Content& m_content;
    const visit::Visit& m_visit;
    std::vector<page::Stop> m_stops;
    Script m_script;
};

/// Nothing of the question can be told from it.
bool leads_out(const Screen& screen, const page::Stop& stop) {
    using namespace visit;
    if (stop.in_dock) return true;
    if (stop.key < 0) return false;
    const auto& action = screen.actions.at(static_cast<std::size_t>(stop.key));
    return action == Action{action::Back{}} || action == Action{action::Say{Reply::tell_staff}} ||
           action == Action{action::TickReply{Reply::tell_staff}};
}

}  // namespace

Script speech(const content::Content& content, const visit::Visit& visit, const page::Sheet& sheet) {
    Speaker speaker(content, visit, sheet);
    const bool is_private = visit::is_private(content, visit);
    if (is_private) speaker.add_word("speech.private");
    for (std::size_t stop = 0; stop < speaker.count(); ++stop)
        if (!is_private || speaker.stop(stop).in_dock) {
            speaker.add_stop(stop);
            speaker.add_keys(stop);
        }
    speaker.add_header(sheet);
    return speaker.script();
}

Script speech_of_stop(const content::Content& content, const visit::Visit& visit, const Screen& screen,
                      const page::Sheet& sheet, std::size_t stop) {
    Speaker speaker(content, visit, sheet);
    if (stop >= speaker.count()) return {};
    if (visit::is_private(content, visit) && !leads_out(screen, speaker.stop(stop)))
        speaker.add_word("speech.private");
    else
        speaker.add_stop(stop);
    speaker.add_position(stop);
    speaker.add_keys(stop);
    return speaker.script();
}

Script heard_now(const content::Content& content, const visit::Visit& visit, const Screen& screen,
                 const page::Sheet& sheet) {
    if (!visit::is_listening(visit)) return {};
    if (!visit.listening.stop_alone) return speech(content, visit, sheet);
    const auto stop = focused(page::stops(sheet), screen, visit.focus);
    return stop ? speech_of_stop(content, visit, screen, sheet, *stop) : Script();
}

std::optional<OnGlass> read_now(const Script& script, const visit::Visit& visit) {
    const auto at = static_cast<std::size_t>(visit.listening.sentence);
    if (visit.listening.is != visit::Listening::Is::reading || at >= script.size()) return {};
    return script[at].at;
}

page::Sheet with_mark(const page::Sheet& sheet, const std::optional<OnGlass>& at) {
    if (!at) return sheet;
    const auto stops = page::stops(sheet);
    return at->stop < stops.size() ? page::marked(sheet, stops[at->stop], at->said, at->stretch) : sheet;
}

}  // namespace kiosk::views
