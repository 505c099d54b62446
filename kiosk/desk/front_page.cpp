// SPDX-License-Identifier: Apache-2.0
#include "desk/front_page.hpp"

#include "desk/board_text.hpp"
#include "desk/intake.hpp"
#include "desk/page_files.hpp"
#include "desk/scrape.hpp"

#include <httplib.h>
#include <nlohmann/json.hpp>

#include <array>
#include <atomic>
#include <thread>

namespace kiosk::desk {

namespace {

using httplib::Request, httplib::Response;
using nlohmann::json;

constexpr std::size_t threads = 192;  // each open stream holds one
constexpr std::size_t longest_deed = 4'096;
constexpr Duration ping_every{5'000};
constexpr time_t patience_s = 3;  // with a client that says nothing

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

/// Empty where there is none.
std::string cookie_of(const Request& request) {
    const std::string all = "; " + request.get_header_value("Cookie"), name = "; desk=";
    const auto at = all.find(name);
    if (at == std::string::npos) return {};
    const auto from = at + name.size();
    return all.substr(from, all.find(';', from) - from);
}

std::unique_ptr<httplib::Server> make_server(const std::optional<Door>& door) {
    if (!door) return std::make_unique<httplib::Server>();
    return std::make_unique<httplib::SSLServer>(door->certificate.c_str(), door->key.c_str());
}

}  // namespace

struct FrontPage::Server {
    Desk& desk;
    Listen address;
    PageText text;
    Secrets* secrets;  ///< nothing: whoever sits at this machine may
    std::string metrics_token;
    KioskKeys* keys;  ///< nothing: the desk has no other kiosks
    std::unique_ptr<httplib::Server> http;
    std::string secret = random_token();
    std::atomic<int> streams{0};
    std::atomic<bool> stopped{false};
    std::thread thread{};
    int listening = -1;

    Server(Desk& of, Listen at, PageText words, const std::optional<Door>& door, KioskKeys* kiosk_keys)
        : desk(of),
          address(std::move(at)),
          text(std::move(words)),
          secrets(door ? door->secrets : nullptr),
          metrics_token(door ? door->metrics_token : std::string()),
          keys(kiosk_keys),
          http(make_server(door)) {
        set_limits();
        http->set_default_headers(guard);
        http->set_pre_routing_handler([this](const auto& request, auto& response) { return admit(request, response); });
        file("/", page_html, "text/html; charset=utf-8");
        file("/page.css", page_css, "text/css; charset=utf-8");
        file("/page.js", page_js, "text/javascript; charset=utf-8");
        http->Get("/start", [this](const auto& request, auto& response) {
            response.set_content(start_text(text, token_for(request)), "application/json");
        });
        http->Get("/board", [this](const auto& request, auto& response) { stream(request, response); });
        http->Get("/records", [this](const auto& request, auto& response) { records(request, response); });
        http->Get("/metrics", [this](const auto& request, auto& response) {
            answer_scraper(desk, streams, {secrets != nullptr, metrics_token}, request, response);
        });
        http->Post(intake_path,
                   [this](const auto& request, auto& response) { answer_kiosk(desk, keys, request, response); });
        http->Post("/deed", [this](const auto& request, auto& response) { deed(request, response); });
        http->Post("/sign-in", [this](const auto& request, auto& response) { sign_in(request, response); });
        http->Post("/sign-out", [this](const auto& request, auto& response) { sign_out(request, response); });
    }

    ~Server() {
        if (!thread.joinable()) return;  // never opened: the next one has its streams yet to come
        stopped = true;
        desk.stop();
        http->stop();
        thread.join();
    }

    void start() {
        // httplib's own queue of 5 makes a new page wait for seconds behind a burst of connections.
        listen(listening, SOMAXCONN);
        thread = std::thread([server = http.get()] { server->listen_after_bind(); });
        // A stop() before it runs would be lost, and its end never come.
        while (!http->is_running()) std::this_thread::sleep_for(Duration{1});
    }

    void set_limits() {
        http->new_task_queue = [] { return new httplib::ThreadPool(threads); };
        http->set_payload_max_length(longest_text);
        http->set_read_timeout(patience_s);
        http->set_write_timeout(patience_s);
        http->set_keep_alive_timeout(patience_s);
        http->set_keep_alive_max_count(200);
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

    bool is_local_name(const std::string& host) const {
        const auto port = ":" + std::to_string(address.port);
        return host == "localhost" + port || host == "127.0.0.1" + port || host == "[::1]" + port;
    }

    /// A page of another site does nothing here; nor one that was made to reach this machine by a name of its own (DNS
    /// rebinding): without a password the name must be this machine's, with one its cookie is of another name.
    httplib::Server::HandlerResponse admit(const Request& request, Response& response) const {
        const auto host = request.get_header_value("Host"), origin = request.get_header_value("Origin");
        const auto own_origin = (secrets != nullptr ? "https://" : "http://") + host;
        const bool is_own = secrets != nullptr || is_local_name(host);
        // Before what a stranger sends is read.
        if (request.path == intake_path && !kiosk_of(keys, request)) {
            response.status = 401;
            return httplib::Server::HandlerResponse::Handled;
        }
        if (is_own && (origin.empty() || origin == own_origin)) return httplib::Server::HandlerResponse::Unhandled;
        response.status = 403;
        response.set_content("Open this page by its own address.\n", "text/plain");
        return httplib::Server::HandlerResponse::Handled;
    }

    /// What a page must send with each deed; empty: it has to sign in first.
    std::string token_for(const Request& request) const {
        if (secrets == nullptr) return secret;
        const auto cookie = cookie_of(request);
        return secrets->has_session(cookie, desk.now()) ? hash_of(cookie, secret) : std::string();
    }

    bool is_ours(const Request& request) const {
        const auto token = token_for(request);
        return !token.empty() && are_same(token, request.get_header_value("X-Desk-Token"));
    }

    void stream(const Request& request, Response& response) {
        if (token_for(request).empty()) {
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
        if (token_for(request).empty()) return;
        const auto about = desk.about(request.get_param_value("kiosk"));
        response.status = about ? 200 : 404;
        if (about) response.set_content(write_records(*about), "application/json");
    }

    /// Revisions that a page has.
    struct Shown {
        std::int64_t board = 0, kiosks = 0;
    };
    /// What has changed of board and kiosks, and a ping. False: the stream ends.
    bool say_next(const std::string& cookie, Shown& shown, httplib::DataSink& sink) const {
        const auto revision = shown.board == 0 ? -1 : desk.wait(shown.board, ping_every);
        // Whoever signed out, or was signed out by a new password, sees no more.
        if (stopped || (secrets != nullptr && !secrets->has_session(cookie, desk.now()))) return false;
        std::string said = shown.board == 0 ? "retry: 1000\n" : "";
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
        said += "event: ping\ndata: {}\n\n";
        return sink.write(said.data(), said.size());
    }

    void deed(const Request& request, Response& response) {
        const bool ours = is_ours(request);
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

    void sign_in(const Request& request, Response& response) {
        const auto asked = json::parse(request.body, nullptr, false);
        const bool is_asked = secrets != nullptr && request.get_header_value("Content-Type") == "application/json" &&
                              asked.is_object() && asked.contains("password") && asked["password"].is_string();
        response.status = 400;
        if (!is_asked) return;
        const auto tried = secrets->try_at(Secrets::Door::desk, asked["password"].get<std::string>(), desk.now());
        response.status = 500;
        if (!tried) return;
        if (tried->verdict != Secrets::Verdict::right) {
            response.status = tried->verdict == Secrets::Verdict::wrong ? 403 : 429;
            response.set_content(text_of({{"wait", tried->wait.count()}}), "application/json");
            return;
        }
        const auto cookie = secrets->begin_session(desk.now());
        if (!cookie) return;
        response.status = 204;
        response.set_header("Set-Cookie", "desk=" + *cookie + "; Path=/; Secure; HttpOnly; SameSite=Strict");
    }

    void sign_out(const Request& request, Response& response) {
        response.status = is_ours(request) ? 204 : 403;
        if (response.status == 204 && secrets != nullptr) secrets->end_session(cookie_of(request));
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
    server->start();
    return std::unique_ptr<FrontPage>(new FrontPage(std::move(server)));
}

const Listen& FrontPage::listens() const {
    return m_server->address;
}

}  // namespace kiosk::desk
