// SPDX-License-Identifier: Apache-2.0
#include "app/approval.hpp"
#include "app/approval_text.hpp"
#include "app/clock.hpp"
#include "app/commands.hpp"
#include "app/files.hpp"
#include "app/first_content.hpp"
#include "app/last_good.hpp"
#include "app/loaded.hpp"
#include "app/state.hpp"
#include "app/usage_text.hpp"
#include "content/day.hpp"
#include "desk/certificate.hpp"
#include "mailbox/mailbox.hpp"

#include <iostream>

namespace kiosk::app {

namespace {

using mailbox::value_of;

constexpr int most_told = 20;

std::string or_else(const std::string& text, const char* instead) {
    return text.empty() ? instead : text;
}

std::string approval(const mailbox::Look& look) {
    const auto sign_off = read_sign_off(value_of(look.screen, mailbox::Fact::approval));
    if (!sign_off) return "not yet reviewed by a clinician";
    const auto& [by, on, until] = *sign_off;
    return "approved by " + by + ", on " + on + (until.empty() ? "" : ", until " + until);
}

/// The glass says that the kiosk is not in use yet.
bool is_closed(const mailbox::Look& look) {
    return look.screen_is_there && value_of(look.screen, mailbox::Fact::content).empty();
}

/// The service has something to compare the files on the disk with.
bool service_judges(const mailbox::Look& look) {
    return look.service_is_there && !value_of(look.service, mailbox::Fact::content).empty();
}

std::string content_on_glass(const mailbox::Look& look) {
    if (!look.screen_is_there) return "none, the screen is not running";
    if (is_closed(look)) return "none: it says \"Not in use yet. See the front desk\"";
    const auto since = value_of(look.screen, mailbox::Fact::content_since);
    return or_else(value_of(look.screen, mailbox::Fact::content), "not known") +
           (since.empty() ? "" : ", since " + since) + ", " + approval(look);
}

/// Where what is on the glass came from; nothing where that is not known.
std::optional<Origin> origin_on_glass(const mailbox::Look& look, const LastGood& last_good) {
    const auto edition = last_good.edition_of(value_of(look.screen, mailbox::Fact::content));
    return edition ? last_good.origin_of(*edition) : std::nullopt;
}

std::string origin(const mailbox::Look& look, const Machine& machine) {
    const auto from = origin_on_glass(look, LastGood(machine));
    if (!from) return "not known";
    if (from->bundle == 0) return "edited here, " + from->source;
    return "bundle " + from->source + ", version " + std::to_string(from->bundle);
}

std::string service(const mailbox::Look& look) {
    if (look.service_is_there) return "running";
    const auto trouble = look.screen_is_there ? value_of(look.screen, mailbox::Fact::service_trouble) : std::string();
    return trouble.empty() ? "not running" : "not running: " + trouble;
}

std::string printer(const mailbox::Look& look) {
    return look.service_is_there ? or_else(value_of(look.service, mailbox::Fact::printer_condition), "not known")
                                 : "not known, the service is not running";
}

std::string desk(const mailbox::Look& look, const Machine& machine) {
    const auto line = value_of(look.service, mailbox::Fact::desk),
               page = value_of(look.service, mailbox::Fact::desk_page);
    const auto trouble = value_of(look.service, mailbox::Fact::desk_trouble);
    if (!trouble.empty()) return (page.empty() ? "not open: " : page + ", not reached: ") + trouble;
    if (page.empty()) return "none";
    if (!look.service_is_there) return page + ", the service is not running";
    if (machine.no_screen) return page + ", for other kiosks";
    return page + (line == "listens" ? ", open at a desk" : ", open nowhere: nobody would see a call");
}

/// Or nobody is to watch here.
bool is_watched(const mailbox::Look& look, const Machine& machine) {
    const bool has_page = look.service_is_there && !value_of(look.service, mailbox::Fact::desk_page).empty();
    return !has_page || machine.no_screen || value_of(look.service, mailbox::Fact::desk) == "listens";
}

/// A line where the page has one.
std::string certificate(const mailbox::Look& look) {
    const auto end = look.service_is_there ? value_of(look.service, mailbox::Fact::desk_certificate) : std::string();
    const auto last = desk::read_day(end);
    if (!last) return {};
    switch (desk::how_long(*last, desk::read_day(today()).value_or(desk::Day{}))) {
        case desk::Lasts::is_over:
            return "certificate of the desk page: ended on " + end + ": browsers warn of the page. Replace the file.\n";
        case desk::Lasts::not_long:
            return "certificate of the desk page: ends on " + end + ". Replace the file before that.\n";
        case desk::Lasts::long_enough:
            break;
    }
    return "certificate of the desk page: good until " + end + '\n';
}

std::string paging(const mailbox::Look& look, const Machine& machine) {
    if (look.service_is_there) return or_else(value_of(look.service, mailbox::Fact::paging), "none");
    return machine.webhook.empty() ? "none" : "not known, the service is not running";
}

/// A line where one was damaged, else nothing.
std::string damaged_mailbox(const mailbox::Look& look) {
    const auto at = value_of(look.service, mailbox::Fact::mailbox_trouble);
    if (at.empty()) return {};
    return "mailbox: damaged, put aside at " + at + ", a new one begun. What was waiting in it is lost, calls too.\n";
}

/// A line where something is wrong with it, else nothing.
std::string metrics(const mailbox::Look& look) {
    const auto trouble = look.service_is_there ? value_of(look.service, mailbox::Fact::metrics_trouble) : std::string();
    return trouble.empty() ? "" : "metrics: kept from everybody until kiosk starts again: " + trouble + '\n';
}

std::string sound(const mailbox::Look& look) {
    if (!look.screen_is_there) return "not known, the screen is not running";
    return or_else(value_of(look.screen, mailbox::Fact::sound), "not known yet");
}

std::string staff_pin(const mailbox::Look& look) {
    if (!look.service_is_there) return "not known, the service is not running";
    return value_of(look.service, mailbox::Fact::staff_pin) == "set" ? "set" : "not set (kiosk pin sets it)";
}

std::string known(const desk::Known& of) {
    return (of.is_all ? "" : "at least ") + std::to_string(of.number);
}

std::string use(const mailbox::Look& look) {
    const auto week = read_week(value_of(look.service, mailbox::Fact::usage));
    if (!week) return "not counted";
    return "visits " + std::to_string(week->visits) + ", checks finished " + known(week->finished) +
           ", handouts printed " + known(week->handouts) + "; of today the visits alone";
}

/// The clinic's files, and how they stand to what patients see.
struct OnDisk {
    content::Loaded loaded;
    Approval approval;
    std::string trouble;  ///< lines: why patients do not see it
};

OnDisk on_disk(const Machine& machine, const mailbox::Look& look) {
    OnDisk disk{load_content(machine.content), {}, {}};
    if (service_judges(look)) disk.trouble = value_of(look.service, mailbox::Fact::content_trouble);
    auto problems = disk.loaded.problems;
    if (auto& content = disk.loaded.content) {
        disk.approval = approval_beside(machine.content, *content, machine, today());
        content->sign_off = disk.approval.sign_off;
        problems = content::check(*content, today());
        if (disk.trouble.empty() && !is_allowed(machine, *content)) disk.trouble = std::string(not_allowed) + '\n';
    }
    int told = 0;
    for (const auto& problem : problems)
        if (!service_judges(look) && problem.severity == Severity::error && told++ < most_told)
            disk.trouble += to_string(problem) + '\n';
    return disk;
}

/// Patients see a bundle that was installed after these files were accepted.
bool is_overtaken(const OnDisk& disk, const mailbox::Look& look, const Machine& machine) {
    const LastGood last_good(machine);
    const auto edit = last_good.last_edit();
    const auto from = origin_on_glass(look, last_good);
    return from && from->bundle > 0 && edit && hash_of(*edit) == disk.loaded.content->hash;
}

std::string compared(const OnDisk& disk, const mailbox::Look& look, const Machine& machine) {
    const bool is_shown = look.screen_is_there && disk.loaded.content &&
                          value_of(look.screen, mailbox::Fact::content) == disk.loaded.content->hash;
    if (!disk.trouble.empty())
        return (is_shown          ? "not fit for patients, who see these words all the same:\n"
                : is_closed(look) ? "not fit for patients, who see that the kiosk is not in use yet:\n"
                                  : "not fit for patients, who see what was last good:\n") +
               disk.trouble;
    if (!disk.loaded.content) return "cannot be read; the service looks at it again\n";
    const auto& hash = disk.loaded.content->hash;
    if (!look.screen_is_there || value_of(look.screen, mailbox::Fact::content) == hash) return "fit for patients\n";
    if (is_overtaken(disk, look, machine)) return "as it was; the bundle was installed later\n";
    if (!look.service_is_there) return "changed; the service is not running, so restart the kiosk to show it\n";
    return value_of(look.service, mailbox::Fact::content_ready).starts_with(hash)
               ? "changed; patients see it after this visit\n"
               : "changed; it is being checked\n";
}

std::string expired(const OnDisk& disk) {
    std::string all;
    if (!disk.loaded.content) return all;
    const auto content = content::on_day(*disk.loaded.content, today());
    for (const auto& topic : content.topics)
        for (const auto& handout : topic.handouts)
            if (handout.expired)
                all += "not offered, past its review-by of " + handout.review_by + ": " +
                       handout.title(content::LanguageId{0}) + '\n';
    return all;
}

std::string about_approval(const OnDisk& disk) {
    std::string all;
    for (const auto& problem : disk.approval.problems) all += to_string(problem) + '\n';
    return all;
}

/// While the service does not have what is on the glass.
std::string about_printing(const mailbox::Look& look) {
    if (!look.screen_is_there || !look.service_is_there) return {};
    const auto shown = value_of(look.screen, mailbox::Fact::content);
    const bool prints = value_of(look.service, mailbox::Fact::content).find(shown) != std::string::npos;
    return prints ? "" : "The service has other content than the glass: nothing can be printed until the next visit.\n";
}

/// What people are promised is there: a glass, what works behind it, content for both, and private speech.
bool is_served(const mailbox::Look& look, const Machine& machine, const OnDisk& disk) {
    if (!look.service_is_there || !disk.loaded.content) return false;
    if (machine.no_screen) return true;
    const bool is_heard = value_of(look.screen, mailbox::Fact::sound).starts_with("ready");
    return look.screen_is_there && (is_heard || !machine.headphones);
}

}  // namespace

Exit status(const Machine& machine) {
    const auto look = mailbox::look(mailbox_folder(machine));
    if (!look) return world_said_no(look.failure().sentence);
    look_as_the_kiosk(machine);
    const auto disk = on_disk(machine, *look);
    const auto name = look->screen_is_there ? value_of(look->screen, mailbox::Fact::name) : machine.name;
    std::cout << "kiosk: " << or_else(name, "no name set") << '\n'
              << "screen: "
              << (machine.no_screen       ? "none, as no-screen says"
                  : look->screen_is_there ? "running"
                                          : "not running")
              << '\n'
              << "content on the glass: " << content_on_glass(*look) << '\n'
              << (look->screen_is_there ? "it came from: " + origin(*look, machine) + '\n' : "")
              << "service: " << service(*look) << '\n'
              << "printer: " << printer(*look) << '\n'
              << "desk page: " << desk(*look, machine) << '\n'
              << "reading aloud: " << sound(*look) << '\n'
              << "staff PIN at the glass: " << staff_pin(*look) << '\n'
              << certificate(*look) << metrics(*look) << "paging system: " << paging(*look, machine) << '\n'
              << "use in the last 7 days: " << use(*look) << '\n'
              << damaged_mailbox(*look) << "requests waiting: " << look->waiting << '\n'
              << "content on the disk: " << compared(disk, *look, machine) << expired(disk) << about_approval(disk)
              << about_printing(*look);
    const bool is_told = value_of(look->service, mailbox::Fact::desk_trouble).empty() && is_watched(*look, machine);
    return disk.trouble.empty() && is_told && is_served(*look, machine, disk) ? Exit::fine : Exit::content_problem;
}

}  // namespace kiosk::app
