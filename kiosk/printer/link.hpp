// SPDX-License-Identifier: Apache-2.0
// One request to the printer and its answer, over HTTP by libcups' own calls: cupsDoRequest would reconnect by itself
// and so send to a certificate nobody compared. Bounded in time; given up as soon as the caller says so.
#pragma once

#include "printer/address.hpp"
#include "printer/press.hpp"
#include "printer/watchdog.hpp"

#include <cups/http.h>
#include <cups/ipp.h>

#include <functional>
#include <memory>
#include <string_view>

namespace kiosk::printer {

struct DeleteIpp {
    void operator()(ipp_t* ipp) const { ippDelete(ipp); }
};
using Ipp = std::unique_ptr<ipp_t, DeleteIpp>;

struct CloseHttp {
    void operator()(http_t* http) const { httpClose(http); }
};

struct Answer {
    Reach reach = Reach::unreachable;
    Ipp response;  ///< with reached only

    explicit operator bool() const { return reach == Reach::reached; }
    /// An ipp_status_t, or whatever else of 16 bits the printer has sent.
    int status() const { return response ? ippGetStatusCode(response.get()) : IPP_STATUS_ERROR_INTERNAL; }
    bool ok() const { return response && status() < IPP_STATUS_REDIRECTION_OTHER_SITE; }
};

class Link {
public:
    /// The flag is set to 1 from another thread to give up whatever is going on. Both outlive the link.
    Link(const Address& address, const Limits& limits, int& interrupt)
        : m_address(address), m_limits(limits), m_interrupt(interrupt) {}

    Answer ask(Ipp request, std::string_view document = {});
    /// While the printer neither takes nor answers: called every second, false gives up. Instead of Limits::answer.
    std::function<bool()> stalled;
    std::size_t written() const { return m_written; }  ///< of the document being sent
    const std::string& presented_pin() const { return m_presented_pin; }

private:
    bool usable() const;
    Reach open();
    bool right_certificate();
    bool send(ipp_t* request, std::string_view document);
    bool write(std::string_view document);
    Answer exchange(ipp_t* request, std::string_view document);
    Answer receive();
    Reach failed() const;
    bool interrupted() const;
    bool keep_waiting();
    static int waiting(http_t*, void* link);

    const Address& m_address;
    const Limits& m_limits;
    int& m_interrupt;
    std::unique_ptr<http_t, CloseHttp> m_http;
    std::string m_presented_pin;
    std::size_t m_written = 0;
    Duration m_waited{0};
    bool m_gave_up = false, m_last = false;
    int m_version = 2;  // of IPP
    Watchdog m_dog;
};

}  // namespace kiosk::printer
