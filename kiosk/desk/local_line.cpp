// SPDX-License-Identifier: Apache-2.0
#include "desk/desk.hpp"
#include "desk/line.hpp"

#include <utility>

namespace kiosk::desk {

namespace {

class LocalLine : public Line {
public:
    LocalLine(Desk& desk, std::string kiosk) : m_desk(desk), m_kiosk(std::move(kiosk)) {}

    void say(const Said& said) override {
        auto heard = exchange(m_desk, m_kiosk, said_at(m_desk.ticks(), said));
        m_trouble = heard ? std::string() : heard.failure().sentence;
        if (heard) m_answer = std::move(*heard);
    }
    std::optional<Heard> hear() override { return std::exchange(m_answer, std::nullopt); }
    std::string trouble() const override { return m_trouble; }
    int descriptor() const override { return m_desk.descriptor(); }
    void quiet() override { m_desk.quiet(); }

private:
    Desk& m_desk;
    std::string m_kiosk, m_trouble;
    std::optional<Heard> m_answer;
};

class CutLine : public Line {
public:
    explicit CutLine(std::string trouble) : m_trouble(std::move(trouble)) {}

    void say(const Said&) override {}
    std::optional<Heard> hear() override { return {}; }
    std::string trouble() const override { return m_trouble; }
    int descriptor() const override { return -1; }
    void quiet() override {}

private:
    std::string m_trouble;
};

}  // namespace

std::unique_ptr<Line> cut_line(std::string trouble) {
    return std::make_unique<CutLine>(std::move(trouble));
}

std::unique_ptr<Line> line_to(Desk& desk, std::string kiosk_name) {
    return std::make_unique<LocalLine>(desk, std::move(kiosk_name));
}

}  // namespace kiosk::desk
