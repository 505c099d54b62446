// SPDX-License-Identifier: Apache-2.0
#include "programs.hpp"

namespace kiosk::measure {

namespace {

Program kiosk_program(const Given& given) {
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
Program chromium_program(const Given& given) {
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
Program qt_program(const Given& given) {
    const std::string qml = "/usr/lib/qt6/bin/qml";
    return {"Qt Quick",
            qml,
            {qml, "--apptype", "gui", given.folder + "/visit.qml"},
            {{"QT_QUICK_BACKEND", "software"}, {"XDG_CACHE_HOME", given.folder + "/qt-cache"}},
            {},
            qml + " --version"};
}

Program weasyprint_program(const Given& given) {
    return {"WeasyPrint",
            "weasyprint",
            {},
            {},
            "weasyprint " + given.folder + "/handout.html " + given.folder + "/weasyprint.pdf",
            "weasyprint --version"};
}

}  // namespace

std::vector<Program> programs(const Given& given) {
    return {kiosk_program(given), chromium_program(given), qt_program(given), weasyprint_program(given)};
}

}  // namespace kiosk::measure
