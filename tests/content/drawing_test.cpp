// SPDX-License-Identifier: Apache-2.0
// Drawings that would never be painted to the end, or eat all memory, are refused by their form, before anything
// paints.
#include "content/broken.hpp"
#include "content/svg_numbers.hpp"
#include "content/svg_reader.hpp"

#include <limits>

namespace kiosk::content {

namespace {

std::string times(std::size_t count, const std::string& text) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

std::string told(const std::string& svg) {
    Problems problems;
    bool is_fine = false;
    {
        Report report("a.svg", problems);
        is_fine = is_drawing(svg, report);
    }
    CHECK(is_fine == problems.empty());
    return in_lines(problems);
}

std::string drawing(const std::string& inside, const std::string& view_box = "0 0 480 360") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + view_box + "\">\n" + inside + "\n</svg>";
}

const std::string shapes_only = " in a picture (draw with shapes only, and delete it)\n";
const std::string plain_only =
    " in a picture (delete it, or save as optimised SVG: with fill and stroke, without styles and effects)\n";
const std::string simpler = ": it would be slow to paint (make the drawing simpler)\n";

struct Row {
    std::string inside, problem;
};

}  // namespace

TEST_CASE("a drawing of shapes is fine") {
    CHECK(told(drawing("<title>A walk</title><desc>On flat ground</desc><metadata><x/></metadata>"
                       "<defs><linearGradient id=\"g\"><stop offset=\"1\" stop-color=\"#fff\"/></linearGradient></defs>"
                       "<g transform=\"translate(210 116) rotate(-30) scale(0.92)\" opacity=\"0.5\" id=\"a\">"
                       "<path d=\"M10-20.5.5l1e1,5z\" fill=\"url(#g)\" stroke-dasharray=\"1 13\"/></g>")) == "");
    CHECK(told("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:cc=\"http://x/y\" viewBox=\"0 0 24 24\" width=\"2000\" "
               "height=\"2000\"><circle cx=\"12\" cy=\"12\" r=\"9\"/></svg>") == "");
}

TEST_CASE("what is no shape is refused in its line") {
    const Row rows[] = {
        {"<g id=\"a\"><use href=\"#b\"/></g>", "a.svg:2: error: <use>" + shapes_only},
        {"<filter id=\"f\"/>", "a.svg:2: error: <filter>" + shapes_only},
        {"<pattern id=\"f\"/>", "a.svg:2: error: <pattern>" + shapes_only},
        {"<radialGradient id=\"f\"/>", "a.svg:2: error: <radialGradient>" + shapes_only},
        {"<text>Hello</text>", "a.svg:2: error: <text>" + shapes_only},
        {"<svg/>", "a.svg:2: error: <svg>" + shapes_only},
        {"<animate/>", "a.svg:2: error: <animate>" + shapes_only},
        {"<style>@import url(http://x/y);</style>", "a.svg:2: error: <style>" + shapes_only},
        {"<x:use xmlns:x=\"http://www.w3.org/2000/svg\"/>", "a.svg:2: error: <x:use>" + shapes_only},
        {"<path filter=\"url(#f)\"/>", "a.svg:2: error: \"filter\"" + plain_only},
        {"<path mask=\"url(#f)\"/>", "a.svg:2: error: \"mask\"" + plain_only},
        {"<path style=\"fill:url(http://x/y)\"/>", "a.svg:2: error: \"style\"" + plain_only},
        {"<g\nmix-blend-mode=\"multiply\"/>", "a.svg:2: error: \"mix-blend-mode\"" + plain_only},
    };
    for (const auto& row : rows) {
        CAPTURE(row.inside);
        CHECK(told(drawing(row.inside)) == row.problem);
    }
    CHECK(told("<?xml-stylesheet href=\"x.css\"?>\n" + drawing("")) ==
          "a.svg:1: error: a style sheet of another file (delete <?xml-stylesheet ...?>)\n");
}

TEST_CASE("a viewBox is of a size that drawings have") {
    for (const char* view_box : {"0 0 0 360", "0 0 480 -360", "0 0 nan 360", "0 0 1e9 360", "0 0 .01 .01",
                                 "0 0 1e400 1", "1e9 0 480 360", "0 0 480", "0 0 480 360 5", ""}) {
        CAPTURE(view_box);
        CHECK(told(drawing("", view_box)) ==
              "a.svg:1: error: <svg> has no viewBox of four numbers (write viewBox=\"0 0 480 360\")\n");
    }
}

TEST_CASE("a drawing that would be slow to paint is refused") {
    const std::string far =
        "a.svg:2: error: <path> goes far beyond the drawing (keep its numbers inside the viewBox)\n";
    const Row rows[] = {
        {times(501, "<g/>"), "a.svg:1: error: more than 500 parts" + simpler},
        {"<path d=\"M0 0" + times(1000, "L9 9") + "\"/>", "a.svg:1: error: more than 2000 numbers" + simpler},
        {times(17, "<g opacity=\".5\"/>"), "a.svg:1: error: more than 16 parts with opacity" + simpler},
        {"<title>" + std::string(64'000, 'x') + "</title>", "a.svg:1: error: a drawing of more than 64 kB" + simpler},
        {"<path d=\"M0 0c9e9 9e9 -9e9 9 1 1\"/>", far},
        {"<path d=\"M0 0L1e999 0\"/>", far},
        {"<path d=\"M0 0h-1921\"/>", far},
        {"<path d=\"M0 0h-1920\"/>", ""},
        {"<path transform=\"scale(5)\" d=\"M0 0h480\"/>", far},
        {"<path transform=\"matrix(3 0 0 3 0 0) scale (1.5)\" d=\"M0 0h480\"/>", far},
        {"<path transform=\"skewX(89)\" d=\"M0 0h480\"/>", far},
        {"<g transform=\"scale(3)\"><path transform=\"scale(3)\" d=\"M0 0h480\"/></g>", far},
        {"<path stroke-dasharray=\".001\" d=\"M0 0h480\"/>", "a.svg:2: error: a line of very small dashes" + simpler},
        {"<path stroke-dasharray=\"9\" d=\"M0 0" + times(50, "L9 9") + "\"/>",
         "a.svg:2: error: a dashed line of very many parts" + simpler},
    };
    for (const auto& row : rows) {
        CAPTURE(row.inside.substr(0, 80));
        CHECK(told(drawing(row.inside)) == row.problem);
    }
}

TEST_CASE("the numbers of a path") {
    CHECK(numbers_in("M10-20.5.5e1z") == std::vector<double>{10, 20.5, 5});
    CHECK(numbers_in("1e999 . e5") == std::vector<double>{std::numeric_limits<double>::infinity(), 5});
    CHECK(numbers_in("").empty());
}

TEST_CASE("how many times larger a transform draws") {
    CHECK(enlargement("") == 1);
    CHECK(enlargement("translate(900 900) rotate(45)") == 1);
    CHECK(enlargement("scale(0.5)") == 1);
    CHECK(enlargement("scale(-3 2)\n scale (2)") == 6);
    CHECK(enlargement("matrix(1 2 3 4 500 600)") == 6);
    CHECK(enlargement("skewY(10)") == std::numeric_limits<double>::infinity());
    CHECK(enlargement("scale(2") == 2);
}

}  // namespace kiosk::content
