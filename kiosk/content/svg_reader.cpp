// SPDX-License-Identifier: Apache-2.0
#include "content/svg_reader.hpp"

#include "content/svg_numbers.hpp"
#include "content/utf8.hpp"
#include "content/xml_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <sstream>

namespace kiosk::content {

namespace {

// A drawing of all that is allowed is painted in less than a second and 100 MB; the shipped ones are a quarter of it.
constexpr std::size_t most_bytes = 64'000, most_parts = 500, most_numbers = 2'000, most_faded = 16;
constexpr std::size_t most_dashed_numbers = 100;
constexpr double least_view = 1, most_view = 10'000;
constexpr double most_beyond = 4;    ///< numbers, in widths of the drawing
constexpr double least_dash = 0.01;  ///< of the drawing's width

constexpr std::array<std::string_view, 15> parts = {"svg",  "g",        "defs",    "title",          "desc",
                                                    "path", "rect",     "circle",  "ellipse",        "line",
                                                    "stop", "polyline", "polygon", "lineargradient", "metadata"};
/// Where lines go.
constexpr std::array<std::string_view, 18> places = {
    "d",  "points", "x",  "y",  "width", "height", "r",         "rx",           "ry",
    "cx", "cy",     "x1", "y1", "x2",    "y2",     "transform", "stroke-width", "gradienttransform"};
/// How they look.
constexpr std::array<std::string_view, 28> looks = {"fill",
                                                    "fill-rule",
                                                    "fill-opacity",
                                                    "stroke",
                                                    "stroke-linecap",
                                                    "stroke-opacity",
                                                    "stroke-linejoin",
                                                    "stroke-miterlimit",
                                                    "stroke-dasharray",
                                                    "stroke-dashoffset",
                                                    "stop-color",
                                                    "stop-opacity",
                                                    "offset",
                                                    "gradientunits",
                                                    "spreadmethod",
                                                    "opacity",
                                                    "color",
                                                    "display",
                                                    "visibility",
                                                    "id",
                                                    "class",
                                                    "version",
                                                    "viewbox",
                                                    "role",
                                                    "preserveaspectratio",
                                                    "space",
                                                    "lang",
                                                    "href"};

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

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
        check_all(root, 1);
        if (m_parts > most_parts) too_much(root, "more than " + std::to_string(most_parts) + " parts");
        if (m_numbers > most_numbers) too_much(root, "more than " + std::to_string(most_numbers) + " numbers");
        if (m_faded > most_faded) too_much(root, "more than " + std::to_string(most_faded) + " parts with opacity");
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
        const auto sound = [](double size) { return size >= least_view && size <= most_view; };
        const bool drawn =
            four && sound(width) && sound(height) && std::abs(x) <= most_view && std::abs(y) <= most_view;
        if (!drawn) error(root, "<svg> has no viewBox of four numbers", "write viewBox=\"0 0 480 360\"");
        m_extent = drawn ? std::max(width, height) : most_view;
    }

    void too_much(const Element& e, const std::string& what) {
        error(e, what + ": it would be slow to paint", "make the drawing simpler");
    }

    /// `scale`: how many times larger the elements around it draw.
    void check_all(const Element& e, double scale) {
        const auto name = local(e.name);
        if (!among(parts, name) || (name == "svg" && ++m_roots > 1))
            error(e, "<" + e.name + "> in a picture", "draw with shapes only, and delete it");
        if (name == "metadata") return;
        ++m_parts;
        scale *= enlargement(may(e, "transform"));
        for (const auto& [attribute, value] : e.attributes) check_attribute(e, attribute, value);
        check_places(e, name == "svg", scale);
        for (const auto& child : e.children) check_all(child, scale);
    }

    void check_attribute(const Element& e, const std::string& attribute, const std::string& value) {
        const auto name = local(attribute);
        if (name.starts_with("on")) return error(e, "\"" + attribute + "\" is a script in a picture", "delete it");
        if (attribute.starts_with("xmlns")) return;
        if (!among(places, name) && !among(looks, name) && !name.starts_with("aria-") && !name.starts_with("data-"))
            return error(e, "\"" + attribute + "\" in a picture",
                         "delete it, or save as optimised SVG: with fill and stroke, without styles and effects");
        if (name == "href" && !value.starts_with('#'))
            error(e, "\"" + attribute + "\" points out of the picture", "draw it in this file, and delete the link");
        else
            check_urls(e, value);
        if (name == "opacity") ++m_faded;
    }

    void check_places(const Element& e, bool is_root, double scale) {
        std::size_t count = 0;
        double largest = 0;
        for (const auto& [attribute, value] : e.attributes) {
            const bool size_of_all = is_root && (attribute == "width" || attribute == "height");
            if (size_of_all || attribute.starts_with("xmlns") || !among(places, local(attribute))) continue;
            const auto numbers = numbers_in(value);
            count += numbers.size();
            for (const auto number : numbers) largest = std::max(largest, number);
        }
        m_numbers += count;
        if (largest * scale > most_beyond * m_extent)
            error(e, "<" + e.name + "> goes far beyond the drawing", "keep its numbers inside the viewBox");
        const auto dashes = numbers_in(may(e, "stroke-dasharray"));
        const bool fine = std::accumulate(dashes.begin(), dashes.end(), 0.0) < least_dash * m_extent;
        if (!dashes.empty() && (fine || count > most_dashed_numbers))
            too_much(e, fine ? "a line of very small dashes" : "a dashed line of very many parts");
    }

    /// url(...) may name a part of the same drawing only.
    void check_urls(const Element& e, const std::string& text) {
        const std::string style = small(text);
        bool outside = false;
        for (auto at = style.find("url("); at != std::string::npos; at = style.find("url(", at + 1)) {
            const auto target = style.find_first_not_of(" '\"", at + 4);
            outside = outside || target == std::string::npos || style[target] != '#';
        }
        if (outside)
            error(e, "<" + e.name + "> fetches something from outside", "draw it in this file, and delete the url");
    }

    Report& m_report;
    bool m_fit = true;
    double m_extent = most_view;
    std::size_t m_parts = 0, m_numbers = 0, m_faded = 0, m_roots = 0;
};

}  // namespace

bool is_drawing(const std::string& svg, Report& report) {
    if (not_utf8_at(svg)) {
        report.error(0, "the file is no SVG", "save the picture as SVG");
        return false;
    }
    if (svg.size() > most_bytes) {
        report.error(1,
                     "a drawing of more than " + std::to_string(most_bytes / 1'000) + " kB: it would be slow to paint",
                     "make the drawing simpler");
        return false;
    }
    if (const auto at = svg.find("<?xml-"); at != std::string::npos) {
        report.error(line_of(svg, at), "a style sheet of another file", "delete <?xml-stylesheet ...?>");
        return false;
    }
    const auto root = read_xml(svg, report);
    return root && Drawing(report).check(*root);
}

}  // namespace kiosk::content
