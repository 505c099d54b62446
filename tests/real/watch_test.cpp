// SPDX-License-Identifier: Apache-2.0
// `kiosk check --watch` as a process: what is saved is checked again, what is not content is passed over, and being
// asked to stop ends it with the exit code of the last verdict.
#include "child.hpp"
#include "fixtures/small.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
using namespace kiosk;
using namespace std::chrono_literals;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
}

/// The shipped content in its own language, in a folder of its own, watched.
class Watched {
public:
    explicit Watched(std::vector<std::string> options) {
        fixtures::copy_in_own_language(m_folder / "clinic");
        std::vector<std::string> words = {KIOSK_BINARY, "check", "--config", "", "--watch", m_folder / "clinic"};
        words.insert(words.end(), options.begin(), options.end());
        m_child = std::make_unique<test::Child>(words, m_folder / "log");
    }
    std::string text(const std::string& file) const { return test::read_file(m_folder / ("clinic/" + file)); }
    void save(const std::string& file, const std::string& text) const {
        std::ofstream(m_folder / ("clinic/" + file)) << text;
    }
    /// As most editors do: a file beside it, put in its place.
    void replace(const std::string& file, const std::string& text) const {
        const fs::path path = m_folder / ("clinic/" + file), part = path.string() + "~";
        std::ofstream(part) << text;
        fs::rename(part, path);
    }
    fs::path folder() const { return m_folder / "clinic"; }
    std::string log() const { return test::read_file(m_folder / "log"); }
    bool says(const std::string& words, std::size_t times = 1) const {
        const bool said = test::until(240s, [&] { return count(log(), words) >= times; });
        if (!said) MESSAGE(log());
        return said;
    }
    int stopped_by(int signal) const {
        m_child->kill(signal);
        REQUIRE(m_child->ended(5s));
        return m_child->code();
    }

private:
    test::Folder m_folder;
    std::unique_ptr<test::Child> m_child;
};

const std::string not_closed = "error: ", fine = "content.xml: 0 errors";

}  // namespace

TEST_CASE("what is saved is checked again, with the words first and then what fits") {
    const Watched watched({});
    REQUIRE(watched.says("whether everything fits was not looked at"));
    REQUIRE(watched.says(fine, 2));
    auto topic = watched.text("screens/upper-back-pain.xml");
    const auto at = topic.find("<title>Upper back pain</title>");
    REQUIRE(at != std::string::npos);
    watched.replace("screens/upper-back-pain.xml", topic.substr(0, at));
    REQUIRE(watched.says("content.xml: 1 error"));
    watched.replace("screens/upper-back-pain.xml", topic);
    REQUIRE(watched.says(fine, 4));
    CHECK(watched.stopped_by(SIGINT) == 0);
}

TEST_CASE("a file beside the content, and a save that changes nothing, say nothing") {
    const Watched watched({"--no-fit"});
    REQUIRE(watched.says(fine));
    watched.save("screens/.upper-back-pain.xml.swp", "an editor's own");
    watched.save("content.xml", watched.text("content.xml"));
    // What counts comes after them, so that they have been passed over by then.
    watched.save("content.xml", "<kiosk");
    REQUIRE(watched.says("content.xml: 1 error"));
    CHECK(count(watched.log(), "---- ") == 2);
    CHECK(watched.stopped_by(SIGTERM) == 1);
}

TEST_CASE("a content folder that is taken away and comes back is seen") {
    const Watched watched({"--no-fit"});
    REQUIRE(watched.says(fine));
    const auto away = watched.folder().string() + "-away";
    fs::rename(watched.folder(), away);
    REQUIRE(watched.says("content.xml: error: the file does not exist"));
    fs::rename(away, watched.folder());
    REQUIRE(watched.says(fine, 2));
    CHECK(watched.stopped_by(SIGINT) == 0);
}
