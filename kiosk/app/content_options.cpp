// SPDX-License-Identifier: Apache-2.0
// The commands about content: check, render, handout, map, preview, translate, diff, book, approve, pack, install.
#include "app/bundle.hpp"
#include "app/parser.hpp"
#include "content/clinic_reader.hpp"

namespace kiosk::app {

namespace {

std::string ends_in(const std::string& file, std::initializer_list<const char*> endings) {
    std::string all;
    for (const auto* ending : endings) {
        if (file.ends_with(ending)) return {};
        all += (all.empty() ? "" : " or ") + std::string(ending);
    }
    return "'" + file + "' does not say what to write; end it in " + all;
}

/// It becomes part of a file name.
std::string no_language(const std::string& code) {
    if (content::is_language_code(code)) return {};
    return "'" + code + "' is no language code; write a code as en, es or zh-Hans";
}

}  // namespace

void Parser::add_check() {
    using Check = command::Check;
    auto* sub = add("check", "Says whether the content is fit for patients, a line a problem.", {});
    sub->add_option("FILE", checked, "content.xml to check, or its folder");
    sub->add_option_function<std::string>(
           "--format",
           [this](const std::string& format) {
               check.format = format == "json"    ? Check::Format::json
                              : format == "sarif" ? Check::Format::sarif
                                                  : Check::Format::text;
           },
           "text, json, or sarif (SARIF 2.1.0, for editors and CI)")
        ->check(CLI::IsMember({"text", "json", "sarif"}));
    const auto* no_fit = sub->add_flag_callback(
        "--no-fit", [this] { check.depth = Check::Depth::words; }, "Quick: lays out no screen and no sheet");
    sub->add_flag_callback(
        "--self-test", [this] { check.depth = Check::Depth::self_test; },
        "Plants faults in a copy of the content and says which check catches each");
    sub->add_flag("--watch", check.watch, "Checks again whenever a file of the content is saved, until Ctrl-C");
    sub->callback([this, no_fit] {
        if (check.watch && check.format != Check::Format::text)
            throw CLI::ValidationError("--watch", "is for people; leave out --format");
        if (check.depth == Check::Depth::self_test && (check.watch || no_fit->count() > 0))
            throw CLI::ValidationError("--self-test", "goes alone; leave out --watch and --no-fit");
        chosen = check;
    });
}

void Parser::add_accessibility() {
    auto* sub = add("accessibility",
                    "How content and machine meet EN 301 549, Revised Section 508 and WCAG 2.2, clause by clause.",
                    [this] { chosen = accessibility; });
    sub->add_option_function<std::string>(
           "--format", [this](const std::string& format) { accessibility.json = format == "json"; }, "text or json")
        ->check(CLI::IsMember({"text", "json"}));
}

void Parser::add_render() {
    auto* sub = add("render", "Writes every screen as PNG.", [this] { chosen = render; });
    sub->add_option("-o,--output", render.folder, "Folder")->required();
    sub->add_option("--size", render_size, "Size of the screen")->default_str("1080x1920")->check(no_size);
    sub->add_option("--only", render.only, "Only screens with this in their name");
    sub->add_flag("--text", render.text, "Also NAME.txt: what is on each screen");
    sub->add_flag("--speech", render.speech, "Also NAME.speech.txt: what is read aloud, a sentence a line");
    sub->add_option("--language", render.language, "Language code; the clinic's if not given");
    sub->add_flag("--largest", render.largest, "Every screen in the largest letters");
    sub->add_flag("--contrast", render.contrast, "Every screen in high contrast");
    sub->add_flag("--lowered", render.lowered, "Every screen with its keys low");
}

void Parser::add_handout() {
    auto* sub = add("handout", "Writes handouts as PDF.", [this] { chosen = handout; });
    sub->add_option("--topic", handout.topic, "Topic id; the first if not given");
    sub->add_option("--handout", handout.handouts, "Handout id; may be repeated; all if not given");
    sub->add_option("--language", handout.language, "Language code; the clinic's if not given");
    sub->add_option("--paper", handout.paper, "letter or a4; the clinic's if not given")
        ->check(CLI::IsMember({"letter", "a4"}));
    sub->add_flag("--large-print", handout.large_print, "18 pt");
    sub->add_option("-o,--output", handout.out, "PDF file")->required();
}

void Parser::add_map() {
    auto* sub = add("map", "The safety check and its rules, as text or drawn (-o).", [this] { chosen = visit_map; });
    sub->add_option("--topic", visit_map.topic, "Topic id; all if not given");
    sub->add_option("-o,--output", visit_map.out, "Draws it into this file: .svg, .pdf or .png. Needs Graphviz.")
        ->check([](const std::string& file) {
            return ends_in(file, {".svg", ".pdf", ".png"});
        });
}

void Parser::add_preview() {
    auto* sub = add("preview", "A window to leaf through every screen and sheet; follows the files as they are saved.",
                    [this] { chosen = preview; });
    sub->add_option("--out", preview.folder, "Writes them into this folder as PNG instead; all languages");
    sub->add_option("--topic", preview.topic, "Topic id; the first if not given");
    sub->add_option("--language", preview.language, "Language code");
    sub->add_option("--size", preview.size, "normal, large or largest letters; on paper large print")
        ->check(CLI::IsMember({"normal", "large", "largest"}));
    sub->add_option("--paper", preview.paper, "letter or a4; the clinic's if not given")
        ->check(CLI::IsMember({"letter", "a4"}));
    sub->add_flag("--landscape", preview.landscape, "Screens that hang across");
    sub->add_option("--only", preview.only, "With --out: only what has this in its name");
    sub->footer(
        "Arrow keys leaf; p paper or glass, t topic, l language, s letters, o turn the panel or A4, w lowered,\n"
        "q or Escape ends. " +
        std::string(machine_note) + "\n" + exit_codes);
}

void Parser::add_translate() {
    add("translate", "Makes or updates the XLIFF files of a language, beside each topic and the interface.",
        [this] { chosen = translate; })
        ->add_option("LANGUAGE", translate.language, "Its code: es, vi, zh-Hans")
        ->required()
        ->check(no_language);
}

void Parser::add_diff() {
    auto* sub = add("diff", "What differs between two contents: where answers lead, rules, texts, screens.",
                    [this] { chosen = diff; });
    sub->add_option("OLD", diff.before, "The old content.xml, or its folder")->required();
    sub->add_option("NEW", diff.after, "The new one")->required();
    sub->add_option("-o,--output", diff.out, "Also as PDF, with the screens side by side")
        ->check([](const std::string& file) { return ends_in(file, {".pdf"}); });
    sub->footer(
        "Exit codes: 0 no difference; 1 there are some; 2 wrong use of the command line; 3 one of them cannot be "
        "read.");
}

void Parser::add_book() {
    auto* sub = add("book", "The sign-off book: every screen and sheet, the map, the warning signs, as PDF to sign.",
                    [this] { chosen = book; });
    sub->add_option("-o,--output", book.out, "PDF file. Needs Graphviz.")
        ->required()
        ->check([](const std::string& file) { return ends_in(file, {".pdf"}); });
    sub->add_option("--date", book.date, "Day of making it, like 2026-11-22; today if not given");
}

void Parser::add_approve() {
    auto* sub =
        add("approve", "Records that patients may see exactly this content, in approval.xml beside it.", [this] {
            if (approval.by.empty() && approval.make_key.empty()) throw CLI::RequiredError("--by \"Name, role\"");
            chosen = approval;
        });
    auto* by = sub->add_option("--by", approval.by, "Who approves: \"Name, role\"");
    sub->add_option("--until", approval.until, "The last day it holds: 2027-11-22; without it there is none");
    sub->add_option("--key", approval.key, "Sign with this secret key");
    sub->add_option("--make-key", approval.make_key,
                    "Only write a new secret key to this file, and print its public part for "
                    "approval-key= in the machine file of each kiosk")
        ->excludes(by);
}

void Parser::add_pack() {
    auto* sub = add("pack", "Makes one signed bundle of an approved content, for kiosks to install.",
                    [this] { chosen = bundle; });
    sub->add_option("-o,--output", bundle.out, "The bundle: clinic.kiosk")->required();
    sub->add_option("--key", bundle.key, "Sign with this secret key (approve --make-key)")->required();
    sub->add_option("--number", bundle.version,
                    "Its version, which must be higher than any the kiosks had; without it, the minute it is made in, "
                    "as 202611301742")
        ->check(CLI::Range(std::uint64_t{1}, largest_version));
}

void Parser::add_install() {
    auto* sub = add("install",
                    "Takes a bundle of kiosk pack: checks signature, version, approval and all that kiosk check does.",
                    [this] { chosen = installation; });
    auto* from = sub->add_option("FROM", installation.from,
                                 "A file or https://...; without it, what updates= in the machine file names, if it is "
                                 "new and its server was not just in trouble");
    auto* back = sub->add_flag("--previous", installation.previous, "Go back to the version before")->excludes(from);
    sub->add_flag("--stick", installation.stick,
                  "From a USB stick (FAT32), as staff ask for it at the glass; where its driver sleeps, "
                  "`systemctl start clinic-kiosk-stick` does that")
        ->excludes(from)
        ->excludes(back);
    sub->add_option("--wait", installation.wait, "Seconds for somebody to put the stick in")
        ->capture_default_str()
        ->check(CLI::Range(0, 300));
}

}  // namespace kiosk::app
