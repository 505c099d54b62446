// SPDX-License-Identifier: Apache-2.0
// One client of the desk page, who may be anybody: what it sends in one request is bounded in bytes and in time, and a
// server that stops waits for nobody. httplib's own streams bound each read alone, so a client that sends a byte a
// second holds a thread for hours, and a line without end fills the memory.
#pragma once

#include "base/instant.hpp"

#include <httplib.h>

#include <functional>
#include <semaphore>
#include <utility>

namespace kiosk::desk {

struct Bounds {
    std::size_t request;  ///< bytes of one request, all of it
    Duration patience;    ///< for all of it, for a handshake, and for each answer to be taken
};

class Connection : public httplib::Stream {
public:
    /// Of an accepted socket, which it closes. `context`: nothing for plain HTTP.
    Connection(socket_t, SSL_CTX* context, const Bounds&, std::function<bool()> is_stopped);
    ~Connection() override;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// False: it does not speak TLS, or not in time. The request may begin.
    bool shake_hands();
    /// Nothing more is said. What it still sends is thrown away for a moment, or it would not read the answer.
    void end();

    bool is_readable() const override;
    bool is_writable() const override;
    ssize_t read(char*, size_t) override;
    ssize_t write(const char*, size_t) override;
    void get_remote_ip_and_port(std::string&, int&) const override {}
    void get_local_ip_and_port(std::string&, int&) const override {}
    socket_t socket() const override { return m_socket; }

private:
    bool wait_for(short events, Instant until) const;
    /// Tries again for as long as TLS wants more of either direction; -1: it failed, or is too late.
    ssize_t carry_on(const std::function<int()>&, Instant until) const;

    socket_t m_socket;
    SSL* m_tls = nullptr;
    Bounds m_bounds;
    std::function<bool()> m_is_stopped;
    std::size_t m_left = 0;
    Instant m_until;
};

/// httplib's server or SSLServer with such connections. Each is for one request: what was refused before it was read
/// would be taken for the next one, which a page of another site could write (with any Host it likes).
template <class Server>
class BoundedServer : public Server {
public:
    template <class... Args>
    explicit BoundedServer(const Bounds& bounds, Args&&... args)
        : Server(std::forward<Args>(args)...), m_bounds(bounds) {}

private:
    SSL_CTX* context() const {
        if constexpr (requires(const Server& server) { server.ssl_context(); })
            return this->ssl_context();
        else
            return nullptr;
    }
    bool process_and_close_socket(socket_t socket) override {
        Connection connection(socket, context(), m_bounds, [this] { return this->svr_sock_ == INVALID_SOCKET; });
        bool is_closed = false;
        const bool is_served = connection.shake_hands() && this->process_request(connection, true, is_closed, nullptr);
        connection.end();
        return is_served;
    }

    Bounds m_bounds;
};

/// Takes no connection while all threads are busy.
class BoundedQueue : public httplib::TaskQueue {
public:
    explicit BoundedQueue(std::size_t threads) : m_room(static_cast<std::ptrdiff_t>(threads)), m_pool(threads) {}
    void enqueue(std::function<void()> task) override {
        m_room.acquire();
        m_pool.enqueue([this, task = std::move(task)] {
            task();
            m_room.release();
        });
    }
    void shutdown() override { m_pool.shutdown(); }

private:
    std::counting_semaphore<> m_room;
    httplib::ThreadPool m_pool;
};

}  // namespace kiosk::desk
