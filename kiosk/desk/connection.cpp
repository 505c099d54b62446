// SPDX-License-Identifier: Apache-2.0
#include "desk/connection.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace kiosk::desk {

namespace {

constexpr Duration stop_seen_within{100}, linger{500};

Instant ticks() {
    return {std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count()};
}

}  // namespace

Connection::Connection(socket_t socket, SSL_CTX* context, const Bounds& bounds, std::function<bool()> is_stopped)
    : m_socket(socket), m_bounds(bounds), m_is_stopped(std::move(is_stopped)) {
    fcntl(m_socket, F_SETFL, fcntl(m_socket, F_GETFL) | O_NONBLOCK);
    if (context == nullptr) return;
    m_tls = SSL_new(context);
    if (m_tls != nullptr) SSL_set_fd(m_tls, m_socket);
}

Connection::~Connection() {
    if (m_tls != nullptr) SSL_free(m_tls);
    close(m_socket);
    ERR_clear_error();
}

bool Connection::wait_for(short events, Instant until) const {
    while (!m_is_stopped()) {
        const auto left = until - ticks();
        if (left <= Duration{0}) return false;
        pollfd on{m_socket, events, 0};
        if (poll(&on, 1, static_cast<int>(std::min(left, stop_seen_within).count())) > 0) return true;
    }
    return false;
}

ssize_t Connection::carry_on(const std::function<int()>& step, Instant until) const {
    for (;;) {
        ERR_clear_error();
        const int done = step();
        if (done > 0) return done;
        const int wants = SSL_get_error(m_tls, done);
        if (wants == SSL_ERROR_ZERO_RETURN) return 0;
        if (wants != SSL_ERROR_WANT_READ && wants != SSL_ERROR_WANT_WRITE) return -1;
        if (!wait_for(wants == SSL_ERROR_WANT_READ ? POLLIN : POLLOUT, until)) return -1;
    }
}

bool Connection::shake_hands() {
    m_left = m_bounds.request;
    const bool is_done =
        m_tls == nullptr || carry_on([this] { return SSL_accept(m_tls); }, ticks() + m_bounds.patience) > 0;
    m_until = ticks() + m_bounds.patience;
    return is_done;
}

void Connection::end() {
    if (m_tls != nullptr && SSL_is_init_finished(m_tls)) SSL_shutdown(m_tls);  // said, not waited for
    ::shutdown(m_socket, SHUT_WR);
    std::array<char, 4'096> thrown_away{};
    const auto until = ticks() + linger;
    while (wait_for(POLLIN, until) && recv(m_socket, thrown_away.data(), thrown_away.size(), 0) > 0) {
    }
}

bool Connection::is_readable() const {
    return (m_tls != nullptr && SSL_pending(m_tls) > 0) || wait_for(POLLIN, m_until);
}

bool Connection::is_writable() const {
    return wait_for(POLLOUT, ticks() + m_bounds.patience);
}

ssize_t Connection::read(char* to, size_t size) {
    size = std::min(size, m_left);
    if (size == 0) return -1;
    ssize_t got = -1;
    if (m_tls != nullptr)
        got = carry_on([&] { return SSL_read(m_tls, to, static_cast<int>(size)); }, m_until);
    else if (wait_for(POLLIN, m_until))
        got = recv(m_socket, to, size, 0);
    if (got > 0) m_left -= static_cast<std::size_t>(got);
    return got;
}

ssize_t Connection::write(const char* from, size_t size) {
    const auto until = ticks() + m_bounds.patience;
    if (m_tls != nullptr) return carry_on([&] { return SSL_write(m_tls, from, static_cast<int>(size)); }, until);
    return wait_for(POLLOUT, until) ? send(m_socket, from, size, MSG_NOSIGNAL) : -1;
}

}  // namespace kiosk::desk
