// SPDX-License-Identifier: Apache-2.0
// Pictures, icons, discs and QR codes.
#include "page/piece.hpp"

#include <algorithm>
#include <cmath>
#include <memory>
#include <stdexcept>

#include <qrencode.h>

namespace kiosk::page {
namespace {

/// Something of a fixed size: drawn at the start of its box.
class FixedPiece : public Piece {
public:
    explicit FixedPiece(Size size) : m_size(size) {}
    double height(Squeeze) const override { return m_size.height; }
    double wanted_width() const override { return m_size.width; }

protected:
    Size m_size;
};

Patch disc(const Box& box, Ink ink) {
    return {box, Corners::all(box.width / 2), ink, {}, 0, false};
}

Item picture_item(const std::string& alt, const Box& box) {
    Item item;
    item.kind = ItemKind::picture;
    item.text = alt;
    item.box = box;
    return item;
}

void figure(Marks& marks, bool begins, const std::string& alt) {
    if (!alt.empty()) marks.marks.push_back(Structure{Structure::What::figure, begins, Tag::paragraph, alt});
}

class PicturePiece : public FixedPiece {
public:
    PicturePiece(const Picture& picture, Size size, const Setting& setting)
        : FixedPiece(size), m_picture(picture), m_setting(setting) {}

    void place(const Box& box, Squeeze, Marks& marks) const override {
        const Box all{box.x, box.y, m_size.width, m_size.height};
        const bool glass = m_setting.glass();
        Patch back{all, {}, {}, {}, glass ? 3.0 : 1.5, false};
        if (m_picture.behind != Colour::none) back.fill = m_setting.ink(m_picture.behind);
        if (m_picture.framed) {
            back.corners = Corners::all(glass ? 28 : 10.5);
            back.edge = m_setting.ink(glass ? Colour::card_line : Colour::ink);
        }
        if (back.fill || back.edge) marks.marks.push_back(back);
        if (!m_setting.style.pictures.hold().has(m_picture.name))
            marks.misfit("no such drawing: " + m_picture.name, {}, Misfit::Of::drawing);
        figure(marks, true, m_picture.alt);
        marks.marks.push_back(
            Art{m_picture.name, drawn(all, back.edge ? back.border : 0), {m_setting.palette, {}}, false});
        figure(marks, false, m_picture.alt);
        if (!m_picture.alt.empty()) marks.items.push_back(picture_item(m_picture.alt, all));
    }

private:
    /// 4:3, as large as fits, standing on the lower edge.
    static Box drawn(const Box& all, double border) {
        const double width = std::min(all.width - 2 * border, (all.height - 2 * border) * 4 / 3);
        const double height = width * 3 / 4;
        return {all.x + (all.width - width) / 2, all.bottom() - border - height, width, height};
    }
    Picture m_picture;
    Setting m_setting;
};

class IconPiece : public FixedPiece {
public:
    IconPiece(const Icon& icon, const Setting& setting)
        : FixedPiece({std::max(icon.size, icon.disc), std::max(icon.size, icon.disc)}),
          m_icon(icon),
          m_setting(setting) {}

    void place(const Box& box, Squeeze, Marks& marks) const override {
        const Box all{box.x, box.y, m_size.width, m_size.height};
        if (m_icon.disc > 0) marks.marks.push_back(disc(all, m_setting.ink(m_icon.disc_colour)));
        const double in = (m_size.width - m_icon.size) / 2;
        const std::string name = "icons/" + m_icon.name;
        if (!m_setting.style.pictures.hold().has(name))
            marks.misfit("no such drawing: " + name, {}, Misfit::Of::drawing);
        marks.marks.push_back(Art{name,
                                  {all.x + in, all.y + in, m_icon.size, m_icon.size},
                                  {m_setting.palette, m_setting.ink(m_icon.colour).rgb},
                                  false});
    }

private:
    Icon m_icon;
    Setting m_setting;
};

class NumberPiece : public FixedPiece {
public:
    NumberPiece(const NumberDisc& number, const Setting& setting)
        : FixedPiece({number.diameter, number.diameter}),
          m_fill(setting.ink(setting.glass() ? Colour::petrol : Colour::ink)),
          m_ink(setting.ink(setting.glass() ? Colour::on_primary : Colour::white)) {
        const double size = std::round(number.diameter * 0.57);
        m_text = shape(setting.style.fonts, {{std::to_string(number.number), false}},
                       {{size, std::round(size * 1.36), true}, setting.language, false}, -1);
    }
    void place(const Box& box, Squeeze, Marks& marks) const override {
        const Box all{box.x, box.y, m_size.width, m_size.height};
        marks.marks.push_back(disc(all, m_fill));
        marks.marks.push_back(Structure{Structure::What::label, true, Tag::label, {}});
        place_text(m_text, {all.x, all.y + (all.height - m_text->height()) / 2, all.width, 0}, Align::centre, m_ink,
                   marks);
        marks.marks.push_back(Structure{Structure::What::label, false, Tag::label, {}});
        Item item;
        item.kind = ItemKind::value;
        item.text = m_text->text + ".";
        item.box = all;
        marks.items.push_back(std::move(item));
    }

private:
    Ink m_fill, m_ink;
    std::shared_ptr<const Shaped> m_text;
};

class BulletPiece : public FixedPiece {
public:
    BulletPiece(const Bullet& bullet, const Setting& setting)
        : FixedPiece({bullet.diameter, bullet.diameter}),
          m_ink(setting.ink(setting.glass() ? Colour::petrol : Colour::ink)) {}
    void place(const Box& box, Squeeze, Marks& marks) const override {
        marks.marks.push_back(Structure{Structure::What::label, true, Tag::label, {}});
        marks.marks.push_back(disc({box.x, box.y, m_size.width, m_size.height}, m_ink));
        marks.marks.push_back(Structure{Structure::What::label, false, Tag::label, {}});
    }

private:
    Ink m_ink;
};

class QrPiece : public FixedPiece {
public:
    QrPiece(const Qr& qr, const Setting& setting)
        : FixedPiece({qr.width, qr.width}),
          m_text(qr.text),
          m_alt(qr.alt.empty() ? qr.text : qr.alt),
          m_least(setting.glass() ? least_module : 0) {}
    void place(const Box& box, Squeeze, Marks& marks) const override {
        constexpr int clear = 4;
        const Box all{box.x, box.y, m_size.width, m_size.height};
        const auto code = encoded();
        const double module = m_size.width / (code->width + 2 * clear);
        if (module < m_least) marks.misfit("the squares of a QR code are smaller than 4 px: \"" + m_alt + '"', m_alt);
        marks.marks.push_back(Patch{all, {}, Ink{0xFFFFFF, 1}, {}, 0, false});
        Squares squares{{}, {0x000000, 1}};
        for (int y = 0; y < code->width; ++y)
            add_row(*code, y, {all.x + clear * module, all.y + clear * module}, module, squares);
        figure(marks, true, m_alt);
        marks.marks.push_back(std::move(squares));
        figure(marks, false, m_alt);
        marks.items.push_back(picture_item("QR " + m_alt, all));
    }

private:
    static constexpr double least_module = 4;  ///< px: what a telephone reads at arm's length

    /// Only what is drawn is encoded: of many codes a page shows one.
    std::shared_ptr<const QRcode> encoded() const {
        // Digits as segments of their own mostly save room, but at the edge of a version they may take more than bytes.
        std::shared_ptr<QRcode> code(QRcode_encodeString(m_text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
        std::shared_ptr<QRcode> bytes(
            QRcode_encodeData(static_cast<int>(m_text.size()), reinterpret_cast<const unsigned char*>(m_text.data()), 0,
                              QR_ECLEVEL_M),
            QRcode_free);
        if (bytes && (!code || bytes->width < code->width)) code = bytes;
        if (!code) throw std::runtime_error("no QR code can hold: " + m_text);
        return code;
    }
    /// Neighbours in a row become one rectangle, so that no hairline shows between them.
    static void add_row(const QRcode& code, int y, Point from, double module, Squares& squares) {
        const auto* dots = code.data + static_cast<std::ptrdiff_t>(y) * code.width;
        for (int x = 0; x < code.width;) {
            int end = x;
            while (end < code.width && (dots[end] & 1)) ++end;
            if (end > x)
                squares.boxes.push_back({from.x + x * module, from.y + y * module, (end - x) * module, module});
            x = std::max(end, x + 1);
        }
    }
    std::string m_text, m_alt;
    double m_least;
};

}  // namespace

PiecePtr cut(const Picture& picture, double width, const Setting& setting) {
    Size size{picture.width > 0 ? std::min(picture.width, width) : width, picture.height};
    if (picture.width <= 0 && picture.height > 0 && picture.behind == Colour::none && !picture.framed) {
        size.width = std::min(width, picture.height * 4 / 3);
    }
    if (size.height <= 0) size.height = std::round(size.width * 3 / 4);
    return std::make_unique<PicturePiece>(picture, size, setting);
}

PiecePtr cut(const Icon& icon, double, const Setting& setting) {
    return std::make_unique<IconPiece>(icon, setting);
}

PiecePtr cut(const NumberDisc& number, double, const Setting& setting) {
    return std::make_unique<NumberPiece>(number, setting);
}

PiecePtr cut(const Bullet& bullet, double, const Setting& setting) {
    return std::make_unique<BulletPiece>(bullet, setting);
}

PiecePtr cut(const Qr& qr, double, const Setting& setting) {
    return std::make_unique<QrPiece>(qr, setting);
}

}  // namespace kiosk::page
