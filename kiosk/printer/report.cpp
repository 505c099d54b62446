// SPDX-License-Identifier: Apache-2.0
#include "printer/report.hpp"

namespace kiosk::printer {

namespace {

std::string when_reached(const Condition& condition) {
    switch (condition.trouble) {
        case Trouble::none:
            break;
        case Trouble::paper:
            return "The printer needs paper";
        case Trouble::jam:
            return "The printer has a paper jam";
        case Trouble::door:
            return "A door of the printer is open";
        case Trouble::toner:
            return "The printer needs toner or ink";
        case Trouble::offline:
            return "The printer says it is offline";
        case Trouble::busy:
            return "The printer is busy with something else";
        case Trouble::attention:
            return "The printer needs attention: it does not take jobs now";
    }
    if (condition.format == Format::none) return "The printer reads neither PDF nor PWG raster: it cannot be used";
    return "The printer is ready";
}

std::string remarks(const Condition& condition) {
    std::string text;
    if (condition.paper_low) text += ", paper is low";
    if (condition.toner_low) text += ", toner or ink is low";
    if (condition.security == Security::encrypted_not_pinned) text += ", encrypted but its certificate is not pinned";
    if (condition.security == Security::plain) text += ", not encrypted";
    return text;
}

}  // namespace

bool is_final(Stage stage) {
    return stage == Stage::printed || stage == Stage::saved || stage == Stage::not_printed ||
           stage == Stage::cancelled || stage == Stage::unknown;
}

const char* name(Stage stage) {
    static constexpr const char* names[] = {"queued", "sent",        "printing",  "needs hand", "printed",
                                            "saved",  "not printed", "cancelled", "unknown"};
    return names[static_cast<std::size_t>(stage)];
}

const char* name(Trouble trouble) {
    static constexpr const char* names[] = {"none", "paper", "jam", "door", "toner", "offline", "busy", "attention"};
    return names[static_cast<std::size_t>(trouble)];
}

std::string sentence(const Condition& condition) {
    switch (condition.reach) {
        case Reach::not_asked:
            return "The printer was not asked yet.";
        case Reach::unreachable:
            return "The printer cannot be reached: check that it is on and connected, and its address.";
        case Reach::no_answer:
            return "The printer does not answer: switch it off and on, and check its address.";
        case Reach::not_a_printer:
            return "What answers at the printer's address is no IPP printer: check the address.";
        case Reach::refused:
            return "The printer refuses the kiosk: allow printing without a password, or use ipps:// if it wants "
                   "encryption.";
        case Reach::wrong_certificate:
            return "The printer shows another certificate than the pinned one, so nothing is sent. If the printer was "
                   "replaced, pin the new one: " +
                   condition.presented_pin + ".";
        case Reach::reached:
            break;
    }
    if (condition.security == Security::folder)
        return condition.trouble == Trouble::none
                   ? "Demonstration: jobs are saved as PDF files in a folder."
                   : "Demonstration: the folder for the PDF files cannot be written. Make it writable.";
    return when_reached(condition) + remarks(condition) + ".";
}

const char* state_name(const Condition& condition) {
    switch (condition.reach) {
        case Reach::not_asked:
            return "not-asked";
        case Reach::unreachable:
        case Reach::no_answer:
        case Reach::not_a_printer:
            return "not-reached";
        case Reach::refused:
            return "refused";
        case Reach::wrong_certificate:
            return "wrong-certificate";
        case Reach::reached:
            break;
    }
    const bool is_in_trouble = condition.trouble != Trouble::none;
    if (condition.security == Security::folder) return is_in_trouble ? "folder-trouble" : "demonstration";
    if (is_in_trouble) return name(condition.trouble);
    if (condition.format == Format::none) return "unusable";
    return condition.paper_low ? "paper-low" : condition.toner_low ? "toner-low" : "ready";
}

}  // namespace kiosk::printer
