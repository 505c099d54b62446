// SPDX-License-Identifier: Apache-2.0
#include "content/svg_reader.hpp"

#include "content/utf8.hpp"
#include "content/xml_reader.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace kiosk::content {

namespace {

std::string small(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return result;
}

/// The name without a namespace's prefix, in small letters.
std::string local(std::string_view name) {
    return small(name.substr(name.rfind(':') + 1));
}

class Drawing {
public:
    explicit Drawing(Report& report) : m_report(report) {}

    bool check(const Element& root) {
        if (local(root.name) != "svg") {
            error(root, "the file holds <" + root.name + ">, no picture", "save the picture as SVG");
            return false;
        }
        const auto colon = root.name.find(':');
        const std::string space = colon == std::string::npos ? "xmlns" : "xmlns:" + root.name.substr(0, colon);
        if (may(root, space) != "http://www.w3.org/2000/svg")
            error(root, "<svg> does not say that it is SVG", "write " + space + "=\"http://www.w3.org/2000/svg\"");
        check_view_box(root);
        check_all(root);
        return m_fit;
    }

private:
    void error(const Element& e, std::string what, std::string instead) {
        m_fit = false;
        m_report.error(e.line, std::move(what), std::move(instead));
    }

    void check_view_box(const Element& root) {
        std::string numbers = may(root, "viewBox");
        std::replace(numbers.begin(), numbers.end(), ',', ' ');
        std::istringstream in(numbers);
        double x = 0, y = 0, width = 0, height = 0;
        std::string more;
        const bool four = (in >> x >> y >> width >> height) && !(in >> more);
        const bool drawn = four && std::isfinite(x + y + width + height) && width > 0 && height > 0;
        if (!drawn) error(root, "<svg> has no viewBox of four numbers", "write viewBox=\"0 0 480 360\"");
    }

    void check_all(const Element& e) {
        const auto name = local(e.name);
        if (name == "script" || name == "foreignobject" || name == "image")
            error(e, "<" + e.name + "> in a picture", "draw with shapes only, and delete it");
        if (name == "style") check_style(e, e.text);
        for (const auto& [attribute, value] : e.attributes) check_attribute(e, attribute, value);
        for (const auto& child : e.children) check_all(child);
    }

    void check_attribute(const Element& e, const std::string& attribute, const std::string& value) {
        const auto name = local(attribute);
        if (name.starts_with("on"))
            error(e, "\"" + attribute + "\" is a script in a picture", "delete it");
        else if ((name == "href" || name == "src") && !value.starts_with('#'))
            error(e, "\"" + attribute + "\" points out of the picture", "draw it in this file, and delete the link");
        else
            check_style(e, value);
    }

    /// url(...) may name a part of the same drawing only.
    void check_style(const Element& e, const std::string& text) {
        const std::string style = small(text);
        bool outside = style.find("@import") != std::string::npos;
        for (auto at = style.find("url("); at != std::string::npos; at = style.find("url(", at + 1)) {
            const auto target = style.find_first_not_of(" '\"", at + 4);
            outside = outside || target == std::string::npos || style[target] != '#';
        }
        if (outside)
            error(e, "<" + e.name + "> fetches something from outside", "draw it in this file, and delete the url");
    }

    Report& m_report;
    bool m_fit = true;
};

}  // namespace

bool is_drawing(const std::string& svg, Report& report) {
    if (not_utf8_at(svg)) {
        report.error(0, "the file is no SVG", "save the picture as SVG");
        return false;
    }
    const auto root = read_xml(svg, report);
    return root && Drawing(report).check(*root);
}

}  // namespace kiosk::content
