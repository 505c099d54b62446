// SPDX-License-Identifier: Apache-2.0
#include "web_page.hpp"

#include <sstream>

namespace kiosk::measure {

namespace {

constexpr const char* style = R"(<style>
*,::before{box-sizing:border-box;margin:0}html,body{height:100%}body{font-family:"Noto Sans";overflow:hidden;user-select:none}
section{position:absolute;inset:0}section[hidden]{display:none}
section>*{position:absolute}svg{width:100%;height:100%}
button{font:inherit;text-align:center;padding:0 12px;cursor:default}
button:active{transform:translateY(6px);filter:brightness(.92)}
button.tick{text-align:left;padding-left:120px}
button.tick::before{content:"";position:absolute;left:32px;top:calc(50% - 28px);width:56px;height:56px;border:4px solid;
border-radius:12px;background:#fff;text-align:center}
button.ticked{outline:3px solid;outline-offset:-6px}button.ticked::before{content:"\2713"}</style>)";

constexpr const char* script = R"(<script>
const all=[...document.querySelectorAll("section")];
document.addEventListener("click",e=>{const b=e.target.closest("button");if(!b)return;
if(b.dataset.shows){b.parentNode.hidden=true;all[b.dataset.shows].hidden=false}
else if(b.classList.contains("tick"))b.classList.toggle("ticked")});</script>)";

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else
            out += c;
    }
    return out;
}

void list(std::ostream& out, const char* tag, const std::string& heading, const std::vector<content::Text>& texts) {
    if (texts.empty()) return;
    if (!heading.empty()) out << "<h2>" << escaped(heading) << "</h2>";
    out << '<' << tag << '>';
    for (const auto& text : texts) out << "<li>" << escaped(text({})) << "</li>";
    out << "</" << tag << '>';
}

void chapter(std::ostream& out, const content::Content& content, const content::Part& part) {
    out << "<h2>" << escaped(part.heading({})) << "</h2>";
    if (!part.picture.name.empty()) out << content.pictures.at(part.picture.name);
    for (const auto& text : part.paragraphs) out << "<p>" << escaped(text({})) << "</p>";
    list(out, "ol", "", part.steps);
    list(out, "ul", "", part.points);
    if (!part.dose.empty()) out << "<p><b>" << escaped(part.dose({})) << "</b></p>";
}

std::string css(const page::Ink& ink) {
    std::ostringstream out;
    out << "rgb(" << (ink.rgb >> 16 & 255) << ' ' << (ink.rgb >> 8 & 255) << ' ' << (ink.rgb & 255) << " / "
        << ink.alpha << ')';
    return out.str();
}

std::string placed(const Box& box) {
    std::ostringstream out;
    out << "left:" << box.x << "px;top:" << box.y << "px;width:" << box.width << "px;height:" << box.height << "px;";
    return out.str();
}

std::string look(const page::Patch& patch) {
    std::ostringstream out;
    const auto& c = patch.corners;
    if (patch.fill) out << "background:" << css(*patch.fill) << ';';
    out << "border-radius:" << c.top_left << "px " << c.top_right << "px " << c.bottom_right << "px " << c.bottom_left
        << "px;border:" << (patch.edge ? patch.border : 0) << "px solid"
        << (patch.edge ? " " + css(*patch.edge) : std::string()) << ';';
    return out.str();
}

std::string look(const page::Letters& letters) {
    std::ostringstream out;
    const auto& type = letters.text->type;
    out << "font:" << (type.bold ? "bold " : "") << type.size << "px/" << type.line
        << "px 'Noto Sans';color:" << css(letters.ink) << ';';
    return out.str();
}

void write(std::ostream& out, const content::Content& content, const Part& part) {
    switch (part.kind) {
        case Part::Kind::ground:
            out << "<div style=\"" << placed(part.box) << look(*part.patch) << "\"></div>";
            return;
        case Part::Kind::drawing:
            out << "<div style=\"" << placed(part.box) << "\">" << content.pictures.at(part.text) << "</div>";
            return;
        case Part::Kind::words:
            out << "<p style=\"" << placed(part.box) << look(*part.letters) << "\">" << escaped(part.text) << "</p>";
            return;
        case Part::Kind::key:
            out << "<button style=\"" << placed(part.box);
            if (part.patch) out << look(*part.patch);
            if (part.letters) out << look(*part.letters);
            out << '"' << (part.does.ticks ? " class=tick" : "");
            if (part.does.shows >= 0) out << " data-shows=" << part.does.shows;
            out << '>' << escaped(part.text) << "</button>";
    }
}

}  // namespace

std::string web_visit(const content::Content& content, const std::vector<Screen>& screens) {
    std::ostringstream out;
    out << "<!doctype html><meta charset=utf-8>" << style;
    for (const auto& screen : screens) {
        out << "<section style=\"background:" << css(screen.ground) << "\""
            << (&screen == &screens.front() ? "" : " hidden") << '>';
        for (const auto& part : screen.parts) write(out, content, part);
        out << "</section>";
    }
    out << script;
    return out.str();
}

std::string web_handout(const content::Content& content, const content::Handout& handout) {
    std::ostringstream out;
    out << "<!doctype html><html lang=en><meta charset=utf-8><title>" << escaped(handout.title({}))
        << "</title><style>@page{size:letter;margin:13mm 18mm}body{font:14pt/20pt 'Noto "
           "Sans'}svg{width:70mm}</style><h1>"
        << escaped(handout.title({})) << "</h1><p>" << escaped(handout.summary({})) << "</p>";
    for (const auto& p : handout.parts) chapter(out, content, p);
    list(out, "ul", "Do", handout.dos);
    list(out, "ul", "Do not", handout.do_nots);
    list(out, "ul", "Stop", handout.stop_if);
    for (const auto& text : handout.how_sure) out << "<p>" << escaped(text({})) << "</p>";
    return out.str();
}

}  // namespace kiosk::measure
