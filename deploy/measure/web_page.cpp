// SPDX-License-Identifier: Apache-2.0
#include "web_page.hpp"

#include <sstream>

namespace kiosk::measure {

namespace {

constexpr const char* style = R"(<style>
*{box-sizing:border-box;margin:0}body{background:#FAF5EC;font-family:"Noto Sans";color:#15292E;overflow:hidden;user-select:none}
section{position:absolute;inset:0;background:#FAF5EC}section[hidden]{display:none}
h1{position:absolute;left:64px;top:168px;width:952px;font:bold 72px/88px "Noto Sans"}
.sheet{position:absolute;left:0;top:744px;width:1080px;height:880px;background:#fff;border-radius:56px 56px 0 0}
.dock{position:absolute;left:0;top:1624px;width:1080px;height:296px;background:#F1E8DA;border-top:2px solid #E6DAC6}
svg{position:absolute;left:566px;top:396px;width:464px;height:348px}
button{position:absolute;background:#E3F0EE;border:4px solid #0B4F5A;border-radius:24px;box-shadow:0 10px 0 #0B4F5A;
font:bold 40px/54px "Noto Sans";color:#15292E;text-align:left;padding:0 36px}
button.ticked{background:#C3DEDA;border-width:6px}button.ticked::before{content:"\2713 "}</style>)";

constexpr const char* script = R"(<script>
const all=[...document.querySelectorAll("section")];let at=0;
document.addEventListener("click",e=>{const b=e.target.closest("button");if(!b)return;
if(b.dataset.next){all[at].hidden=true;at=(at+1)%all.length;all[at].hidden=false}else b.classList.toggle("ticked")});</script>)";

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

void part(std::ostream& out, const content::Content& content, const content::Part& part) {
    out << "<h2>" << escaped(part.heading({})) << "</h2>";
    if (!part.picture.name.empty()) out << content.pictures.at(part.picture.name);
    for (const auto& text : part.paragraphs) out << "<p>" << escaped(text({})) << "</p>";
    list(out, "ol", "", part.steps);
    list(out, "ul", "", part.points);
    if (!part.dose.empty()) out << "<p><b>" << escaped(part.dose({})) << "</b></p>";
}

}  // namespace

std::string web_visit(const std::vector<WebScreen>& screens) {
    std::ostringstream out;
    out << "<!doctype html><meta charset=utf-8>" << style;
    bool first = true;
    for (const auto& screen : screens) {
        out << "<section" << (first ? "" : " hidden") << "><h1>" << escaped(screen.title) << "</h1>"
            << screen.picture_svg << "<div class=sheet></div><div class=dock></div>";
        first = false;
        for (const auto& key : screen.keys)
            out << "<button" << (key.key == 0 ? " data-next=1" : "") << " style=\"left:" << key.touch.x
                << "px;top:" << key.touch.y << "px;width:" << key.touch.width << "px;height:" << key.touch.height - 10
                << "px\">" << escaped(key.label) << "</button>";
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
    for (const auto& p : handout.parts) part(out, content, p);
    list(out, "ul", "Do", handout.dos);
    list(out, "ul", "Do not", handout.do_nots);
    list(out, "ul", "Stop", handout.stop_if);
    for (const auto& text : handout.how_sure) out << "<p>" << escaped(text({})) << "</p>";
    return out.str();
}

}  // namespace kiosk::measure
