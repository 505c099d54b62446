// SPDX-License-Identifier: Apache-2.0
// fuzz_NAME SECONDS SEEDS FOUND: a fuzzer without libFuzzer, for any compiler. Replays every file of FOUND; then, until
// the time is over, those of SEEDS, for half of it at most, and what comes of all of them mutated and joined. The same
// things are tried each time. What breaks a promise, crashes or hangs is kept in the working folder as
// fuzz_NAME-broken.
#include <sys/time.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using Bytes = std::vector<std::uint8_t>;
using Clock = std::chrono::steady_clock;
constexpr std::size_t longest = 200'000;
constexpr time_t longest_try = 60;  // seconds of the processor: a busy machine is no endless loop

std::vector<Bytes> read_all(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    if (std::filesystem::is_directory(folder))
        for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::vector<Bytes> all;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        all.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return all;
}

/// What is tried is on the disk before it is tried: no crash can take it along.
void attempt(const Bytes& bytes, const std::string& kept) {
    std::ofstream(kept, std::ios::binary) << std::string(bytes.begin(), bytes.end()) << std::flush;
    const itimerval limit{{0, 0}, {longest_try, 0}}, none{};
    setitimer(ITIMER_PROF, &limit, nullptr);
    LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    setitimer(ITIMER_PROF, &none, nullptr);
}

class Mutator {
public:
    explicit Mutator(const std::vector<Bytes>& seeds) : m_seeds(seeds) {}

    Bytes next() {
        Bytes bytes = any();
        for (auto times = 1 + below(6); times > 0; --times) mutate(bytes);
        bytes.resize(std::min(bytes.size(), longest));
        return bytes;
    }

private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : m_random() % end; }
    const Bytes& any() { return m_seeds[below(m_seeds.size())]; }

    void mutate(Bytes& bytes) {
        const auto at = static_cast<std::ptrdiff_t>(below(bytes.size()));
        const auto run =
            static_cast<std::ptrdiff_t>(below(std::min<std::size_t>(bytes.size() - static_cast<std::size_t>(at), 40)));
        if (bytes.empty()) return bytes.push_back(static_cast<std::uint8_t>(below(256)));
        switch (below(6)) {
            case 0:
                bytes[static_cast<std::size_t>(at)] ^= static_cast<std::uint8_t>(1U << below(8));
                break;
            case 1:
                bytes[static_cast<std::size_t>(at)] = static_cast<std::uint8_t>(below(256));
                break;
            case 2:
                bytes.erase(bytes.begin() + at, bytes.begin() + at + run);
                break;
            case 3: {
                const Bytes again(bytes.begin() + at, bytes.begin() + at + run);
                bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(below(bytes.size())), again.begin(),
                             again.end());
                break;
            }
            case 4:
                bytes.insert(bytes.begin() + at, static_cast<std::uint8_t>(below(256)));
                break;
            default: {  // this one's beginning, that one's end
                const auto& other = any();
                bytes.resize(static_cast<std::size_t>(at));
                bytes.insert(bytes.end(), other.begin() + static_cast<std::ptrdiff_t>(below(other.size())),
                             other.end());
            }
        }
    }

    const std::vector<Bytes>& m_seeds;
    std::mt19937_64 m_random{1};
};

}  // namespace

int main(int count, char** words) {
    if (count != 4) return 2;
    const std::string kept = std::filesystem::path(words[0]).filename().string() + "-broken";
    const std::chrono::seconds time(std::atoi(words[1]));
    auto all = read_all(words[2]);
    const auto found = read_all(words[3]);
    if (all.empty()) {
        std::cerr << "there are no seeds\n";
        return 2;
    }
    for (const auto& file : found) attempt(file, kept);
    std::shuffle(all.begin(), all.end(), std::mt19937_64(1));
    const auto begin = Clock::now();
    std::size_t replayed = 0, made = 0;
    for (; replayed < all.size() && Clock::now() < begin + time / 2; ++replayed) attempt(all[replayed], kept);
    all.insert(all.end(), found.begin(), found.end());
    for (Mutator mutator(all); Clock::now() < begin + time; ++made) attempt(mutator.next(), kept);
    std::filesystem::remove(kept);
    std::cout << found.size() << " found before and " << replayed << " seeds replayed, " << made
              << " more made of them\n";
}
