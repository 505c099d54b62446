// SPDX-License-Identifier: Apache-2.0
#include "app/machine_check.hpp"

#include "desk/listen.hpp"

#include <sys/stat.h>

#include <cerrno>
#include <utility>

namespace kiosk::app {

namespace {

/// A folder that this person may not look into may hold it.
bool is_missing(const std::string& file) {
    struct stat found {};
    if (stat(file.c_str(), &found) == 0) return S_ISDIR(found.st_mode);
    return errno == ENOENT || errno == ENOTDIR;
}

bool is_on_a_network(const std::string& listen) {
    const auto at = desk::parse_listen(listen);
    return at && !desk::is_of_this_machine(*at);
}

struct Said {
    std::string option, what, instead;
};

std::vector<Said> half_said(const Machine& machine) {
    std::vector<Said> all;
    const bool has_certificate = !machine.certificate.empty(), has_key = !machine.certificate_key.empty();
    if (is_on_a_network(machine.listen) && !(has_certificate || has_key))
        all.push_back({"listen", "on a network the desk page does not open without a certificate",
                       "add certificate= and certificate-key=, or listen=127.0.0.1:8080"});
    if (has_certificate && !has_key)
        all.push_back({"certificate", "a certificate is of no use without its key", "add certificate-key="});
    if (has_key && !has_certificate)
        all.push_back({"certificate-key", "this key is of no use without its certificate", "add certificate="});
    if (!machine.updates.empty() && machine.bundle_key.empty())
        all.push_back({"updates", "no bundle is taken without bundle-key", "add bundle-key=, which kiosk pack prints"});
    return all;
}

std::vector<Said> missing_files(const Machine& machine) {
    const std::pair<const char*, const std::string&> files[] = {{"certificate", machine.certificate},
                                                                {"certificate-key", machine.certificate_key},
                                                                {"desk-key", machine.desk_key},
                                                                {"desk-authority", machine.desk_authority},
                                                                {"broker-authority", machine.broker_authority},
                                                                {"broker-certificate", machine.broker_certificate},
                                                                {"broker-key", machine.broker_key},
                                                                {"webhook-secret", machine.webhook_secret},
                                                                {"webhook-authority", machine.webhook_authority},
                                                                {"metrics-token", machine.metrics_token},
                                                                {"updates-authority", machine.updates_authority}};
    std::vector<Said> all;
    for (const auto& [option, file] : files)
        if (!file.empty() && is_missing(file))
            all.push_back(
                {option, std::string(option) + ": there is no file " + file, "put it there, or name the right file"});
    return all;
}

}  // namespace

Problems machine_problems(const Machine& machine, const std::map<std::string, int>& lines) {
    Problems problems;
    for (const auto& found : {half_said(machine), missing_files(machine)})
        for (const auto& [option, what, instead] : found)
            if (const auto line = lines.find(option); line != lines.end())
                problems.push_back({machine.config, line->second, Severity::error, what, instead, {}});
    return problems;
}

}  // namespace kiosk::app
