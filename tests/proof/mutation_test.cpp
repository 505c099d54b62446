// SPDX-License-Identifier: Apache-2.0
// The shipped content with mistakes of staff in it, made at random: whatever they did, they are told so at a line that
// there is, or every visit of what came of it is safe.
#include "content/broken.hpp"
#include "content/mutations.hpp"
#include "proof/lean.hpp"
#include "proof/proof.hpp"

#include <algorithm>
#include <array>
#include <map>

using namespace kiosk;
using content::FilesByPath, content::has_true_place;

namespace {

/// As shipped, in the clinic's own language; with drawings of nothing, so that thousands of readings take seconds.
const FilesByPath& shipped() {
    static const FilesByPath files = [] {
        FilesByPath read;
        content::load([&](const std::string& path) {
            auto file = fixtures::read_file(std::string(KIOSK_SOURCE) + '/' + path);
            if (!file.text) return file;
            if (path.ends_with(".svg")) file.text = R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"/>)";
            if (path == "content.xml") file.text = fixtures::in_own_language(*file.text);
            read[path] = *file.text;
            return file;
        });
        return read;
    }();
    return files;
}

/// Topics are what staff change most.
std::string& some_file(FilesByPath& files, content::Mutations& mutations) {
    static constexpr std::array paths{
        "content.xml",
        "screens/interface.xml",
        "screens/interface.xml",
        "screens/theme.xml",
        "screens/upper-back-pain.evidence.xml",
        "screens/upper-back-pain.xml",
        "screens/upper-back-pain.xml",
        "screens/upper-back-pain.xml",
    };
    return files.at(paths[mutations.below(paths.size())]);
}

/// What no check of form sees and the proof tells: something that was written and no patient can come to.
bool is_of_content(const proof::Broken& broken) {
    static constexpr std::array<std::string_view, 6> sentences{"no answers show the part",
                                                               "no visit can give the answers of a <together>",
                                                               "this answer changes nothing",
                                                               "an emergency question is asked after a less urgent one",
                                                               "the check can end before an emergency question",
                                                               "the check ends at the wrong question"};
    return std::any_of(sentences.begin(), sentences.end(),
                       [&](std::string_view s) { return broken.rule.starts_with(s); });
}

/// Verdicts by the rules alone: most mistakes change words, and half a second a proof is too much for thousands.
class Proofs {
public:
    const proof::Verdict& of(const content::Content& content) {
        std::vector<content::Content> rules;
        for (const auto& topic : content.topics) rules.push_back(rules_of(content, topic));
        for (const auto& [known, verdict] : m_known)
            if (known == rules) return verdict;
        auto verdicts = proof::prove(content);
        const auto worst = std::find_if(verdicts.begin(), verdicts.end(),
                                        [](const proof::Verdict& v) { return v.is != proof::Verdict::Is::proved; });
        m_known.emplace_back(std::move(rules), worst == verdicts.end() ? verdicts.front() : *worst);
        return m_known.back().second;
    }
    std::size_t size() const { return m_known.size(); }

private:
    static content::Content rules_of(const content::Content& content, const content::Topic& topic) {
        auto rules = proof::lean(content, topic);
        for (auto& t : rules.topics) {
            t.id = t.file = {};
            t.line = t.check_line = 0;
            for (auto& question : t.questions) question.id = {}, question.line = 0;
            for (auto& sign : t.signs) sign.id = {}, sign.line = 0;
            for (auto& handout : t.handouts) handout.id = {}, handout.line = 0;
        }
        return rules;
    }

    std::vector<std::pair<std::vector<content::Content>, proof::Verdict>> m_known;
};

struct Came {
    int refused = 0, proved = 0, of_content = 0;
    std::map<std::string, int> broken;
};

void hold(const Problems& problems, const FilesByPath& files) {
    for (const auto& problem : problems)
        if (!has_true_place(problem, files)) FAIL_CHECK("no such place: " << to_string(problem));
    if (problems.size() > 2'000) FAIL_CHECK(problems.size() << " problems are more than anybody reads");
}

void judge(const FilesByPath& files, Proofs& proofs, Came& came) {
    auto loaded = content::load(content::from_memory(files));
    if (loaded.content) add(loaded.problems, content::check(*loaded.content, "2026-11-22"), "");
    hold(loaded.problems, files);
    if (!loaded.content && !has_errors(loaded.problems)) FAIL_CHECK("refused without a reason");
    if (has_errors(loaded.problems)) {
        ++came.refused;
        return;
    }
    const auto& verdict = proofs.of(*loaded.content);
    if (verdict.is == proof::Verdict::Is::proved) {
        ++came.proved;
        return;
    }
    ++came.of_content;
    hold(proof::problems(verdict), files);
    if (verdict.broken.empty()) FAIL_CHECK(verdict.why);
    for (const auto& broken : verdict.broken) {
        ++came.broken[broken.rule.substr(0, 90)];
        if (!is_of_content(broken)) CHECK_MESSAGE(false, broken.rule);
    }
}

/// One to three mistakes at once, until there were so many.
void mutate(std::uint64_t seed, int mistakes) {
    content::Mutations mutations(seed);
    Proofs proofs;
    Came came;
    int rounds = 0;
    for (int made = 0; made < mistakes; ++rounds) {
        auto files = shipped();
        std::string what;
        for (auto hits = 1 + mutations.below(3); hits > 0; --hits, ++made) {
            auto& text = some_file(files, mutations);
            text = mutations.one(std::move(text));
            what += mutations.what() + "; ";
        }
        INFO("round ", rounds, ": ", what);
        judge(files, proofs, came);
    }
    MESSAGE(mistakes << " mistakes, in " << rounds << " readings: " << came.refused << " told by the check, "
                     << came.of_content << " by the proof, " << came.proved << " proved safe, " << proofs.size()
                     << " different sets of rules");
    for (const auto& [rule, n] : came.broken) MESSAGE(n << " times: " << rule);
    CHECK(came.refused > rounds / 4);
    CHECK(came.proved > rounds / 20);
}

}  // namespace

// Every normal run makes all 10,000 in Release.
#ifdef KIOSK_SLOW
TEST_CASE("150 mistakes at random in the shipped content are told, or what comes of them is proved safe") {
    mutate(20261123, 150);
}
#else
TEST_CASE("10,000 mistakes at random in the shipped content are told, or what comes of them is proved safe") {
    mutate(20261123, 10'000);
}
#endif

TEST_CASE("long: mistakes at random in the shipped content" * doctest::skip()) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) mutate(seed, 10'000);
}
