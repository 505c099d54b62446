// SPDX-License-Identifier: Apache-2.0
// One message to a paging system over real HTTP and TLS: what is signed, what is not followed, whom it trusts; and the
// file of the secret.
#include "desk/webhook.hpp"

#include "desk/secret_file.hpp"
#include "mailbox/scratch.hpp"
#include "paging_system.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <nlohmann/json.hpp>

#include <sys/stat.h>

using namespace kiosk;
using namespace kiosk::desk;

namespace {

using Mood = PagingSystem::Mood;

constexpr WallTime at{1'795'476'153'999};
const std::string secret = "0123456789abcdef0123456789abcdef";

/// By another library.
std::string hmac(const std::string& key, const std::string& text) {
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), reinterpret_cast<const unsigned char*>(text.data()),
         text.size(), sum, &length);
    std::string hex;
    for (unsigned i = 0; i < length; ++i) {
        constexpr const char* digits = "0123456789abcdef";
        hex += digits[sum[i] >> 4];
        hex += digits[sum[i] & 15];
    }
    return hex;
}

/// Empty: delivered.
std::string why_not(const Receiver& receiver) {
    const auto sent = post(receiver, {R"({"event":"not-shown"})", "key 1"}, at, {});
    return sent ? "" : sent.failure().sentence;
}

}  // namespace

TEST_CASE("a message is signed so that another library finds the same, and is told apart from a forged one") {
    CHECK(signature(secret, at, "{}") == "t=1795476153,v1=" + hmac(secret, "1795476153.{}"));
    // RFC 4231, test case 2, whose text begins as ours does not: the plain HMAC is right, too.
    CHECK(hmac("Jefe", "what do ya want for nothing?") ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(signature(secret, at, "{}") != signature(secret, at, "{ }"));
    CHECK(signature(secret, at, "{}") != signature(secret, {at.ms + 1'000}, "{}"));
    CHECK(signature(secret, at, "{}") != signature(secret + "0", at, "{}"));

    PagingSystem system;
    system.start();
    CHECK(why_not({system.url(), secret, {}}) == "");
    const auto got = system.got(1).front();
    CHECK(got.key == "key 1");
    CHECK(got.body == R"({"event":"not-shown"})");
    CHECK(got.signature == "t=1795476153,v1=" + hmac(secret, "1795476153." + got.body));
}

TEST_CASE("what keeps a message from being delivered is said; nothing is followed elsewhere") {
    PagingSystem system;
    const std::string it = "The paging system at 127.0.0.1";
    const Receiver receiver{system.url(), secret, {}};
    system.start();
    system.is(Mood::broken);
    CHECK(why_not(receiver) == it + " answered 500.");
    system.is(Mood::elsewhere);
    CHECK(why_not(receiver) == it + " answered 302, which leads elsewhere and is not followed.");
    CHECK(system.got().size() == 2);
    system.is(Mood::slow);
    const auto before = std::chrono::steady_clock::now();
    CHECK(why_not(receiver) == it + " did not answer within 2 s.");
    const auto took = std::chrono::steady_clock::now() - before;
    CHECK(took >= webhook_patience - Duration{50});
    CHECK_MESSAGE(took < std::chrono::seconds{5}, "on a machine that is busy");
    CHECK(why_not({"http://127.0.0.1:1/", secret, {}}) == it + " is not reached: nothing takes the connection.");
    const auto as_if_encrypted = "https" + system.url().substr(4);
    CHECK(why_not({as_if_encrypted, secret, {}}) ==
          it + " answers, but not as it should at this address. Look at its port, and whether it is http or https.");
    CHECK(why_not({"https://paging.invalid/", secret, {}}) ==
          "The paging system at paging.invalid is not found: its name is not known here.");
    CHECK(why_not({"http://paging.invalid/", secret, {}}) == webhook_trouble("http://paging.invalid/"));
}

TEST_CASE("who stops does not wait for a slow receiver") {
    PagingSystem system;
    system.start();
    system.is(Mood::slow);
    std::stop_source stop;
    std::thread asks([&] {
        system.got(1);
        stop.request_stop();
    });
    const auto sent = post({system.url(), secret, {}}, {"{}", "key"}, at, stop.get_token());
    asks.join();
    REQUIRE_FALSE(sent);
    CHECK(sent.failure().sentence == "The paging system at 127.0.0.1 was not waited for: the service stops.");
}

TEST_CASE("over TLS only a receiver whose certificate is trusted hears anything") {
    Scratch scratch;
    const std::string certificate = scratch.folder / "certificate.pem", key = scratch.folder / "key.pem";
    REQUIRE(std::system(("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost "
                         "-addext subjectAltName=IP:127.0.0.1 -days 2 -keyout " +
                         key + " -out " + certificate + " 2>/dev/null")
                            .c_str()) == 0);
    PagingSystem system(std::make_unique<httplib::SSLServer>(certificate.c_str(), key.c_str()), "https");
    system.start();
    CHECK(why_not({system.url(), secret, {}}) ==
          "The paging system at 127.0.0.1 shows a certificate that is not trusted here. Name who vouches for it: "
          "webhook-authority");
    const auto other_name = "https://localhost:" + std::to_string(system.port()) + PagingSystem::path;
    CHECK(why_not({other_name, secret, certificate}).starts_with("The paging system at localhost shows a certificate"));
    CHECK(why_not({system.url(), secret, scratch.folder / "none.pem"}) ==
          "The paging system at 127.0.0.1 is not asked: the file of webhook-authority cannot be used.");
    CHECK(system.got().empty());
    CHECK(why_not({system.url(), secret, certificate}) == "");
    CHECK(system.got().size() == 1);
}

TEST_CASE("which addresses a webhook may have") {
    for (const auto* fine : {"https://paging.example.org/kiosk?token=1", "http://127.0.0.1:9000/",
                             "http://[::1]:9000/x", "http://localhost/", "HTTPS://PAGING.example.org"})
        CHECK_MESSAGE(webhook_trouble(fine) == "", fine);
    for (const auto* none : {"", "paging.example.org", "ftp://a/b", "file:///etc/passwd", "https://"})
        CHECK_MESSAGE(webhook_trouble(none) == "A webhook is an address like https://paging.example.org/kiosk.", none);
    for (const auto* open : {"http://paging.example.org/", "http://10.0.0.7/", "http://127.0.0.1.example.org/"})
        CHECK_MESSAGE(webhook_trouble(open) ==
                          "A webhook on a network is encrypted: write https://. Plain http:// is for this machine "
                          "alone (127.0.0.1).",
                      open);
    CHECK(webhook_trouble("https://me:secret@paging.example.org/") ==
          "A webhook has no name and password in its address: messages are signed with webhook-secret.");
    CHECK_MESSAGE(webhook_trouble("http://127.0.0.1@paging.example.org/") != "", "another machine than it looks like");
}

TEST_CASE("a secret that others could read, or that is none, is refused with what to do") {
    Scratch scratch;
    const std::string file = scratch.folder / "secret";
    const std::string it = "The file " + file + " of webhook-secret";
    const auto read = [&](const std::string& text, mode_t rights) {
        std::ofstream(file) << text;
        REQUIRE(chmod(file.c_str(), rights) == 0);
        const auto found = read_secret(file, "webhook-secret");
        return found ? *found : found.failure().sentence;
    };
    CHECK(read_secret(file, "webhook-secret").failure().sentence ==
          it + " cannot be read. Check its name and its rights.");
    CHECK(read(secret + "\n", 0600) == secret);
    CHECK(read(secret + "\r\n", 0400) == secret);
    for (const mode_t rights : {0640U, 0604U, 0660U, 0777U, 0620U})
        CHECK(read(secret, rights) == it + " could be read by others. Keep it from them: chmod 600 " + file);
    for (const auto& none : {std::string(), std::string("short\n"), std::string(1'025, 'x')})
        CHECK(read(none, 0600) == it + " holds no secret of 16 to 1,024 letters. Make one: openssl rand -hex 32");
    CHECK(read(std::string(1'024, 'x') + "\n", 0600) == std::string(1'024, 'x'));
    std::filesystem::remove(file);
    REQUIRE(mkfifo(file.c_str(), 0600) == 0);
    CHECK_FALSE(read_secret(file, "webhook-secret"));
}
