// SPDX-License-Identifier: Apache-2.0
#include "desk/mqtt.hpp"

#include "desk/exchange.hpp"
#include "desk/https.hpp"
#include "desk/secrets.hpp"

#include <mosquitto.h>
#include <mqtt_protocol.h>

#include <netdb.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <new>

namespace kiosk::desk {

namespace {

constexpr int keepalive_s = 5;          // a frozen end is known within twice of it
constexpr int reach_ms = 3'000;         // for a connection
constexpr std::uint32_t expiry_s = 10;  // what nobody took by then is said anew by who said it
constexpr int turn_ms = 250, wait_ms = 2'000;
constexpr std::uint32_t longest_packet = longest_text + 4'096;  // with its topic

void make_ready() {
    static const bool ready = mosquitto_lib_init() == MOSQ_ERR_SUCCESS;
    if (!ready) throw std::bad_alloc();
}

/// libmosquitto waits for a connection as long as TCP does; a machine that is off must not hold up a stop.
bool is_reached(const std::string& host, int port) {
    addrinfo hints{}, *found = nullptr;
    hints.ai_socktype = SOCK_STREAM;
    if (getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found) != 0) return false;
    bool reached = false;
    for (const auto* at = found; at != nullptr && !reached; at = at->ai_next) {
        const int fd = socket(at->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
        pollfd on{fd, POLLOUT, 0};
        int error = 0;
        socklen_t length = sizeof error;
        reached =
            fd >= 0 &&
            (connect(fd, at->ai_addr, at->ai_addrlen) == 0 ||
             (poll(&on, 1, reach_ms) == 1 && getsockopt(fd, SOL_SOCKET, SO_ERROR, &error, &length) == 0 && error == 0));
        if (fd >= 0) close(fd);
    }
    freeaddrinfo(found);
    return reached;
}

std::string without_brackets(const std::string& host) {
    return host.starts_with('[') ? host.substr(1, host.size() - 2) : host;
}

const char* or_null(const std::string& text) {
    return text.empty() ? nullptr : text.c_str();
}

}  // namespace

bool is_broker(const std::string& url) {
    return url.starts_with("mqtt://") || url.starts_with("mqtts://");
}

std::string broker_trouble(const std::string& url) {
    const char* example = "mqtts://broker.example.org/clinic/kiosks";
    auto trouble =
        address_trouble(url, {"A broker", example, "it knows this machine by broker-certificate", "mqtt", "mqtts"});
    if (!trouble.empty()) return trouble;
    const auto path = parse_url(url)->path;
    if (path.size() > 1 && !path.ends_with('/') && path.find_first_of("+#") == std::string::npos) return {};
    return "The address of a broker ends with what its topics begin with, like " + std::string(example) + '.';
}

bool is_topic_level(const std::string& text) {
    return !text.empty() && text.size() <= 160 && text.find_first_of(std::string_view("+#/\0", 4)) == std::string::npos;
}

/// One connection's worth: a library that is kept resends after a reconnect what it had, and a call of minutes ago
/// would be told as one of now.
struct Mqtt::Library {
    mosquitto* it;
    explicit Library(const std::string& client, Mqtt* user) : it(mosquitto_new(client.c_str(), true, user)) {
        if (it == nullptr) throw std::bad_alloc();
    }
    ~Library() { mosquitto_destroy(it); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
};

/// What the library calls, in the thread.
struct Mqtt::Calls {
    static void connected(mosquitto*, void* of, int reason, int, const mosquitto_property*) {
        auto& self = *static_cast<Mqtt*>(of);
        self.m_is_refused = reason != MQTT_RC_SUCCESS;
        if (self.m_is_refused)
            return self.lost(" does not let this machine in: " + std::string(mosquitto_reason_string(reason)) + '.');
        self.m_is_connected = true;
        {
            const std::lock_guard lock(self.m_mutex);
            self.m_trouble.clear();
        }
        self.m_user.connected(self);
    }
    static void lost(mosquitto*, void* of, int reason, const mosquitto_property*) {
        auto& self = *static_cast<Mqtt*>(of);
        if (self.m_is_connected)
            self.lost(" ended the connection: " + std::string(mosquitto_reason_string(reason)) + '.');
    }
    static void heard(mosquitto*, void* of, const mosquitto_message* message, const mosquitto_property*) {
        auto& self = *static_cast<Mqtt*>(of);
        const std::string topic = message->topic;
        if (message->payloadlen < 0 || static_cast<std::size_t>(message->payloadlen) > longest_text) return;
        if (!topic.starts_with(self.m_prefix)) return;
        self.m_user.heard(self, topic.substr(self.m_prefix.size()),
                          {static_cast<const char*>(message->payload), static_cast<std::size_t>(message->payloadlen)});
    }
    static void subscribed(mosquitto*, void* of, int, int count, const int* granted, const mosquitto_property*) {
        auto& self = *static_cast<Mqtt*>(of);
        if (std::none_of(granted, granted + count, [](int qos) { return qos >= MQTT_RC_UNSPECIFIED; })) return;
        const std::lock_guard lock(self.m_mutex);
        self.m_trouble = self.m_name + " does not let this machine listen: see its rights (ACL).";
    }
    static void taken(mosquitto*, void* of, int, int reason, const mosquitto_property*) {
        using Taken = User::Taken;
        auto& self = *static_cast<Mqtt*>(of);
        self.m_user.taken(self, reason == MQTT_RC_NO_MATCHING_SUBSCRIBERS ? Taken::no_listener
                                : reason >= MQTT_RC_UNSPECIFIED           ? Taken::refused
                                                                          : Taken::taken);
    }
};

Mqtt::Mqtt(BrokerAddress address, const std::string& client, Topic will, User& user)
    : m_address(std::move(address)),
      m_will(std::move(will)),
      m_user(user),
      m_event(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    make_ready();
    const auto url = parse_url(m_address.url).value_or(Url{});
    m_host = without_brackets(url.host);
    m_is_encrypted = url.scheme == "mqtts";
    m_port = !url.port.empty() ? std::stoi(url.port) : m_is_encrypted ? 8883 : 1883;
    m_prefix = url.path.substr(1) + '/';
    // Two clinics on one broker would throw each other out, and whoever the broker lets in could throw out a desk.
    m_client = m_prefix + client + '-' + random_token().substr(0, 16);
    m_name = "The broker at " + url.host;
    m_trouble = m_name + " is not asked yet.";
    m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

/// Whether the files of the address can be used.
bool Mqtt::make_library() {
    m_library = std::make_unique<Library>(m_client, this);
    auto* it = m_library->it;
    mosquitto_int_option(it, MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V5);
    mosquitto_connect_v5_callback_set(it, Calls::connected);
    mosquitto_disconnect_v5_callback_set(it, Calls::lost);
    mosquitto_message_v5_callback_set(it, Calls::heard);
    mosquitto_subscribe_v5_callback_set(it, Calls::subscribed);
    mosquitto_publish_v5_callback_set(it, Calls::taken);
    mosquitto_will_set_v5(it, (m_prefix + m_will.name).c_str(), static_cast<int>(m_will.payload.size()),
                          m_will.payload.data(), 1, m_will.is_retained, nullptr);
    const auto& [url, authority, certificate, key] = m_address;
    return !m_is_encrypted || mosquitto_tls_set(it, or_null(authority), authority.empty() ? "/etc/ssl/certs" : nullptr,
                                                or_null(certificate), or_null(key), nullptr) == MOSQ_ERR_SUCCESS;
}

Mqtt::~Mqtt() {
    m_thread.request_stop();
    wake();
    if (m_thread.joinable()) m_thread.join();
    close(m_event);
}

Result<std::unique_ptr<Mqtt>> Mqtt::open(const BrokerAddress& address, const std::string& client, const Topic& will,
                                         User& user) {
    if (auto trouble = broker_trouble(address.url); !trouble.empty()) return Failure{std::move(trouble)};
    return std::unique_ptr<Mqtt>(new Mqtt(address, client, will, user));
}

void Mqtt::wake() const {
    eventfd_write(m_event, 1);
}

std::string Mqtt::trouble() const {
    const std::lock_guard lock(m_mutex);
    return m_trouble;
}

void Mqtt::lost(const std::string& why) {
    m_is_connected = false;
    const std::lock_guard lock(m_mutex);
    m_trouble = m_name + why;
}

void Mqtt::publish(const Topic& topic) {
    if (!m_is_connected) return;
    mosquitto_property* expiry = nullptr;
    // Nothing of a patient may wait in a broker; that a kiosk is there may.
    if (!topic.is_retained) mosquitto_property_add_int32(&expiry, MQTT_PROP_MESSAGE_EXPIRY_INTERVAL, expiry_s);
    mosquitto_publish_v5(m_library->it, nullptr, (m_prefix + topic.name).c_str(),
                         static_cast<int>(topic.payload.size()), topic.payload.data(), 1, topic.is_retained, expiry);
    mosquitto_property_free_all(&expiry);
}

void Mqtt::subscribe(const std::string& topic) {
    mosquitto_subscribe_v5(m_library->it, nullptr, (m_prefix + topic).c_str(), 1, 0, nullptr);
}

void Mqtt::connect() {
    m_is_refused = false;
    if (!make_library())
        return lost(
            " is not asked: the files of broker-authority, broker-certificate and broker-key must be there and "
            "readable.");
    if (!is_reached(m_host, m_port)) return lost(" is not reached: nothing takes the connection.");
    mosquitto_property* limits = nullptr;
    mosquitto_property_add_int32(&limits, MQTT_PROP_MAXIMUM_PACKET_SIZE, longest_packet);
    const int error = mosquitto_connect_bind_v5(m_library->it, m_host.c_str(), m_port, keepalive_s, nullptr, limits);
    mosquitto_property_free_all(&limits);
    if (error != MOSQ_ERR_SUCCESS) lost(" is not reached: " + std::string(mosquitto_strerror(error)) + '.');
}

/// Until the connection is lost. Its own poll: the library's select() knows no descriptor beyond 1,023.
void Mqtt::serve(const std::stop_token& stop) {
    auto* it = m_library->it;
    while (!stop.stop_requested() && mosquitto_socket(it) >= 0) {
        std::array<pollfd, 2> on{pollfd{mosquitto_socket(it), POLLIN, 0}, pollfd{m_event, POLLIN, 0}};
        if (mosquitto_want_write(it)) on[0].events |= POLLOUT;
        poll(on.data(), on.size(), turn_ms);
        eventfd_t count = 0;
        eventfd_read(m_event, &count);
        int error = MOSQ_ERR_SUCCESS;
        if (on[0].revents != 0) error = mosquitto_loop_read(it, 1);
        if (error == MOSQ_ERR_SUCCESS && m_is_connected) m_user.turn(*this);
        if (error == MOSQ_ERR_SUCCESS) error = mosquitto_loop_misc(it);
        if (error == MOSQ_ERR_SUCCESS && mosquitto_want_write(it)) error = mosquitto_loop_write(it, 1);
        if (error != MOSQ_ERR_SUCCESS) {
            if (!m_is_refused)
                lost((m_is_connected ? " was lost: " : " is not reached: ") + std::string(mosquitto_strerror(error)) +
                     '.');
            return;
        }
    }
}

void Mqtt::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        connect();
        serve(stop);
        if (m_is_connected) lost(" was lost.");
        pollfd on{m_event, POLLIN, 0};
        eventfd_t count = 0;
        eventfd_read(m_event, &count);
        if (!stop.stop_requested()) poll(&on, 1, wait_ms);
    }
    // Left without a farewell, the broker says the will: nobody is here any more.
}

}  // namespace kiosk::desk
