// SPDX-License-Identifier: Apache-2.0
#include "desk/front_page.hpp"

#include "desk/board_text.hpp"
#include "desk/connection.hpp"
#include "desk/doorkeeper.hpp"
#include "desk/intake.hpp"
#include "desk/page_files.hpp"
#include "desk/scrape.hpp"

#include <httplib.h>
#include <nlohmann/json.hpp>

#include <array>
#include <atomic>
#include <mutex>
#include <stop_token>
#include <thread>

namespace kiosk::desk {

namespace {

using httplib::Request, httplib::Response;
using nlohmann::json;

// Each open stream holds one, and each other kiosk while it keeps its line.
constexpr std::size_t threads = FrontPage::most_streams + KioskKeys::most + 72;
constexpr std::size_t longest_deed = 4'096;
constexpr Duration ping_every{5'000};
// A call as long as any that is read, and its headers.
constexpr Bounds bounds{longest_text + 16'384, Duration{6'000}};

const httplib::Headers guard = {
    {"Content-Security-Policy",
     "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'none'; "
     "frame-ancestors 'none'; base-uri 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Cache-Control", "no-store"},
};

/// The name of the page's word for it.
std::string refusal(Refused refused) {
    return std::array{"", "", "refused-name", "refused-full", "refused-gone", "refused-rings", "refused-silent"}.at(
        static_cast<std::size_t>(refused));
}

std::string text_of(const json& from) {
    return from.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string start_text(const PageText& page, const std::string& token) {
    return text_of({{"token", token},
                    {"signIn", token.empty()},
                    {"words", page.words},
                    {"language", page.language},
                    {"rightToLeft", page.right_to_left},
                    {"shownWithin", page.shown_within.count()},
                    {"answeredWithin", page.answered_within.count()}});
}

std::unique_ptr<httplib::Server> make_server(const std::optional<Door>& door) {
    if (!door) return std::make_unique<BoundedServer<httplib::Server>>(bounds);
    return std::make_unique<BoundedServer<httplib::SSLServer>>(bounds, door->certificate.c_str(), door->key.c_str());
}

}  // namespace

struct FrontPage::Server {
    Desk& desk;
    Listen address;
    Doorkeeper door;
    std::mutex text_mutex{};
    PageText text;
    std::atomic<std::int64_t> text_number{1};
    std::string metrics_token;
    KioskKeys* keys;  ///< nothing: the desk has no other kiosks
    std::unique_ptr<httplib::Server> http;
    std::atomic<int> streams{0};
    std::stop_source stopping{};
    std::atomic<bool> ended{false};
    std::thread thread{};
    int listening = -1;

    Server(Desk& of, const Listen& at, PageText words, const std::optional<Door>& locked, KioskKeys* kiosk_keys)
        : desk(of),
          address(at),
          door(locked ? locked->secrets : nullptr, kiosk_keys, at),
          text(std::move(words)),
          metrics_token(locked ? locked->metrics_token : std::string()),
          keys(kiosk_keys),
          http(make_server(locked)) {
        set_limits();
        http->set_default_headers(guard);
        http->set_pre_routing_handler(
            [this](const auto& request, auto& response) { return door.admit(request, response); });
        file("/", page_html, "text/html; charset=utf-8");
        file("/page.css", page_css, "text/css; charset=utf-8");
        file("/page.js", page_js, "text/javascript; charset=utf-8");
        http->Get("/start", [this](const auto& request, auto& response) {
            const std::lock_guard lock(text_mutex);
            response.set_content(start_text(text, door.token_for(request, desk.now())), "application/json");
        });
        http->Get("/board", [this](const auto& request, auto& response) { stream(request, response); });
        http->Get("/records", [this](const auto& request, auto& response) { records(request, response); });
        http->Get("/metrics", [this](const auto& request, auto& response) {
            answer_scraper(desk, streams, {door.asks_for_password(), metrics_token}, request, response);
        });
        http->Post(intake_path,
                   [this](const auto& request, auto& response) { answer_kiosk(desk, keys, request, response); });
        http->Post("/deed", [this](const auto& request, auto& response) { deed(request, response); });
        http->Post("/sign-in",
                   [this](const auto& request, auto& response) { door.sign_in(request, response, desk.now()); });
        http->Post("/sign-out",
                   [this](const auto& request, auto& response) { door.sign_out(request, response, desk.now()); });
    }

    ~Server() {
        if (!thread.joinable()) return;  // never opened: the next one has its streams yet to come
        stopping.request_stop();
        http->stop();
        thread.join();
    }

    void start() {
        // httplib's own queue of 5 makes a new page wait for seconds behind a burst of connections.
        listen(listening, SOMAXCONN);
        thread = std::thread([this] {
            http->listen_after_bind();
            ended = true;
        });
        // A stop() before it runs would be lost, and its end never come. It may have ended already.
        while (!http->is_running() && !ended) std::this_thread::sleep_for(Duration{1});
    }

    void set_limits() {
        http->new_task_queue = [] { return new BoundedQueue(threads); };
        http->set_payload_max_length(longest_text);
        http->set_tcp_nodelay(true);
        // SO_REUSEADDR alone: with httplib's SO_REUSEPORT a second service would share the port unseen.
        http->set_socket_options([this](int socket) {
            listening = socket;
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
    }

    void file(const char* path, std::string_view bytes, const char* type) {
        http->Get(path, [bytes, type](const auto&, auto& response) {
            response.set_content(bytes.data(), bytes.size(), type);
        });
    }

    void stream(const Request& request, Response& response) {
        if (door.token_for(request, desk.now()).empty()) {
            response.status = 401;
            return;
        }
        if (streams.fetch_add(1) >= most_streams) {
            --streams;
            response.status = 503;
            response.set_header("Retry-After", "5");
            return;
        }
        response.set_chunked_content_provider(
            "text/event-stream",
            [this, cookie = cookie_of(request), shown = Shown{}](std::size_t, httplib::DataSink& sink) mutable {
                return say_next(cookie, shown, sink);
            },
            [this](bool) { --streams; });
    }

    void records(const Request& request, Response& response) const {
        response.status = 401;
        if (door.token_for(request, desk.now()).empty()) return;
        const auto about = desk.about(request.get_param_value("kiosk"));
        response.status = about ? 200 : 404;
        if (about) response.set_content(write_records(*about), "application/json");
    }

    void say(PageText words) {
        const std::lock_guard lock(text_mutex);
        text = std::move(words);
        ++text_number;
    }

    /// Revisions that a page has.
    struct Shown {
        std::int64_t board = 0, kiosks = 0, text = 0;
    };
    /// What has changed of board and kiosks, and a ping. False: the stream ends.
    bool say_next(const std::string& cookie, Shown& shown, httplib::DataSink& sink) const {
        const auto revision = shown.board == 0 ? -1 : desk.wait(shown.board, ping_every, stopping.get_token());
        if (stopping.stop_requested() || !door.may_stay(cookie, desk.now())) return false;
        std::string said = shown.board == 0 ? "retry: 1000\n" : "";
        // A page that begins to listen asks for the words by itself.
        if (shown.text != 0 && text_number != shown.text) said += "event: words\ndata: {}\n\n";
        shown.text = text_number;
        if (revision != shown.board) {
            const auto board = desk.board();
            said += "event: board\ndata: " + write_board(board) + "\n\n";
            shown.board = board.revision;
        }
        if (desk.kiosks_revision() != shown.kiosks) {
            const auto kiosks = desk.kiosks();
            said += "event: kiosks\ndata: " + write_kiosks(kiosks) + "\n\n";
            shown.kiosks = kiosks.revision;
        }
        said += "event: ping\ndata: " + std::to_string(desk.now().ms) + "\n\n";
        return sink.write(said.data(), said.size());
    }

    void deed(const Request& request, Response& response) {
        const bool ours = door.is_ours(request, desk.now());
        if (request.body.size() > longest_deed) {
            response.status = 413;
            return;
        }
        const auto asked = ours ? read_deed(request.body) : std::nullopt;
        response.status = ours ? 400 : 403;
        if (!asked) return;
        const auto refused = carry_out(desk, *asked);
        if (refused && *refused == Refused::no_deed) return;
        response.status = !refused ? 500 : *refused == Refused::not_at_all ? 204 : 409;
        if (response.status == 409) response.set_content(refusal(*refused), "text/plain");
    }
};

FrontPage::FrontPage(std::unique_ptr<Server> server) : m_server(std::move(server)) {}
FrontPage::~FrontPage() = default;

Result<std::unique_ptr<FrontPage>> FrontPage::open(Desk& desk, const Listen& listen, PageText text,
                                                   const std::optional<Door>& door, KioskKeys* keys) {
    if (!door && !is_of_this_machine(listen))
        return Failure{"The desk page is not shown on a network without a certificate and a password."};
    auto server = std::make_unique<Server>(desk, listen, std::move(text), door, keys);
    if (!server->http->is_valid())
        return Failure{"The certificate " + door->certificate + " and its key " + door->key +
                       " cannot be used: both must be readable PEM files, and belong together."};
    const int port = listen.port == 0 ? server->http->bind_to_any_port(listen.host)
                     : server->http->bind_to_port(listen.host, listen.port) ? listen.port
                                                                            : -1;
    if (port < 0)
        return Failure{"The desk page cannot listen on " + listen.host + ":" + std::to_string(listen.port) +
                       ": another program has it, or it is no address of this machine. Choose another."};
    server->address.port = port;
    server->door.listens_on(port);
    server->start();
    return std::unique_ptr<FrontPage>(new FrontPage(std::move(server)));
}

bool FrontPage::is_open() const {
    return m_server->http->is_running();
}

void FrontPage::say(PageText text) {
    m_server->say(std::move(text));
}

const Listen& FrontPage::listens() const {
    return m_server->address;
}

}  // namespace kiosk::desk
