// SPDX-License-Identifier: Apache-2.0
// What the clinic wrote, as values: the clinic, its languages, topics, questions, rules, handouts, every word of the
// interface. Used by every pure room. A Content exists only if nothing in it was an error (load.hpp makes it), so
// every id in it points at something.
#pragma once

#include "base/id.hpp"
#include "base/instant.hpp"
#include "base/theme.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::content {

/// An index into Content::languages; 0 is the clinic's own language.
using LanguageId = Id<struct LanguageTag>;
using TopicId = Id<struct TopicTag>;
/// Indices into the lists of one Topic.
using QuestionId = Id<struct QuestionTag>;
using HandoutId = Id<struct HandoutTag>;
using SourceId = Id<struct SourceTag>;
using GroupId = Id<struct GroupTag>;
/// A sign is what can be answered with yes: a yes-no question itself, or one choice of an any-of question.
using SignId = Id<struct SignTag>;

/// One text in every language of the clinic.
struct Text {
    std::vector<std::string> in;  ///< by LanguageId; all languages, or the clinic's own alone

    bool operator==(const Text&) const = default;
    bool empty() const { return in.empty() || in.front().empty(); }
    const std::string& operator()(LanguageId language) const;
};

/// Ordered: more urgent is greater. `mention` never blocks.
enum class Urgency { none, mention, today, emergency };
/// As the author writes it: "mention".
std::string urgency_name(Urgency);
enum class Kind { yes_no, any_of };
/// The words are in interface.xml: "very sure", "fairly sure", "not sure yet".
enum class Evidence { none, traditional, limited, moderate, strong };

/// A picture of the content folder, already read and known to be SVG.
struct Picture {
    std::string name;  ///< file name under screens/pictures, without .svg; empty = no picture
    Text alt;          ///< for those who cannot see it
    bool operator==(const Picture&) const = default;
};

struct Sign {
    std::string id;  ///< unique in the topic, as the author wrote it
    QuestionId question;
    Text label;  ///< a choice's words on the glass; empty for a yes-no question
    Text note;   ///< how the note for staff says it
    Text told;   ///< how the amber page says it to the patient ("Fever with your back pain")
    Urgency urgency = Urgency::none;
    std::vector<std::string> evidence_rows;  ///< rows of the evidence file it asks: "E1", "U3", "G1"
    std::string lowered;                     ///< why it is less urgent than a row it asks; empty = it is not
    int line = 0;
    bool operator==(const Sign&) const = default;
};

struct Question {
    std::string id;
    Kind kind = Kind::yes_no;
    Urgency urgency = Urgency::none;  ///< what "I'm not sure" raises; a choice may say its own
    bool is_private = false;          ///< answer kept off the glass and the loudspeaker; offers "I'd rather tell staff"
    bool ends_check = false;          ///< when raised, the check ends here and the outcome is shown (under 18)
    Text ask, hint, short_hint;       ///< short_hint for the largest text; empty = hint
    std::vector<Text> why;            ///< paragraphs of "Why do we ask?"
    Text private_note;                ///< general words for the note, where is_private ("infection risk")
    Text in_short;  ///< how the note lists a whole question; general words where private; may be empty
    Picture picture;
    std::vector<SignId> signs;  ///< one for yes-no; its choices for any-of
    std::vector<SourceId> sources;
    int line = 0;
    bool operator==(const Question&) const = default;
};

/// All of `all` and, where `any` is not empty, at least one of `any`: raises `urgency`.
struct Together {
    std::vector<SignId> all, any;
    Urgency urgency = Urgency::emergency;
    Text note;  ///< how the note for staff says it
    bool operator==(const Together&) const = default;
};

/// Why something is held back from someone who gave one of these answers.
struct Caution {
    std::vector<SignId> signs;
    Text because;  ///< "You told us you take blood thinners."
    Text reason;   ///< what could happen
    bool operator==(const Caution&) const = default;
};

/// One part of a handout: on the glass it starts a page; on paper an exercise or section that never splits.
struct Part {
    std::string id;  ///< by which a gate of the evidence names it; empty where none does
    Text heading;
    Picture picture;
    std::vector<Text> paragraphs;
    std::vector<Text> steps;       ///< numbered
    std::vector<Text> points;      ///< bullets
    Text dose;                     ///< in bold: how much, how often
    bool is_warning = false;       ///< drawn as a boxed warning
    std::vector<SignId> withhold;  ///< left out for these answers
    std::vector<SignId> only_if;   ///< shown only for these answers; empty = for all
    bool operator==(const Part&) const = default;
};

struct Handout {
    std::string id;
    GroupId group;
    Text title, summary;
    Picture picture;
    std::vector<Part> parts;
    std::vector<Text> dos, do_nots, stop_if;
    Evidence evidence = Evidence::none;
    std::vector<Text> how_sure;  ///< what is known and what is not, in plain words
    std::vector<SourceId> sources;
    std::vector<Caution> withhold;   ///< never opened for these answers
    std::vector<Caution> ask_first;  ///< opens by "Read with care"
    std::vector<Text> instead;       ///< what to do instead, where held back
    std::vector<HandoutId> see_also;
    bool always_open = false;  ///< "When to see a clinician", "Questions to ask": open on the amber page too
    bool week_chart = false;   ///< the paper has a chart to tick off
    std::string web_page;      ///< the clinic's page for the QR code; empty = none
    std::string written, reviewed, review_by, author, reviewer;  ///< dates ISO; reviewer empty = not yet reviewed
    bool expired = false;  ///< past its review-by (on_day): not offered until it is reviewed again
    int line = 0;
    bool operator==(const Handout&) const = default;
};

struct Source {
    std::string id, title, organisation, year, url, checked;
    int line = 0;
    bool operator==(const Source&) const = default;
};

struct Group {
    std::string id;
    Text title;
    bool operator==(const Group&) const = default;
};

/// A row of the evidence file that must be asked or excused; every sign that asks it is at least so urgent.
struct EvidenceRow {
    /// All of `all` with any one of `any` are that urgent: ids of signs, which need not be so by themselves.
    struct Together {
        std::vector<std::string> all, any;
        int line = 0;  ///< in evidence_file
        bool operator==(const Together&) const = default;
    };
    std::string id;
    Urgency least = Urgency::none;
    std::vector<std::string> asked_by;  ///< ids of the signs that must go on asking it
    std::vector<Together> together;
    bool get_help = false;  ///< a <get-help> must tell it, as urgent as it is
    int line = 0;           ///< in evidence_file
    bool operator==(const EvidenceRow&) const = default;
};

/// Which rows of the evidence one <get-help> tells, and how urgent it says they are.
struct GetHelp {
    Urgency when = Urgency::emergency;  ///< emergency: now; mention: soon
    std::vector<std::string> rows;
    int line = 0;
    bool operator==(const GetHelp&) const = default;
};

/// The answers that hold back a handout, or one part of it, whatever else does: ids of signs.
struct Gate {
    std::string handout, part;  ///< part empty: the whole handout
    std::vector<std::string> withhold, ask_first;
    std::vector<std::string> only_if;  ///< of a part: those who must see it
    int line = 0;                      ///< in evidence_file
    bool operator==(const Gate&) const = default;
};

/// A row of the evidence file that is knowingly not asked.
struct NotAsked {
    std::string row, because;
    int line = 0;
    bool operator==(const NotAsked&) const = default;
};

struct Topic {
    std::string id, file, version;  ///< version: what paper and status print
    std::string written, reviewed, review_by, author, reviewer;
    Text title, welcome, lead;  ///< welcome: the big words of screen 01
    Picture picture, welcome_picture, safety_picture;
    Text tell_clinician;  ///< ends every path: "Tell the clinician at this visit about your upper back"
    std::vector<Text> help_now, help_today, help_soon;  ///< the "Get help" box of every handout
    std::vector<GetHelp> get_help;                      ///< of each of them
    std::vector<Question> questions;                    ///< in the order asked: emergency, under 18, today, about you
    std::vector<Sign> signs;
    std::vector<Together> together;
    std::vector<Group> groups;
    std::vector<Handout> handouts;
    std::vector<Source> sources;
    std::vector<NotAsked> not_asked;
    std::string evidence_file;  ///< relative to the content folder
    std::vector<EvidenceRow> evidence_rows;
    std::vector<Gate> gates;
    int line = 0, check_line = 0;  ///< of <topic> and its <safety-check>
    bool operator==(const Topic&) const = default;

    const Question& operator[](QuestionId at) const { return questions[at.index]; }
    const Sign& operator[](SignId at) const { return signs[at.index]; }
    const Handout& operator[](HandoutId at) const { return handouts[at.index]; }
    const Source& operator[](SourceId at) const { return sources[at.index]; }
    /// By its id as the author wrote it.
    std::optional<SignId> sign(const std::string& id) const;
};

/// All limits of time that staff may change; content.xml <timing>.
struct Timing {
    Duration idle{60'000}, idle_reading{120'000}, idle_largest{180'000};  ///< until "Are you still there?"
    Duration idle_countdown{30'000};                                      ///< to answer it
    Duration unfinished_notice{60'000};     ///< "Need help? Go to the front desk" before welcome
    Duration call_shown_within{10'000};     ///< else state d
    Duration call_answered_within{30'000};  ///< else state e
    Duration call_closed_shown{60'000};     ///< the page of a call that staff closed, after the last touch
    Duration printing_deadline{180'000};    ///< a job that has not come out by then is cancelled
    Duration done_shown{20'000};            ///< the page after printing, before idle counts
    Duration ignore_after_change{300};      ///< touches right after a screen change
    Duration repeat_guard{800};             ///< a second touch on the same key
    Duration staff_idle{120'000};           ///< without a touch, until staff mode closes
    Duration cleaning{30'000};              ///< the glass does nothing while it is wiped
    bool operator==(const Timing&) const = default;
};

enum class AfterToday { staff_release, open_with_note };
enum class PaperSize { letter, a4 };

struct Language {
    std::string code;  ///< BCP 47: "en", "es"
    std::string name;  ///< in its own language
    bool right_to_left = false;
    bool is_draft = false;  ///< offered before all of it was reviewed: screens and paper say so
    bool operator==(const Language&) const = default;
};

struct Clinic {
    std::string name, address, phone, emergency_number;
    Text desk;  ///< what the front desk is called here
    PaperSize paper = PaperSize::letter;
    AfterToday after_today = AfterToday::staff_release;
    bool require_approval = false;  ///< only content with a SignOff reaches patients
    Timing timing;
    bool operator==(const Clinic&) const = default;
};

/// A clinician's word that patients may see exactly this content (`kiosk approve`).
struct SignOff {
    std::string by, on, until;  ///< days ISO; until empty: without an end
    bool operator==(const SignOff&) const = default;
};

/// A sound file of the clinic.
struct Recording {
    std::shared_ptr<const std::string> file;  ///< never nullptr once it was read
    bool operator==(const Recording& other) const {
        return file == other.file || (file && other.file && *file == *other.file);
    }
};
/// Of each offered language, by the text that is read.
using Recordings = std::vector<std::map<std::string, Recording>>;

struct Content {
    Clinic clinic;
    std::vector<Language> languages;        ///< those offered to patients, at least the clinic's own
    std::vector<Topic> topics;              ///< at least one
    std::map<std::string, Text> interface;  ///< every word of every button and message, by name
    std::map<std::string, std::string>
        pictures;           ///< SVG text by name (screens/pictures/NAME.svg; icons as "icons/NAME")
    Recordings recordings;  ///< read aloud in place of a machine's voice
    Theme theme;
    std::string theme_file;           ///< relative to the content folder, for problems of check
    std::string hash;                 ///< fingerprint: SHA-256 over path, length and bytes of every file read, hex
    std::optional<SignOff> sign_off;  ///< who reads the files puts it here: it stands beside what it is about

    bool operator==(const Content&) const = default;
    const Topic& operator[](TopicId at) const { return topics[at.index]; }
    /// A text of interface.xml. The loader holds the list of names the program uses: a missing one is an error there.
    const Text& words(const std::string& name) const { return interface.at(name); }
};

/// "fever with any of diabetes dialysis": the ids of the signs.
std::string answers_of(const Topic&, const Together&);

}  // namespace kiosk::content
