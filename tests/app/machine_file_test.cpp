// SPDX-License-Identifier: Apache-2.0
#include "app/machine_file.hpp"

#include "app/options.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace kiosk;
using namespace kiosk::app;

namespace {

const std::vector<std::string_view> options{"content", "name", "printer", "still"};

std::string problems_of(const std::string& text) {
    std::string all;
    for (const auto& problem : read_machine_file(text, "machine.conf", options).problems)
        all += to_string(problem) + "\n";
    return all;
}

/// A machine file, and what the command line with it says.
struct Written {
    std::string folder, path;

    explicit Written(const std::string& text) {
        std::string pattern = (std::filesystem::temp_directory_path() / "kiosk-machine-XXXXXX").string();
        REQUIRE(mkdtemp(pattern.data()) != nullptr);
        folder = pattern;
        path = folder + "/machine.conf";
        std::ofstream(path) << text;
    }
    ~Written() { std::filesystem::remove_all(folder); }

    std::variant<Options, int> with(std::vector<std::string> words) const {
        words.insert(words.begin(), "kiosk");
        words.insert(words.end(), {"--config", path});
        std::vector<char*> argv;
        for (auto& word : words) argv.push_back(word.data());
        return read_options(static_cast<int>(argv.size()), argv.data());
    }
    Machine machine(const std::vector<std::string>& words = {}) const {
        const auto read = with(words);
        REQUIRE(std::holds_alternative<Options>(read));
        return std::get<Options>(read).machine;
    }
    int code(const std::vector<std::string>& words = {}) const {
        const auto read = with(words);
        return std::holds_alternative<int>(read) ? std::get<int>(read) : -1;
    }
};

/// What check tells of this machine file.
std::string told(const std::string& text) {
    const Written file(text);
    const auto read = file.with({"check"});
    REQUIRE(std::holds_alternative<Options>(read));
    std::string all;
    for (auto problem : std::get<command::Check>(std::get<Options>(read).command).of_machine) {
        CHECK(problem.rule == "machine");
        CHECK(problem.file == file.path);
        problem.file = "machine.conf";
        all += to_string(problem) + "\n";
    }
    return all;
}

}  // namespace

TEST_CASE("a value is the rest of its line, blanks and all") {
    const auto read = read_machine_file(
        "# Room\n\nname=Waiting room 1\n  printer = ipp://printer/ipp/print  \ncontent=\"/a b/c.xml\"\nstill=\n",
        "machine.conf", options);
    CHECK(read.problems.empty());
    const std::vector<Setting> expected{{"name", "Waiting room 1", 3},
                                        {"printer", "ipp://printer/ipp/print", 4},
                                        {"content", "/a b/c.xml", 5},
                                        {"still", "", 6}};
    CHECK(read.settings == expected);
}

TEST_CASE("a file from Windows reads the same") {
    const auto read = read_machine_file("\xef\xbb\xbfname=Waiting room 1\r\nstill=true\r\n", "machine.conf", options);
    CHECK(read.problems.empty());
    const std::vector<Setting> expected{{"name", "Waiting room 1", 1}, {"still", "true", 2}};
    CHECK(read.settings == expected);
}

TEST_CASE("every line that is no setting is named, with what to write instead, all in one reading") {
    CHECK(problems_of("prnter=x\nname=a\nhello\n[screen]\nname=b\nzzzzzzzz=1\n") ==
          "machine.conf:1: error: there is no option \"prnter\" (did you mean \"printer\"?)\n"
          "machine.conf:3: error: \"hello\" is no setting (write OPTION=VALUE)\n"
          "machine.conf:4: error: \"[screen]\" is no setting (write OPTION=VALUE)\n"
          "machine.conf:5: error: \"name\" is set already in line 2 (keep one of them)\n"
          "machine.conf:6: error: there is no option \"zzzzzzzz\" (write one of: \"content\", \"name\", \"printer\", "
          "\"still\")\n");
}

TEST_CASE("a line in the letters of an old Windows is named: such a name would break the desk page's figures") {
    CHECK(problems_of("still=true\nname=Salle d'\xe9t\xe9\n# remarks are nobody's \xe9\n") ==
          "machine.conf:2: error: this line is not UTF-8 (save the file as UTF-8)\n");
}

TEST_CASE("the command line outweighs the machine file, an empty value too") {
    const Written file("name=Waiting room 1\nprinter=ipp://printer/ipp/print\nstill=true\nwindowed=540x960\n");
    CHECK(file.machine().name == "Waiting room 1");
    CHECK(file.machine().printer == "ipp://printer/ipp/print");
    CHECK(file.machine().still);
    CHECK(file.machine().config == file.path);
    CHECK(file.machine().windowed == Size{540, 960});
    CHECK(file.machine({"--name", "Desk"}).name == "Desk");
    CHECK(file.machine({"serve", "--printer", "", "--name", ""}).printer == "");
    CHECK(file.machine({"serve", "--printer", "", "--name", ""}).name == "");
    CHECK(Written("content=/other.xml\n").machine({"check", "mine.xml"}).content == "mine.xml");
}

TEST_CASE("of an option of the machine that is given twice, the last counts; of others, twice is a mistake") {
    const Written file("");
    CHECK(file.machine({"run", "--printer", "folder:a", "--printer", "folder:b"}).printer == "folder:b");
    CHECK(file.code({"render", "-o", "a", "-o", "b"}) == 2);
    const auto read = file.with({"handout", "-o", "a", "--handout", "x", "--handout", "y"});
    REQUIRE(std::holds_alternative<Options>(read));
    CHECK(std::get<command::Handout>(std::get<Options>(read).command).handouts == std::vector<std::string>{"x", "y"});
}

TEST_CASE("a machine file or a printer that cannot be meant ends the command before it begins") {
    CHECK(Written("nme=x\n").code() == 2);
    CHECK(Written("still=perhaps\n").code() == 2);
    CHECK(Written("windowed=540\n").code() == 2);
    CHECK(Written("name=" + std::string(41, 'a') + "\n").code() == 2);
    CHECK(Written("name=" + std::string(40, 'a') + "\n").code() == -1);
    CHECK(Written("").code({"run", "--name", "Salle d'\xe9t\xe9"}) == 2);
    CHECK(Written("panel-diagonal=21.5\n").code() == 2);
    CHECK(Written("panel-diagonal=546 mm\n").code() == 2);
    CHECK(Written("panel-diagonal=546.1\n").code() == -1);
    CHECK(Written("printer=foo\n").code() == 2);
    CHECK(Written("").code({"run", "--printer", "foo"}) == 2);
    CHECK(Written("").code({"serve", "--printer", "ipp://a/b", "--printer-pin", "12"}) == 2);
    CHECK(Written("").code({"render", "-o", "x", "--size", "20x20"}) == 2);
    CHECK(Written("").code({"render", "-o", "x", "--size", "100000x100000"}) == 2);
    CHECK(Written("printer-pin=abc\n").code() == 2);
    CHECK(Written("webhook=http://paging.example.org/\nwebhook-secret=/a\nlisten=127.0.0.1:0\n").code() == 2);
    CHECK(Written("").code({"run", "--webhook", "paging"}) == 2);
    const Written desk_only("no-screen=true\nlisten=127.0.0.1:0\n");
    CHECK(desk_only.code({"run"}) == 2);
    CHECK(desk_only.code({"serve"}) == -1);
    Written folder("");
    folder.path = folder.folder;
    CHECK(folder.code() == 3);
    Written none("");
    none.path = "/dev/null";
    CHECK(none.code() == -1);
    Written gone("");
    std::filesystem::remove(gone.path);
    CHECK(gone.code() == 3);
}

TEST_CASE("check goes on where the machine file is wrong, and tells it as one more problem") {
    CHECK(told("name=Room 1\n") == "");
    CHECK(told("prnter=x\nstill=perhaps\nwindowed=540\n") ==
          "machine.conf:1: error: there is no option \"prnter\" (did you mean \"printer\"?)\n"
          "machine.conf:2: error: \"perhaps\" is no value of still (true or false)\n"
          "machine.conf:3: error: windowed: '540' is no size; write width x height, 320 to 8192 pixels each, like "
          "1080x1920\n");
    CHECK(
        told("panel-diagonal=21.5\n") ==
        "machine.conf:1: error: panel-diagonal: \"21.5\" is no length in millimetres; write a number, 100 to 3000.\n");
    CHECK(told("name=\x01\n") == "machine.conf:1: error: name: The name of a kiosk has 1 to 40 letters.\n");
    CHECK(told("\nprinter=foo\n") ==
          "machine.conf:2: error: The printer \"foo\" is not known: write folder:DIR, ipp://HOST/ipp/print or "
          "ipps://HOST/ipp/print.\n");
    CHECK(told("printer-pin=abc\n") ==
          "machine.conf:1: error: There is a printer-pin but no printer. Name the "
          "printer too: ipps://HOST/ipp/print.\n");
    const std::string webhook = "webhook=https://paging.example.org/kiosk\n", listen = "listen=127.0.0.1:8080\n";
    CHECK(told(webhook + listen) ==
          "machine.conf:1: error: A webhook needs webhook-secret: a file of what its messages are signed with.\n");
    CHECK(told(webhook + "webhook-secret=/dev/null\n") ==
          "machine.conf:1: error: There is a webhook but no listen: without a desk there are no calls to page anybody "
          "for.\n");
    CHECK(told(webhook + listen + "webhook-secret=/dev/null\nwebhook-authority=/dev/null\nmetrics-token=/dev/null\n") ==
          "");
    const std::string elsewhere = "desk=https://10.0.0.5:8443\n";
    CHECK(told(elsewhere + "desk-key=/dev/null\ndesk-authority=/dev/null\n") == "");
    CHECK(told(elsewhere) ==
          "machine.conf:1: error: A desk needs desk-key: a file of the key that kiosk desk-key printed there.\n");
    CHECK(told(elsewhere + "desk-key=/dev/null\n" + listen) ==
          "machine.conf:1: error: There are a desk and a listen: calls of this kiosk go to the desk of another, or to "
          "its own.\n");
    CHECK(told("desk=http://10.0.0.5\n") ==
          "machine.conf:1: error: desk: A desk on a network is encrypted: write https://. Plain http:// is for this "
          "machine alone (127.0.0.1).\n");
    CHECK(told("desk=mqtts://broker.example.org/clinic\nbroker-authority=/dev/null\nbroker-certificate=/dev/"
               "null\nbroker-key=/dev/null\n") == "");
    CHECK(told("broker=mqtts://broker.example.org/clinic\n") ==
          "machine.conf:1: error: There is a broker but no listen: without a desk page nobody sees what comes through "
          "it.\n");
    CHECK(
        told(listen + "broker=mqtt://broker.example.org/clinic\n") ==
        "machine.conf:2: error: broker: A broker on a network is encrypted: write mqtts://. Plain mqtt:// is for this "
        "machine alone (127.0.0.1).\n");
    CHECK(told("no-screen=true\n" + listen) == "");
    CHECK(
        told("no-screen=true\n") ==
        "machine.conf:1: error: There is no-screen but no listen: a machine without a glass is a desk, or nothing.\n");
    CHECK(told("webhook=http://10.0.0.7/\n") ==
          "machine.conf:1: error: webhook: A webhook on a network is encrypted: write https://. Plain http:// is for "
          "this machine alone (127.0.0.1).\n");
    CHECK(Written("").code({"check", "--printer", "foo"}) == 2);
}

TEST_CASE("check says how it is to be told, and watches for people only") {
    const Written file("");
    const auto asked = [&](const std::vector<std::string>& words) {
        const auto read = file.with(words);
        REQUIRE(std::holds_alternative<Options>(read));
        return std::get<command::Check>(std::get<Options>(read).command);
    };
    CHECK(asked({"check"}).format == command::Check::Format::text);
    CHECK(asked({"check", "--format", "sarif"}).format == command::Check::Format::sarif);
    CHECK(asked({"check", "--format", "json", "--no-fit"}).depth == command::Check::Depth::words);
    CHECK(asked({"check", "--watch"}).watch);
    CHECK(file.code({"check", "--format", "xml"}) == 2);
    CHECK(file.code({"check", "--format", "json", "--watch"}) == 2);
    CHECK(asked({"check", "--self-test"}).depth == command::Check::Depth::self_test);
    CHECK(file.code({"check", "--self-test", "--no-fit"}) == 2);
    CHECK(file.code({"check", "--no-fit", "--self-test"}) == 2);
    CHECK(file.code({"check", "--self-test", "--watch"}) == 2);
}

TEST_CASE("check tells what reads well and cannot work") {
    const std::string pair = "certificate=/dev/null\ncertificate-key=/dev/null\n";
    CHECK(told("listen=0.0.0.0:8443\n") ==
          "machine.conf:1: error: on a network the desk page does not open without a certificate (add certificate= and "
          "certificate-key=, or listen=127.0.0.1:8080)\n");
    CHECK(told(pair + "listen=0.0.0.0:8443\n") == "");
    CHECK(told("listen=127.0.0.1:8080\n") == "");
    CHECK(told("\ncertificate=/dev/null\nlisten=0.0.0.0:8443\n") ==
          "machine.conf:2: error: a certificate is of no use without its key (add certificate-key=)\n");
    CHECK(told("certificate-key=/dev/null\nlisten=0.0.0.0:8443\n") ==
          "machine.conf:1: error: this key is of no use without its certificate (add certificate=)\n");
    CHECK(told("updates=https://updates.example.org/clinic.kiosk\n") ==
          "machine.conf:1: error: no bundle is taken without bundle-key (add bundle-key=, which kiosk pack prints)\n");
    CHECK(told("updates=https://updates.example.org/clinic.kiosk\nbundle-key=" + std::string(64, 'a') + '\n') == "");
    CHECK(told("updates=\n") == "");
    CHECK(told("desk=https://10.0.0.5:8443\ndesk-key=/none/desk.key\n") ==
          "machine.conf:2: error: desk-key: there is no file /none/desk.key (put it there, or name the right file)\n");
    CHECK(told("updates-authority=/\n") ==
          "machine.conf:1: error: updates-authority: there is no file / (put it there, or name the right file)\n");
    CHECK(told("metrics-token=/dev/null/token\n") ==
          "machine.conf:1: error: metrics-token: there is no file /dev/null/token (put it there, or name the right "
          "file)\n");
}
