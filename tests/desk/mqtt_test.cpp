// SPDX-License-Identifier: Apache-2.0
// Kiosks and their desk through a real broker: it is believed in nothing but what it refuses.
#include "broker.hpp"
#include "desk/mqtt_intake.hpp"
#include "desk/mqtt_line.hpp"
#include "front_desk.hpp"

#include <fstream>

using namespace kiosk;
using namespace kiosk::desk;

namespace {

constexpr const char* room = "Waiting room 2";

std::unique_ptr<Line> line(const BrokerAddress& address, const std::string& name = room) {
    auto made = line_to(address, name, ticks);
    REQUIRE_MESSAGE(made, (made ? "" : made.failure().sentence));
    return std::move(*made);
}

std::unique_ptr<MqttIntake> intake(const BrokerAddress& address, Desk& desk) {
    auto made = MqttIntake::open(address, desk);
    REQUIRE_MESSAGE(made, (made ? "" : made.failure().sentence));
    return std::move(*made);
}

bool takes(Line& line) {
    return until([&] {
        const auto heard = line.hear();
        return heard && !heard->taken.empty();
    });
}

bool says(const Line& line, const std::string& words) {
    const bool is = until([&] { return line.trouble().find(words) != std::string::npos; });
    CHECK_MESSAGE(is, line.trouble());
    return is;
}

}  // namespace

TEST_CASE("through a broker a call is on the desk's disk, and what people do there is heard without asking") {
    Broker broker;
    FrontDesk at;
    const auto hears = intake({broker.url(), {}, {}, {}}, at.desk);
    const auto there = line({broker.url(), {}, {}, {}});
    there->say(a_call());
    REQUIRE(takes(*there));
    CHECK(at.call().id == CallId{room, 7, Kind::call, 1});
    CHECK(hears->names() == std::set<std::string>{room});
    CHECK(hears->trouble() == "");
    there->say({});
    const auto stage = [&](Stage is) {
        return until([&] {
            const auto heard = there->hear();
            return heard && !heard->calls.empty() && heard->calls[0].stage == is;
        });
    };
    const auto before = ticks();
    REQUIRE(at.desk.write([](CallBook& book, WallTime now) { return book.show({room, 7, Kind::call, 1}, now); }));
    CHECK(stage(Stage::shown));
    MESSAGE("heard after " << (ticks() - before).count() << " ms");
    at.desk.hear("page");
    CHECK(until([&] {
        const auto heard = there->hear();
        return heard && heard->is_watched;
    }));
    CHECK(there->trouble() == "");
}

TEST_CASE("where no desk listens the broker says so, and keeps nothing of a patient") {
    Broker broker;
    const auto there = line({broker.url(), {}, {}, {}});
    there->say(a_call("A very private reason"));
    CHECK(says(*there, "The broker at 127.0.0.1 has no desk that listens to this kiosk."));
    // A desk that comes later has it from the kiosk, not from the broker.
    FrontDesk at;
    const auto hears = intake({broker.url(), {}, {}, {}}, at.desk);
    CHECK(takes(*there));
    CHECK(there->trouble() == "");
    CHECK(until([&] { return std::filesystem::exists(broker.folder() / "mosquitto.db"); }));
    for (const auto& file : std::filesystem::directory_iterator(broker.folder())) {
        std::ifstream in(file.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        CHECK_MESSAGE(bytes.find("A very private reason") == std::string::npos, file.path());
    }
}

TEST_CASE("a kiosk that is lost is told to staff at once, by the broker's word for it") {
    Broker broker;
    FrontDesk at;
    const auto hears = intake({broker.url(), {}, {}, {}}, at.desk);
    auto there = line({broker.url(), {}, {}, {}});
    there->say(a_call());
    REQUIRE(takes(*there));
    CHECK(at.desk.board().alarms.empty());
    there.reset();
    CHECK(until([&] { return at.desk.board().alarms.size() == 1; }));
    CHECK(at.desk.board().alarms.at(0).kiosk == room);
    there = line({broker.url(), {}, {}, {}});
    CHECK(until([&] { return at.desk.board().alarms.empty(); }));
}

TEST_CASE("a broker that is killed and comes back is found again by both, and nothing is lost") {
    Broker broker;
    FrontDesk at;
    const auto hears = intake({broker.url(), {}, {}, {}}, at.desk);
    const auto there = line({broker.url(), {}, {}, {}});
    there->say({});
    REQUIRE(until([&] { return there->hear().has_value(); }));
    broker.kill();
    CHECK(says(*there, "The broker at 127.0.0.1"));
    CHECK(until([&] { return !hears->trouble().empty(); }));
    there->say(a_call());
    broker.start();
    CHECK(takes(*there));
    CHECK(at.desk.board().calls.size() == 1);
    CHECK(until([&] { return there->trouble().empty() && hears->trouble().empty(); }));
}

TEST_CASE("what a broker that hung did not take is not told later as if it had just happened") {
    Broker broker;
    FrontDesk at;
    const auto hears = intake({broker.url(), {}, {}, {}}, at.desk);
    const auto there = line({broker.url(), {}, {}, {}});
    there->say({});
    REQUIRE(until([&] { return there->hear().has_value(); }));
    broker.freeze();
    const auto raised = ticks();
    there->say(a_call());
    constexpr Duration hung{2'500};
    REQUIRE(until([&] { return ticks() - raised > hung; }));
    broker.kill();
    broker.start();
    REQUIRE(takes(*there));
    CHECK(at.call().raised_at.ms <= at.wall - hung.count());
}

TEST_CASE("two clinics with kiosks of one name have one broker, and neither throws the other out") {
    Broker broker;
    FrontDesk here, other;
    const auto at = [&](const char* path) { return BrokerAddress{broker.url("mqtt", path), {}, {}, {}}; };
    const auto hears = intake(at("/clinic/a"), here.desk), other_hears = intake(at("/clinic/b"), other.desk);
    const auto there = line(at("/clinic/a")), other_there = line(at("/clinic/b"));
    there->say(a_call("Chest"));
    other_there->say(a_call("Fall"));
    REQUIRE(takes(*there));
    REQUIRE(takes(*other_there));
    CHECK(here.call().told.reasons == std::vector<std::string>{"Chest"});
    CHECK(other.call().told.reasons == std::vector<std::string>{"Fall"});
    CHECK(here.desk.board().calls.size() == 1);
    CHECK_MESSAGE(broker.log().find("already connected") == std::string::npos, broker.log());
}

TEST_CASE("with certificates and rights a kiosk speaks as itself alone") {
    Scratch made;
    const std::string folder = made.folder.string() + "/";
    const auto certify = [&](const std::string& who, const std::string& how) {
        REQUIRE(std::system(("openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj '/CN=" + who +
                             "' -keyout '" + folder + who + ".key' -out '" + folder + who +
                             ".csr' 2>/dev/null && openssl x509 -req -in '" + folder + who + ".csr' -days 2 " + how +
                             " -out '" + folder + who + ".pem' 2>/dev/null")
                                .c_str()) == 0);
    };
    REQUIRE(
        std::system(("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=clinic-ca -days 2 "
                     "-keyout " +
                     folder + "ca.key -out " + folder + "ca.pem 2>/dev/null")
                        .c_str()) == 0);
    const auto by_ca = "-CA " + folder + "ca.pem -CAkey " + folder + "ca.key -CAcreateserial";
    std::ofstream(folder + "san") << "subjectAltName=IP:127.0.0.1\n";
    certify("broker", by_ca + " -extfile " + folder + "san");
    for (const auto* who : {"desk", room, "Waiting room 3"}) certify(who, by_ca);
    std::ofstream(folder + "acl") << "user desk\ntopic readwrite clinic/kiosks/#\n\n"
                                     "pattern write clinic/kiosks/say/%u\npattern write clinic/kiosks/state/%u\n"
                                     "pattern read clinic/kiosks/hear/%u\n";
    Broker broker("cafile " + folder + "ca.pem\ncertfile " + folder + "broker.pem\nkeyfile " + folder +
                  "broker.key\nrequire_certificate true\nuse_identity_as_username true\nacl_file " + folder + "acl\n");
    const auto as = [&](const std::string& who) {
        return BrokerAddress{broker.url("mqtts"), folder + "ca.pem", folder + who + ".pem", folder + who + ".key"};
    };
    FrontDesk at;
    const auto hears = intake(as("desk"), at.desk);
    const auto there = line(as(room));
    there->say(a_call());
    CHECK(takes(*there));
    CHECK(at.desk.board().calls.size() == 1);

    const auto liar = line(as("Waiting room 3"));
    const auto forged = line(as("Waiting room 3"), "Waiting room 4");
    forged->say(a_call());
    CHECK(says(*forged, "does not let this kiosk speak as Waiting room 4: see its rights (ACL)."));
    CHECK(at.desk.board().calls.size() == 1);
    const auto stranger = line({broker.url("mqtts"), folder + "ca.pem", {}, {}});
    CHECK(says(*stranger, "The broker at 127.0.0.1"));
    const auto distrusted = line({broker.url("mqtts"), {}, folder + "desk.pem", folder + "desk.key"});
    CHECK(says(*distrusted, "The broker at 127.0.0.1 is not reached"));
    const auto no_file = line({broker.url("mqtts"), "/no/such.pem", {}, {}});
    CHECK(says(*no_file, "the files of broker-authority, broker-certificate and broker-key must be there"));
}

TEST_CASE("what is no address of a broker, and no name of a topic, is said") {
    for (const auto* wrong :
         {"mqtts://broker.example.org", "mqtts://broker.example.org/", "https://broker.example.org/a",
          "mqtts://broker.example.org/a/", "mqtts://broker.example.org/a/#", "mqtts://me:no@broker/a",
          "mqtt://broker.example.org/a"})
        CHECK_MESSAGE(broker_trouble(wrong) != "", wrong);
    CHECK(broker_trouble("mqtts://broker.example.org/clinic/kiosks") == "");
    CHECK(broker_trouble("mqtt://127.0.0.1:1883/clinic") == "");
    for (const auto* wrong : {"", "a/b", "a+b", "#"})
        CHECK(!line_to(BrokerAddress{"mqtt://127.0.0.1/a", {}, {}, {}}, wrong, ticks));
}

namespace {

/// Takes a kiosk's state away from the broker, as its operator does.
struct Operator : Mqtt::User {
    void connected(Mqtt& mqtt) override { mqtt.publish({std::string("state/") + room, "", true}); }
    void heard(Mqtt&, const std::string&, const std::string&) override {}
    void turn(Mqtt&) override {}
    void taken(const Mqtt&, Taken) override {}
};

}  // namespace

TEST_CASE("a kiosk that is no more is forgotten where its state is taken from the broker") {
    Broker broker;
    FrontDesk at;
    const auto hears = intake({broker.url(), {}, {}, {}}, at.desk);
    auto there = line({broker.url(), {}, {}, {}});
    REQUIRE(until([&] { return hears->names() == std::set<std::string>{room}; }));
    there.reset();
    Operator takes_away;
    const auto sent = Mqtt::open({broker.url(), {}, {}, {}}, "operator", {"operator", "gone"}, takes_away);
    REQUIRE(sent);
    CHECK(until([&] { return hears->names().empty(); }));
}
