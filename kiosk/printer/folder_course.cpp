// SPDX-License-Identifier: Apache-2.0
#include "printer/folder_course.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace kiosk::printer {

namespace {

namespace fs = std::filesystem;

fs::path file_of(const Address& address, int id) {
    return fs::path(address.folder) / ("job-" + std::to_string(id) + ".pdf");
}

int next_id(const Address& address) {
    std::error_code error;
    int last = 0;
    for (const auto& entry : fs::directory_iterator(address.folder, error)) {
        int id = 0;
        if (std::sscanf(entry.path().filename().c_str(), "job-%d.pdf", &id) == 1) last = std::max(last, id);
    }
    return last + 1;
}

bool write_all(int fd, const std::string& bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t wrote = write(fd, bytes.data() + at, bytes.size() - at);
        if (wrote <= 0) return false;
        at += static_cast<std::size_t>(wrote);
    }
    return fsync(fd) == 0;
}

fs::path part_of(const fs::path& to) {
    return to.parent_path() / ("." + to.filename().string() + ".part");
}

bool is_part(const fs::path& path) {
    const auto name = path.filename().string();
    return name.starts_with(".job-") && name.ends_with(".pdf.part");
}

bool write_file(const fs::path& to, const std::string& bytes) {
    const fs::path part = part_of(to);
    const int fd = open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0) return false;
    bool written = write_all(fd, bytes);
    written = close(fd) == 0 && written;
    if (written && rename(part.c_str(), to.c_str()) == 0) return true;
    unlink(part.c_str());
    return false;
}

std::string draw(const Document& document) {
    try {
        return document.pdf();
    } catch (const std::exception&) {
        return {};
    }
}

Left tell(const Desk& desk, const Job& job, Stage stage, Trouble trouble = Trouble::none) {
    desk.tell(
        news::Reported{{.key = job.key, .stage = stage, .trouble = trouble, .page = 0, .pages = job.document.pages}});
    return Left::nothing;
}

Left write_job(const Address& address, const Desk& desk, const Job& job, int id) {
    const std::string bytes = draw(job.document);
    if (bytes.empty() || !write_file(file_of(address, id), bytes))
        return tell(desk, job, Stage::not_printed, Trouble::attention);
    return tell(desk, job, Stage::saved);
}

}  // namespace

void sweep(const Address& address) {
    std::error_code error;
    std::vector<fs::path> parts;
    for (const auto& entry : fs::directory_iterator(address.folder, error))
        if (is_part(entry.path())) parts.push_back(entry.path());
    for (const auto& part : parts) fs::remove(part, error);
}

Condition folder_condition(const Address& address) {
    std::error_code error;
    fs::create_directories(address.folder, error);
    const bool usable = fs::is_directory(address.folder, error) && access(address.folder.c_str(), W_OK | X_OK) == 0;
    Condition now;
    now.reach = Reach::reached;
    now.security = Security::folder;
    now.format = Format::pdf;
    now.trouble = usable ? Trouble::none : Trouble::attention;
    return now;
}

Left save(const Address& address, const Desk& desk, const Job& job) {
    tell(desk, job, Stage::queued);
    const Condition now = folder_condition(address);
    desk.tell(news::ConditionIs{now});
    if (now.trouble != Trouble::none) return tell(desk, job, Stage::not_printed, now.trouble);
    const int id = next_id(address);
    desk.tell(news::Created{job.key, {uri(address), id}});
    if (desk.may_send() == Permission::granted) return write_job(address, desk, job, id);
    const Wish wish = desk.heed();
    if (wish == Wish::cancel) return tell(desk, job, Stage::cancelled);
    return wish == Wish::stop ? Left::nothing : tell(desk, job, Stage::not_printed, Trouble::attention);
}

Left look_for_saved(const Address& address, const Desk& desk, const Job& job, const Handle& handle) {
    std::error_code error;
    if (handle.uri != uri(address) || handle.id == 0) return tell(desk, job, Stage::unknown);
    const bool there = fs::exists(file_of(address, handle.id), error);
    return tell(desk, job, there ? Stage::saved : Stage::cancelled);
}

Left take_up_saving(const Address& address, const Desk& desk, const Job& job, const Handle& handle) {
    std::error_code error;
    const bool ours = handle.uri == uri(address) && handle.id != 0;
    if (!ours || fs::exists(file_of(address, handle.id), error)) return look_for_saved(address, desk, job, handle);
    return desk.may_send() == Permission::granted ? write_job(address, desk, job, handle.id)
                                                  : tell(desk, job, Stage::cancelled);
}

}  // namespace kiosk::printer
