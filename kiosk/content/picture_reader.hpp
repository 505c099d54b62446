// SPDX-License-Identifier: Apache-2.0
// The drawings of screens/pictures: read once, known to be SVG that needs nothing from outside. Used by the readers of
// everything that names a picture.
#pragma once

#include "content/element.hpp"
#include "content/files.hpp"

#include <map>
#include <set>
#include <string>

namespace kiosk::content {

class PictureReader {
public:
    PictureReader(Files& files, Problems& problems) : m_files(files), m_problems(problems) {}

    /// The drawing that an attribute of the element names, with the words of its attribute "alt".
    /// No picture where the attribute is not written.
    Picture picture(const Element&, std::string_view attribute, Report&);
    /// The same; reported where it is not written.
    Picture need_picture(const Element&, std::string_view attribute, Report&);
    /// A drawing that the program itself uses.
    void take(const std::string& name, int line, Report&);
    /// SVG text by name.
    const std::map<std::string, std::string>& drawings() const { return m_drawings; }

private:
    Files& m_files;
    Problems& m_problems;
    std::map<std::string, std::string> m_drawings;
    std::set<std::string> m_broken;
};

}  // namespace kiosk::content
