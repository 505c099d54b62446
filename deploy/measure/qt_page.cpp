// SPDX-License-Identifier: Apache-2.0
#include "qt_page.hpp"

#include <array>
#include <cstdio>
#include <sstream>

namespace kiosk::measure {

namespace {

constexpr const char* qt_kinds = R"(import QtQuick
import QtQuick.Window

Window {
    id: all
    property int shown: 0
    width: 1080; height: 1920; visible: true; flags: Qt.FramelessWindowHint

    component Screen: Rectangle {
        property int number
        anchors.fill: parent; visible: all.shown === number
    }
    component Drawing: Image { sourceSize: Qt.size(width, height); fillMode: Image.PreserveAspectFit }
    component Words: Text {
        property bool bold: false
        property int size: 40
        property color ink
        color: ink
        font { family: "Noto Sans"; pixelSize: size; bold: bold }
        wrapMode: Text.WordWrap; textFormat: Text.PlainText; lineHeightMode: Text.FixedHeight
    }
    component Key: Rectangle {
        id: key
        property alias text: label.text
        property alias size: label.size
        property alias lineHeight: label.lineHeight
        property alias bold: label.bold
        property alias ink: label.ink
        property color face: "transparent"
        property int shows: -1
        property bool ticks: false
        property bool ticked: false
        color: touch.pressed ? Qt.darker(face, 1.087) : face
        transform: Translate { y: touch.pressed ? 6 : 0 }
        Words {
            id: label
            anchors { fill: parent; leftMargin: key.ticks ? 120 : 12; rightMargin: 12 }
            horizontalAlignment: key.ticks ? Text.AlignLeft : Text.AlignHCenter; verticalAlignment: Text.AlignVCenter
        }
        Rectangle {
            visible: key.ticks
            x: 32; anchors.verticalCenter: parent.verticalCenter; width: 56; height: 56; radius: 12
            border { width: 4; color: key.ink }
            Words { visible: key.ticked; anchors.centerIn: parent; text: "\u2713"; bold: true; ink: key.ink }
        }
        Rectangle {
            visible: key.ticked
            anchors { fill: parent; margins: 3 }
            color: "transparent"; radius: key.radius; border { width: 3; color: key.ink }
        }
        MouseArea {
            id: touch
            anchors.fill: parent
            onClicked: { if (key.shows >= 0) all.shown = key.shows; else if (key.ticks) key.ticked = !key.ticked }
        }
    }
)";

class QtPage {
public:
    std::string of(const std::vector<Screen>& screens) {
        m_out << qt_kinds;
        for (std::size_t i = 0; i < screens.size(); ++i) {
            m_out << "    Screen {\n        number: " << i << "; color: " << colour(screens[i].ground) << '\n';
            for (const auto& part : screens[i].parts) write(part);
            m_out << "    }\n";
        }
        m_out << "}\n";
        return m_out.str();
    }

private:
    static std::string colour(const page::Ink& ink) {
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "\"#%02x%06x\"", static_cast<unsigned>(ink.alpha * 255.0 + 0.5),
                      ink.rgb);
        return text.data();
    }
    static std::string quoted(const std::string& text) {
        std::string out = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\') out += '\\';
            if (c == '\n')
                out += "\\n";
            else
                out += c;
        }
        return out + '"';
    }

    void begin(const char* kind, const Box& box) {
        m_out << "        " << kind << " { x: " << box.x + 0.0 << "; y: " << box.y << "; width: " << box.width
              << "; height: " << box.height;
    }
    /// Qt 6.4 has one radius for all corners.
    void ground(const page::Patch& patch, const char* fill) {
        m_out << "; radius: " << patch.corners.top_left << "; " << fill << ": "
              << (patch.fill ? colour(*patch.fill) : "\"transparent\"");
        if (patch.edge) m_out << "; border.width: " << patch.border << "; border.color: " << colour(*patch.edge);
    }
    void words(const std::string& text, const page::Letters& letters) {
        const auto& type = letters.text->type;
        m_out << "; text: " << quoted(text) << "; size: " << type.size << "; lineHeight: " << type.line
              << "; ink: " << colour(letters.ink);
        if (type.bold) m_out << "; bold: true";
    }
    void write(const Part& part) {
        switch (part.kind) {
            case Part::Kind::ground:
                begin("Rectangle", part.box);
                ground(*part.patch, "color");
                break;
            case Part::Kind::drawing:
                begin("Drawing", part.box);
                m_out << "; source: " << quoted("pictures/" + part.text + ".svg");
                break;
            case Part::Kind::words:
                begin("Words", part.box);
                words(part.text, *part.letters);
                break;
            case Part::Kind::key:
                begin("Key", part.box);
                if (part.patch) ground(*part.patch, "face");
                if (part.letters) words(part.text, *part.letters);
                if (part.does.shows >= 0) m_out << "; shows: " << part.does.shows;
                if (part.does.ticks) m_out << "; ticks: true";
        }
        m_out << " }\n";
    }

    std::ostringstream m_out;
};

}  // namespace

std::string qt_visit(const std::vector<Screen>& screens) {
    return QtPage().of(screens);
}

}  // namespace kiosk::measure
