// SPDX-License-Identifier: Apache-2.0
#include "desk/front_page.hpp"

#include "desk/board_text.hpp"
#include "desk/page_files.hpp"

#include <httplib.h>
#include <sodium.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <thread>

namespace kiosk::desk {

namespace {

constexpr std::size_t threads = 192;  // each open stream holds one
constexpr std::size_t longest_deed = 4'096;
constexpr Duration ping_every{5'000};

std::string random_token() {
    if (sodium_init() < 0) return {};
    std::array<unsigned char, 32> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

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

std::string text_of(const PageText& page, const std::string& token) {
    return nlohmann::json{{"token", token},
                          {"words", page.words},
                          {"language", page.language},
                          {"rightToLeft", page.right_to_left},
                          {"shownWithin", page.shown_within.count()},
                          {"answeredWithin", page.answered_within.count()}}
        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

WallTime wall_now() {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

Result<Done> carry_out(Desk& desk, const Deed& deed) {
    using What = Deed::What;
    if (deed.what == What::here) return desk.hear(deed.name), Done{};
    return desk.write([&](CallBook& book, WallTime now) -> Result<Done> {
        switch (deed.what) {
            case What::shown:
                return book.show(deed.call, now);
            case What::coming:
                return book.acknowledge(deed.call, deed.name, now);
            case What::close:
                return book.close(deed.call, deed.with_patient ? Closed::with_patient : Closed::seen, deed.name, now);
            case What::add_person:
                return book.add_person(deed.name);
            case What::remove_person:
                return book.remove_person(deed.name);
            case What::here:
                break;
        }
        return Done{};
    });
}

/// Only a person of the list comes or closes; a red page's call is closed only by who was with the patient.
bool may(Desk& desk, const Deed& deed) {
    using What = Deed::What;
    if (deed.what == What::here) return !deed.name.empty() && deed.name.size() <= 64;
    if (deed.what != What::coming && deed.what != What::close) return true;
    if (deed.what == What::close && deed.call.kind == Kind::call && !deed.with_patient) return false;
    const auto people = desk.board().people;
    return std::find(people.begin(), people.end(), deed.name) != people.end();
}

}  // namespace

struct FrontPage::Server {
    Desk& desk;
    Listen address;
    std::string token = random_token(), start;
    httplib::Server http{};
    std::atomic<int> streams{0};
    std::atomic<bool> stopped{false};
    std::thread thread{};

    Server(Desk& of, Listen at, const PageText& text) : desk(of), address(std::move(at)), start(text_of(text, token)) {
        http.new_task_queue = [] { return new httplib::ThreadPool(threads); };
        http.set_payload_max_length(longest_deed);
        http.set_read_timeout(3);
        http.set_write_timeout(3);
        http.set_keep_alive_timeout(3);
        http.set_keep_alive_max_count(200);
        http.set_default_headers(guard);
        http.set_tcp_nodelay(true);
        // SO_REUSEADDR alone: with httplib's SO_REUSEPORT a second service would share the port unseen.
        http.set_socket_options([](int socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        });
        http.set_pre_routing_handler([this](const auto& request, auto& response) { return admit(request, response); });
        serve_files();
        http.Get("/board", [this](const auto&, auto& response) { stream(response); });
        http.Post("/deed", [this](const auto& request, auto& response) { deed(request, response); });
    }

    ~Server() {
        stopped = true;
        desk.stop();
        http.stop();
        if (thread.joinable()) thread.join();
    }

    void serve_files() {
        const auto file = [this](const char* path, std::string_view text, const char* type) {
            http.Get(path, [text, type](const auto&, auto& response) {
                response.set_content(text.data(), text.size(), type);
            });
        };
        file("/", page_html, "text/html; charset=utf-8");
        file("/page.css", page_css, "text/css; charset=utf-8");
        file("/page.js", page_js, "text/javascript; charset=utf-8");
        file("/start", start, "application/json");
    }

    /// A page of another site that was made to reach this machine by a name of its own (DNS rebinding) is sent away.
    httplib::Server::HandlerResponse admit(const httplib::Request& request, httplib::Response& response) const {
        const auto port = ":" + std::to_string(address.port);
        const auto host = request.get_header_value("Host"), origin = request.get_header_value("Origin");
        const bool own = host == "localhost" + port || host == "127.0.0.1" + port || host == "[::1]" + port;
        if (own && (origin.empty() || origin == "http://" + host)) return httplib::Server::HandlerResponse::Unhandled;
        response.status = 403;
        response.set_content("Open this page by its own address.\n", "text/plain");
        return httplib::Server::HandlerResponse::Handled;
    }

    void stream(httplib::Response& response) {
        if (streams.fetch_add(1) >= most_streams) {
            --streams;
            response.status = 503;
            response.set_header("Retry-After", "5");
            return;
        }
        response.set_chunked_content_provider(
            "text/event-stream",
            [this, shown = std::int64_t{0}](std::size_t, httplib::DataSink& sink) mutable {
                const auto revision = shown == 0 ? -1 : desk.wait(shown, ping_every);
                if (stopped) return false;
                std::string text = "event: ping\ndata: {}\n\n";
                if (revision != shown) {
                    const auto board = desk.board();
                    text = (shown == 0 ? "retry: 1000\n" : "") +
                           ("event: board\ndata: " + write_board(board, wall_now())) + "\n\nevent: ping\ndata: {}\n\n";
                    shown = board.revision;
                }
                return sink.write(text.data(), text.size());
            },
            [this](bool) { --streams; });
    }

    void deed(const httplib::Request& request, httplib::Response& response) {
        const auto given = request.get_header_value("X-Desk-Token");
        const bool is_ours =
            given.size() == token.size() && sodium_memcmp(given.data(), token.data(), token.size()) == 0;
        const auto asked = is_ours ? read_deed(request.body) : std::nullopt;
        if (!asked || !may(desk, *asked)) {
            response.status = is_ours ? 400 : 403;
            return;
        }
        const auto done = carry_out(desk, *asked);
        response.status = done ? 204 : 500;
        if (!done) response.set_content(done.failure().sentence + "\n", "text/plain; charset=utf-8");
    }
};

FrontPage::FrontPage(std::unique_ptr<Server> server) : m_server(std::move(server)) {}
FrontPage::~FrontPage() = default;

Result<Listen> parse_listen(const std::string& text) {
    const Failure wrong{"The desk page cannot listen on '" + text +
                        "': write an address of this machine alone and a port, like 127.0.0.1:8080."};
    const auto colon = text.rfind(':');
    if (colon == std::string::npos) return wrong;
    Listen listen{text.substr(0, colon), 0};
    const auto port = text.substr(colon + 1);
    if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos) return wrong;
    listen.port = std::stoi(port);
    if (listen.host == "[::1]") listen.host = "::1";
    const bool is_local = listen.host == "127.0.0.1" || listen.host == "localhost" || listen.host == "::1";
    if (!is_local || listen.port > 65'535) return wrong;
    return listen;
}

Result<std::unique_ptr<FrontPage>> FrontPage::open(Desk& desk, const Listen& listen, PageText text) {
    auto server = std::make_unique<Server>(desk, listen, text);
    if (server->token.empty()) return Failure{"The desk page has no random numbers on this machine."};
    const int port = listen.port == 0                                      ? server->http.bind_to_any_port(listen.host)
                     : server->http.bind_to_port(listen.host, listen.port) ? listen.port
                                                                           : -1;
    if (port < 0)
        return Failure{"The desk page cannot listen on " + listen.host + ":" + std::to_string(listen.port) +
                       ": another program has it. Choose another port."};
    server->address.port = port;
    server->thread = std::thread([http = &server->http] { http->listen_after_bind(); });
    // A stop() before it runs would be lost, and its end never come.
    while (!server->http.is_running()) std::this_thread::sleep_for(Duration{1});
    return std::unique_ptr<FrontPage>(new FrontPage(std::move(server)));
}

const Listen& FrontPage::listens() const {
    return m_server->address;
}

}  // namespace kiosk::desk
