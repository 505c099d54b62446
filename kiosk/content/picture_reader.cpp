// SPDX-License-Identifier: Apache-2.0
#include "content/picture_reader.hpp"

#include "content/svg_reader.hpp"

namespace kiosk::content {

namespace {

bool is_name(const std::string& name) {
    static constexpr std::string_view fit = "abcdefghijklmnopqrstuvwxyz0123456789-";
    const std::string_view plain = std::string_view(name).substr(name.starts_with("icons/") ? 6 : 0);
    return !plain.empty() && plain.find_first_not_of(fit) == std::string_view::npos;
}

}  // namespace

Picture PictureReader::picture(const Element& e, std::string_view attribute, Report& report) {
    const bool drawn = content::attribute(e, attribute) != nullptr;
    if (drawn) return need_picture(e, attribute, report);
    if (content::attribute(e, "alt"))
        report.error(e.line, "\"alt\" without a picture",
                     "write " + std::string(attribute) + "=\"...\", or leave it out");
    return {};
}

Picture PictureReader::need_picture(const Element& e, std::string_view attribute, Report& report) {
    const std::string name = need(e, attribute, report);
    if (!name.empty()) take(name, e.line, report);
    need(e, "alt", report);
    return {name, text_of(e, "alt")};
}

void PictureReader::take(const std::string& name, int line, Report& report) {
    if (m_drawings.count(name) != 0) return;
    if (!is_name(name)) {
        report.error(
            line, "\"" + name + "\" is no name of a picture",
            "write the name of a file in screens/pictures without .svg, in small letters a-z, digits, hyphens");
        return;
    }
    const std::string path = "screens/pictures/" + name + ".svg";
    const auto* svg = m_files.text(path, line, report);
    if (!svg || m_broken.count(name) != 0) return;
    Report own(path, m_problems);
    if (is_drawing(*svg, own))
        m_drawings[name] = *svg;
    else
        m_broken.insert(name);
}

}  // namespace kiosk::content
