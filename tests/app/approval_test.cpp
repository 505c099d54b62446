// SPDX-License-Identifier: Apache-2.0
// Approval: it holds for exactly one content, until its day, and where a key is asked for only when signed with it.
#include "app/approval.hpp"

#include "app/signing.hpp"
#include "content/sign_off.hpp"
#include "fixtures/small.hpp"
#include "mailbox/scratch.hpp"

#include <doctest/doctest.h>

#include <sys/stat.h>

using namespace kiosk;
using namespace kiosk::app;

namespace {

const content::Content& small() {
    static const auto content = fixtures::small_clinic();
    return content;
}

content::Approved approved(std::string until = "") {
    return {{"A. Example & \"partner\" <GP>, family doctor", "2026-11-01", std::move(until)}, small().hash, {}};
}

std::string said(const Approval& approval) {
    std::string all;
    for (const auto& problem : approval.problems) all += to_string(problem) + '\n';
    return all;
}

struct Key {
    Scratch scratch;
    std::string file = (scratch.folder / "key").string();
    std::string open_part;
    Key() {
        std::filesystem::create_directories(scratch.folder);
        const auto made = make_key(file);
        REQUIRE(made);
        open_part = *made;
    }
    std::string signed_xml(content::Approved what) const {
        what.signature = *sign(signed_text(what), file);
        return write_approved(what);
    }
};

}  // namespace

TEST_CASE("what approve writes is read back, whatever the name") {
    Problems problems;
    content::Report report("approval.xml", problems);
    for (const auto& one : {approved(), approved("2027-01-01")}) {
        const auto read = content::read_approved(write_approved(one), report);
        CHECK(problems.empty());
        REQUIRE(read);
        CHECK(*read == one);
    }
}

TEST_CASE("an approval that may not be read is told, one that is not there is nothing") {
    const auto judged = [](const char* why_not) {
        return judge_approval(content::FileText{{}, why_not}, small(), Machine(), "2026-11-23");
    };
    CHECK(said(judged(content::no_such_file)).empty());
    CHECK(said(judged(content::not_allowed_to_read)) ==
          "approval.xml: warning: the file may not be read here (let the kiosk read it: chmod 644 approval.xml, and "
          "chmod "
          "755 the folders it lies in)\n");
    CHECK(said(judged("is not a file")) ==
          "approval.xml: warning: the file is not a file (delete it and have it approved again)\n");
    CHECK_FALSE(judged(content::not_allowed_to_read).sign_off);
}

TEST_CASE("an approval holds for one content, until the end of its last day") {
    const Machine machine;
    const auto xml = write_approved(approved("2026-12-31"));
    CHECK(judge_approval("", small(), machine, "2026-11-23").sign_off == std::nullopt);
    CHECK(judge_approval(xml, small(), machine, "2026-11-23").sign_off == approved("2026-12-31").sign_off);
    CHECK(judge_approval(xml, small(), machine, "2026-12-31").sign_off);
    CHECK(judge_approval(xml, small(), machine, "").sign_off);
    const auto past = judge_approval(xml, small(), machine, "2027-01-01");
    CHECK(past.sign_off == std::nullopt);
    CHECK(
        said(past) ==
        "approval.xml: warning: the approval by A. Example & \"partner\" <GP>, family doctor ended on 2026-12-31 (have "
        "it approved again: kiosk approve)\n");
    const auto early = judge_approval(xml, small(), machine, "2026-10-31");
    CHECK(early.sign_off);  // a clock that lost its time must not take the kiosk away
    CHECK(said(early) ==
          "approval.xml: warning: the approval by A. Example & \"partner\" <GP>, family doctor is of 2026-11-01, a day "
          "still "
          "to come (have it approved again: kiosk approve)\n");
    auto changed = small();
    changed.hash[0] = changed.hash[0] == 'a' ? 'b' : 'a';
    const auto other = judge_approval(xml, changed, machine, "2026-11-23");
    CHECK(other.sign_off == std::nullopt);
    CHECK(
        said(other) ==
        "approval.xml: warning: the content was changed after A. Example & \"partner\" <GP>, family doctor approved it "
        "on 2026-11-01 (have it approved again: kiosk approve)\n");
}

TEST_CASE("that an approval ends is said 30 days before") {
    const auto xml = write_approved(approved("2026-12-31"));
    CHECK(said(judge_approval(xml, small(), {}, "2026-11-30")) == "");
    CHECK(
        said(judge_approval(xml, small(), {}, "2026-12-01")) ==
        "approval.xml: warning: the approval by A. Example & \"partner\" <GP>, family doctor ends on 2026-12-31 (plan "
        "the next one)\n");
}

TEST_CASE("with a key, only what its owner signed counts: not unsigned, not by another key, not with a changed day") {
    const Key key, another;
    Machine machine;
    machine.approval_key = key.open_part;
    const auto holds = [&](const std::string& xml) {
        return judge_approval(xml, small(), machine, "2026-11-23").sign_off.has_value();
    };
    CHECK(holds(key.signed_xml(approved("2026-12-31"))));
    CHECK_FALSE(holds(write_approved(approved("2026-12-31"))));
    CHECK_FALSE(holds(another.signed_xml(approved("2026-12-31"))));
    auto forged = key.signed_xml(approved("2026-12-31"));
    forged.replace(forged.find("2026-12-31"), 10, "2036-12-31");
    CHECK_FALSE(holds(forged));
    auto other_name = key.signed_xml(approved());
    other_name.replace(other_name.find("family"), 6, "famous");
    CHECK_FALSE(holds(other_name));
}

TEST_CASE("a broken approval is no approval, and says where") {
    const auto broken = judge_approval("<approval by=\"A\"", small(), {}, "2026-11-23");
    CHECK(broken.sign_off == std::nullopt);
    CHECK(has_errors(broken.problems));
    const auto short_hash = judge_approval("<approval by=\"A\" on=\"2026-11-23\" content=\"abc\"/>", small(), {}, "");
    CHECK(
        said(short_hash) ==
        "approval.xml:1: error: this is not as kiosk approve wrote it (delete the file and have it approved again)\n");
}

TEST_CASE("neither machine nor content can take back that the other asks for approval") {
    content::Clinic clinic;
    Machine machine;
    CHECK_FALSE(needs_approval(machine, clinic));
    clinic.require_approval = true;
    CHECK(needs_approval(machine, clinic));
    machine.require_approval = true;
    CHECK(needs_approval(machine, clinic));
    clinic.require_approval = false;
    CHECK(needs_approval(machine, clinic));
    machine.no_screen = true;  // nobody reads there
    CHECK_FALSE(needs_approval(machine, clinic));
}

TEST_CASE("a secret key is its owner's alone, and is never written over another") {
    const Key key;
    struct stat is {};
    REQUIRE(stat(key.file.c_str(), &is) == 0);
    CHECK((is.st_mode & 0777) == 0600);
    CHECK_FALSE(make_key(key.file));
    CHECK(*public_part(key.file) == key.open_part);
    chmod(key.file.c_str(), 0644);
    CHECK(sign("text", key.file).failure().sentence ==
          "Others may read the key " + key.file + ": it may sign for anybody. Make a new one with --make-key.");
}
