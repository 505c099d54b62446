// SPDX-License-Identifier: Apache-2.0
// A scripted IPP printer on loopback, for what ippeveprinter cannot show: stopped, -error reasons, purged jobs, lies,
// silence, garbage. The script may be changed while it runs.
#pragma once

#include <cups/ipp.h>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace fake {

/// What the printer says at one Get-Job-Attributes and until the next.
struct Look {
    ipp_jstate_t job = IPP_JSTATE_PROCESSING;
    std::vector<std::string> job_reasons{"job-printing"};
    int impressions = -1;  ///< -1: not told
    ipp_pstate_t printer = IPP_PSTATE_PROCESSING;
    std::vector<std::string> printer_reasons{"none"};
};

enum class Manner { ipp, mute, garbage, closes, chatters, web_page, asks_password };

struct Script {
    Manner manner = Manner::ipp;
    std::map<int, Manner> manner_of;                  ///< of one operation
    std::map<int, std::deque<ipp_status_t>> answers;  ///< of one operation, one after the other; then ok
    int delay_ms = 0;                                 ///< before every answer
    int bytes_per_second = 0;                         ///< it reads a document no faster; 0 = at once
    std::vector<std::string> formats{"application/pdf", "image/pwg-raster"};
    std::vector<std::string> media{"na_letter_8.5x11in", "iso_a4_210x297mm"};
    std::vector<std::string> media_ready{"na_letter_8.5x11in"};
    std::vector<std::string> sides{"one-sided", "two-sided-long-edge"};
    std::vector<std::string> raster_types{"sgray_8"};
    std::string raster_back = "normal";
    int raster_dpi = 300;
    bool accepting = true;
    bool creates_jobs = true;
    Look idle{IPP_JSTATE_PENDING, {"none"}, -1, IPP_PSTATE_IDLE, {"none"}};  ///< before a job has a document
    std::vector<Look> looks{Look{IPP_JSTATE_COMPLETED, {"job-completed-successfully"}, -1, IPP_PSTATE_IDLE, {"none"}}};
    bool obeys_cancel = true;
};

struct Received {
    std::vector<std::string> operations;            ///< names, without the looks of Get-Printer-Attributes
    std::map<std::string, std::string> attributes;  ///< of the job: media, sides, job-name, ... as text
    std::string document;
    int documents = 0, connections = 0;
};

class Printer {
public:
    enum class Tls { no, yes };
    /// Listens on a free port of 127.0.0.1 when it returns. Keys for TLS are made in this folder.
    explicit Printer(Script, Tls = Tls::no, const std::string& key_folder = {});
    ~Printer();
    Printer(const Printer&) = delete;
    Printer& operator=(const Printer&) = delete;

    int port() const;
    std::string uri() const;
    void change(const std::function<void(Script&)>&);
    Received received() const;

private:
    struct State;
    std::shared_ptr<State> m_state;
};

}  // namespace fake
