// SPDX-License-Identifier: Apache-2.0
// A connection to an MQTT 5 broker that is kept up, in a thread of its own. Nothing is believed of the broker but what
// it refuses: that a message arrived is told by who got it.
#pragma once

#include "base/instant.hpp"
#include "base/result.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace kiosk::desk {

struct BrokerAddress {
    std::string url;          ///< "mqtts://broker.example.org/clinic/kiosks": the path is what topics begin with
    std::string authority;    ///< PEM file: who vouches for the broker; empty: whom this machine trusts
    std::string certificate;  ///< PEM files: what the broker knows this machine by; empty: nothing is shown
    std::string key;
};

/// What is wrong with the address of a broker; empty: nothing. Plain mqtt is for this machine alone.
std::string broker_trouble(const std::string& url);
bool is_broker(const std::string& url);

/// Whether it can be one level of a topic.
bool is_topic_level(const std::string&);

class Mqtt {
public:
    struct Topic {
        std::string name;  ///< below the address's path
        std::string payload{};
        bool is_retained = false;
    };
    /// What is done with the connection, all of it in its thread.
    struct User {
        virtual ~User() = default;
        virtual void connected(Mqtt&) = 0;
        virtual void heard(Mqtt&, const std::string& topic, const std::string& payload) = 0;
        /// Now and then, and after wake().
        virtual void turn(Mqtt&) = 0;
        /// The broker took or refused a message; no_listener: nobody subscribes to it.
        enum class Taken { taken, no_listener, refused };
        virtual void taken(const Mqtt&, Taken) = 0;
    };

    /// Failure: what is wrong with the address. `client`: what the broker knows the connection by, below the address's
    /// path; `will`: what it says where the connection is lost. The user must outlive it.
    static Result<std::unique_ptr<Mqtt>> open(const BrokerAddress&, const std::string& client, const Topic& will,
                                              User&);
    ~Mqtt();
    Mqtt(const Mqtt&) = delete;
    Mqtt& operator=(const Mqtt&) = delete;

    void wake() const;
    /// Why there is no connection; empty: there is.
    std::string trouble() const;
    /// "The broker at broker.example.org"
    const std::string& name() const { return m_name; }

    /// Of the thread alone. What cannot be sent is dropped: whoever needs it says it again.
    void publish(const Topic&);
    void subscribe(const std::string& topic);
    bool is_connected() const { return m_is_connected; }

private:
    struct Library;
    struct Calls;
    Mqtt(BrokerAddress, const std::string& client, Topic will, User&);
    bool make_library();
    void run(const std::stop_token&);
    void connect();
    void serve(const std::stop_token&);
    void lost(const std::string& why);

    BrokerAddress m_address;
    Topic m_will;
    std::string m_host, m_prefix, m_name, m_client;
    int m_port = 0;
    bool m_is_encrypted = false;
    User& m_user;
    std::unique_ptr<Library> m_library;
    int m_event;
    bool m_is_connected = false, m_is_refused = false;
    mutable std::mutex m_mutex;
    std::string m_trouble;
    std::jthread m_thread;  ///< the last: it uses the others
};

}  // namespace kiosk::desk
