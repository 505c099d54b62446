// SPDX-License-Identifier: Apache-2.0
#include "browser.hpp"

#include <httplib.h>
#include <sodium.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <stdexcept>

namespace kiosk::test {

namespace {

using nlohmann::json;

constexpr Duration start_limit{60'000};

/// The number after "successfully on port "; 0: not yet.
int port_in(const std::string& log) {
    const std::string words = "started successfully on port ";
    const auto at = log.find(words);
    return at == std::string::npos ? 0 : std::atoi(log.c_str() + at + words.size());
}

}  // namespace

Browser::Browser() {
    const std::string log = m_folder / "driver.log";
    m_driver = std::make_unique<Child>(std::vector<std::string>{"/usr/bin/chromedriver", "--port=0"}, log);
    until(start_limit, [&] { return (m_port = port_in(read_file(log))) != 0 || m_driver->ended(Duration{0}); });
    if (m_port == 0) throw std::runtime_error("no chromedriver: " + read_file(log));
    const json options{{"binary", "/usr/bin/chromium"},
                       {"args",
                        {"--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                         "--user-data-dir=" + m_folder / "profile"}}};
    const auto made =
        ask("POST", "/session",
            {{"capabilities", {{"alwaysMatch", {{"goog:chromeOptions", options}, {"acceptInsecureCerts", true}}}}}});
    m_session = "/session/" + made.at("sessionId").get<std::string>();
}

Browser::~Browser() {
    try {
        if (!m_session.empty()) ask("DELETE", "", json::object());
    } catch (const std::exception&) {
        // The driver ends below, and the browser with it.
    }
}

json Browser::ask(const char* method, const std::string& path, const json& body) {
    httplib::Client client("127.0.0.1", m_port);
    client.set_read_timeout(90);
    httplib::Request request;
    request.method = method;
    request.path = m_session + path;
    if (request.method == "POST") {
        request.body = body.dump();
        request.set_header("Content-Type", "application/json");
    }
    const auto said = client.send(request);
    if (!said) throw std::runtime_error("the browser does not answer to " + path);
    auto value = json::parse(said->body).at("value");
    if (said->status != 200) throw std::runtime_error(path + ": " + value.dump());
    return value;
}

std::string Browser::run(const std::string& script) {
    const auto said = ask("POST", "/execute/sync", {{"script", script}, {"args", json::array()}});
    return said.is_string() ? said.get<std::string>() : std::string();
}

void Browser::open(const std::string& url) {
    ask("POST", "/url", {{"url", url}});
}

bool Browser::click(const std::string& selector) {
    // WebDriver clicks where a key is, even below the header that stays on top.
    run("document.querySelector(" + json(selector).dump() + ")?.scrollIntoView({ block: 'center' })");
    const auto found = ask("POST", "/elements", {{"using", "css selector"}, {"value", selector}});
    if (found.empty()) return false;
    try {
        ask("POST", "/element/" + found.front().begin()->get<std::string>() + "/click", json::object());
    } catch (const std::runtime_error& error) {
        // The page made it anew or scrolled in between, or does not show it yet.
        const std::string what = error.what();
        for (const char* passing : {"stale element", "not interactable", "click intercepted"})
            if (what.find(passing) != std::string::npos) return false;
        throw;
    }
    return true;
}

bool Browser::type(const std::string& selector, const std::string& keys) {
    const auto found = ask("POST", "/elements", {{"using", "css selector"}, {"value", selector}});
    if (found.empty()) return false;
    ask("POST", "/element/" + found.front().begin()->get<std::string>() + "/value", {{"text", keys}});
    return true;
}

std::string Browser::text(const std::string& selector) {
    return run("return Array.from(document.querySelectorAll(" + json(selector).dump() +
               ")).filter(e => e.checkVisibility()).map(e => e.innerText).join('\\n')");
}

void Browser::picture(const std::string& file, int width, int height) {
    ask("POST", "/window/rect", {{"width", width}, {"height", height}});
    const auto base64 = ask("GET", "/screenshot", json::object()).get<std::string>();
    std::string bytes(base64.size(), '\0');
    std::size_t length = 0;
    sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), base64.data(), base64.size(), "\n",
                      &length, nullptr, sodium_base64_VARIANT_ORIGINAL);
    std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(length));
}

}  // namespace kiosk::test
