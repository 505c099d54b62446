// SPDX-License-Identifier: Apache-2.0
#include "printer/fake_printer.hpp"

#include <arpa/inet.h>
#include <cups/cups.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace fake {

struct Printer::State {
    int listening = -1;
    int port = 0;
    Tls tls = Tls::no;
    std::atomic<bool> stopping = false;
    mutable std::mutex mutex;
    Script script;
    Received received;
    std::size_t at = 0;  // in script.looks
    bool has_document = false, cancelled = false, looked = false;
    std::thread listener;
    std::vector<std::thread> threads;  // one a connection

    void listen_for_connections();
    void serve(http_t*);
    bool serve_request(http_t*);
    std::string read_document(http_t*, int bytes_per_second);
    ipp_t* answer(ipp_t* request, std::string document);
    const Look& look() const;
    void add_printer(ipp_t*);
    void add_job(ipp_t*);
    void note(ipp_t* request);
    bool misbehave(http_t*, Manner);
    void sleep(int ms) const;
};

namespace {

void add(ipp_t* to, ipp_tag_t group, ipp_tag_t tag, const char* name, const std::vector<std::string>& values) {
    std::vector<const char*> pointers;
    for (const std::string& value : values) pointers.push_back(value.c_str());
    ippAddStrings(to, group, tag, name, static_cast<int>(pointers.size()), nullptr, pointers.data());
}

bool is_looking(ipp_op_t operation) {
    return operation == IPP_OP_GET_PRINTER_ATTRIBUTES || operation == IPP_OP_GET_JOB_ATTRIBUTES;
}

}  // namespace

void Printer::State::sleep(int ms) const {
    for (int waited = 0; waited < ms && !stopping; waited += 10)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

const Look& Printer::State::look() const {
    return has_document ? script.looks[std::min(at, script.looks.size() - 1)] : script.idle;
}

void Printer::State::add_printer(ipp_t* to) {
    const Look& now = look();
    ippAddInteger(to, IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", static_cast<int>(now.printer));
    add(to, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "printer-state-reasons", now.printer_reasons);
    ippAddBoolean(to, IPP_TAG_PRINTER, "printer-is-accepting-jobs", static_cast<char>(script.accepting));
    std::vector<int> operations{IPP_OP_PRINT_JOB, IPP_OP_CANCEL_JOB, IPP_OP_GET_JOB_ATTRIBUTES,
                                IPP_OP_GET_PRINTER_ATTRIBUTES};
    if (script.creates_jobs) operations.insert(operations.end(), {IPP_OP_CREATE_JOB, IPP_OP_SEND_DOCUMENT});
    ippAddIntegers(to, IPP_TAG_PRINTER, IPP_TAG_ENUM, "operations-supported", static_cast<int>(operations.size()),
                   operations.data());
    add(to, IPP_TAG_PRINTER, IPP_TAG_MIMETYPE, "document-format-supported", script.formats);
    add(to, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "media-supported", script.media);
    add(to, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "media-ready", script.media_ready);
    add(to, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "sides-supported", script.sides);
    add(to, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "pwg-raster-document-type-supported", script.raster_types);
    add(to, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "pwg-raster-document-sheet-back", {script.raster_back});
    ippAddResolution(to, IPP_TAG_PRINTER, "pwg-raster-document-resolution-supported", IPP_RES_PER_INCH,
                     script.raster_dpi, script.raster_dpi);
}

void Printer::State::add_job(ipp_t* to) {
    const Look& now = look();
    const bool gone = cancelled && script.obeys_cancel;
    ippAddInteger(to, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", 7);
    ippAddInteger(to, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state", gone ? IPP_JSTATE_CANCELED : static_cast<int>(now.job));
    add(to, IPP_TAG_JOB, IPP_TAG_KEYWORD, "job-state-reasons",
        gone ? std::vector<std::string>{"job-canceled-by-user"} : now.job_reasons);
    if (now.impressions >= 0)
        ippAddInteger(to, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-impressions-completed", now.impressions);
}

void Printer::State::note(ipp_t* request) {
    const ipp_op_t operation = ippGetOperation(request);
    if (!is_looking(operation)) received.operations.emplace_back(ippOpString(operation));
    for (ipp_attribute_t* one = ippFirstAttribute(request); one; one = ippNextAttribute(request)) {
        std::array<char, 256> text{};
        const char* name = ippGetName(one);
        if (!name || is_looking(operation)) continue;
        ippAttributeString(one, text.data(), text.size());
        received.attributes[name] = text.data();
    }
}

ipp_t* Printer::State::answer(ipp_t* request, std::string document) {
    const std::lock_guard lock(mutex);
    const ipp_op_t operation = ippGetOperation(request);
    note(request);
    ipp_t* response = ippNewResponse(request);
    auto& scripted = script.answers[operation];
    if (!scripted.empty()) {
        ippSetStatusCode(response, scripted.front());
        scripted.pop_front();
        if (ippGetStatusCode(response) >= IPP_STATUS_REDIRECTION_OTHER_SITE) return response;
    }
    const bool takes_document = operation == IPP_OP_SEND_DOCUMENT || operation == IPP_OP_PRINT_JOB;
    if (takes_document) {
        received.document = std::move(document);
        ++received.documents;
        has_document = true;
        at = 0;
    }
    // A look begins with the question about the job, and lasts for the question about the printer.
    if (operation == IPP_OP_GET_JOB_ATTRIBUTES && has_document) {
        if (looked && at + 1 < script.looks.size()) ++at;
        looked = true;
    }
    if (operation == IPP_OP_CANCEL_JOB) cancelled = true;
    if (operation == IPP_OP_GET_PRINTER_ATTRIBUTES) add_printer(response);
    if (operation == IPP_OP_GET_JOB_ATTRIBUTES || operation == IPP_OP_CREATE_JOB || takes_document) add_job(response);
    return response;
}

bool Printer::State::misbehave(http_t* http, Manner manner) {
    if (manner == Manner::ipp) return false;
    if (manner == Manner::mute)
        while (!stopping && httpWait(http, 10) == 0) sleep(10);
    if (manner == Manner::mute) sleep(60'000);
    const std::string garbage = std::string(3'000, '\x81') + "\r\n\r\n";
    if (manner == Manner::garbage) send(httpGetFd(http), garbage.data(), garbage.size(), MSG_NOSIGNAL);
    if (manner == Manner::chatters) {
        std::string line = "HTTP/1.1 200 OK\r\n";
        while (!stopping && send(httpGetFd(http), line.data(), line.size(), MSG_NOSIGNAL) > 0)
            line = "X-More: more\r\n";
    }
    if (manner == Manner::asks_password) {
        httpClearFields(http);
        httpSetField(http, HTTP_FIELD_WWW_AUTHENTICATE, "Basic realm=\"fake\"");
        httpSetLength(http, 0);
        httpWriteResponse(http, HTTP_STATUS_UNAUTHORIZED);
    }
    if (manner == Manner::web_page) {
        const std::string page = "<html>It works!</html>";
        httpClearFields(http);
        httpSetField(http, HTTP_FIELD_CONTENT_TYPE, "text/html");
        httpSetLength(http, page.size());
        httpWriteResponse(http, HTTP_STATUS_OK);
        httpWrite2(http, page.data(), page.size());
        httpFlushWrite(http);
    }
    return true;
}

std::string Printer::State::read_document(http_t* http, int bytes_per_second) {
    std::string document;
    std::array<char, 16'384> bytes{};
    while (httpGetState(http) == HTTP_STATE_POST_RECV && !stopping) {
        const ssize_t got = httpRead2(http, bytes.data(), bytes.size());
        if (got <= 0) break;
        document.append(bytes.data(), static_cast<std::size_t>(got));
        if (bytes_per_second > 0) sleep(static_cast<int>(got * 1000 / bytes_per_second));
    }
    return document;
}

bool Printer::State::serve_request(http_t* http) {
    std::array<char, 1024> resource{};
    http_state_t state = HTTP_STATE_WAITING;
    while ((state = httpReadRequest(http, resource.data(), resource.size())) == HTTP_STATE_WAITING && !stopping)
        sleep(1);
    if (state != HTTP_STATE_POST) return false;
    http_status_t status = HTTP_STATUS_CONTINUE;
    while ((status = httpUpdate(http)) == HTTP_STATUS_CONTINUE) {
    }
    if (status != HTTP_STATUS_OK) return false;
    const std::unique_ptr<ipp_t, void (*)(ipp_t*)> request(ippNew(), ippDelete);
    for (ipp_state_t read = IPP_STATE_IDLE; read != IPP_STATE_DATA;)
        if ((read = ippRead(http, request.get())) == IPP_STATE_ERROR) return false;
    Script now;
    {
        const std::lock_guard lock(mutex);
        now = script;
    }
    const auto special = now.manner_of.find(ippGetOperation(request.get()));
    std::string document = read_document(http, now.bytes_per_second);
    if (misbehave(http, special == now.manner_of.end() ? now.manner : special->second)) return false;
    sleep(now.delay_ms);
    const std::unique_ptr<ipp_t, void (*)(ipp_t*)> response(answer(request.get(), std::move(document)), ippDelete);
    httpClearFields(http);
    httpSetField(http, HTTP_FIELD_CONTENT_TYPE, "application/ipp");
    httpSetLength(http, ippLength(response.get()));
    if (httpWriteResponse(http, HTTP_STATUS_OK) != 0) return false;
    for (ipp_state_t wrote = IPP_STATE_IDLE; wrote != IPP_STATE_DATA;)
        if ((wrote = ippWrite(http, response.get())) == IPP_STATE_ERROR) return false;
    return httpFlushWrite(http) >= 0;
}

void Printer::State::serve(http_t* accepted) {
    const std::unique_ptr<http_t, void (*)(http_t*)> http(accepted, httpClose);
    // Looks every 50 ms whether the test is over.
    httpSetTimeout(
        http.get(), 0.05, [](http_t*, void* self) { return static_cast<State*>(self)->stopping ? 0 : 1; }, this);
    if (tls == Tls::yes && httpEncryption(http.get(), HTTP_ENCRYPTION_ALWAYS) != 0) return;
    while (!stopping && serve_request(http.get())) {
    }
}

void Printer::State::listen_for_connections() {
    while (!stopping) {
        pollfd one{listening, POLLIN, 0};
        if (poll(&one, 1, 20) != 1) continue;
        http_t* accepted = httpAcceptConnection(listening, 1);
        if (!accepted) continue;
        const std::lock_guard lock(mutex);
        ++received.connections;
        threads.emplace_back([this, accepted] { serve(accepted); });
    }
}

Printer::Printer(Script script, Tls tls, const std::string& key_folder) : m_state(std::make_shared<State>()) {
    m_state->script = std::move(script);
    m_state->tls = tls;
    if (tls == Tls::yes) cupsSetServerCredentials(key_folder.c_str(), "localhost", 1);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    m_state->listening = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (bind(m_state->listening, generic, size) != 0 || listen(m_state->listening, 16) != 0)
        throw std::runtime_error("the fake printer cannot listen");
    getsockname(m_state->listening, generic, &size);
    m_state->port = ntohs(address.sin_port);
    m_state->listener = std::thread([state = m_state.get()] { state->listen_for_connections(); });
}

Printer::~Printer() {
    m_state->stopping = true;
    m_state->listener.join();
    for (std::thread& one : m_state->threads) one.join();
    close(m_state->listening);
}

int Printer::port() const {
    return m_state->port;
}

std::string Printer::uri() const {
    return std::string(m_state->tls == Tls::yes ? "ipps" : "ipp") + "://127.0.0.1:" + std::to_string(m_state->port) +
           "/ipp/print";
}

void Printer::change(const std::function<void(Script&)>& with) {
    const std::lock_guard lock(m_state->mutex);
    with(m_state->script);
    m_state->at = 0;
    m_state->looked = false;
}

Received Printer::received() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->received;
}

}  // namespace fake
