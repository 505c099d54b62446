// SPDX-License-Identifier: Apache-2.0
#include "app/print_service.hpp"

#include "app/clock.hpp"
#include "app/order_text.hpp"
#include "log/log.hpp"
#include "views/views.hpp"

#include <algorithm>

namespace kiosk::app {

namespace {

mailbox::Key print_key(printer::JobKey key) {
    return {key.ticket, mailbox::Kind::print, key.number};
}
printer::JobKey job_key(const mailbox::Key& key) {
    return {key.ticket, key.number};
}

log::Outcome outcome(printer::Stage stage) {
    switch (stage) {
        case printer::Stage::printed:
            return log::Outcome::printed;
        case printer::Stage::saved:
            return log::Outcome::saved;
        case printer::Stage::cancelled:
            return log::Outcome::cancelled;
        case printer::Stage::not_printed:
            return log::Outcome::not_printed;
        default:
            return log::Outcome::unknown;
    }
}

/// All that printing one order needs, kept alive by the functions of the document.
struct Paperwork {
    std::vector<page::Document> documents;
    std::vector<page::Sheet> sheets;
    std::string date;
};

printer::Raster raster(const Paperwork& work, const page::Style& style, int page, int dpi) {
    const auto painted = page::paint_raster(work.sheets.at(static_cast<std::size_t>(page - 1)), style, dpi);
    return {painted.width, painted.height, {painted.grey.begin(), painted.grey.end()}};
}

}  // namespace

PrintService::PrintService(const content::Content& content, const DrawingBoard& board, mailbox::Service& mailbox,
                           printer::Press* press, std::string kiosk_name)
    : m_content(content), m_board(board), m_mailbox(mailbox), m_press(press), m_kiosk_name(std::move(kiosk_name)) {}

std::optional<printer::Job> PrintService::job(const mailbox::Request& request) const {
    const auto order = read_order(m_content, request.payload);
    if (!order) return {};
    const auto at = stamp(m_kiosk_name);
    auto work = std::make_shared<Paperwork>(Paperwork{views::documents(m_content, *order, at), {}, at.date});
    const auto& style = m_board.style;
    const std::lock_guard lock(m_drawing);
    for (const auto& document : work->documents)
        for (auto& sheet : page::lay_out(document, style)) work->sheets.push_back(std::move(sheet));
    printer::Document document;
    document.paper = m_content.clinic.paper == content::PaperSize::a4 ? printer::Paper::a4 : printer::Paper::letter;
    document.pages = static_cast<int>(work->sheets.size());
    document.pdf = [this, work, &style] {
        const std::lock_guard alone(m_drawing);
        return page::paint_pdf(work->documents, style, work->date);
    };
    document.raster = [this, work, &style](int page, int dpi) {
        const std::lock_guard alone(m_drawing);
        return raster(*work, style, page, dpi);
    };
    return printer::Job{job_key(request.key), std::move(document)};
}

void PrintService::report(const printer::Report& r) {
    m_mailbox.report({r.key.ticket, mailbox::Subject::print, r.key.number, static_cast<int>(r.stage),
                      static_cast<int>(r.trouble), r.page, r.pages});
    if (!printer::is_final(r.stage)) return;
    m_mailbox.drop_payload(print_key(r.key));  // a cancel may still be owed to the printer; the answers are not
    log::write(log::fact::SheetPrinted{outcome(r.stage), r.pages});
}

void PrintService::print(const mailbox::Request& request) {
    auto made = m_press != nullptr ? job(request) : std::nullopt;
    if (made) return m_press->submit(std::move(*made));
    report({job_key(request.key), printer::Stage::not_printed, printer::Trouble::attention, 0, 0});
    log::write(log::fact::Failed{log::Code::document_not_made, 0});
    m_mailbox.finish(request.key);
}

void PrintService::take(const mailbox::Request& request) {
    if (request.key.kind == mailbox::Kind::print) return print(request);
    if (request.key.kind == mailbox::Kind::cancel_print && m_press != nullptr) m_press->cancel(job_key(request.key));
    m_mailbox.finish(request.key);
}

void PrintService::resume(const mailbox::Unfinished& left) {
    const auto& request = left.request;
    if (request.key.kind != mailbox::Kind::print) return take(request);
    const bool unwanted = left.cancelled || left.forgotten || request.payload.empty();
    if (!left.job) {
        if (!unwanted) return print(request);
        report({job_key(request.key), printer::Stage::cancelled, printer::Trouble::none, 0, 0});
        m_mailbox.finish(request.key);
        return;
    }
    const printer::Handle handle{left.job->uri, left.job->id};
    if (m_press == nullptr) {
        report({job_key(request.key), printer::Stage::unknown, printer::Trouble::none, 0, 0});
        m_mailbox.finish(request.key);
        return;
    }
    auto made = unwanted ? std::nullopt : job(request);
    if (made)
        m_press->resume(std::move(*made), handle);
    else
        m_press->cancel_known(job_key(request.key), handle);
}

void PrintService::hear(const printer::News& news) {
    struct Visitor {
        PrintService& service;
        void operator()(const printer::news::Created& n) const {
            if (service.m_mailbox.commit_job(n.key.ticket, n.key.number, {n.handle.uri, n.handle.id}))
                service.m_press->proceed(n.key);
        }
        void operator()(const printer::news::Reported& n) const { service.report(n.report); }
        void operator()(const printer::news::Settled& n) const { service.m_mailbox.finish(print_key(n.key)); }
        void operator()(const printer::news::ConditionIs& n) const {
            service.m_mailbox.publish({{mailbox::Fact::printer_condition, printer::sentence(n.condition)}});
        }
    };
    std::visit(Visitor{*this}, news);
}

}  // namespace kiosk::app
