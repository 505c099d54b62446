// SPDX-License-Identifier: Apache-2.0
// What is measured: each program a value, so that one way of measuring does for all.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace kiosk::measure {

/// It is ready when the display shows the picture that it settles on.
struct Program {
    std::string name;
    std::string command;                             ///< not there: not measured
    std::vector<std::string> glass;                  ///< shows the screens on the display; empty: it has none
    std::map<std::string, std::string> environment;  ///< of `glass`
    std::string pdf;                                 ///< makes the handout; empty: it makes none
    std::string version;                             ///< says which it is
};

/// What the programs are given, all in one folder: content.xml, visit.html, handout.html.
struct Given {
    std::string kiosk;  ///< the binary
    std::string folder;
    std::string handout;  ///< its id
};

inline Program kiosk_program(const Given& given) {
    const auto content = given.folder + "/content.xml";
    const std::vector<std::string> glass{given.kiosk,
                                         "run",
                                         "--still",
                                         "--config",
                                         "/dev/null",
                                         "--content",
                                         content,
                                         "--state",
                                         given.folder + "/state",
                                         "--printer",
                                         "folder:" + given.folder + "/paper"};
    return {"kiosk",
            given.kiosk,
            glass,
            {},
            given.kiosk + " handout --config /dev/null --content " + content + " --handout " + given.handout + " -o " +
                given.folder + "/kiosk.pdf",
            given.kiosk + " --version"};
}

/// A profile that is kept, as on a kiosk; nothing that talks to a network.
inline Program chromium_program(const Given& given) {
    const std::vector<std::string> quiet{"chromium",
                                         "--no-sandbox",
                                         "--disable-gpu",
                                         "--no-first-run",
                                         "--disable-background-networking",
                                         "--disable-component-update",
                                         "--disable-sync",
                                         "--disable-quic"};
    auto glass = quiet;
    glass.insert(glass.end(),
                 {"--kiosk", "--window-size=1080,1920", "--window-position=0,0",
                  "--user-data-dir=" + given.folder + "/profile", "file://" + given.folder + "/visit.html"});
    std::string pdf;
    for (const auto& word : quiet) pdf += word + ' ';
    pdf += "--headless --no-pdf-header-footer --user-data-dir=" + given.folder +
           "/pdf-profile --print-to-pdf=" + given.folder + "/web.pdf file://" + given.folder + "/handout.html";
    return {"Chromium", "chromium", glass, {}, pdf, "chromium --version"};
}

/// Debian's runtime; what it compiles of a page it keeps. No GPU, as Chromium has none: Qt paints by itself. Through
/// llvmpipe the edges of its letters are others at each start, so that no picture tells when it is ready.
inline Program qt_program(const Given& given) {
    const std::string qml = "/usr/lib/qt6/bin/qml";
    return {"Qt Quick",
            qml,
            {qml, "--apptype", "gui", given.folder + "/visit.qml"},
            {{"QT_QUICK_BACKEND", "software"}, {"XDG_CACHE_HOME", given.folder + "/qt-cache"}},
            {},
            qml + " --version"};
}

inline Program weasyprint_program(const Given& given) {
    return {"WeasyPrint",
            "weasyprint",
            {},
            {},
            "weasyprint " + given.folder + "/handout.html " + given.folder + "/weasyprint.pdf",
            "weasyprint --version"};
}

/// The kiosk first.
inline std::vector<Program> programs(const Given& given) {
    return {kiosk_program(given), chromium_program(given), qt_program(given), weasyprint_program(given)};
}

}  // namespace kiosk::measure
