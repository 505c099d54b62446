// SPDX-License-Identifier: Apache-2.0
#include "app/print_service.hpp"

#include "app/clock.hpp"
#include "app/order_text.hpp"
#include "log/log.hpp"
#include "views/views.hpp"

#include <poll.h>

#include <exception>

namespace kiosk::app {

namespace {

constexpr std::uint64_t desks_ticket = 0;  // of no visit
constexpr Duration farewell{3'000};        // for the printer to confirm a cancel before the service leaves

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

log::Condition condition(const printer::Condition& is) {
    using printer::Reach, printer::Security, printer::Trouble;
    if (is.security == Security::folder && is.trouble == Trouble::none) return log::Condition::demonstration;
    if (is.reach == Reach::wrong_certificate) return log::Condition::wrong_certificate;
    if (is.reach == Reach::refused || is.reach == Reach::not_a_printer) return log::Condition::attention;
    if (is.reach != Reach::reached) return log::Condition::offline;
    switch (is.trouble) {
        case Trouble::none:
            break;
        case Trouble::paper:
            return log::Condition::needs_paper;
        case Trouble::jam:
            return log::Condition::jam;
        case Trouble::door:
            return log::Condition::door;
        case Trouble::toner:
            return log::Condition::toner;
        case Trouble::offline:
            return log::Condition::offline;
        case Trouble::busy:
            return log::Condition::busy;
        case Trouble::attention:
            return log::Condition::attention;
    }
    if (is.paper_low || is.toner_low) return log::Condition::low;
    return is.security == Security::encrypted_not_pinned ? log::Condition::not_pinned : log::Condition::ready;
}

/// Somebody must go to the printer or its network before it prints.
bool is_trouble(log::Condition is) {
    using Is = log::Condition;
    return is != Is::none && is != Is::demonstration && is != Is::ready && is != Is::low && is != Is::busy &&
           is != Is::not_pinned;
}

int handouts_in(const visit::PrintOrder& order) {
    const auto* handouts = std::get_if<visit::HandoutOrder>(&order.what);
    return handouts != nullptr ? static_cast<int>(handouts->handouts.size()) : 0;
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

PrintService::PrintService(Shelf& shelf, mailbox::Service& mailbox, std::unique_ptr<printer::Press> press,
                           std::string kiosk_name, Others others, Printed printed)
    : m_shelf(shelf),
      m_mailbox(mailbox),
      m_kiosk_name(std::move(kiosk_name)),
      m_others(std::move(others)),
      m_printed(std::move(printed)),
      m_test_page(press != nullptr ? std::optional(TestPage{}) : std::nullopt),
      m_press(std::move(press)) {}

/// Nothing where the order cannot become paper: made with other content, or a bug while it is laid out, which must not
/// end the service, for the next one would meet the same order.
std::optional<printer::Job> PrintService::job(const mailbox::Request& request) {
    try {
        const auto stock = m_shelf.find(content_of(request.payload), today());
        if (stock != nullptr)
            if (const auto order = read_order(stock->content, request.payload)) {
                m_handouts[request.key] = handouts_in(*order);
                return draw(stock, *order, request.key);
            }
    } catch (const std::exception&) {
    }
    log::write(log::fact::Failed{log::Code::document_not_made, 0});
    return {};
}

printer::Job PrintService::draw(const std::shared_ptr<const Stock>& stock, const visit::PrintOrder& order,
                                const mailbox::Key& key) const {
    const auto at = stamp(m_kiosk_name);
    const auto& content = stock->content;
    auto work = std::make_shared<Paperwork>(Paperwork{views::documents(content, order, at), {}, at.date});
    const auto& style = stock->board.style;
    const std::lock_guard lock(m_drawing);
    for (const auto& document : work->documents)
        for (auto& sheet : page::lay_out(document, style)) work->sheets.push_back(std::move(sheet));
    printer::Document document;
    document.paper = content.clinic.paper == content::PaperSize::a4 ? printer::Paper::a4 : printer::Paper::letter;
    document.pages = static_cast<int>(work->sheets.size());
    document.pdf = [this, work, stock, &style] {
        const std::lock_guard alone(m_drawing);
        return page::paint_pdf(work->documents, style, work->date);
    };
    document.raster = [this, work, stock, &style](int page, int dpi) {
        const std::lock_guard alone(m_drawing);
        return raster(*work, style, page, dpi);
    };
    return printer::Job{job_key(key), std::move(document)};
}

void PrintService::write(Write one) {
    m_unwritten.push_back(std::move(one));
    if (m_unwritten.size() == 1) write_down();  // else the mailbox said no a moment ago: the next turn tries
}

/// In their order: a report must not come after the end of its request.
void PrintService::write_down() {
    while (!m_unwritten.empty() && m_trouble.fine(m_unwritten.front()())) m_unwritten.pop_front();
}

void PrintService::note_printed() {
    write([this, minute = minute_of(static_cast<std::int64_t>(wall_milliseconds()))] {
        return m_mailbox.publish({{mailbox::Fact::last_printed, minute}});
    });
}

void PrintService::print_test_page(std::int64_t number) {
    m_test_page =
        TestPage{number, printer::Stage::not_printed, minute_of(static_cast<std::int64_t>(wall_milliseconds()))};
    const auto stock = m_shelf.any(today());
    if (m_press == nullptr || stock == nullptr) return;
    const int job = ++m_test_pages;
    m_test_page->stage = printer::Stage::queued;
    const visit::PrintOrder order{{desks_ticket}, {job}, visit::TestPageOrder{}, {}};
    m_press->submit(draw(stock, order, {desks_ticket, mailbox::Kind::print, job}));
}

void PrintService::hear_of_test_page(const printer::Report& r) {
    if (r.key.number == m_test_pages) m_test_page->stage = r.stage;
    if (r.stage == printer::Stage::printed) note_printed();
    if (printer::is_final(r.stage)) log::write(log::fact::SheetPrinted{outcome(r.stage), r.pages});
}

void PrintService::report(const printer::Report& r) {
    if (r.key.ticket == desks_ticket) return hear_of_test_page(r);
    write([this, r] {
        return m_mailbox.report({r.key.ticket, mailbox::Subject::print, r.key.number, static_cast<int>(r.stage),
                                 static_cast<int>(r.trouble), r.page, r.pages});
    });
    if (!printer::is_final(r.stage)) return;
    const auto handouts = m_handouts.extract(print_key(r.key));
    if (m_printed && handouts && r.stage == printer::Stage::printed) m_printed(handouts.key(), handouts.mapped());
    if (r.stage == printer::Stage::printed) note_printed();
    // A cancel may still be owed to the printer; the answers are not.
    write([this, r] { return m_mailbox.drop_payload(print_key(r.key)); });
    log::write(log::fact::SheetPrinted{outcome(r.stage), r.pages});
}

void PrintService::finish(const mailbox::Key& key) {
    if (key.ticket == desks_ticket) return;
    write([this, key] { return m_mailbox.finish(key); });
}

void PrintService::not_printed(const mailbox::Request& request) {
    report({job_key(request.key), printer::Stage::not_printed, printer::Trouble::attention, 0, 0});
    finish(request.key);
}

void PrintService::print(const mailbox::Request& request) {
    auto made = m_press != nullptr ? job(request) : std::nullopt;
    if (!made) return not_printed(request);
    m_press->submit(std::move(*made));
}

void PrintService::take(const mailbox::Request& request) {
    if (request.key.kind == mailbox::Kind::print) return print(request);
    if (request.key.kind != mailbox::Kind::cancel_print) return m_others(request);
    if (m_press != nullptr) m_press->cancel(job_key(request.key));
    finish(request.key);
}

void PrintService::resume(const mailbox::Unfinished& left) {
    const auto& request = left.request;
    if (request.key.kind != mailbox::Kind::print) return take(request);
    const bool unwanted = left.cancelled || left.forgotten || request.payload.empty();
    if (!left.job && !unwanted) return print(request);
    if (!left.job || m_press == nullptr) {
        const auto stage = left.job ? printer::Stage::unknown : printer::Stage::cancelled;
        report({job_key(request.key), stage, printer::Trouble::none, 0, 0});
        return finish(request.key);
    }
    const printer::Handle handle{left.job->uri, left.job->id};
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
            const mailbox::PrinterJob job{n.handle.uri, n.handle.id};
            // Without it nothing is sent: the press waits, then reports not printed.
            if (n.key.ticket == desks_ticket ||
                service.m_trouble.fine(service.m_mailbox.commit_job(n.key.ticket, n.key.number, job)))
                service.m_press->proceed(n.key);
        }
        void operator()(const printer::news::Reported& n) const { service.report(n.report); }
        void operator()(const printer::news::Settled& n) const { service.finish(print_key(n.key)); }
        void operator()(const printer::news::ConditionIs& n) const {
            log::write(log::fact::PrinterIs{condition(n.condition)});
            service.write([&mailbox = service.m_mailbox, words = printer::sentence(n.condition),
                           state = printer::state_name(n.condition), trouble = is_trouble(condition(n.condition))] {
                return mailbox.publish({{mailbox::Fact::printer_condition, words},
                                        {mailbox::Fact::printer_state, state},
                                        {mailbox::Fact::printer_trouble, trouble ? "yes" : ""}});
            });
        }
    };
    std::visit(Visitor{*this}, news);
}

void PrintService::hear_press() {
    if (m_press == nullptr) return;
    for (const auto& news : m_press->take()) hear(news);
}

void PrintService::turn() {
    write_down();
    hear_press();
    auto request = m_mailbox.take();
    for (; request && *request; request = m_mailbox.take()) take(**request);
    m_trouble.fine(request);
}

std::vector<mailbox::Key> PrintService::printing() {
    std::vector<mailbox::Key> keys;
    const auto open = m_mailbox.unfinished();
    if (!m_trouble.fine(open)) return keys;
    for (const auto& one : *open)
        if (one.request.key.kind == mailbox::Kind::print) keys.push_back(one.request.key);
    return keys;
}

void PrintService::leave() {
    const Instant until = now() + farewell;
    for (auto request = m_mailbox.take(); request && *request; request = m_mailbox.take())
        (*request)->key.kind == mailbox::Kind::print ? not_printed(**request) : take(**request);
    auto open = printing();
    for (const auto& key : open)
        if (m_press) m_press->cancel(job_key(key));
    for (; !open.empty() && now() < until; open = printing()) {
        pollfd news{descriptor(), POLLIN, 0};
        poll(&news, 1, static_cast<int>((until - now()).count()));
        hear_press();
    }
    m_trouble.fine(m_mailbox.leave());
}

}  // namespace kiosk::app
